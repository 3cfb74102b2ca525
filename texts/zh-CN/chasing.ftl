## By telephone
calls-title = <b>电话催办（{ $count }）</b>：以下人员收不到消息，请打电话告知。
calls-line = { $place }. { $unit }{ $kind }{ $name }　{ $phone }：{ $month }月报{ $left ->
        [0] 已填好，待核对报送
       *[other] 还有 { $left } 项未填（{ $numbers }）
    }{ $extended ->
        [0] 。
       *[other] ，已同意延至 { $until }。
    }
calls-line-returned = { $place }. { $unit }{ $kind }{ $name }　{ $phone }：{ $month }月报已退回，待修改后重报。
calls-line-scan_missing = { $place }. { $unit }{ $kind }{ $name }　{ $phone }：{ $month }月报盖章扫描件尚未收到。
calls-line-original_missing = { $place }. { $unit }{ $kind }{ $name }　{ $phone }：{ $month }月报纸质原件尚未收到。
calls-line-mail_missing = { $place }. { $unit }{ $kind }{ $name }　{ $phone }：{ $month }月报电子邮件尚未收到。
calls-line-signature_waiting = { $place }. { $unit }{ $kind }{ $name }　{ $phone }：{ $month }月报待其签发。
calls-more = 另有 { $count } 个电话，办完以上几个后显示。
calls-none = 目前没有需要打的电话。
calls-button-called = { $place } 已打电话
calls-button-failed = { $place } 打不通
calls-noted = 已记录，视为本人已知悉。
calls-noted-failed = 已记录，改告知下一位联系人。
menu-calls = 电话催办

## Text for another chat
paste-button = 复制到工作群
paste-block = <pre>{ $text }</pre>
paste-text = 截至{ $as_of }，{ $period }任务完成情况应报{ $expected }家，已报{ $filed }家，未报{ $missing }家：{ $units }。
paste-text-rest = 截至{ $as_of }，{ $period }任务完成情况应报{ $expected }家，已报{ $filed }家。
paste-text-later = 另有{ $count }家已同意延期，尚未到期：{ $units }。
paste-text-awaiting = 已报送单位中，{ $count }家{ $kind }尚未收到：{ $units }，请尽快送达。
paste-text-all = 截至{ $as_of }，{ $period }任务完成情况应报{ $expected }家，已全部报送。
paste-text-due = 请按时报送。
paste-text-overdue = 截止时间已过，仍可报送，请尽快。
menu-remind_text = 催报文字（发工作群）

## A reminder by hand
nudge-button = 未报催办
nudge-confirm = 将向 { $count } 家未报单位的联络员各发一条催办{ $unreached ->
        [0] 。
       *[other] ，另有 { $unreached } 家无法送达。
    }
nudge-confirm-outside = 现在不是工作时间。确认后立即向 { $count } 家未报单位的联络员各发一条催办{ $unreached ->
        [0] 。
       *[other] ，另有 { $unreached } 家无法送达。
    }
nudge-button-send = 发送 { $count } 条
nudge-done = 已催办 { $count } 家{ $unreached ->
        [0] 。
       *[other] ，{ $unreached } 家无法送达，请用 /calls 查看或电话联系。
    }
nudge-too-soon = 一小时内只能催办一次，{ $at } 后可以再发。
nudge-nobody = 没有未报单位，不需要催办。
nudge-nobody-yet = 没有需要催办的单位。已同意延期、尚未到期的 { $count } 家：{ $units }。
nudge-later = 已同意延期、尚未到期的 { $count } 家不催：{ $units }。
help-chasing = /calls　电话催办（收不到消息的人）
    /remind_text　未报情况，可复制到工作群
