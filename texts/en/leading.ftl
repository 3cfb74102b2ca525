## What the lead of a measure sees of the others
lead-answered = { $count } answered: { $units }{ $more ->
        [0] { "" }
       *[other] { " " }and others
    }
lead-waiting = { $count } not yet: { $units }{ $more ->
        [0] { "" }
       *[other] { " " }and others
    }
lead-said = { $unit } ({ $standing }) “{ $words }”
lead-said-nothing = { $unit } ({ $standing })
lead-filed = filed
lead-being-written = being written
lead-standing-comma = { ", " }
lead-all-title = <b>{ $number } { $title }</b>: what the units say
lead-all-unit = <b>{ $unit }</b> ({ $role }; { $standing })
button-supporters = Read all
button-hurry = Hurry { $count }
button-back-to-entry = ‹ Back to { $number }
hurry-request = <b>{ $lead } asks</b>: { $unit } has not answered measure { $number } “{ $title }” for { $month } yet.
    { $times }
hurry-button-fill = Answer { $number }
hurry-done = { $count } reminded{ $unreached ->
        [0] .
       *[other] ; { $unreached } cannot be reached ({ $units }{ $more ->
            [0] { "" }
           *[other] { " " }and others
        }): please call.
    }
hurry-later = { $count } will be reminded on { $at }{ $unreached ->
        [0] .
       *[other] ; { $unreached } cannot be reached ({ $units }{ $more ->
            [0] { "" }
           *[other] { " " }and others
        }): please call.
    }
hurry-nobody = All units have answered.
hurry-too-soon = They were reminded of this measure today; once a workday is enough.
lead-trouble-filed = <b>Measure { $number }</b> (led by { $lead }): { $unit } has just filed a problem that stands: “{ $problem }”. Your unit has filed the measure as done. Please check; tap “Correct” to change it.
lead-trouble-to-office = Note: { $lead } leads measure { $number } and has filed it as done; { $unit } has filed a problem: “{ $problem }”. { $lead } has been told to check.
