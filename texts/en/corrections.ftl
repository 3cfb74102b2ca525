## A correction that is not filed
correction-not-filed = <b>The correction is not filed yet</b>: { $unit }, { $month }. What is not filed by the lock counts no more, and what was filed stands.
correction-lapsed = { $unit }, { $month }: the correction was not filed by the lock and counts no more; revision { $revision } stands. { $count ->
        [0] It said the same as revision { $revision }.
       *[other] What it changed ({ $count }) follows, for you to keep; if it has to change, please ask the office to send the report back.
    }
correction-dropped = The correction is given up, and revision { $revision } stands ({ $unit }, { $month }). { $count ->
        [0] It said the same as revision { $revision }.
       *[other] What it changed ({ $count }) follows, for you to keep:
    }
correction-dropped-by = { $name } has given the correction up, and revision { $revision } stands ({ $unit }, { $month }). { $count ->
        [0] It said the same as revision { $revision }.
       *[other] What it changed ({ $count }) follows, for you to keep:
    }
correction-two = While you wrote, { $name } has begun the correction, because: “{ $reason }”
correction-colleague = a colleague
correction-figure-stands = The reason is noted. The figure of measure { $number } still stands as it was; to change it, please tap the button below.
correction-words-stand = The reason is noted. The words of measure { $number } still stand as they were; the button below changes them.
correction-of-one = The reason is noted. Please change measure { $number } below: tap, or send what it should say instead.
correction-left = Without its reason the correction is not open, and nothing of what is filed has changed. To go on, tap “Correct”.
correction-wanted = This report is filed already; “{ $said }” is done as a correction.
correction-reason-waits = Your reason for the correction (“{ $words }”) is not used yet; “Whose reason stands is open” below leads to the choice.
correction-button-reason = Whose reason stands is open
correction-reason-replaced = { $by } has put another reason for the correction in place of yours. You had written: “{ $reason }”
correction-drop-ask = If you give the correction up, revision { $revision } stands. { $count ->
        [0] It changes nothing so far.
       *[other] This is what it changes, and what would not be kept:
    }
correction-none = No correction is open
button-correct-drop = Give the correction up
button-correct-drop-yes = Give it up
change-waits = A change of measure { $number } (“{ $words }”) is kept, and not in the report yet; go on by “Change to be taken in” below.
change-waits-for-reason = A change of measure { $number } (“{ $words }”) is kept, and is taken in with the reason for the correction.
change-taken = Measure { $number } now reads otherwise:
change-more = { $count ->
        [one] Another change is kept, and is taken in with them.
       *[other] { $count } other changes are kept, and are taken in with them.
    }
change-dropped = This change of measure { $number } was not taken in, and is kept no longer: “{ $words }”
change-returned = No reason was given for a change of the report on { $month }; it was not taken in before the lock, and is kept no longer. Here it is in full. If it has to be made, please ask the coordinating office to return the report:
change-button-show = Change to be taken in
cancel-correcting = The correction is not filed yet: look it through and file it, or tap “Give the correction up”.
