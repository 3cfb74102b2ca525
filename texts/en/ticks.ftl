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
