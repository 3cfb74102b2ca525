## Checks: mend, or explain
doubt-other-total = The text tells a total of { $told }, while the figure of “{ $name }” is { $figure ->
        [none] “no figure”
       *[other] { $figure }
    }. They differ.
doubt-fell = “{ $name }”: the running total went from { $before } { $when ->
        [monthly] last month
        [quarterly] last quarter
       *[other] in { $when }
    } to { $now }. Is that a correction, or a slip?
doubt-jumped = “{ $name }”: you gave { $now } ({ $before ->
        [none] { "" }
       *[other] last month { $before }, { "" }
    }target { $target }), which is far from { $before ->
        [none] the target
       *[other] what was before
    }.
doubt-past-baseline = “{ $name }”: you gave { $now }. It is to fall from { $baseline } to { $target }, and is above where it began.
doubt-done-below = The status is done, but “{ $name }” is only { $now } and short of the target of { $target }.
doubt-no-evidence = The status is done, but no evidence has come.
doubt-done-over-problem = It says done, but { $units } still has a problem. { $unit }: “{ $problem }”{ $since ->
        [none] { "" }
       *[other] { " " }(since { $since })
    }
doubt-done-over-own = It says done, but the earlier problem is not solved: “{ $problem }”
doubt-done-over-words = It says done, but { $words ->
        [none] also that there was no progress this month
       *[other] the text says “{ $words }”
    }.
doubt-words-disagree = The text says both “{ $done }” and “{ $not_done }”.
doubt-unchanged = The completion text is the same word for word for the third month.
ask-explain-done = If it is true, send the reason in one sentence, which counts for all of this; a photo or a file that shows it is welcome; if it is a slip or not done yet, tap a button.
answer-doubt-growth = “{ $said }” is what was added in the month. Please choose:
answer-doubt-figure = “{ $said }” looks like a figure and does not say why. If the first one is a slip, please tap below, or send the right figure alone; if it is true, please say why in one sentence. What is filled in is unchanged.
answer-doubt-which = “{ $said }” has another number in it. It is not clear whether that is the right figure or the reason for the one that was given; nothing is stored yet. Please choose:
button-doubt-figure = Make it { $figure }
button-doubt-reason = It is the reason; the figure stands
answer-words-beside = “{ $said }”, beside the figure, is put into { $where ->
        [problem] the problem of the measure
        [reason] the reason for no progress
       *[other] the completion
    }.
answer-lack-moved = Those words stand in the { $where ->
        [problem] problem of the measure
       *[text] completion text
    } now.
button-lack = { $where ->
        [problem] It is the problem of { $number }
       *[text] Put it into the text of { $number }
    }
answer-explained-evidence = What you say of the evidence is stored; please explain the rest too.
answer-reason-none = “{ $said }” does not say why. If it is true, please say why in one sentence; if it is a slip, send the right figure, or tap “A slip, change it”. What is filled in is unchanged.
button-last-corrected = The total is { $total }, { $when ->
        [monthly] last month's
        [quarterly] last quarter's
       *[other] that of { $when }
    } was wrong
button-likely = It is { $figure }
button-told = { $figure } (as in the text)
reason-last-corrected = The total of { $when ->
        [monthly] the month before
        [quarterly] the quarter before
       *[other] { $when }
    } ({ $before }) was wrong and is corrected
ask-explain = If it is a slip, tap “A slip, change it”; if it is true, send the reason in one sentence.
ask-which-total = Which of them holds? Tap a button; if both are right, say why in one sentence.
ask-evidence = Please send a photo or a file (PDF, Word) that shows it; if there is none, say why in one sentence; if it is not done yet, tap “A slip, change it”.
ask-explain-settled = This is explained already and needs no answer. If it is right, tap “Keep, go on”; if it is wrong, tap “A slip, change it”.
ask-explain-mended = This has been put right and needs no reason. If it is right now, tap “Keep, go on”; to change it once more, tap “Change it again”.
answer-explained-already = This is explained already; nothing has changed.
answer-explain-mended = “{ $said }” was not saved: this has been put right, and there is nothing left to explain. To change it once more, tap “Change it again”.
card-said-explanation = Explained: { $words }
step-explain = explanation
button-doubt-mend = A slip, change it
button-mend-again = Change it again
button-as-text = The text holds ({ $told })
button-as-figure = The figure holds ({ $figure ->
        [none] none
       *[other] { $figure }
    })
