## The electronic copy: the mail itself
mail-mark-corrected = 【更正】
mail-mark-again = 【重报】
mail-mark-stamped = 【盖章件】
mail-mark-left-out = 【附件不全】
mail-file-corrected = （第{ $revision }版）
mail-file-stamped = 盖章件{ $number }
mail-text =
    { $unit }《{ $plan }》{ $month }工作任务完成情况报告（第{ $revision }版），现报送电子版。
    回执 { $receipt }，{ $at }由{ $by }报送。
mail-status = { $status }{ $count }项
mail-counts = 本月填报{ $total }项{ $statuses ->
    [none] {""}
   *[other] ：{ $statuses }
}{ $one_line ->
    [0] {""}
   *[other] ；配合{ $one_line }项不分进展
}。
mail-corrected = 更正原因：{ $reason }
mail-again = 退回后重新报送，替换此前报送的文本。{ $answer ->
    [none] {""}
   *[other] 未作修改的说明：{ $answer }
}
mail-file = 附件：{ $name }
mail-left-out = 未附：{ $name }（{ $size } MB，一封邮件最多 { $most } MB）。原件已在系统留存：经办人向机器人发送“/history { $unit }”，在当月“盖章件”中查看。
mail-evidence = 佐证材料{ $count }件已随系统报送，本邮件不另附。
mail-contact = 联系人：{ $who }
mail-end = 以系统报送文本为准。
mail-test-subject = { $office }：确认收件邮箱
mail-test-text =
    本邮件用于确认{ $office }的收件邮箱能够收到各单位的电子版。
    确认码：{ $code }
    请经办人在24小时内向机器人发送：/mail { $code }
    如不是贵单位所为，请不必理会，此邮箱不会收到任何材料。

## The office's mailbox in chat
menu-mail = 电子邮件收件情况
help-mail = /mail　电子版收件邮箱：确认、寄出情况、补寄
mail-title = <b>电子邮件</b>
mail-none = 没有设置收件邮箱（[mail] to），电子版不经邮件报送。
mail-by-hand = 收件邮箱：{ $address }。没有设置发信服务器，系统不自动寄送；各单位可在报送回执中取“邮件文件”自行发送。
mail-unconfirmed = 收件邮箱：{ $address }，<b>尚未确认，目前一封邮件也不会寄出</b>。
mail-ask-test = 点“发确认邮件”，再把邮件里的确认码发给我：/mail 确认码
mail-code-asked = 确认邮件已排队寄往 { $address }。收到后24小时内发送：/mail 确认码。没有收到请看垃圾邮件，或用 /outbox 查看原因。
mail-test-queued = 确认邮件已排队，以最新一封的确认码为准。
mail-confirmed = 收件邮箱：{ $address }，已确认。各单位报送后自动寄出电子版。
mail-count = { $period }：已报送 { $filed } 家，已交寄 { $mailed } 家{ $lost ->
        [0] 。
       *[other] （含未寄达的，见下）。
    }
mail-count-open = 待寄 { $waiting } 封，未寄达或不能确定 { $lost } 封{ $lost ->
        [0] 。
       *[other] ，见 /outbox。
    }
mail-button-test = 发确认邮件
mail-button-rest = 补寄 { $count } 家
mail-just-confirmed = 收件邮箱 { $address } 已确认。今后报送的电子版自动寄出。
mail-code-wrong = 确认码不对或已经过期。确认码24小时内有效，填错5次作废；可重新发确认邮件。
mail-rest-queued = 已排队补寄 { $count } 家。
mail-rest-none = 没有需要补寄的。
mail-of = { $unit } { $period }电子版

## What became of a mail
mail-gone = 电子版已寄达：{ $unit } { $period }（第{ $revision }版），{ $at }，{ $address }。{ $left ->
        [0] {""}
       *[other] 其中 { $left } 个盖章件文件过大，未附在邮件中；原件已登记，不用另发，经办人可在系统中查看。
    }
mail-lost = ! 邮件未寄出：{ $what }，收件邮箱 { $address }。原因：{ $why }。处理后可重发。
mail-lost-own = 电子版尚未寄达：{ $what }，收件邮箱 { $address } 没有收下。经办人已经知道，重发并寄达后再告诉您；您现在无需操作。
mail-trouble = ! 发信服务器目前不收邮件：{ $why }。请运维人员检查 [mail] 设置；邮件仍在排队，没有丢失，服务器恢复后自动寄出。

## What the unit reads
card-receipt-mail = 电子版自动寄往 { $address }，寄达后另行告知。
card-receipt-mail-by-hand = 电子版须自行发送至 { $address }：点“邮件文件”，用单位邮箱打开即可发送。
button-mail-file = 邮件文件
report-mail-caption = { $unit } { $month }的邮件（第{ $revision }版），已附待盖章稿。用单位邮箱打开后发送至 { $address }。{ $times }
report-mail-coming = 正在生成邮件文件。

## On the command line
cli-check-mail = 发信服务器可用：{ $host }
cli-check-mail-unconfirmed = 收件邮箱 { $address } 尚未确认，邮件不会寄出。请经办人发送 /mail。
cli-check-mail-silent = 发信服务器 { $host } 不能使用：{ $why }。请检查 [mail] 设置和网络。
cli-mail-written = 已写入邮件文件：{ $file }
cli-mail-not-filed = { $unit } { $period }月报还没有报送，没有可寄的电子版。
