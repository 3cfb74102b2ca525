## Cards of a report
card-title = <b>{ $unit } · { $month }</b>  { $done } of { $count } done
card-plan = { $plan }
card-due-passed = The due time is over. It can still be filed; please do so soon.
card-secrecy = Please write nothing that is classified.
card-opening-title = <b>Report on { $period }</b>
card-opening-count = { $unit } has { $count ->
        [one] one measure
       *[other] { $count } measures
    } to report ({ $roles }).
card-opening-role-lead = lead { $count }
card-opening-role-responsible = responsible { $count }
card-opening-role-cooperating = cooperating { $count }
card-opening-shared = Measures { $numbers } share one paragraph, written once.
card-opening-minutes = Last month it took { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }.
card-not-due = Quarterly and not due this month: { $list }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }; asked with { $month }.
card-shared = One paragraph answers these { $count } measures:
card-shared-one = { $number }　{ $title }
card-quarterly = quarterly
card-this-quarter = this quarter
card-choose-report = Which report?
card-entry = { $sign } { $number }  { $title }
card-entry-missing = { $sign } { $number }  { $title }: { $missing }
card-entry-skipped = { $sign } { $number }  { $title }: skipped
card-returned = <b>Returned</b>: “{ $reason }”
card-returned-rest = Everything else stays as it is; please mend it and file again.
card-correcting = Correcting: version { $revision } is filed, and filing again before it locks makes a new one.
card-settled = { $state } (version { $revision }). It can be corrected until it locks.
card-settled-locked = { $state } (version { $revision }). It is locked, and can be corrected no more.
card-more = and { $count } more.
card-same-all = <b>{ $count ->
        [one] This measure is
       *[other] These { $count } measures are
    } taken over from last month</b>; each can still be changed afterwards:
card-same-all-above = <b>{ $count ->
        [one] The measure above
       *[other] The { $count } measures above
    } would be filed as last month</b>{ $problems ->
        [0] { "" }
        [one] , one problem among them as unchanged
       *[other] , { $problems } problems among them as unchanged
    }. Please read, then confirm; each can still be changed afterwards.
card-same-all-none = Nothing can be taken over: last month has no answer, or this month's is begun already.
card-same-entry = { $number }  { $title } · { $status }{ $words ->
        [none] { "" }
       *[other] {": "}{ $words }
    }{ $figures ->
        [none] { "" }
       *[other] {"; "}{ $figures }
    }
card-same-figure = { $name } { $figure } (as last month, unchanged)
card-same-explained = { "  " }explained last month, and filed again: { $words }
card-same-problems = <b>{ $count ->
        [one] This problem is
       *[other] These { $count } problems are
    } reported as unchanged</b>; if there is something to tell of one, do not confirm yet, tap “List” and answer it:
card-same-problem = ! { $number }  { $words } (since { $since })
card-same-asked = { "  " }The office asks: “{ $question }” (confirming answers: no change)
card-receipt = <b>Filed</b> (receipt { $receipt }, { $filed_at }, version { $revision }, { $by }).
card-receipt-again = <b>Filed again</b> (receipt { $receipt }, { $filed_at }, version { $revision }, { $by }).
card-receipt-corrected = <b>Correction filed</b> (receipt { $receipt }, { $filed_at }, version { $revision }, { $by }).
card-receipt-counts = Whether the report is on time is decided by the { $kind }: it has to come by { $until }.
card-receipt-review = The draft below is for review: please do not stamp it yet. The one to be stamped comes once it is accepted.
card-receipt-draft = The draft to be stamped follows. Please print, sign and stamp it, and send it to { $office }.
card-receipt-until = It can be corrected until it locks.
card-receipt-locked = It is locked, and can be corrected no more.

## A question about a measure
card-question = <b>{ $number }  { $title }</b> ({ $facts })
card-question-plain = <b>{ $number }  { $title }</b>
card-no-progress = no progress this month
card-no-help = nothing to cooperate in this month
card-other = { $unit } ({ $role })
card-others = { $count ->
        [one] One other unit
       *[other] { $count } other units
    }: { $units }
