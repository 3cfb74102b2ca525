## A problem from month to month
problem-turn-resolved = Resolved
problem-turn-handling = In hand
problem-turn-unchanged = No change
reason-answered-together = The question of the office, answered together with others
problem-another-open = Measure { $number } has a newer problem that is open, so this one cannot be opened beside it. Deal with the newer one first, or ask about it.
step-follow-up = the problem
ask-follow-up = How does this problem stand now? Tap, or simply write how far it has come.
ask-follow-up-resolved = Please say in one sentence how it was resolved.
ask-follow-up-handling = Please say in one sentence how far it has come.
card-open-problem = <b>Problem since { $since }</b>: { $words }
card-open-began = It began: { $since }
card-open-next-step = What was to be done: { $words }
card-open-help = Help wanted from: { $words }
card-open-said = Said last: { $words }
card-open-question = <b>The office asks</b>: { $words }
card-said-follow-up = The problem this month: { $turn }{ $words ->
        [none] { "" }
       *[other] , { $words }
    }
card-said-help = Help wanted from: { $words }
step-stands = whether the problem stands
problem-stands-no = Solved
problem-stands-yes = Still there
ask-stands = As the status is now, how does this month’s problem stand? “Still there” files it with its next step; “Solved” leaves it out.
answer-stands = That is not clear. Please tap “Solved” or “Still there”; to change the status, tap “Change status”. Nothing has changed.
check-missing-stands = whether the problem stands is open
button-change-stands = Change: whether the problem stands
check-missing-follow-up = earlier problem to be spoken of
button-change-follow-up = Change: the problem
button-help-from = { $sign }Help from { $unit }
button-help-from-none = No help needed
answer-nothing-follow-up = Please tap resolved, in hand or no change; or write in one sentence how far it has come.
answer-follow-up-resolved = The problem is noted as resolved.
answer-follow-up-handling = The problem is noted as being in hand.
answer-follow-up-unchanged = The problem is noted as unchanged.
answer-help-taken = Help wanted from: { $units }.
answer-help-none = Noted: no help is needed.
preview-follow-up = Problem since { $since }: { $turn }{ $words ->
        [none] .
       *[other] . { $words }
    }
preview-follow-up-resolved = Problem since { $since } “{ $problem }”: { $turn }. { $words }
preview-help = Help wanted from: { $words }
preview-follow-ups = { $count ->
        [one] One earlier problem
       *[other] { $count } earlier problems
    }: resolved { $resolved }, in hand { $handling }, no change { $unchanged }.

## In the form
form-col-open-problem = Earlier problem
form-col-turn = How it stands
form-col-follow-up = How far it has come
form-col-help = Help wanted from
form-open-problem = (since { $since }) { $words }
form-rule-follow-up = 4. Where there is an earlier problem, choose resolved, in hand or no change, and for the first two say how far it has come. A problem that stands need not be written again. Where other units would have to help, name them with commas between.
form-fault-no-problem = This measure has no earlier problem; empty this cell and write a new problem in its own column.
form-moved-follow-up = the problem { $before } → { $after }
form-follow-up-none = not said
form-follow-up = { $turn } “{ $words }”
form-changed-help = help wanted from “{ $text }”
form-emptied-help = help wanted emptied

## The office's list
menu-problems = Problems to be closed
help-problems = /problems: problems that are not closed (of a unit, if you name one)
problem-state-open = open
problem-state-handling = in hand
problem-state-resolved = resolved, to be closed
problem-state-closed = closed
problem-event-raised = raised
problem-event-resolved = resolved
problem-event-handling = in hand
problem-event-unchanged = no change
problem-event-withdrawn = not there any more when the report was filed again
problem-event-asked = the office asked
problem-event-answered = answered
problem-event-closed = closed
problem-event-reopened = opened again
problems-none = No problem is open.
problems-title = <b>{ $count ->
        [one] One problem is not closed
       *[other] { $count } problems are not closed
    }</b>{ $overdue ->
        [0] { "" }
       *[other] , overdue { $overdue }
    }{ $resolved ->
        [0] { "" }
       *[other] , resolved { $resolved }
    }{ $unasked ->
        [0] { "" }
       *[other] , not asked about any more { $unasked }
    }
problems-line = { $sign } { $unit } · { $number } ({ $state }, since { $since }, { $days ->
        [one] one day
       *[other] { $days } days
    }): { $words }
problems-button-one = { $unit } { $number }
problems-button-by-unit = By unit
problems-button-by-age = By age
problem-head = <b>{ $unit } · { $number } { $title }</b>
problem-state = { $state } · { $began ->
        [none] since { $since }
       *[other] since { $began }, reported for { $since }
    } · { $days ->
        [one] one day
       *[other] { $days } days
    }
