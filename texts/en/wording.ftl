## Dates and periods
wording-month-alone = { wording-month }
wording-period = { wording-month } { $year }
wording-month = { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
wording-periods = { $first } to { $last }
wording-day = { $weekday ->
        [1] Mon
        [2] Tue
        [3] Wed
        [4] Thu
        [5] Fri
        [6] Sat
       *[7] Sun
    } { $day } { wording-month }
wording-day-short = { $day } { wording-month }
wording-back-risen = — (above the baseline)
wording-back-fallen = — (below the baseline)
wording-on-behalf = { $name } (on behalf)
wording-moment = { $day } { $time }
wording-moment-short = { $day } { wording-month } { $time }

## When a cycle opens, is due and locks
wording-timetable = Opens { $opens } · due { $due }{ $counts } · locks { $locks }{ $guess }
wording-timetable-extended = Opens { $opens } · due { $until } (extended; was { $due }){ $counts } · locks { $locks }{ $guess }
wording-timetable-extended-late = Opens { $opens } · due { $due } (agreed to wait until { $until }, still late){ $counts } · locks { $locks }{ $guess }
wording-counts = {" "}(by the { $kind })
wording-days-provisional = {" "}(workdays provisional)
wording-timetable-of = { $month }: { $line }

## Measures by number
wording-run = { $first }–{ $last }
