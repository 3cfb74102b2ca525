## Several measures pasted at once
pasted-title = { $count ->
        [one] <b>This holds one measure.</b> Please check where it goes:
       *[other] <b>This holds { $count } measures.</b> Please check where each part goes:
    }
pasted-part = { $number }　{ $title }: { $words }
pasted-part-has = { $number }　{ $title } (has a text already): { $words }
pasted-status = [{ $status }]
pasted-part-empty = 　　It does not tell what was done, so it will not be stored; if there was no progress, please write “no progress” and why.
pasted-part-theirs = 　　{ $by } wrote: “{ $words }”
pasted-columns-left = Columns not taken: { $list } (the plan has them already).
pasted-no-columns = Without the names of its columns all of a row is what was done; paste the names along, and problem and next step go to their own fields.
pasted-without-place = { $count ->
        [one] One passage is about no measure of this report. It is not stored, and given back to you afterwards:
       *[other] { $count } passages are about no measure of this report. They are not stored, and given back to you afterwards:
    }
pasted-problem = Measure { $number } (what became of its problem; the office reads it once confirmed): { $words }
pasted-not-due = Quarterly and not due this month, next with { $month }: { $count ->
        [one] this passage is
       *[other] these { $count } passages are
    } not stored, and given back after storing:
pasted-not-same = Left out: { $list }{ $more ->
        [0] { "" }
       *[other] , …
    } ({ $count }). { $count ->
        [one] It has a problem to be spoken of first, or nothing of last month to go by; please fill it in by itself.
       *[other] They have a problem to be spoken of first, or nothing of last month to go by; please fill them in one by one.
    }
pasted-out-of-rest = { $list }: told by itself, and no longer “{ $word }”; what is missing is asked then.
pasted-newest = Received just now:
pasted-earlier = Received before:
pasted-button-more = Read on ({ $page }/{ $pages }), then store
pasted-button-first = Read again from the start
pasted-lost = ○ { $words }
pasted-not-theirs = ○ { $words } (you were not asked to help with this one; please give it to the unit’s liaison)
pasted-kept = { $count ->
        [one] One passage was not stored ({ $list }) and is given back to you above.
       *[other] { $count } passages were not stored ({ $list }) and are given back to you above.
    }
pasted-given-back = This was not stored:
pasted-taken = { $count ->
        [one] One measure is stored.
       *[other] { $count } measures are stored.
    }
pasted-dropped = Nothing of the pasted text was stored.
pasted-word-unsure = “{ $words }” is not stored, and may mean more than one button, or none here. The text pasted before still waits: say with a button below what to do with it.
pasted-words = You may also type: { $list }.
pasted-word = “{ $word }”
pasted-button-word-append = Add to it
pasted-button-word-replace = Replace it
pasted-decide = What you sent just now, “{ $words }”, names no measure and was not stored. The text pasted before still waits: say with a button below what to do with it.
pasted-held = “{ $words }” waits and is not stored yet; once you have decided about the pasted text, you are asked whether it is of measure { $number }.
pasted-waits-too = “{ $words }”{ $number ->
        [none] { "" }
       *[other] {" "}(measure { $number })
    } waits and is not stored yet; once you have decided about the pasted text, you choose where it goes.
pasted-no-rest-months = No measure is left that can be filled in so ({ $months }), so nothing was stored. Choose the month first, then what still lacks something.
pasted-no-rest = No measure is left that nobody has begun, so nothing was stored. To one that still lacks something its number leads.
pasted-correction = Your text about several measures is kept aside. This report is filed already: say why it is to be corrected, then check where the parts go.
pasted-waits = The pasted text (“{ $words }”) is not stored yet, and is not in the report; “A pasted text waits” below leads to it.
pasted-returned = Pasted text for the report on { $month } was never confirmed. It is not stored, and is kept no longer. Here it is in full; what you need, please send again at its measure:
pasted-button-take = { $count ->
        [one] Store this measure
       *[other] Store these { $count } measures
    }
pasted-button-append = Store, add to what is there
pasted-button-replace = Store, replace what is there
pasted-button-leave = Store only the { $count } blank, give me back the rest
pasted-button-answer = It is all about { $number }
pasted-button-drop = Store nothing
pasted-button-show = A pasted text waits
pasted-edit-title = <b>You edited or went on with what is stored.</b> This would change:
pasted-edit-nothing = You edited a pasted text; nothing changes in its measures.
pasted-edit-overtaken = This measure has been answered anew since, and does not follow your message. Open it to change it.
pasted-edit-correction = As edited, your message changes what is filed of { $list }. It is kept aside: say why it is to be corrected, then check what would change.
pasted-edit-taken = { $count ->
        [one] One measure now says what your message says.
       *[other] { $count } measures now say what your message says.
    }
pasted-edit-dropped = Nothing was changed; what was stored stays.
pasted-edit-waits = What you have changed in a pasted text (“{ $words }”) is not stored yet, and is not in the report; “A pasted text waits” below leads to it.
pasted-button-edit = { $count ->
        [one] Store the change
       *[other] Store the changes ({ $count })
    }
pasted-button-stays = Leave as stored
edit-of-pasted = That message held several measures, and it is long ago; editing it changes nothing. Please send what you have changed once more, with the numbers, or open the measure.
edit-of-pasted-same = Nothing changes in the measures of the pasted text.
edit-of-pasted-later = Another pasted text waits for you, so this edit was not taken. Please settle that one first, then edit this message again.
edit-of-waiting = The pasted text that waits has been changed accordingly.
