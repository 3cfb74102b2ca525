## By telephone
calls-title = <b>To be called ({ $count })</b>: messages do not reach these people.
calls-line = { $place }. { $unit }, { $kind } { $name }, { $phone }: { $month } report, { $left ->
        [0] filled in, to be checked and filed
        [one] one measure left ({ $numbers })
       *[other] { $left } measures left ({ $numbers })
    }{ $extended ->
        [0] .
       *[other] ; more time until { $until }.
    }
calls-line-returned = { $place }. { $unit }, { $kind } { $name }, { $phone }: the { $month } report was returned and has to be filed again.
calls-line-scan_missing = { $place }. { $unit }, { $kind } { $name }, { $phone }: the stamped scan of the { $month } report has not come.
calls-line-original_missing = { $place }. { $unit }, { $kind } { $name }, { $phone }: the paper original of the { $month } report has not come.
calls-line-mail_missing = { $place }. { $unit }, { $kind } { $name }, { $phone }: the mail with the { $month } report has not come.
calls-line-signature_waiting = { $place }. { $unit }, { $kind } { $name }, { $phone }: the { $month } report waits for their signature.
calls-more = { $count ->
        [one] One more call is
       *[other] { $count } more calls are
    } shown once these are done.
calls-none = Nobody has to be called at present.
calls-button-called = { $place } called
calls-button-failed = { $place } no answer
calls-noted = Noted; they count as told.
calls-noted-failed = Noted; the next person is told.
menu-calls = Whom to call

## Text for another chat
paste-button = Text for a group
paste-block = <pre>{ $text }</pre>
paste-text = As of { $as_of }, { $filed } of { $expected } reports for { $period } have been filed; { $missing } are missing: { $units }.
paste-text-rest = As of { $as_of }, { $filed } of { $expected } reports for { $period } have been filed.
paste-text-later = { " " }{ $count } more were given more time and are not due yet: { $units }.
paste-text-awaiting = {" "}Of those who have filed, { $count ->
        [one] one has yet to send its { $kind }
       *[other] { $count } have yet to send their { $kind }
    }: { $units }.
paste-text-all = As of { $as_of }, all { $expected } reports for { $period } have been filed.
paste-text-due = { " " }Please file in time.
paste-text-overdue = { " " }The due time is over; late reports are still taken, please file soon.
menu-remind_text = Text for a group chat

## A reminder by hand
nudge-button = Remind the missing
nudge-confirm = The liaisons of { $count ->
        [one] one unit
       *[other] { $count } units
    } that have not filed will get a reminder each{ $unreached ->
        [0] .
       *[other] ; { $unreached } cannot be reached.
    }
nudge-confirm-outside = These are no working hours. Once confirmed, the liaisons of { $count ->
        [one] one unit
       *[other] { $count } units
    } that have not filed get a reminder at once{ $unreached ->
        [0] .
       *[other] ; { $unreached } cannot be reached.
    }
nudge-button-send = Send { $count }
nudge-done = { $count ->
        [one] One unit was
       *[other] { $count } units were
    } reminded{ $unreached ->
        [0] .
       *[other] ; { $unreached } cannot be reached: see /calls, or call them.
    }
nudge-too-soon = Only one reminder by hand in an hour; the next can go out after { $at }.
nudge-nobody = Nothing is missing, so nobody has to be reminded.
nudge-nobody-yet = Nobody needs a reminder. Given more time, which has not run out: { $units } ({ $count }).
nudge-later = Left out, since they were given more time: { $units } ({ $count }).
help-chasing = /calls: whom to call, because messages do not reach them
    /remind_text: who is missing, to be pasted into a group
