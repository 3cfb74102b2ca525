## Reminders
notice-before = { $tone ->
        [urgent] <b>Due soon</b>: { $unit }:
        [escalation] <b>Due soon</b>: { $unit }:
       *[reminder] <b>{ $unit }</b>:
    } please file the { $period } report in time.
notice-due-today = { $tone ->
        [urgent] <b>Due in a few hours (today at { $time })</b>
        [escalation] <b>Due in a few hours (today at { $time })</b>
       *[reminder] <b>Due today at { $time }</b>
    }: { $unit } has not filed its { $period } report yet.
notice-overdue = { $tone ->
        [notice] <b>For your information</b>
        [reminder] <b>Reminder</b>
       *[urgent] <b>Overdue</b>
    }: the { $period } report of { $unit } is overdue and has not been filed. It can still be filed; please do so soon.
notice-missing = { $left ->
        [one] One measure is left
       *[other] { $left } measures are left
    }{ $filled ->
        [0] :
       *[other] {" "}(what is filled in so far, { $filled }, is saved):
    }
missing-measure = { $number }　{ $title }
missing-rest = and measures { $numbers }
missing-numbers = measures { $numbers }
missing-measures = <blockquote expandable>{ $lines }</blockquote>
notice-waits = Of what you sent, { $what } belong to no measure yet and would not be filed: { $named }. Open the report to say where they belong.
notice-changes-wait = Besides, { $what } are kept and not in the report yet: { $named }. Open the report to go on with them.
notice-waits-words = “{ $words }”
notice-only-filing = All { $filled } measures are filled in; what remains is to check and file.
notice-returned = { $tone ->
        [notice] <b>For your information</b>
       *[reminder] <b>Reminder</b>
    }: the { $period } report of { $unit } was returned. Please mend it and file it again. Reason: { $reason }
notice-superior-overdue = { $tone ->
        [notice] <b>For your information</b>
        [reminder] <b>Reminder</b>
        [urgent] <b>Overdue</b>
       *[escalation] <b>Escalation</b>
    }: the { $period } report of { $unit } is overdue and has not been filed (measures: { $count }, filled in: { $filled }).
notice-superior-returned = { $tone ->
        [notice] <b>For your information</b>
        [reminder] <b>Reminder</b>
        [urgent] <b>Overdue</b>
       *[escalation] <b>Escalation</b>
    }: the { $period } report of { $unit } was returned and has not been filed again (measures: { $count }). Reason: { $reason }
notice-scan_missing = { $tone ->
        [notice] <b>For your information</b>
       *[reminder] <b>Reminder</b>
    }: the { $period } report of { $unit } (revision { $revision }) is filed; its stamped scan has not come.
notice-scan_missing-how = Please send a scan or photo of the stamped report here.
notice-original_missing = { $tone ->
        [notice] <b>For your information</b>
       *[reminder] <b>Reminder</b>
    }: the { $period } report of { $unit } (revision { $revision }) is filed; the stamped paper original has not come.
notice-original_missing-how = Please bring the stamped original to the coordinator. If it is on its way, please ask whether it has come.
notice-mail_missing = { $tone ->
        [notice] <b>For your information</b>
       *[reminder] <b>Reminder</b>
    }: the { $period } report of { $unit } (revision { $revision }) is filed; the mail with it has not come.
notice-mail_missing-how = Please mail the report to the office's mailbox. If it is on its way, please ask whether it has come.
notice-superior-scan = { $tone ->
        [notice] <b>For your information</b>
        [reminder] <b>Reminder</b>
        [urgent] <b>Overdue</b>
       *[escalation] <b>Escalation</b>
    }: the { $period } report of { $unit } is filed, and its stamped scan has not come.
notice-superior-original = { $tone ->
        [notice] <b>For your information</b>
        [reminder] <b>Reminder</b>
        [urgent] <b>Overdue</b>
       *[escalation] <b>Escalation</b>
    }: the { $period } report of { $unit } is filed, and the stamped paper original has not come.
notice-superior-mail = { $tone ->
        [notice] <b>For your information</b>
        [reminder] <b>Reminder</b>
        [urgent] <b>Overdue</b>
       *[escalation] <b>Escalation</b>
    }: the { $period } report of { $unit } is filed, and the mail with it has not come.
