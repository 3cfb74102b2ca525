## What the office is told of late units
late-outstanding = { $tone ->
        [notice] <b>For your information</b>
        [reminder] <b>Reminder</b>
        [urgent] <b>Urgent</b>
        [bulletin] <b>To be named in the bulletin?</b>
       *[escalation] <b>Escalation</b>
    }: the { $period } report is overdue and has not come from { $count ->
        [one] one unit
       *[other] { $count } units
    }.
late-returned = { $tone ->
        [notice] <b>For your information</b>
        [reminder] <b>Reminder</b>
        [urgent] <b>Urgent</b>
       *[escalation] <b>Escalation</b>
    }: the { $period } report was returned and has not been filed again by { $count ->
        [one] one unit
       *[other] { $count } units
    }.
late-unit = <b>{ $unit }</b>: measures { $count }, filled in { $filled }{ $extended ->
        [0] { "" }
       *[other] { " " }(was given time until { $until })
    }
late-unit-returned = <b>{ $unit }</b>: measures { $count }. Reason: { $reason }
late-told = Told: { $people }
late-told-one = { $kind } { $name } ({ $phone ->
        [none] { "" }
       *[other] { $phone }, { "" }
    }{ $days })
late-not-reached = ! Not told: { $people }
late-not-reached-one = { $kind } { $name } ({ $why })
late-not-reached-nobody = there is neither a liaison nor a deputy; /invite makes a link
late-not-reached-not-joined = has not joined, and no telephone is known
late-not-reached-call = only by telephone { $phone }, on the list of /calls since { $on }, not called yet
late-not-reached-no-answer = no answer at { $phone } on { $on }
late-papers = { $tone ->
        [bulletin] Urged and still missing: by custom they may be named in the bulletin to all units. Whether they are is yours to decide. The buttons make the bulletin, and the written reminder of each.
       *[other] /notice makes the written reminder of each, /bulletin the bulletin to all units, at any time.
    }
late-done-filed = Since then: { $unit } filed on { $at }.
late-done-exempt = Since then: { $unit } is exempt this time.
late-done-extended = Since then: { $unit } was given time until { $until }.

## Whom a reminder did not reach
not-reached-one = { $kind } { $name } (the reminder of { $on } { $doubtful ->
        [0] did not arrive
       *[other] may not have arrived
    }: { $why }{ $phone ->
        [none] { $number ->
            [none] { "" }
           *[other] ; send { $number } again from /outbox
        }
       *[other] ; call { $phone }{ $number ->
            [none] { "" }
           *[other] , or send { $number } again from /outbox
        }
    })
not-reached-unit = { $unit }: { $people }
not-reached-units = ! Reminders that did not get through ({ $count }): { $units }{ $more ->
        [0] .
       *[other] ; and of { $more } more, see /outbox.
    }
