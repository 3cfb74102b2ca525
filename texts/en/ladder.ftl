## What is wrong with a ladder
rung-wrong-name-twice = The name “{ $name }” stands twice. A name is for one rung only.
rung-wrong-anchor = “{ $name }” is counted from the wrong moment. Possible here: { $allowed }.
rung-wrong-hour-missing = “{ $name }” lies on another day than its anchor, or repeats, and needs an hour (at).
rung-wrong-hour-twice = “{ $name }” has both at and hours_before; keep one of them.
rung-wrong-hour-outside = { $at } of “{ $name }” lies outside working hours or in the rest at noon, so it could never go out.
rung-wrong-too-early = “{ $name }” comes too early: superiors hear of a report only after it was due (or returned), and after those below them. The least for workdays is { $least }.
rung-wrong-no-liaison = No rung reminds the liaison.
rung-wrong-liaison-unwarned = “{ $name }” would pass over the liaison: no rung tells the liaison first that it is overdue (or returned).
rung-wrong-deputy-first = “{ $name }” comes too early: the deputy hears of it no earlier than the liaison.
rung-hindered-too-early = “{ $rung }” cannot be changed like this: “{ $name }” would come too early, since superiors hear of a report only after those below them. First move “{ $name }” to workday { $least } or later, or leave it out, and then change “{ $rung }”.
rung-hindered-deputy-first = “{ $rung }” cannot be changed like this: “{ $name }” would come too early, since the deputy hears of it no earlier than the liaison. First move “{ $name }” to a later workday, or leave it out, and then change “{ $rung }”.
rung-hindered-liaison-unwarned = “{ $rung }” cannot be changed like this: “{ $name }” would pass over the liaison, whom no rung would tell first. First leave “{ $name }” out, and then change “{ $rung }”.

## The ladder of a cycle
ladder-title = <b>Reminders for { $period }</b>
ladder-title-unit = <b>{ $unit } · reminders for { $period }</b>
ladder-outstanding-title = Units that have not filed get them in turn; filing stops it at once:
ladder-line = { $what }: { $at }{ $last ->
        [none] { "" }
       *[other] {" "}and every week until { $last }
    }: { $names } [{ $rung }]
ladder-is-to_come = to come
ladder-is-over = over
ladder-is-passed = not sent
ladder-is-waiting = waiting to be sent
ladder-is-delivered = delivered
ladder-is-unknown = perhaps delivered
ladder-is-refused = not delivered (refused)
ladder-is-unreachable = not delivered
ladder-is-cancelled = not sent (cancelled before)
ladder-is-expired = not sent (out of date)
ladder-is-overtaken = not sent (a newer one instead)
ladder-is-call_open = to be called
ladder-is-called = called
ladder-is-no_answer = called, no answer
ladder-is-not_called = not called
ladder-put-off = put off: { $name } asked to be reminded at { $until }
ladder-ended-by-filing = Filed on { $at }; the rest is cancelled.
ladder-ended-by-more_time = More time given on { $at }, until { $until }; the reminders of the earlier date stop.
ladder-ended-by-exemption = Exempt since { $at }; the rest is cancelled.
ladder-exempt = Exempt this time; no reminders.
ladder-who = { $kind } { $people }
ladder-nobody = (nobody to reach)
ladder-chase-scan_missing = Filed on { $at }, the scan to come:
ladder-chase-original_missing = Filed on { $at }, the paper original to come:
ladder-chase-mail_missing = Filed on { $at }, the mail to come:
ladder-ended-by-tick = It came, or is wanted no more, on { $at }; no more reminders.
ladder-scan-title = While the scan of a filed report has not come:
ladder-original-title = While the paper original of a filed report has not come:
ladder-mail-title = While the mail with a filed report has not come:
ladder-chase-signature_waiting = Sent to be signed on { $at }:
ladder-ended-by-leader = Signed, sent back or withdrawn on { $at }; no more reminders.
ladder-chase-problem_overdue = A problem overdue since { $at }:
ladder-ended-by-answer = Solved, closed or answered on { $at }; no more reminders.
ladder-chase-returned = After the return of { $at }:
ladder-returned-title = After a return that is not answered:
ladder-signing-title = While a report lies before its leader to be signed:
ladder-review-title = While a filed report waits for its review:
ladder-extension-title = While a request for more time waits for an answer:
ladder-unchased = Nobody is reminded this time of: { $what }
ladder-unchased-problem = overdue problems
ladder-unchased-scan = scans
ladder-unchased-original = paper originals
ladder-unchased-mail = mails
ladder-unchased-signing = reports to be signed
ladder-unchased-review = reviews
ladder-problem-title = While an overdue problem is not answered, whether the report is filed or not:
ladder-later = { $workdays ->
        [0] the same day
       *[other] workday { $workdays }
    }{ $at ->
        [none] { "" }
       *[other] , { $at }
    }{ $times ->
        [0] { "" }
       *[other] {" "}and every week, { $times } times
    }: { $names } [{ $rung }]
