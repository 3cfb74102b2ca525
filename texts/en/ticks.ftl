## What came of a report after filing
tick-filed = filed
tick-scan = scan
tick-original = paper original
tick-mail = mail
tick-shown = { $kind } { $at ->
        [none] not yet
       *[other] { $at }
    }
tick-source-copy = the stamped copy that the unit sent
tick-source-mail = the mail
tick-source-office = { $name }, coordinator
tick-source-command_line = the operator

## The list in which the office ticks
ticks-title = <b>What has come: { $kind }</b>  { $period }
ticks-count = { $came } of { $filed } filed
ticks-how = Tap a unit whose has come (on { $day }); tap again to take it back. After a correction it is to come anew.
ticks-none = Nobody has filed yet.
ticks-filed-anew = ! { $unit } has just filed a new revision, and what was ticked was of the old one. Please look which it is that you have.
ticks-button = Papers received
ticks-button-kind = { $kind } { $count }
ticks-button-kind-shown = · { $kind } { $count } ·
ticks-button-earlier = ‹ a day earlier
ticks-button-later = a day later ›
ticks-set = Ticked: { $unit }, { $kind } ({ $at })
ticks-was-set = Ticked before: { $unit }, { $kind }
ticks-unset = Taken back: { $unit }, { $kind }
ticks-was-unset = Not ticked: { $unit }, { $kind }
menu-ticks = Scans, originals and mails received

## On the command line
cli-ticks-unit = { $unit }  revision { $revision }  { $line }
cli-ticks-none = Nobody has filed for { $period } yet.
cli-ticks-not-filed = { $unit } has not filed its report for { $period }; there is nothing to tick.
cli-ticks-filed = Filing is noted when the unit files, and not otherwise. To be ticked: scan, original, mail.
cli-ticks-came = { $came } is not between filing ({ $filed }) and now ({ $now }). Please check when it came.
cli-ticks-set = Ticked: { $unit }, { $kind }, { $at }
cli-ticks-was-set = Ticked before, nothing changes: { $unit }, { $kind }, { $at }
cli-ticks-unset = Taken back: { $unit }, { $kind }
cli-ticks-was-unset = Not ticked, nothing to take back: { $unit }, { $kind }
cli-ticks-noted = { "  " }{ $noted }  revision { $revision }  { $kind } { $at }  { $source }{ $taken ->
        [none] {""}
       *[other] {"  "}(taken back { $taken })
    }
