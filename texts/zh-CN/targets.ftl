## Targets of the whole plan
menu-target = 计划总目标当期值
help-target = /target 8.1% 市统计局　填写计划总目标的当期值和数据来源，写入汇总台账和专报（可加月份，如 /target 2022-07 8.1% 市统计局）
target-title = <b>{ $month }计划总目标</b>
target-line = { $place }　{ $name }：目标{ $comparator ->
        [at_least] 不少于
        [at_most] 不超过
        [about] 约
       *[exactly] {""}
    }{ $target }；
target-not-given = 当期值未填
target-given = 当期值{ $approximate ->
        [yes] 约
       *[no] {""}
    }{ $value }{ $source ->
        [none] （未注明来源）
       *[other] （{ $source }）
    }
target-pace = ，序时应达{ $due }，实际完成{ $done }：{ $pace }
target-how-one = 填写：/target 数值 来源，例如 /target 8.1% 市统计局7月快报
target-how = 填写：/target 编号 数值 来源，例如 /target 1 8.1% 市统计局7月快报
target-none = 这个计划没有总目标，不必填写。
target-which = 计划总目标有 { $count } 项，请先写编号，例如 /target 1 8.1% 市统计局。
target-taken = 已记，写入汇总台账和专报。
target-taken-back = 已撤回，当期值未填。
target-button-take-back = 撤回：{ $name }
sheet-col-reading = 当期值
sheet-col-reading-source = 来源
sheet-whole-plan = 总目标
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
