## The bot itself: outages, other programs
life-say-again = 系统中断超过24小时，您在 { $since } 至 { $until } 之间发送的内容可能没有收到。已保存的内容没有变化。如在此期间发过内容，请重新发送；用 /report 查看已保存的内容。
life-outage = ! 系统曾中断：{ $since } 至 { $back } 未能接收消息，其中 { $until } 之前发来的内容已无法取回。{ $count ->
        [0] 当时没有正在填报的人员。
       *[other] 已请正在填报的 { $count } 人重新发送。
    }
life-rival-polls = ! 另有一个程序正在接收本机器人的消息，部分填报可能收不到。请运维人员停止另一个程序；如非本单位所为，请在 @BotFather 处更换令牌。
life-rival-webhook = ! 本机器人的消息接收地址（webhook）被另一个程序改动，填报可能收不到。请运维人员核查；如非本单位所为，请在 @BotFather 处更换令牌。
