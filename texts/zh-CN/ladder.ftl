## What is wrong with a ladder
rung-wrong-name-twice = 名称“{ $name }”出现了两次。每级的名称只能用一次。
rung-wrong-anchor = “{ $name }”的起算点不合适。这里可用：{ $allowed }。
rung-wrong-hour-missing = “{ $name }”不在起算当天，或每周重复，需要用 at 写明几点。
rung-wrong-hour-twice = “{ $name }”同时写了 at 和 hours_before，请只留一个。
rung-wrong-hour-outside = “{ $name }”的 { $at } 不在工作时间内，或在午休时间，提醒发不出去。
rung-wrong-too-early = “{ $name }”太早：上级只能在截止（或退回）之后、下级得知之后再得知。workdays 最小为 { $least }。
rung-wrong-no-liaison = 没有提醒联络员的一级。
rung-wrong-liaison-unwarned = “{ $name }”会越过联络员：截止（或退回）后没有先催联络员的一级。
rung-wrong-deputy-first = “{ $name }”太早：B岗不能在联络员之前得知逾期（或退回）。
rung-hindered-too-early = 不能这样改“{ $rung }”：改后“{ $name }”就太早了，上级只能在下级得知之后再得知。请先把“{ $name }”推后到第 { $least } 个工作日或更晚，或本期不发，再改“{ $rung }”。
rung-hindered-deputy-first = 不能这样改“{ $rung }”：改后“{ $name }”就太早了，B岗不能在联络员之前得知逾期（或退回）。请先把“{ $name }”推后，或本期不发，再改“{ $rung }”。
rung-hindered-liaison-unwarned = 不能这样改“{ $rung }”：改后“{ $name }”会越过联络员，没有先催联络员的一级。请先让“{ $name }”本期不发，再改“{ $rung }”。

## The ladder of a cycle
ladder-title = <b>{ $period }提醒安排</b>
ladder-title-unit = <b>{ $unit } · { $period }提醒安排</b>
ladder-outstanding-title = 未报送的单位将依次收到，一经报送即停止：
ladder-line = { $what }　{ $at }{ $last ->
        [none] { "" }
       *[other] 起每周，至{ $last }
    }　{ $names }　[{ $rung }]
ladder-is-to_come = 待发
ladder-is-over = 已过
ladder-is-passed = 未发
ladder-is-waiting = 待发（排队中）
ladder-is-delivered = 已送达
ladder-is-unknown = 不确定是否送达
ladder-is-refused = 未能送达（被拒收）
ladder-is-unreachable = 未能送达
ladder-is-cancelled = 未发（发送前已取消）
ladder-is-expired = 未发（已过时）
ladder-is-overtaken = 未发（由更新的一次代替）
ladder-is-call_open = 待电话催办
ladder-is-called = 已电话告知
ladder-is-no_answer = 电话未接通
ladder-is-not_called = 电话没有打
ladder-put-off = 稍后提醒：{ $name }要求 { $until } 再提醒
ladder-ended-by-filing = 已于 { $at } 报送，其余提醒取消。
ladder-ended-by-more_time = 已于 { $at } 同意延期至 { $until }，以上按原日期安排的提醒不再发。
ladder-ended-by-exemption = 已于 { $at } 免报，其余提醒取消。
ladder-exempt = 本期免报，不发提醒。
ladder-who = { $kind } { $people }
ladder-nobody = 无人可送达
ladder-chase-scan_missing = 自 { $at } 报送起，扫描件未收到：
ladder-chase-original_missing = 自 { $at } 报送起，纸质原件未收到：
ladder-chase-mail_missing = 自 { $at } 报送起，电子邮件未收到：
ladder-ended-by-tick = 已于 { $at } 收到或不再需要，不再提醒。
ladder-scan-title = 报送后扫描件未收到的：
ladder-original-title = 报送后纸质原件未收到的：
ladder-mail-title = 报送后电子邮件未收到的：
ladder-chase-signature_waiting = 自 { $at } 送签起：
ladder-ended-by-leader = 已于 { $at } 签发、退回修改或撤回，不再提醒。
ladder-chase-problem_overdue = 问题自 { $at } 起超期：
ladder-ended-by-answer = 已于 { $at } 解决、销号或答复，不再提醒。
ladder-chase-returned = { $at } 退回后：
ladder-returned-title = 退回后未重新报送的：
ladder-signing-title = 送领导签发后未签发的：
ladder-review-title = 报送后未审核的：
ladder-extension-title = 申请延期后未答复的：
ladder-unchased = 本期不催办：{ $what }
ladder-unchased-problem = 超期的问题
ladder-unchased-scan = 扫描件
ladder-unchased-original = 纸质原件
ladder-unchased-mail = 电子邮件
ladder-unchased-signing = 待签发的月报
ladder-unchased-review = 待审核的月报
ladder-problem-title = 问题超期未答复的（报送与否不影响）：
ladder-later = { $workdays ->
        [0] 当天
       *[other] 第 { $workdays } 个工作日
    }{ $at ->
        [none] { "" }
       *[other] {" "}{ $at }
    }{ $times ->
        [0] { "" }
       *[other] 起每周，共 { $times } 次
    }　{ $names }　[{ $rung }]