card-others-more = { $count ->
        [one] One other unit
       *[other] { $count } other units
    }: { $units }, …
card-others-alike = { $count ->
        [one] One other unit
       *[other] { $count } other units
    } ({ $role }): { $units }
card-others-alike-more = { $count ->
        [one] One other unit
       *[other] { $count } other units
    } ({ $role }): { $units }, …
card-target = Target: { $name } { $wanted }
card-target-by = {" "}(by { $year }-{ $month }-{ $day })
card-target-by-year = {" "}(by the end of { $year })
card-target-last = ; { $when ->
        [monthly] last month
        [quarterly] last quarter
       *[other] { $when }
    } { $figure }
card-wanted-at_least = at least { $value }
card-wanted-at_most = at most { $value }
card-wanted-exactly = { $value }
card-wanted-about = about { $value }
card-no-figure = no figure
card-about = about { $figure }
card-progress-target = { $figure } / { $target }
card-progress-share = { $figure } / { $target } ({ $share })
card-pro-rata = , due { $due }, done { $done } from the baseline: { $pace }
card-last = { $asked ->
        [quarterly] Last quarter
       *[other] Last month
    } ({ $status }): { $words }
card-last-no-progress = { $asked ->
        [quarterly] Last quarter
       *[other] Last month
    } ({ $status }, no progress): { $words }
card-last-problem = Problem { $asked ->
        [quarterly] last quarter
       *[other] last month
    }: { $words }
card-last-next-step = Next step { $asked ->
        [quarterly] last quarter
       *[other] last month
    }: { $words }
card-step-past = (The day that it names is over.)
card-last-line = { $asked ->
        [quarterly] Last quarter
       *[other] Last month
    }: { $words }
card-last-no-help = { $asked ->
        [quarterly] Last quarter
       *[other] Last month
    }: nothing to cooperate in
card-last-reason = Reason { $asked ->
        [quarterly] last quarter
       *[other] last month
    }: { $words }
card-said-status = Status this month: { $status }
card-said-text = Written this month: { $words }
card-said-problem = Problem this month: { $words }
card-said-next-step = Next step this month: { $words }
card-said-reason = Why no progress this month: { $words }
card-said-figure = Given this month: { $figure }
card-answered = { $sign } { $number }  { $title } · { $standing }, saved.
card-answered-part = { $sign } { $number }  { $title }: saved, { $missing }.
card-answered-not = { $sign } { $number }  { $title }: not answered yet.
card-answered-total = { $figure } in total.
card-answered-figure = { $name }: { $figure }.
ask-status = How did { $when } go?
ask-status-done = It was reported as done { $asked ->
        [quarterly] last quarter
       *[other] last month
    }. Is it still done in { $when }?
ask-status-only = Please choose the status for { $when }.
ask-status-again = You can choose another status, or change one answer.
ask-text = Please send what was done in { $when }.
ask-one-line = Please say in one line how you cooperated in { $when }; if there was nothing, tap “Nothing this month”.
ask-text-trouble = Please send what was done in { $when }, the problem with its cause, and the next step, in one message, as “… Problem: …, because of … Next step: …”.
ask-text-done = Please send what was achieved, and when; with a photo or a file as evidence, where there is one.
ask-text-figure = Please send what was done in { $when }; the total can stand in it, as in “total …{ $unit }, …{ $unit } of them this month”.
ask-problem = What is the problem, and what is its cause? One message is enough; the next step may follow: “… Next step: …”.
ask-next-step = What is the next step? Please give the measure and the time. Where another unit would have to help, tap it, or write “help from: …” on a line of its own.
ask-figure = Please send the latest figure for “{ $name }” (in { $unit }).
ask-figure-total = Please send the total of “{ $name }” at the end of { $month } (in { $unit }).
ask-reason = Please say in one sentence why there was no progress in { $when }.
ask-correction-reason = Correcting version { $revision }: please say in one sentence why. The filed version stays as it is.