ladder-changes-title = Changed this time:
ladder-change = [{ $rung }] { $what ->
        [off] left out
        [hour] at { $at }
       *[day] { $side ->
            [same] on the day itself
            [before] { $workdays } workdays before
           *[after] { $workdays } workdays after
        } ({ $anchor ->
            [opens] the opening
            [due] the due day
           *[other] the day it counts from
        }){ $at ->
            [none] { "" }
           *[other] {" "}at { $at }
        }
    } ({ $by }, { $on })
ladder-changed-by-operator = the operator
ladder-rung-unknown = There is no rung “{ $name }”. There are: { $rungs }.
ladder-rung-passed = “{ $name }” has passed in this cycle ({ $at }), and no unit is left that would get it: a change would do nothing, so none was made. Send /ladder UNIT to see who got what.
ladder-change-passed = Note: “{ $rung }” was planned for { $at }, which has passed; this change concerns only { $count ->
        [one] this unit
       *[other] these { $count } units
    }: { $units }.
ladder-unit-not-asked = { $unit } has nothing to report this time.
menu-ladder = Who is reminded when
ladder-hour-unreadable = “{ $written }” is no hour. Write it as 09:30.
ladder-button-change = Change this time
ladder-button-look = Back
ladder-button-back = Back
ladder-button-off = Leave out { $rung }
ladder-button-earlier = A workday earlier
ladder-button-later = A workday later
ladder-button-hour = Another hour
ladder-button-restore = As it was
ladder-ask-hour = At what hour shall { $rung } go out? Please send it, as 10:30. It holds for this month only, and has to be a working hour.

## How rungs are called in a chat
rung-name-opening = opening
rung-name-before = before it is due
rung-name-last_morning = last morning
rung-name-last_hours = last hours
rung-name-overdue = overdue
rung-name-overdue_deputy = overdue, deputy
rung-name-overdue_leader = leader in charge told
rung-name-overdue_head = head told
rung-name-overdue_task_force = task force told
rung-name-overdue_office = office told
rung-name-overdue_bulletin = office told, for the bulletin
rung-name-weekly = every week
rung-name-returned = returned
rung-name-returned_deputy = returned, deputy
rung-name-returned_leader = returned, leader told
rung-name-returned_office = returned, office told
rung-name-returned_weekly = returned, every week
rung-name-problem = problem overdue
rung-name-problem_office = problem overdue, office told
rung-name-signing = signature
rung-name-signing_head = signature, to the head
rung-name-review_waiting = review waiting
rung-name-extension_waiting = request waiting
rung-name-extension_again = request waiting, again
rung-name-extension_weekly = request waiting, every week
rung-name-nudge = by hand
rung-name-snoozed = put off
rung-name-scan = stamped copy wanted
rung-name-scan_leader = stamped copy wanted, leader told
rung-name-original = paper original wanted