ladder-changes-title = 本期调整：
ladder-change = [{ $rung }] { $what ->
        [off] 本期不发
        [hour] 改为 { $at }
       *[day] 改为{ $anchor ->
            [opens] 开放日
            [due] 截止日
           *[other] 起算日
        }{ $side ->
            [same] 当天
            [before] 前第 { $workdays } 个工作日
           *[after] 后第 { $workdays } 个工作日
        }{ $at ->
            [none] { "" }
           *[other] {" "}{ $at }
        }
    }（{ $by }，{ $on }）
ladder-changed-by-operator = 运维人员
ladder-rung-unknown = 没有名为“{ $name }”的一级。现有：{ $rungs }。
ladder-rung-passed = “{ $name }”在本期已过（{ $at }），没有单位还会收到，改了也不起作用，因此没有调整。谁收到了什么，发送 /ladder 单位 查看。
ladder-change-passed = 注意：“{ $rung }”按原安排已于 { $at } 到点，这次调整只影响以下 { $count } 家：{ $units }。
ladder-unit-not-asked = { $unit }在这一期没有需要报送的内容。
menu-ladder = 提醒安排
ladder-hour-unreadable = 没看懂几点“{ $written }”。请按 09:30 的样子写。
ladder-button-change = 调整本期
ladder-button-look = 返回
ladder-button-back = 返回
ladder-button-off = 本期不发 { $rung }
ladder-button-earlier = 提前一个工作日
ladder-button-later = 推后一个工作日
ladder-button-hour = 改几点
ladder-button-restore = 恢复原安排
ladder-ask-hour = { $rung } 改为几点？请发送，例如 10:30。只改本期，须在工作时间内。

## How rungs are called in a chat
rung-name-opening = 开放通知
rung-name-before = 截止前提醒
rung-name-last_morning = 当日早提醒
rung-name-last_hours = 最后几小时
rung-name-overdue = 逾期催办
rung-name-overdue_deputy = 逾期催办B岗
rung-name-overdue_leader = 告知分管领导
rung-name-overdue_head = 告知主要负责人
rung-name-overdue_task_force = 告知专班
rung-name-overdue_office = 告知经办人
rung-name-overdue_bulletin = 提请通报
rung-name-weekly = 每周催办
rung-name-returned = 退回催办
rung-name-returned_deputy = 退回催办B岗
rung-name-returned_leader = 退回告知分管领导
rung-name-returned_office = 退回告知经办人
rung-name-returned_weekly = 退回每周催办
rung-name-problem = 问题超期提醒
rung-name-problem_office = 问题超期告知经办人
rung-name-signing = 待签发提醒
rung-name-signing_head = 待签发提醒主要负责人
rung-name-review_waiting = 待审核提醒
rung-name-extension_waiting = 延期待答复
rung-name-extension_again = 延期待答复（二）
rung-name-extension_weekly = 延期待答复（每周）
rung-name-nudge = 经办人手动催办
rung-name-snoozed = 稍后提醒
rung-name-scan = 催要盖章件
rung-name-scan_leader = 催要盖章件告知分管领导
rung-name-original = 催要纸质原件
