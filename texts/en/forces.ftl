## Task forces
force-told = { $tone ->
        [notice] <b>For your information</b>
        [reminder] <b>Reminder</b>
        [urgent] <b>Urgent</b>
       *[escalation] <b>Escalation</b>
    }: of the measures of { $force }, { $count ->
        [one] one unit has
       *[other] { $count } units have
    } not filled in { $period }:
force-unit = · { $unit }{ $has_liaison ->
        [0] { "" }
       *[other] { " " }(liaison { $name }{ $has_phone ->
            [0] { "" }
           *[other] , phone { $phone }
        }{ $told ->
            [0] ; no reminder has got through, please contact them
           *[other] { "" }
        })
    }
force-nothing = Of the measures of { $force } nothing is waiting to be filled in.
welcome-task_force = { $name }, welcome. You are the liaison of the task force <b>{ $unit }</b>.
    Only when measures of your task force are overdue, and the liaisons of their units have been reminded, will the bot tell you which units, which measures and whom to call. It stops once they file.
    Send /status at any time to see what is missing.
welcome-task_force_leader = { $name }, welcome. You are the leader of the task force <b>{ $unit }</b>.
    Only when measures of your task force are overdue and its liaison cannot be reached, or when the office has arranged it, will the bot write to you. Otherwise it leaves you in peace.
    Send /status at any time to see what is missing.
report-of-force = The reports are filled in by the units; what those of your task force still miss is in /status.
report-of-leader = The report is filled in by the liaison and the deputy; how it stands is in /status, and what was filed before in /history.
help-task-force = /status: which units have not filled in measures of your task force
    The bot writes to you only when something is overdue.
force-word = task force
kind-task_force = task force liaison
kind-task_force_leader = task force leader
office-task-force-unknown = No plan has a task force “{ $name }”. There are: { $forces }.
rung-wrong-office = “{ $name }”: coordinators see in /ticks what has not come, and are sent no reminders of it. Take coordinator out here.
rung-wrong-signatory = “{ $name }”: only who may sign is reminded of a signature; audience may name leader_in_charge and head.
rung-wrong-task-force = “{ $name }”: task forces are told only what is missing while a report has not come. Take task_force out here.
why-fate-needless = not needed: everything that concerns it is answered
