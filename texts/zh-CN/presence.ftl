## Away for some days
away-ask = 哪几天不在？请发送起止日期，例如“明天起3天”或“8月2日至8月6日”。
away-button-today = 今天
away-button-three = 明天起3天
away-button-week = 到本周五
away-button-no = 不登记
away-button-confirm = 确定
away-button-change = 改日期
away-button-back = 我回来了
away-button-withdraw = 取消登记
away-button = 我这几天不在
away-days = { $first }至{ $last }
away-confirm = { $days }不在，其中工作日 { $workdays } 天。{ $who }
away-replaces = 原登记的{ $days }由以上日期代替。
away-instead-of = 此前告知的{ $days }不再有效，以本次为准。
away-who = 这几天的提醒改发{ $names }。
away-who-nobody = 本单位没有其他可送达的联络员或B岗，提醒仍发给您，并告知经办人。
away-known = 已登记：{ $days }不在。{ $who }
away-left = 好的，没有登记。
away-not-understood = 没看懂“{ $said }”。不登记了，请发送“取消”。
away-reversed = 结束日期早于开始日期，请重新发送。
away-past = 这几天已经过去，请发送今天以后的日期。
away-out-of-date = 这张卡片已经过时，没有登记{ $days }不在。仍要登记的，请重新发送 /away 和起止日期。
away-too-long = 一次最多登记 { $days } 天。长期不在的，请联系领导小组办公室更换联络员。
away-report = { $unit }{ $month }月报：{ $left ->
        [0] 各项已填好，待核对报送。
       *[other] 还有 { $left } 项未填（{ $numbers }）。
    }
away-welcome = 欢迎回来，提醒恢复发给您。
away-welcome-nothing = 目前没有待报送的月报。
away-you-stand-in = { $unit }{ $name }{ $days }不在，期间的报送提醒发给您，请代为办理。
away-is-back = { $unit }{ $name }已返回，报送提醒恢复发给本人。
away-nobody-stands-in = ! { $units }{ $kind }{ $name }{ $days }不在，没有其他可送达的联络员或B岗。提醒仍发给本人；如需补充B岗，请用 /invite。
notice-instead-absent = 联络员{ $name }这几天不在，由您代为办理。
notice-instead-handed = 联络员{ $name }已将本次报送转给您。

## Later
snooze-button = 稍后提醒
snooze-when = { $unit }：何时再提醒您？
    { $times }
snooze-done = 好的，{ $at } 再提醒您（还可推迟 { $left } 次）。截止时间和提级催办不受影响。
    { $times }
snooze-too-late = 截止时间前已不能再推迟，请尽快填报。
    { $times }
snooze-too-often = 本次报送已推迟 { $count } 次，不能再推迟，请尽快填报。
    { $times }

## To a colleague
handover-button = 转给同事
handover-button-colleague = { $name }
handover-button-refuse = 退回
handover-button-take-back = 收回
handover-whom = { $unit }本次报送转给谁？
handover-nobody = { $unit }没有其他可送达的联络员或B岗。如需增加，请联系领导小组办公室。
    { $times }
handover-done = 已转给{ $name }，{ $unit }本次报送的提醒改发本人。您仍可填报。
handover-to-you = { $name }已将{ $unit }本次报送转给您，后续提醒发给您。如不便办理，请点“退回”。
handover-refused = { $name }没有接手{ $unit }本次报送，请您继续办理。
handover-taken-back = { $name }已收回{ $unit }本次报送，您无需再办理。
handover-you-refused = 已退回，{ $unit }本次报送的提醒不再发给您。
handover-you-took-back = 已收回，{ $unit }本次报送的提醒恢复发给您。

## The command menu
menu-away = 登记不在的日期

## Help
help-presence = /away 日期　登记不在的日期，由B岗代办（如 /away 明天起3天）
    提醒上的“稍后提醒”“转给同事”只影响您本人的提醒，截止时间不变。
