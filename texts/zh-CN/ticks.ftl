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

## The list in which the office ticks
ticks-title = <b>收件登记：{ $kind }</b>　{ $period }
ticks-count = 已收到 { $came } / 已报送 { $filed }
ticks-how = 点单位登记收到（收到日：{ $day }），再点一次撤销。单位更正后须重新收取。
ticks-none = 还没有单位报送。
ticks-filed-anew = ! { $unit }刚报送了新的版本，原来的登记不再适用，请看收到的是哪一版。
ticks-button = 收件登记
ticks-button-kind = { $kind } { $count }
ticks-button-kind-shown = · { $kind } { $count } ·
ticks-button-earlier = ‹ 前一天收到
ticks-button-later = 后一天收到 ›
ticks-set = 已登记：{ $unit } { $kind }（{ $at }）
ticks-was-set = 此前已登记：{ $unit } { $kind }
ticks-unset = 已撤销：{ $unit } { $kind }
ticks-was-unset = 没有登记过：{ $unit } { $kind }
menu-ticks = 收件登记（扫描件、原件、邮件）

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