notice-superior-signing = { $tone ->
        [notice] <b>For your information</b>
        [reminder] <b>Reminder</b>
        [urgent] <b>Overdue</b>
       *[escalation] <b>Escalation</b>
    }: the { $period } report of { $unit } waits for your signature, which files it.
notice-liaison-told = The liaison { $name } (phone: { $phone }) was reminded on { $days }.
notice-liaison-told-no-phone = The liaison { $name } was reminded on { $days }.
notice-stands-in = This message was meant for the { $kinds }, who cannot be reached at present{ $own ->
        [none] .
       *[other] , and is for you as { $own } too.
    }
notice-stands-in-before = No message reaches the liaison or the deputy of your unit at present, so reminders before the due moment come to you. Please pass them on to whoever writes the report.
notice-button-start = Start
notice-button-continue = Continue
notice-button-look = See how it stands

## To the office
notice-the-office = the office
notice-unreachable = ! Cannot be reached: { $unit }, { $kind }, { $name } ({ $reason }).
unreachable-next-chat = { " " }Reminders now go to { $names }. Please contact them another way.
unreachable-next-phone = { " " }Reminders become calls for you to make (/calls): { $names }.
unreachable-next-deputy = { " " }The liaison still gets the reminders. Please contact them another way.
unreachable-next-nobody = { " " }There is no next person: nobody gets what is sent to them. Please contact them another way, or invite somebody else with /invite.
reach-named = { $kind } { $name }
notice-nobody-reachable = ! Nobody can be reached in { $count ->
        [one] one unit
       *[other] { $count } units
    }, so reminders cannot be delivered: { $units }. Please call, or invite somebody with /invite.
notice-cycle-opened = “{ $plan }”: reporting for { $period } has opened. The due day is included; once it locks there are no more corrections, but late reports are still taken.
    { $times }
notice-cycle-exempt = Exempt this time: { $units ->
        [one] one unit
       *[other] { $units } units
    }; of the others { $measures ->
        [one] one measure
       *[other] { $measures } measures
    }.
notice-cycle-days-published = Workdays are those of the published holidays.
notice-cycle-days-own = Workdays are those of the published holidays and of the days that the office has decided.
notice-cycle-days-provisional = ! The holidays are not known here yet; the workdays are provisional.
notice-cycle-ladder = Units that have not filed are reminded in turn; filing stops it at once:
notice-cycle-rung = { $at }: { $kinds }
notice-cycle-rung-weekly = from { $at } every week until { $last }: { $kinds }
notice-due = <b>The { $period } reports are due now</b>: late ones are still taken, and what is filed can be corrected until it locks.
    { $times }
notice-locked = <b>The { $period } reports are locked</b>: no more corrections; late reports are still taken.
    { $times }
notice-ledger-caption = Consolidated workbook, { $period } (as of { $as_of })
    { $times }
unreachable-blocked = has blocked the bot
unreachable-deactivated = account deleted
unreachable-never_started = never pressed Start
unreachable-gone = not deliverable

## The board
board-counts = Expected { $expected }: on time { $on_time }, late { $late }, not due yet { $pending }, missing { $outstanding }{ $exempt ->
        [0] .
       *[other] { " " }(and { $exempt } exempt).
    }
board-outstanding = Missing ({ $count }): { $units }
board-pending = Not due yet ({ $count }): { $units }
board-late = Late ({ $count }): { $units }
board-exempt = Exempt ({ $count }): { $units }
board-signing = Of them waiting for the signature of their leader ({ $count }): { $units }
board-returned = Of these returned, to be filed again ({ $count }; on time or late by the first filing all the same): { $units }
board-unit-progress = { $unit } ({ $done }/{ $count } filled in)
board-unit-awaits = { $unit } (filed, { $kind } to come)
board-ticks = Come in: { $ticks }.
board-on-behalf = Filed by the office ({ $count }): { $units }
board-unit-unreachable = { $unit } (! cannot be reached{ $done ->
        [0] { "" }
       *[other] , { $done }/{ $count } answered
    })

## Filed again
notice-corrected = { $unit } has corrected its { $period } report (revision { $revision }). Reason: { $reason }
notice-filed-late = { $unit } has filed its { $period } report late (filed by { $by }).
notice-filed-unchanged = { $unit } has filed the { $period } report again as it was (revision { $revision }). Explanation: { $reason }
notice-filed-again = { $unit } has filed its returned { $period } report again (revision { $revision }).