## What an answer meant
answer-empty = No text has arrived; please send it again. Nothing has changed.
answer-too-long = The text has { $length } characters; at most { $limit } are possible. Please shorten it and send it again. Nothing has changed.
answer-not-asked = This is not being asked now. Please tap “List” to choose another.
answer-next-step-in-text = The next step that you wrote now stands in the completion text and is filed with it.
answer-problem-stands = The problem that you wrote is reported all the same.
answer-heading-says-nothing = “{ $said }” does not say { $step ->
        [problem] what the problem is
       *[other] who will do what, and by when
    }; this was not stored, the rest was.
answer-no-change = “{ $said }” may mean that all is as before, or that there was no progress; it was not stored. Please tap “As { $asked ->
        [quarterly] last quarter
       *[other] last month
    }” or “No progress”.
answer-no-last = Last month has nothing here; please answer directly.
answer-no-last-quarter = The quarter before has nothing here; please answer directly.
answer-last-resolved = You have said that last month’s problem is solved. Please write what it is now.
answer-only-status = The status is noted; please add a sentence on what was done.
answer-nothing-text = If there was no progress, please tap “No progress”; otherwise write a sentence on what was done.
answer-no-problem = “{ $said }”: where there is no problem none has to be given; nothing was stored. What is asked here is { $asked ->
        [status] the status: please tap it, or write a sentence on what was done
       *[text] what was done: please write a sentence on that and how far it has come; if there was none, tap “No progress”
    }.
answer-nothing-problem = A measure that is behind or not begun needs its problem. If it is on track after all, please tap “Change status”.
answer-nothing-next-step = A measure that is behind or not begun needs a next step. If it is on track after all, please tap “Change status”.
answer-nothing-reason = Please give the reason in one sentence; if there was progress, tap “There is progress”.
answer-says-nothing-text = “{ $said }” tells no progress, and was not stored. Please write a sentence on what was done and how far it has come; if there was none, tap “No progress”.
answer-line-trouble = “{ $said }” does not say what is the matter. Please write one sentence: what you did, what is stuck, and who could help.
answer-says-nothing-line = “{ $said }” tells nothing of your part, and was not stored. Please write a sentence on what you did; if there was nothing, tap “Nothing this month”.
answer-says-nothing-problem = “{ $said }” names no problem, and was not stored. Please write a sentence on what is stuck and why; if it is on track after all, tap “Change status”.
answer-says-nothing-next-step = “{ $said }” names no next step, and was not stored. Please write a sentence on who will do what, and by when.
answer-says-nothing-reason = “{ $said }” gives no reason, and was not stored. Please write a sentence on why there was no progress, such as whose approval is awaited; if there was progress, tap “There is progress”.
answer-says-nothing-follow-up = “{ $said }” does not tell how the problem stands, and was not stored. Please tap “Resolved”, “In hand” or “No change”, or write a sentence on how far it has come.
answer-no-file = “{ $said }”: this measure has no file yet. Please send the photo or document here, and say it in a sentence too.
answer-reason-missing = Please say why in one sentence.
answer-kept-as-problem = These words are now the problem of the measure.
answer-kept-as-text = The text is saved as what was done.
answer-done-in-part = Whether all of it is done or only a part cannot be told from these words, so no status was stored: please choose it.
answer-text-goes-on = Your words stand behind those that were there, which have not changed.
answer-words-only = The text is now your last message alone.
answer-words-righted = “{ $was }” now reads “{ $now }”.
answer-slip-in-words = “{ $said }” was not put behind it. What stands is: “{ $words }”. Please send the whole as it should be; it takes that place.
answer-slip-nowhere = “{ $said }” was not stored: what is written has no number that it could be about. Please say it with the words beside the number, or send the whole anew.
answer-kept-as-explanation = What you just sent is stored as the reason, and is not in the completion text; the button below puts it there.
answer-reason-to-text = What you just sent stands behind the completion text now, and is no reason any more.
button-reason-to-text = Put it into the text of { $number }
answer-words-back = Your last message is taken back; the text is as before.
button-words-only = Only what I just sent
button-words-back = Take back what I just sent
button-words-behind = { $number }: keep the old text, add this behind it
answer-change-here = “{ $said }” has changed nothing yet. This is the measure: please tap or write here what it should be.
answer-change-offer = “{ $said }” is not stored yet; to change the figure of this measure, please tap the button below.
answer-kept-beside-problem = Status and text are saved; please also say how the earlier problem stands.
answer-kept-as-reason = The text is added to the reason.
answer-own-text-kept = What you wrote this month stays; the rest is as last month.
answer-stray = Hint: “{ $words }” is stored with measure { $number }, and reads like a correction, a question or an instruction. If it is in the wrong place, send “第{ $number }项” to go back and change it.
answer-step-past = Hint: the next step “{ $words }” names a day that is over. To change it, open { $number } and tap “Change next step”.
answer-text-aside = What you wrote is put aside and not filed; “There is progress” brings it back.
answer-under-heading = As its heading says, that { $more ->
        [yes] goes on with
       *[other] is now
    } the { $step ->
        [problem] problem
        [next-step] next step
        [reason] reason for no progress
       *[other] completion
    }.
