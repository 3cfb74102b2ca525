## The outbox
menu-outbox = 发件箱
help-outbox = /outbox　待发、不能确定和未送达的消息，可重发
outbox-title = <b>发件箱</b>　待发 { $waiting }，不能确定 { $unknown }，未送达 { $dead }
outbox-waiting-title = <b>待发</b>
outbox-waiting = { $what }　{ $count } 条，自 { $since }{ $is_due ->
        [0] ，正在发送
       *[other] ，{ $at } 发送
    }{ $failed ->
        [0] { "" }
       *[other] （上次：{ $why }）
    }
outbox-more = 另有 { $count } 类。
outbox-title-unknown = <b>不能确定是否送达</b>（重发后对方可能收到两次）
outbox-title-dead = <b>未送达</b>
outbox-line = { $number }　{ $what }　{ $name }，{ $at }：{ $why }（试了 { $attempts } 次）
outbox-line-unreachable = { $number }　{ $what }　{ $name }，{ $at }：{ $why }，对方恢复后才能重发
outbox-stranger = （未登记）
outbox-all-arrived = 没有未送达的消息。
outbox-all = <b>将重发以下 { $count } 条</b>{ $doubtful ->
        [0] 。
       *[other] ，其中 { $doubtful } 条可能已经送达，对方可能收到两次。
    }提醒和群发通知在工作时间内发出。
outbox-all-of = { $what }　{ $count } 条
outbox-button-resend = 重发 { $number }
outbox-button-all = 全部重发（{ $count }）
outbox-button-all-confirm = 确认重发 { $count } 条
outbox-button-list = ‹ 发件箱
outbox-button-open = 查看
outbox-resent = 已重新排队 { $count } 条。
outbox-resent-nothing = 已经处理过了。
outbox-subject-report_outstanding = 月报提醒
outbox-subject-returned = 退回提醒
outbox-subject-review_waiting = 待审核提醒
outbox-subject-extension_waiting = 延期申请提醒
outbox-subject-problem_overdue = 问题超期提醒
outbox-subject-scan_missing = 扫描件提醒
outbox-subject-original_missing = 纸质原件提醒
outbox-subject-mail_missing = 电子邮件提醒
outbox-subject-signature_waiting = 待签发提醒
outbox-subject-force = 专班情况提醒
outbox-subject-reminder = 其他提醒
outbox-subject-announcement = 群发通知
outbox-subject-notice = 情况告知
outbox-subject-reply = 答复
outbox-subject-card = 操作卡片
outbox-subject-amendment = 对已发消息的更新
outbox-subject-deletion = 撤回消息
outbox-subject-draft = 待盖章稿
outbox-subject-review_draft = 送审稿
outbox-subject-ledger = 汇总台账
outbox-subject-kept = 文件
outbox-subject-form = Excel填报表
outbox-subject-preview = 待盖章稿PDF预览
outbox-subject-chase_notice = 催办单
outbox-subject-bulletin = 通报
outbox-subject-bulletin_sources = 通报的数据来源
outbox-subject-briefing = 专报
outbox-subject-briefing_sources = 专报的数据来源
outbox-subject-letter = 邮件文件
outbox-subject-mail = 电子版邮件
outbox-subject-test_mail = 邮箱确认邮件
outbox-cause-no_answer = 没有等到 Telegram 的答复
outbox-cause-stopped = 发送时系统中断
outbox-cause-no_connection = 连不上 Telegram
outbox-cause-not_telegram = 网络被拦截，答复不是 Telegram 给的
outbox-cause-token = 机器人令牌无效
outbox-cause-too_slow = 发送超时
outbox-cause-file_lost = 文件已丢失
outbox-cause-file_not_made = 文件没有生成
outbox-cause-nothing = 内容缺失
outbox-cause-vanished = 原消息已不在
outbox-cause-too_long = 内容超过长度上限
outbox-cause-markup = 格式有误
outbox-cause-too_large = 文件过大
outbox-cause-refused = Telegram 拒收
outbox-cause-mail_no_answer = 邮件服务器没有答复是否收下
outbox-cause-mail_no_connection = 连不上邮件服务器
outbox-cause-mail_certificate = 邮件服务器的证书不可信
outbox-cause-mail_not_secure = 邮件服务器不支持加密连接
outbox-cause-mail_login = 邮件服务器不认用户名或密码
outbox-cause-mail_server = 邮件服务器拒绝服务
outbox-cause-mail_put_off = 邮件服务器要求稍后再寄
outbox-cause-mail_refused = 邮件服务器拒收
outbox-cause-mail_too_large = 邮件过大
outbox-cause-mail_unconfirmed = 收件邮箱尚未确认
outbox-cause-said = { $cause }（{ $said }）
