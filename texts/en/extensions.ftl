## More time for a report
button-extend = Ask for more time
reminder-settled-extended = More time was given until { $until }; that is what holds.
extension-ask = <b>More time</b> for the report of { $unit } for { $period }.
    { $times }
    Tap or write the new date and say why, for example: 8-10, the figures are not in yet.
extension-ask-reason = Until { $until }. Please say why, in a sentence.
extension-waits-already = { $name } asked on { $at } for more time until { $until }; the office has not answered yet. A new request takes its place.
extension-by-the-day = More time is given by the day, until { $at }; “{ $written }” is no limit of its own.
extension-no-date = That has no date in it. Tap one, or write it like this: 8-10, because …. To leave it, send “cancel”.
extension-not-a-workday = That day is no workday. Please choose another.
extension-not-later = The new date has to be later than today and than the date that holds now.
extension-beyond-lock = By that day the month is locked and the workbook has gone out. Please choose a workday before the lock.
extension-too-late = No workday is left to which this month could be put off. A late report is still taken; if that is hard, please speak with the coordinator.
    { $times }
extension-nothing-open = Filed already, or not wanted: no more time is needed. Send /report to see how things stand.
extension-edit-late = This request was answered, or another one was made: editing the message changes nothing. For more time send /extend again.
extension-not-asked = All right, no more time was asked for.
extension-asked = Asked for: the report of { $unit } for { $period } by { $until }. You will hear from the coordinator; until then the due date stays and reminders go on.
    { $times }
extension-asked-late = Asked for: the report of { $unit } for { $period } by { $until }. The due hour has passed, so this can only stop the reminders; the report is late all the same. Until there is an answer reminders go on.
    { $times }
extension-button-no = Not after all
extension-button-grant = Agree
extension-button-refuse = Refuse
extension-button-other = Another date
extension-button-open = See the requests
extension-request = <b>More time asked for</b>: the report of { $unit } for { $period } by <b>{ $until }</b>.
extension-request-reason = Why: { $reason }
extension-request-by = Asked by { $name }, { $at }
extension-would-count = Asked before it was due: if you agree, it is on time until the new date. Nobody else's date moves.
extension-would-not-count = Asked after it was due: if you agree, reminders pause until then; it is late all the same.
extension-other = Choose the date until which more time is given:
extension-became-granted = Agreed, until { $until } ({ $name }, { $at }).
extension-became-refused = Refused ({ $name }, { $at }).{ $reason ->
        [none] { "" }
       *[other] {" "}Reason: { $reason }
    }
extension-ask-refusal = No more time: please say why in one sentence; the unit will read it.
extension-button-refuse-bare = No reason
extension-button-refuse-back = Back
extension-became-replaced = The unit has asked anew; this one needs no answer.
extension-became-withdrawn = The report has come, or is wanted no more; this needs no answer.
extension-became-asked = Waits for an answer.
extension-none = No request for more time waits for an answer.
extension-waiting = <b>{ $count ->
        [one] One request for more time waits for an answer:
       *[other] { $count } requests for more time wait for an answer:
    }</b> { $units }
extension-granted = More time is given: the report of { $unit } for { $period } is due { $until }{ $asked ->
        [none] { "" }
       *[other] { " " }(you asked for { $asked })
    }, and on time until then.
    { $times }
extension-granted-late = More time is given: the report of { $unit } for { $period } is expected by { $until }{ $asked ->
        [none] { "" }
       *[other] { " " }(you asked for { $asked })
    }, without reminders until shortly before. It was asked for after the due hour, so it is late all the same.
    { $times }
extension-refused = More time was refused: the report of { $unit } for { $period } stays due as it was. Please file it soon.{ $reason ->
        [none] { "" }
       *[other] {" "}Reason: { $reason }
    }
    { $times }
board-unit-extended = { $unit } (until { $until })
board-extended = More time given ({ $count }): { $units }
board-asking = Asking for more time ({ $count }): { $units }
menu-extend = More time