answer-figure-taken-about = About { $figure } in the text is noted as the total.
answer-figure-taken = { $figure } in the text is noted as the total.
answer-figure-spoken = “{ $said }” is stored as { $figure }.
answer-figure-not-understood = “{ $said }” is not clear. Please write just the number, as 200; if it is an estimate, “about 200”. Nothing has changed.
answer-figure-nothing = If the figure is zero, write 0; if there is none this month, tap “No figure”.
answer-figure-several = “{ $said }” has several numbers, and it is not sure which is meant. Please write one, as 183, or “total 183”.
answer-figure-month = “{ $said }” looks like the number of one month. Please write the total, as “total 183”.
answer-figure-earlier = The number in “{ $said }” is of a month before, and was not taken. Please write the total at the end of this period, as “total 183”.
answer-figure-year = “{ $said }” is what came since the New Year, and this indicator starts from { $baseline }. Please write the total with that, as “total 183”.
answer-figure-negative = “{ $said }” is negative or a decrease. Please write the figure as it stands now.
answer-figure-fraction = “{ $said }” is not a whole number, but these are counted. Please write a whole number.
answer-figure-places = “{ $said }” has too many decimal places; four are possible.
answer-figure-too-large = “{ $said }” is too large; please check it and send it again.
answer-figure-phone = “{ $said }” looks like a telephone number and is not stored as a figure. To give your number, send /phone; if it is the figure, write it with its unit.
answer-figure-unit = The unit of “{ $said }” is not “{ $unit }”. Please give it in { $unit }; the number alone will do.
answer-figure-no-number = There is no number in “{ $said }”. Please write it as a number, for example 200; if there is none yet this month, tap “No figure”. Nothing that was filled in has changed.
answer-figure-fall = “{ $said }” is a fall. Please write the rate of growth, a fall as a negative number, for example -2.5.
answer-figure-converted = “{ $said }” makes { $figure }, which has too many decimal places: four at most. Please write “about { $figure }”, or the rounded number.
answer-figure-scale = The scale of “{ $said }” is not sure. Please write it with its unit, as “10{ $unit }”.

## Checks
check-missing-all = not answered
check-missing-status = status missing
check-missing-text = text missing
check-missing-problem = problem missing
check-missing-next-step = next step missing
check-missing-figure = figure missing
check-missing-reason = reason missing
check-hint-short = To look at: { $count ->
        [one] one text is
       *[other] { $count } texts are
    } very short ({ $list }{ $more ->
        [0] { "" }
       *[other] { ", …" }
    }).
check-hint-empty = To look at: { $count ->
        [one] one text tells
       *[other] { $count } texts tell
    } nothing of the measure ({ $list }{ $more ->
        [0] { "" }
       *[other] { ", …" }
    }).
