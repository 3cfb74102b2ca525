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
ladder-title = <b>Reminders for { $period }</b>: opens { $opens }, due { $due } (that day included), locks { $locks }
    Units that have not filed get them in turn; filing stops it at once:
ladder-title-unit = <b>{ $unit } · reminders for { $period }</b>: opens { $opens }, due { $due } (that day included), locks { $locks }
ladder-planned = to come: { $at }{ $weekly ->
        [0] { "" }
       *[other] { " " }and every week
    }: { $names } [{ $rung }]
ladder-over = over: { $at }: { $names } [{ $rung }]
ladder-sent = sent: { $at }: { $names } [{ $rung }]
ladder-passed = not sent: { $at }: { $names } [{ $rung }]
ladder-settled = Filed on { $at }; the rest is cancelled.
ladder-exempt = Exempt this time; no reminders.
ladder-who = { $kind } { $people }
ladder-nobody = (nobody to reach)
ladder-chase-problem_overdue = A problem overdue since { $at }:
ladder-settled-problem = Solved, closed or answered on { $at }; no more reminders.
ladder-chase-returned = After the return of { $at }:
ladder-returned-title = After a return that is not answered:
ladder-returned-rung = workday { $workdays }, { $at }{ $weekly ->
        [0] { "" }
       *[other] { " " }and every week
    }: { $names } [{ $rung }]
ladder-changes-title = Changed this time:
ladder-change = [{ $rung }] { $what ->
        [off] left out
       *[moved] { $has_workdays ->
            [0] { "" }
           *[other] on workday { $workdays } from its anchor
        }{ $has_at ->
            [0] { "" }
           *[other] { " " }at { $at }
        }
    } ({ $by }, { $on })
ladder-changed-by-operator = the operator
ladder-rung-unknown = There is no rung “{ $name }”. There are: { $rungs }.
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
