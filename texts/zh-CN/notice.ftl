## Reminders
notice-before = { $tone ->
        [urgent] <b>即将截止</b>：{ $unit }
        [escalation] <b>即将截止</b>：{ $unit }
       *[reminder] <b>{ $unit }</b>：
    }{ $period }任务完成情况请按时报送。
notice-due-today = { $tone ->
        [urgent] <b>还有几小时截止（今天 { $time }）</b>
        [escalation] <b>还有几小时截止（今天 { $time }）</b>
       *[reminder] <b>今天 { $time } 截止</b>
    }：{ $unit }{ $period }任务完成情况尚未报送。
notice-overdue = { $tone ->
        [notice] <b>告知</b>
        [reminder] <b>提醒</b>
       *[urgent] <b>催办</b>
    }：{ $unit }{ $period }任务完成情况已过截止时间，截至目前未报。逾期仍可报送，请尽快。
notice-missing = 还有 { $left } 项未填{ $filled ->
        [0] ：
       *[other] （已填的 { $filled } 项已保存）：
    }
missing-measure = { $number }　{ $title }
missing-rest = 还有第{ $numbers }项
missing-numbers = 第{ $numbers }项
missing-measures = <blockquote expandable>{ $lines }</blockquote>
notice-waits = 您发来的{ $what }还没有定放在哪一项，没有存进月报，报送时不会带上：{ $named }。打开月报后可以选择。
notice-changes-wait = 另有{ $what }已暂存，还没有写入：{ $named }。打开月报后可以继续。
notice-waits-words = “{ $words }”
notice-only-filing = { $filled } 项已全部填好，只差核对后报送。
notice-returned = { $tone ->
        [notice] <b>告知</b>
        [reminder] <b>提醒</b>
       *[urgent] <b>催办</b>
    }：{ $unit }{ $period }月报已被经办人退回，请修改后重新报送。退回原因：{ $reason }
notice-superior-overdue = { $tone ->
        [notice] <b>告知</b>
        [reminder] <b>提醒</b>
        [urgent] <b>催办</b>
       *[escalation] <b>提级催办</b>
    }：{ $unit }{ $period }任务完成情况已过截止时间，截至目前未报（共 { $count } 项，已填 { $filled } 项）。
notice-superior-returned = { $tone ->
        [notice] <b>告知</b>
        [reminder] <b>提醒</b>
        [urgent] <b>催办</b>
       *[escalation] <b>提级催办</b>
    }：{ $unit }{ $period }月报被退回后尚未重新报送（共 { $count } 项）。退回原因：{ $reason }
notice-scan_missing = { $tone ->
        [notice] <b>告知</b>
        [reminder] <b>提醒</b>
       *[urgent] <b>催办</b>
    }：{ $unit }{ $period }月报（第{ $revision }版）已报送，盖章后的扫描件尚未收到。
notice-scan_missing-how = 请把盖章后的扫描件或照片直接发到这里。
notice-original_missing = { $tone ->
        [notice] <b>告知</b>
        [reminder] <b>提醒</b>
       *[urgent] <b>催办</b>
    }：{ $unit }{ $period }月报（第{ $revision }版）已报送，盖章的纸质原件尚未收到。
notice-original_missing-how = 请将盖章的纸质原件送交经办人；如已送出，请与经办人核对。
notice-mail_missing = { $tone ->
        [notice] <b>告知</b>
        [reminder] <b>提醒</b>
       *[urgent] <b>催办</b>
    }：{ $unit }{ $period }月报（第{ $revision }版）已报送，电子邮件尚未收到。
notice-mail_missing-how = 请将月报电子版寄往领导小组办公室信箱；如已寄出，请与经办人核对。
notice-superior-scan = { $tone ->
        [notice] <b>告知</b>
        [reminder] <b>提醒</b>
        [urgent] <b>催办</b>
       *[escalation] <b>提级催办</b>
    }：{ $unit }{ $period }月报已报送，盖章后的扫描件尚未收到。
notice-superior-original = { $tone ->
        [notice] <b>告知</b>
        [reminder] <b>提醒</b>
        [urgent] <b>催办</b>
       *[escalation] <b>提级催办</b>
    }：{ $unit }{ $period }月报已报送，盖章的纸质原件尚未收到。
notice-superior-mail = { $tone ->
        [notice] <b>告知</b>
        [reminder] <b>提醒</b>
        [urgent] <b>催办</b>
       *[escalation] <b>提级催办</b>
    }：{ $unit }{ $period }月报已报送，电子邮件尚未收到。