check-hint-unchanged = To look at: { $count ->
        [one] one text is
       *[other] { $count } texts are
    } the same as last month ({ $list }{ $more ->
        [0] { "" }
       *[other] { ", …" }
    }).

## Before filing
preview-title = <b>Before filing</b>  { $unit } · { $month }
preview-count = { $count ->
        [one] One measure
       *[other] { $count } measures
    }: done { $done }, on track { $on_track }, behind { $behind }, not begun { $not_begun }{ $blank ->
        [0] { "" }
       *[other] , without a status { $blank }
    }{ $cooperating ->
        [0] .
       *[other] , cooperating { $cooperating }.
    }
preview-also = Figures { $figures }, problems { $problems }, without progress { $still }.
preview-nothing-missing = Nothing is missing.
preview-missing = <b>{ $count ->
        [one] One measure needs
       *[other] { $count } measures need
    } mending</b>
preview-missing-one = { $missing }: { $list }{ $more ->
        [0] { "" }
       *[other] { ", …" }
    }
preview-full-title = <b>{ $unit } · report on { $period }</b>
preview-entry = <b>{ $heading }</b>
preview-role = { $role }
preview-status = { $role } · { $status }
preview-reason = No progress this month: { $words }
preview-text = { $words }
preview-problem = Problem: { $words }
preview-next-step = Next step: { $words }
preview-explained = True all the same: { $words }
preview-figure = { $name }: { $figure }

## Buttons
button-start = Start
button-report = { $unit } · { $period } ({ $done }/{ $count })
button-begin = Start: { $number }
button-continue = Go on: { $number }
button-same-with-problem = No change in the problem, rest as last { $asked ->
        [quarterly] quarter
       *[other] month
    }
button-same-all = Rest as last month ({ $count })
button-same-all-confirm = Confirm: { $count } as last month
button-same-all-but-problems = Confirm: { $count } as last month, not those with problems
button-same-all-problems = Confirm: { $count } as last month, { $problems ->
        [one] 1 problem
       *[other] { $problems } problems
    } not solved
button-preview = Preview
button-preview-file = Check and file
button-back-to-preview = Back to the check
button-draft-pdf = PDF preview
report-pdf-coming = The PDF is being made and follows
report-pdf-caption = <b>{ $unit }</b>, { $month }: the draft to be stamped (revision { $revision }) as PDF, to be looked at. Print and stamp the Word document.
    { $times }
report-pdf-fonts = Other fonts stand in for { $fonts } in it, so that lines and pages may break otherwise than on paper.
button-full = Full text
button-file = File
button-correct = Correct
button-mend = Mend { $number }
button-list = List
button-same = As { $asked ->
        [quarterly] last quarter
       *[other] last month
    }
button-same-done = Still done
button-no-progress = No progress
button-no-help = Nothing this month
button-progress = There is progress
button-no-figure = No figure
button-about = About { $figure }
button-sum = Total { $total } ({ $when ->
        [monthly] last month
        [quarterly] last quarter
       *[other] { $when }
    } { $before } + { $added } new)
button-same-figure = As { $asked ->
        [quarterly] last quarter
       *[other] last month
    }: { $figure }
button-keep = Keep, go on
button-change-text = Change text
button-change-problem = Change problem
button-change-next-step = Change next step
button-change-reason = Change reason
button-change-figure = Change “{ $name }”
button-back = ‹ Back
button-rechoose = Change status
button-skip = Skip
button-cancel = Cancel

## One message at a time asks
asked-next = Asked again later: { $what }.
asked-next-texts = { $count ->
        [one] where 1 text goes
       *[other] where { $count } texts go
    }
asked-next-pasted = whether the pasted list is taken
asked-next-files = { $count ->
        [one] of which measure 1 file is
       *[other] of which measure { $count } files are
    }
asked-next-form = whether the form is taken
asked-next-word = whether the edited draft is taken