problem-overdue = ! Overdue
problem-unasked = ! The plan in force does not ask this unit about the measure any more; only the office can end it.
problem-word = · { $line }
problem-word-reported = { $day } { $by } · report for { $month } · { $event }{ $words ->
        [none] { "" }
       *[other] : { $words }
    }
problem-word-beside = { $day } { $by } · { $event }{ $words ->
        [none] { "" }
       *[other] : { $words }
    }
problem-button-close = Close
problem-button-reopen = Open again
problem-button-ask = Ask the unit
problem-button-list = All problems
problem-button-back = ‹ Back
problem-button-look = Show the problem
problem-button-look-one = Show the problem of { $number }
problem-button-answer = Answer
problem-ask-close = { $unit }, measure { $number }: the unit has not said that it is resolved. Please say in one sentence on what ground it is closed.
problem-ask-reopen = Opening the problem of { $unit } with measure { $number } again: please say why in one sentence; the unit will read it.
problem-ask-ask = Please send what { $unit } is to be asked about its problem with measure { $number }.
problem-closed-short = Closed
problem-closed-to-you = <b>Problem closed</b>: { $unit }, measure { $number } “{ $problem }”. Ground: { $words }
problem-reopened-to-you = <b>Problem opened again</b>: { $unit }, measure { $number } “{ $problem }”. Why: { $words }. Please say how it stands when you fill in the report.
problem-asked-of-you = <b>The office asks</b> { $unit } about its problem with measure { $number } “{ $problem }”: { $words }
problem-answer-ask = Measure { $number }, the office asks: { $question }
    Please send your answer.
problem-answer-taken = Your answer on measure { $number } has gone to the office.
problem-answer-in-report = The report says so of measure { $number } too, where it said “no change”: { $words }
problem-answered = <b>{ $unit }</b> answers about its problem with measure { $number } ({ $by }): { $words }
problem-overdue-unit = { $tone ->
        [notice] <b>For your information</b>
        [urgent] <b>Urgent</b>
        [escalation] <b>Escalation</b>
       *[reminder] <b>Reminder</b>
    }: { $count ->
        [one] one problem was
       *[other] { $count } problems were
    } raised more than { $days } days ago, not solved, and nothing new was said since:
problem-overdue-office = { $tone ->
        [notice] <b>For your information</b>
        [reminder] <b>Reminder</b>
        [urgent] <b>Urgent</b>
       *[escalation] <b>Escalation</b>
    }: { $count ->
        [one] one problem was
       *[other] { $count } problems were
    } raised more than { $days } days ago, and the unit has not answered:
problem-overdue-line = · { $unit }, { $number } (raised in { $since }, { $days } days ago): { $words }
problem-overdue-more = And { $count } more: { $problems }
problem-overdue-named = { $unit }, { $number }
problem-overdue-done = Since then: the problem of { $unit } with measure { $number } was { $state ->
        [closed] closed
        [resolved] resolved
       *[other] answered
    } on { $at }.
problem-overdue-how = Please say how far it is and when it will be solved; what you write in the report counts as well. An answer ends the reminders.
problem-button-answer-one = Answer { $number }
problem-answer-overdue = The problem of { $number } is overdue: “{ $problem }”
    Please send how far it is and when it will be solved.
board-problems = { $count ->
        [one] One problem is not closed
       *[other] { $count } problems are not closed
    } (new this month { $new }, overdue { $overdue }, resolved { $resolved }). /problems
sheet-followed = Problems
sheet-col-since = Since
sheet-col-days = Days
sheet-col-problem-state = State
sheet-col-cause = Cause
sheet-col-help = Help wanted from
sheet-col-history = Month by month
sheet-col-closed-at = Closed at
sheet-col-closed-by = Closed by
sheet-col-closed-how = Ground
sheet-problem-overdue = { $state } (overdue)
sheet-problem-unasked = { $state } (not asked any more)

## Between the quarters
problem-beside-question = Is it solved? How far has it come?
problem-beside-ask = Measure { $number }, the problem told in { $since }, “{ $problem }”: is it solved, and how far has it come?
    Please send it in a sentence, or “no change”.
problem-beside-offer = If it says what became of the problem told in { $since }, “{ $problem }”, please tap “It answers the problem of { $number }”.
problem-button-these-words = It answers the problem of { $number }
problem-beside-asked = <b>{ $unit } · { $month }</b>: problems of what is reported quarterly that are not solved: { $count }. Please say first whether they are, and what has happened.
problem-beside-line = To be answered: measure { $number } (told in { $since }) { $words }
problem-beside-answer = { $turn }{ $words ->
        [none] { "" }
       *[other] : { $words }
    }
problem-button-same-one = { $number } unchanged
