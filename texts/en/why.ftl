## Why somebody was reminded, or not
why-title = { $unit }, { $period }: reminders
why-text = { $lines }
why-exempt = Exempt this period; nobody is reminded.
why-nothing = Nothing has been chased yet.
why-chase-report_outstanding = Report outstanding (since { $opened })
why-chase-returned = Report returned (since { $opened })
why-chase-review_waiting = Review waiting (since { $opened })
why-chase-extension_waiting = A request for more time (since { $opened })
why-chase-scan_missing = The scan is chased (since { $opened })
why-chase-original_missing = The paper original is chased (since { $opened })
why-chase-mail_missing = The mail is chased (since { $opened })
why-chase-signature_waiting = A signature is waited for (since { $opened })
why-chase-problem_overdue = Problem of { $number } overdue (since { $opened })
why-settled-filing = , filed on { $at }
why-settled-more_time = , more time given on { $at }
why-settled-exemption = , exempted on { $at }
why-settled-answer = , settled on { $at }
why-settled-leader = , was signed, sent back or withdrawn on { $at }
why-settled-tick = , came or was not needed any more on { $at }
why-line = { $at } → { $kind }: { $what }
why-sent-delivered = { $name }, delivered { $at }
why-told-ahead = { " " }(due on the next workday, told along in this message)
why-sent-unknown = { $name }, sent, delivery unknown
why-sent-refused = { $name }, not delivered ({ $reason }); /outbox sends it again
why-sent-unreachable = { $name }, cannot be reached ({ $reason }), next person used
why-sent-waiting = { $name }, queued
why-sent-cancelled = { $name }, cancelled before it went out
why-sent-expired = { $name }, not sent: no longer true by then
why-sent-overtaken = { $name }, not sent: a newer one took its place
why-fate-expired = not sent: no longer true by then
why-fate-overtaken = not sent: a newer one took its place
why-sent-call_open = { $name }, to be called
why-sent-called = { $name }, told by telephone { $at }
why-sent-no_answer = { $name }, no answer by telephone { $at }, next person told
why-sent-not_called = { $name }, not called
why-fate-to_come = not yet due
why-rest-filing = Filed: { $count ->
        [one] the one reminder
       *[other] the other { $count } reminders
    } will not go out.
why-rest-more_time = More time was given: of the old date, { $count ->
        [one] the one reminder
       *[other] the other { $count } reminders
    } will not go out.
why-rest-exemption = Exempt: { $count ->
        [one] the one reminder
       *[other] the other { $count } reminders
    } will not go out.
why-rest-answer = Settled: { $count ->
        [one] the one reminder
       *[other] the other { $count } reminders
    } will not go out.
why-rest-leader = Signed, sent back or withdrawn: { $count ->
        [one] the one reminder
       *[other] the other { $count } reminders
    } will not go out.
why-rest-tick = Came, or not needed any more: { $count ->
        [one] the one reminder
       *[other] the other { $count } reminders
    } will not go out.
why-fate-out_of_hours = held back until working hours
why-fate-notice = held back: the liaison has to have had notice
why-fate-snoozed = held back: put off by its reader
why-put-off = put off: { $name } asked to be reminded at { $until }
why-fate-nobody = nobody can be reached
why-fate-nobody-but = nobody can be reached ({ $who })
why-nobody-set = no { $kind } is set
why-nobody-reached = { $name }: { $reason }
why-nobody-away = { $name } is away
why-not-joined = has not joined
why-fate-stood_in = told already by the same one, in another's place
why-fate-in_place = gets the liaison's in their place, none of their own
why-fate-left_out = left out of this cycle by { $by }
why-fate-due = due, about to be sent
why-rung-nudge = { " " }(by hand, from the office)
why-rung-snoozed = { " " }(asked for by its reader)
why-how = Please name the unit, as /why Roads or /why Roads 2022-07
why-no-report = { $unit } has no report to file in this period.
menu-why = Why (not) reminded
help-why = /why UNIT: why it was, or was not, reminded