answer-text-follows = The total in the text now reads { $figure } as well.
answer-text-by-hand = The number in the text is yours to change: tap “The figure holds”, then send the completion text anew.
button-explain = Explain { $number }
button-look = Look at { $number }
check-doubt-other-total = text and figure differ, to be settled
check-doubt-fell = total went down, to be explained
check-doubt-jumped = figure far off, to be explained
check-doubt-past-baseline = figure above its baseline, to be explained
check-doubt-done-below = done below target, to be explained
check-doubt-no-evidence = no evidence yet
check-doubt-done-over-problem = done over another unit’s problem, to be explained
check-doubt-done-over-own = done over a problem of its own, to be explained
check-doubt-done-over-words = done while the text says otherwise, to be explained
check-doubt-words-disagree = a text that says both, to be mended or explained
check-doubt-unchanged = unchanged for three months, to be explained
check-hint-month = Note: { $count ->
        [one] One measure still names
       *[other] { $count } measures still name
    } the month before ({ $list }{ $more ->
        [0] { "" }
       *[other] , …
    }).
check-hint-unit = Note: { $count ->
        [one] One text names
       *[other] { $count } texts name
    } another unit ({ $list }{ $more ->
        [0] { "" }
       *[other] , …
    }).
check-hint-help = Note: { $count ->
        [one] One measure wants
       *[other] { $count } measures want
    } help of a unit that the office does not know ({ $list }{ $more ->
        [0] { "" }
       *[other] , …
    }). Please check its name; one above the office may stay.
check-hint-figure = Hint: { $count } tell another number in the text than the figure given ({ $list }{ $more ->
        [0] { "" }
       *[other] { " " }and more
    }).
check-hint-grown = Hint: { $count } tell in the text what was added this month while the total stands as last month ({ $list }{ $more ->
        [0] { "" }
       *[other] { " " }and more
    }). Please look at the figure or the text.
check-hint-pace = Hint: { $count } said to be well while a figure is behind its time ({ $list }{ $more ->
        [0] { "" }
       *[other] { " " }and more
    }).
check-hint-cause = Note: problems told without a cause: { $count } ({ $list }{ $more ->
        [0] { "" }
       *[other] { " " }and more
    }). A sentence may be added.
check-hint-stray = Note: words that read like a correction, a question or an instruction: { $count } ({ $list }{ $more ->
        [0] { "" }
       *[other] { " " }and more
    }). They will stand in the report; please look.
check-hint-step-past = Note: next steps whose date has passed: { $count } ({ $list }{ $more ->
        [0] { "" }
       *[other] { " " }and more
    }). Please bring them up to date.
check-hint-still = Note: no progress for the second month in { $count ->
        [one] one measure
       *[other] { $count } measures
    } ({ $list }{ $more ->
        [0] { "" }
       *[other] , …
    }).
explained-other-total = Text and figure differ
explained-fell = Total below { $when ->
        [monthly] last month's
        [quarterly] last quarter's
       *[other] that of { $when }
    }
explained-jumped = Figure far off
explained-no-evidence = Done without evidence
explained-past-baseline = Above the baseline
explained-done-below = Done below target
explained-done-over-problem = Done over another unit’s problem
explained-done-over-own = Done over a problem of its own
explained-done-over-words = Done while the text says otherwise
explained-words-disagree = The text says both
explained-unchanged = Text unchanged for three months
explained-line = { $what }: { $reason }
ask-explain-all = { $kind ->
        [no-evidence] { $count } measures are done and have no evidence yet ({ $list }{ $more ->
            [0] { "" }
           *[other] , …
        }). Please send one reason for all of them, or tap one below: it is kept with each. Send a photo or a file with its number where there is one; tap a number to change that measure.
       *[unchanged] { $count } texts are the same word for word for the third month ({ $list }{ $more ->
            [0] { "" }
           *[other] , …
        }). Please send one reason for all of them, or go back and change them one by one.
        [several] { $count } measures need a word still ({ $list }{ $more ->
            [0] { "" }
           *[other] , …
        }). Please send one reason for all of them: it is kept with each. Tap a number to give one its own reason, or to change it.
    }
explain-all-one = { $number }  { $words }
answer-explained-together = { $count } measures explained together ({ $list }{ $more ->
        [0] { "" }
       *[other] , …
    }): “{ $words }”
answer-reason-of-one = “{ $said }” was not kept: it does not read like a reason for all of them. Tap a number to change one; where all is true, say why in one sentence.
button-explain-all = { $kind ->
        [no-evidence] Explain missing evidence of all { $count }
        [done] Explain what is said to be done, { $count }
       *[unchanged] Explain all { $count }
    }
button-explain-kept = Evidence kept on file
button-explain-paper = Handed in on paper
reason-explain-kept = Evidence is kept on file at the unit
reason-explain-paper = Evidence was handed in on paper

## A returned report filed as it was
return-answer-ask = Nothing has changed since the report was returned. The reason was: “{ $reason }”. Please change it, or say in one sentence why it stands as it is.
