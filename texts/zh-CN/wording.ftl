## Dates and periods
wording-period = { $year }年{ $month }月份
wording-month = { $month }月份
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
wording-moment = { $day }{ $time }
