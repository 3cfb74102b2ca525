## The bot itself: outages, other programs
life-say-again = 系统中断超过24小时，您在 { $since } 至 { $until } 之间发送的内容可能没有收到。已保存的内容没有变化，可用 /status 查看。如在此期间发过内容，请重新发送。
life-outage = ! 系统曾中断：{ $since } 至 { $back } 未能接收消息，其中 { $until } 之前发来的内容已无法取回。{ $count ->
        [0] 当时没有正在填写的人员。
       *[other] 已请正在填写的 { $count } 人重新发送。
    }您本人在此期间发过的内容，也请重新发送。
life-rival-polls = ! 另有一个程序正在接收本机器人的消息，部分填报可能收不到。请运维人员停止另一个程序；如非本单位所为，请在 @BotFather 处更换令牌。
life-rival-webhook = ! 本机器人的消息接收地址（webhook）被另一个程序改动，填报可能收不到。请运维人员核查；如非本单位所为，请在 @BotFather 处更换令牌。
life-undelivered = ! 有消息未能送达：{ $refused } 条被拒绝，{ $unknown } 条不能确定是否送达。发送 /outbox 可查看发给谁、原因，并重发。

## On the command line
cli-check-database-missing = 数据库尚未建立，首次运行时自动建立。
cli-check-database-older = 数据库由较早版本建立，下次运行时自动升级。
cli-outbox-counts = 待发 { $waiting }，已发 { $sent }，被拒绝 { $dead }，不能确定 { $unknown }，不再需要 { $dropped }。
cli-outbox-hint = 重发：baosong outbox resend 编号
cli-outbox-resent = 已重新排队，共 { $count } 条：{ $numbers }。机器人运行时即发出。
cli-outbox-not-resent = 没有这样的未送达消息：{ $numbers }。请用 baosong outbox 查看编号。
cli-incident-unknown = 没有编号为 { $code } 的故障记录。编号是六位字母和数字，记录保留14天。
cli-incident = 故障 { $code }：收到 { $at }，更新号 { $number }，试了 { $attempts } 次，{ $state ->
        [dead] 已搁置
        [done] 后来已处理
       *[other] 还会再试
    }。{ $error }
cli-incident-log = 详情见日志中含 incident={ $code } 的行。
port-taken = 不能在 { $listen } 的端口 { $port } 监听（{ $reason }）。请在设置中换一个端口。
