## What came of a report after filing
tick-filed = 已报送
tick-scan = 扫描件
tick-original = 纸质原件
tick-mail = 电子邮件
tick-shown = { $kind } { $at ->
        [none] 未收到
       *[other] { $at }
    }
tick-source-copy = 单位发来的盖章件
tick-source-mail = 邮件
tick-source-office = 经办人{ $name }
tick-source-command_line = 运维人员

## On the command line
cli-ticks-unit = { $unit }　第{ $revision }版　{ $line }
cli-ticks-none = { $period }还没有单位报送。
cli-ticks-not-filed = { $unit } { $period }月报还没有报送，没有可登记的内容。
cli-ticks-filed = “已报送”由单位报送时记录，不能另行登记。可登记：scan（扫描件）、original（纸质原件）、mail（电子邮件）。
cli-ticks-came = { $came }不在报送（{ $filed }）与现在（{ $now }）之间，请核对收到的时间。
cli-ticks-set = 已登记：{ $unit } { $kind } { $at }
cli-ticks-was-set = 此前已登记，没有变化：{ $unit } { $kind } { $at }
cli-ticks-unset = 已撤销登记：{ $unit } { $kind }
cli-ticks-was-unset = 没有登记，无须撤销：{ $unit } { $kind }
cli-ticks-noted = 　{ $noted }　第{ $revision }版　{ $kind } { $at }　{ $source }{ $taken ->
        [none] {""}
       *[other] 　（{ $taken }撤销）
    }
