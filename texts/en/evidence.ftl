## Evidence: files that show what an entry says
evidence-and-more = { $files } and { $more } more
evidence-photo-name = photo1.jpg
evidence-which = { $files } received and kept. Which measure does it show?
evidence-which-number = { $files } received and kept. Tap the number of its measure:
evidence-which-words = Written beside it: { $words }
evidence-words-quoted = “{ $words }”
evidence-placed = { $files } received, as evidence for <b>{ $number }　{ $title }</b> ({ $count ->
        [one] 1 file
       *[other] { $count } files
    } in all).
evidence-which-first = Which measure does { $files } show? Tap its number ({ $more ->
        [one] the other file is
       *[other] the other { $more } are
    } asked about next):
evidence-words-stored = { " " }The words beside it are stored with the measure.
evidence-shares-unfit = “{ $said }” does not fit the { $count ->
        [one] file that waits
       *[other] { $count } files that wait
    }; nothing was placed. Please choose for each:
evidence-waits = { $files } { $count ->
        [one] has
       *[other] have
    } no measure yet, so that nothing of it is filed; “{ $count ->
        [one] 1 file waits
       *[other] { $count } files wait
    } for a measure” below leads to it.
evidence-waits-of-filed = { $files }: evidence of measure { $number } as soon as that is corrected; “Correct and add it” below asks for the reason.
evidence-waits-of-open = { $files }: evidence of measure { $number }, not added yet; “Add as evidence” below adds it.
evidence-waits-of-signing = { $files }: evidence of measure { $number } as soon as the report is taken back from the leader.
evidence-kept-for-correction = { $files } received and kept. The report is filed, so it is not evidence yet: tap “Correct and add it”, say why, and then choose the measure; it need not be sent again.
evidence-kept-for-signing = { $files } received and kept. The report lies before its leader: tap “Take back to mend” first, and then choose the measure; it need not be sent again.
evidence-button-place = Add as evidence
evidence-button-correct = Correct and add it
evidence-no-form = This file is no form; it is only kept as evidence. To fill in by workbook, use the one that /form gives you (.xlsx).
evidence-taken = { $files } taken away.
evidence-list = <b>{ $number }　{ $title }</b>: { $count ->
        [0] no evidence
        [one] 1 file of evidence
       *[other] { $count } files of evidence
    }
evidence-line = { $place }. { $file }
evidence-said = Evidence ({ $count }): { $files }
evidence-filed-more = { $given } of { $count } files sent.
evidence-file-caption = { $unit } · { $number }　{ $title }
    { $times }
evidence-button-other = Another measure…
evidence-button-single = One by one
evidence-button-waits = { $count ->
        [one] 1 file waits
       *[other] { $count } files wait
    } for a measure
evidence-button-move-of = { $number } to another measure
evidence-button-take-of = Take away from { $number }
evidence-button-drop = Not needed
evidence-button-move = To another measure
evidence-button-take = Take away
evidence-button-back = Put back
evidence-button-show = Open { $place }
evidence-button-take-one = Take away { $place }
evidence-button-take-all = Take all away
evidence-button-entry = ‹ Back to the measure
evidence-button-list = Evidence ({ $count })
evidence-button-filed = Evidence ({ $count })
evidence-button-more = The other { $count }

## What is not taken, and why
evidence-empty = { $name } is empty and was not kept. Please send it again.
evidence-heic = { $name } is a HEIC picture, which most office computers cannot open, and was not kept. Send it as a photo, not as a file, or set your camera to “Most compatible” (JPEG) and take it again.
evidence-moving = { $name } is a film or a recording and was not kept. Please send photos, PDF or Office documents.
evidence-packed = { $name } is an archive and was not kept. Please unpack it and send the files one by one.
evidence-macros = { $name } has macros in it (programs that run by themselves) and was not kept. Save it without them (.docx, .xlsx) or as PDF, and send that.
evidence-locked = { $name } is locked by a password and was not kept. Take the password off and send it again.
evidence-damaged = { $name } is incomplete or damaged and was not kept. Make sure that it opens, and send it again.
evidence-bitmap = { $name } is a BMP or TIFF picture and was not kept. Have the scanner store PDF or JPG, or save it as JPG in a viewer, and send it again; a photo does as well.
evidence-other = The content of { $name } is no { $kind }, and it was not kept. Make sure that it opens, export it anew or take a photo, and send that.
evidence-unknown = { $name } is of no kind that is taken, and was not kept. Taken are photos (JPG, PNG), PDF, OFD, Word, Excel and PowerPoint.
evidence-of-filed = Measure { $number } is filed: the file is kept, and not yet evidence. Please say why it is corrected; with the reason it becomes evidence of that measure, and need not be sent again.
evidence-of-signing = The report awaits its signature: please take it back first (“Take back to mend”). The file is kept; then it is evidence of measure { $number }, and need not be sent again.
evidence-not-helpers = You were not asked to help with { $number }: { $name } and the words “{ $said }” were not kept. Please give them to the unit’s liaison.
evidence-not-due = Measure { $number } is reported quarterly, next with { $month }: { $name } and the words “{ $said }” were not kept. Please send them again then; if they are of another measure, please send them with that one’s number.
evidence-filed-for-helper = The report is filed, so the file was not kept, nor the words with it. If it is needed, please send it to { $name }, who can correct the report.
evidence-nothing-open = There is no report to fill in now, so the file was not kept. To add evidence to a report that is filed, tap “Correct” in /report first.
evidence-too-many = Measure { $number } has { $most } files of evidence already; { $name } was not kept. Take away what is not needed, or send several as one PDF.
evidence-too-much = This month's evidence has reached { $most } MB in all; { $name } was not kept. Take away what is not needed, or send a smaller file.
caption-is-name = “{ $said }” is kept as what the file shows, and not as the { $step ->
        [problem] problem
       *[other] next step
    }. To store it, please tap a button below; or simply send your answer.
caption-may-be-name = “{ $said }” may only say what the file shows, and was not stored as the { $step ->
        [reason] reason for no progress
       *[other] completion text
    } of measure { $number }. To store it, tap the button below; otherwise do nothing: the file belongs to that measure all the same.
caption-waits = “{ $said }” waits and is not stored yet. What is asked is the { $step ->
        [problem] problem
       *[other] next step
    }: please tap below where it goes; or simply send your answer.
caption-of-refused = “{ $said }” may only be the name of that file; it waits and is not stored yet. To store it, tap a button below; or simply send your answer.
caption-button = { $step ->
        [problem] Store as the problem
        [next-step] Store as the next step
        [reason] Store as the reason
       *[text] Store as what was done
    }