notice-superior-signing = { $tone ->
        [notice] <b>告知</b>
        [reminder] <b>提醒</b>
        [urgent] <b>催办</b>
       *[escalation] <b>提级催办</b>
    }：{ $unit }{ $period }月报待您签发，签发后即为报送。
notice-liaison-told = 联络员{ $name }（电话：{ $phone }）已于{ $days }收到提醒。
notice-liaison-told-no-phone = 联络员{ $name }已于{ $days }收到提醒。
notice-stands-in = 本消息原发{ $kinds }，因暂时无法送达，转请您关注{ $own ->
        [none] 。
       *[other] ；同时也是发给您本人（{ $own }）的。
    }
notice-stands-in-before = 贵单位联络员、B岗目前都收不到机器人消息，因此截止前的提醒先发给您，请转告填报人。
notice-button-start = 开始填报
notice-button-continue = 继续填报
notice-button-look = 查看填报情况

## To the office
notice-the-office = 领导小组办公室
notice-unreachable = ! 无法送达：{ $unit }{ $kind }{ $name }（{ $reason }）。
unreachable-next-chat = 后续提醒改发{ $names }。请另行联系本人。
unreachable-next-phone = 后续提醒列入电话催办（/calls）：{ $names }。
unreachable-next-deputy = 提醒仍发给联络员。请另行联系本人。
unreachable-next-nobody = 没有下一位联系人，发给本人的提醒无人收到。请另行联系本人，或用 /invite 邀请其他人。
reach-named = { $kind }{ $name }
notice-nobody-reachable = ! 无法送达：以下 { $count } 家单位没有可送达的联系人，提醒发不出去：{ $units }。请电话联系，或用 /invite 重新邀请。
notice-cycle-opened = 《{ $plan }》{ $period }报送已经开始。截止含当日；锁定后不再接受更正，仍可补报。
    { $times }
notice-cycle-exempt = 本期免报：单位 { $units } 家；其余单位的措施 { $measures } 项。
notice-cycle-days-published = 工作日按国务院办公厅公布的节假日安排。
notice-cycle-days-own = 工作日按国务院办公厅公布的节假日安排和本办自定的日子。
notice-cycle-days-provisional = ! 节假日安排尚未载入，工作日暂按推算。
notice-cycle-ladder = 未报送的单位将依次收到提醒，一经报送即停止：
notice-cycle-rung = { $at }　{ $kinds }
notice-cycle-rung-weekly = { $at }起每周，至{ $last }　{ $kinds }
notice-due = <b>{ $period }报送已到截止时间</b>：逾期仍可补报，已报的锁定前可以更正。
    { $times }
notice-locked = <b>{ $period }报送已锁定</b>：不再接受更正，仍可补报。
    { $times }
notice-ledger-caption = { $period }汇总台账（截至{ $as_of }）
    { $times }
unreachable-blocked = 已停用机器人
unreachable-deactivated = 账号已注销
unreachable-never_started = 未点开始
unreachable-gone = 无法送达

## The board
board-counts = 应报 { $expected }：按时 { $on_time }，迟报 { $late }，未到期 { $pending }，未报 { $outstanding }{ $exempt ->
        [0] 。
       *[other] （另免报 { $exempt }）。
    }
board-outstanding = 未报（{ $count }）：{ $units }
board-pending = 未到期（{ $count }）：{ $units }
board-late = 迟报（{ $count }）：{ $units }
board-exempt = 免报（{ $count }）：{ $units }
board-signing = 其中待签发（{ $count }，已填好，等本单位负责人签字）：{ $units }
board-returned = 其中已退回、待重报（{ $count }，是否按时仍看首次报送）：{ $units }
board-unit-progress = { $unit }（已填 { $done }/{ $count }）
board-unit-awaits = { $unit }（已报送，{ $kind }未收到）
board-ticks = 已收到：{ $ticks }。
board-on-behalf = 代报（{ $count }）：{ $units }
board-unit-unreachable = { $unit }（! 无法送达{ $done ->
        [0] { "" }
       *[other] ，已填 { $done }/{ $count }
    }）

## Filed again
notice-corrected = { $unit }更正了{ $period }月报（第{ $revision }版）。原因：{ $reason }
notice-filed-late = { $unit }已补报{ $period }月报（迟报，报送人：{ $by }）。
notice-filed-unchanged = { $unit }未作修改，重新报送{ $period }月报（第{ $revision }版）。说明：{ $reason }
notice-filed-again = { $unit }已按退回意见重新报送{ $period }月报（第{ $revision }版）。
