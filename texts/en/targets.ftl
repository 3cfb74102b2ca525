## Targets of the whole plan
menu-target = Figures of the whole plan
help-target = /target 8.1% Bureau of Statistics: gives the present figure of a target of the whole plan and who published it, for workbook and briefing (also of a month: /target 2022-07 8.1% Bureau of Statistics)
target-title = <b>Targets of the whole plan, { $month }</b>
target-line = { $place }　{ $name }: target { $comparator ->
        [at_least] at least{" "}
        [at_most] at most{" "}
        [about] about{" "}
       *[exactly] {""}
    }{ $target };{" "}
target-not-given = no figure yet
target-given = now { $approximate ->
        [yes] about{" "}
       *[no] {""}
    }{ $value }{ $source ->
        [none] {" "}(no source named)
       *[other] {" "}({ $source })
    }
target-pace = , by time { $due } of the way, done { $done }: { $pace }
target-how-one = To give one: /target FIGURE SOURCE, for example /target 8.1% Bureau of Statistics, July
target-how = To give one: /target NUMBER FIGURE SOURCE, for example /target 1 8.1% Bureau of Statistics, July
target-none = This plan has no target as a whole; there is nothing to give.
target-which = The plan has { $count } targets as a whole: please write the number first, for example /target 1 8.1% Bureau of Statistics.
target-taken = Noted, for the workbook and the briefing.
target-taken-back = Taken back; there is no figure now.
target-button-take-back = Take back: { $name }
sheet-col-reading = Now
sheet-col-reading-source = Source
sheet-whole-plan = Whole plan
paper-briefing-target-given = （{ $number }）{ $name }：{ $facts }。截至{ $day }，实际完成{ $value }{ $source ->
        [none] {""}
       *[other] （{ $source }）
    }{ $pace ->
        [none] {""}
       *[other] ，{ $pace }
    }。
paper-briefing-target-passed = { $name }时间进度
paper-briefing-target-due-of = { $name }按序时应达
paper-briefing-target-now = { $name }当期值
