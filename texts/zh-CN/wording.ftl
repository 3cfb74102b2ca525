## Dates and periods
wording-period = { $year }年{ $month }月份
wording-month = { $month }月份
wording-month-alone = { $month }月
wording-periods = { $first }至{ $last }
wording-day = { $month }月{ $day }日（周{ $weekday ->
        [1] 一
        [2] 二
        [3] 三
        [4] 四
        [5] 五
        [6] 六
       *[7] 日
    }）
wording-day-short = { $month }月{ $day }日
wording-back-risen = —（较基数上升）
wording-back-fallen = —（较基数下降）
wording-on-behalf = { $name }（代报）
wording-moment = { $day }{ $time }
wording-moment-short = { $month }月{ $day }日{ $time }

## When a cycle opens, is due and locks
wording-timetable = 开放 { $opens } · 截止 { $due }{ $counts } · 锁定 { $locks }{ $guess }
wording-timetable-extended = 开放 { $opens } · 截止 { $until }（已同意延期，原{ $due }）{ $counts } · 锁定 { $locks }{ $guess }
wording-timetable-extended-late = 开放 { $opens } · 截止 { $due }（同意延至 { $until }，仍计迟报）{ $counts } · 锁定 { $locks }{ $guess }
wording-counts = （以{ $kind }收到为准）
wording-days-provisional = （工作日暂按推算）
wording-timetable-of = { $month }：{ $line }

## Measures by number
wording-run = { $first }～{ $last }
