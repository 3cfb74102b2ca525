## Written reminders (催办单)
menu-notice = 催办单（Word）
notices-button = 催办单
notices-caption = <b>{ $unit }</b> { $period }催办单（截至{ $as_of }），请核对、盖章后发出。
    { $times }
notices-nobody = 目前没有逾期未报的单位，不需要催办单。
notices-not-late = { $unit }目前没有逾期未报，不需要催办单。
help-notices = /notice　催办单：逾期未报单位每家一份（Word）；/notice 单位　只出一家
cli-notices-written = 催办单已写入 { $folder }：{ $count }份。

## The bulletin to the units (通报)
menu-bulletin = 通报（Word）
bulletin-button = 通报
bulletin-caption = { $period }通报（截至{ $as_of }），请核对后印发。数据来源另附一份。
    { $times }
bulletin-sources-caption = { $period }通报的数据来源（截至{ $as_of }）：每个数字在汇总台账的哪一页、哪几行。供核对，不印发。
    { $times }
help-bulletin = /bulletin　通报（Word，可加月份）
cli-bulletin-written = 通报已写入：{ $file }

## The briefing upwards (专报)
menu-briefing = 专报（Word）
briefing-button = 专报
briefing-caption = { $period }专报（截至{ $as_of }），请核对后报送；亮出的“待补”处请补上。数据来源另附一份。
    { $times }
briefing-sources-caption = { $period }专报的数据来源（截至{ $as_of }）：每个数字在汇总台账的哪一页、哪几行。供核对，不印发。
    { $times }
help-briefing = /briefing　专报（Word，可加月份）
cli-briefing-written = 专报已写入：{ $file }
cli-no-highlight = 本月没有第{ $place }条亮点（共{ $count }条）。请按 /highlights 中的编号填写，如 3,7。
