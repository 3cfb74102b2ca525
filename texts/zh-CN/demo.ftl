## While it plays
demo-begins = 在沙箱中演示{ $months }报送：《{ $plan }》，{ $units } 家单位，{ $measures } 项措施。
demo-day = { $day }　已报 { $filed }/{ $units }　作答 { $answers } 次

## The timeline
demo-line-opened = 【开始】{ $month }报送开始，应报 { $count } 家{ $exempt ->
        [0] { "" }
       *[other] ，另免报 { $exempt } 家
    }；截止 { $due }，锁定 { $locks }
demo-line-reminder = 【提醒】{ $unit }　{ $why } → { $kind }{ $name }
demo-line-reminder-instead = 【提醒】{ $unit }　{ $why } → { $kind }{ $name }（代{ $audience }）
demo-line-filed = 【报送】{ $unit }　第{ $revision }版，回执 { $receipt }（{ $kind }{ $name }）：{ $count } 项，作答 { $answers } 次
demo-line-filed-late = 【迟报】{ $unit }　第{ $revision }版，回执 { $receipt }（{ $kind }{ $name }）：{ $count } 项，作答 { $answers } 次
demo-line-filed-again = 【重报】{ $unit }　第{ $revision }版，回执 { $receipt }（{ $kind }{ $name }）：退回后作答 { $answers } 次
demo-line-corrected = 【更正】{ $unit }　第{ $revision }版，回执 { $receipt }（{ $kind }{ $name }）：{ $reason }
demo-line-returned = 【退回】{ $unit }　{ $name }：{ $reason }
demo-line-accepted = 【审核】{ $name }审核通过 { $count } 份
demo-line-signing-signed = 【签发】{ $unit }　{ $name }签发
demo-line-signing-sent_back = 【改稿】{ $unit }　{ $name }退回修改：{ $note }
demo-line-signing-withdrawn = 【撤回】{ $unit }　{ $name }撤回送签
demo-line-signing-changed = 【作废】{ $unit }　内容有变，送签作废
demo-line-backlog = 【待审核】提醒经办人审核已报送的月报
demo-line-called = 【电话】{ $unit }　{ $why } → { $kind }{ $name }：{ $by }已打电话告知
demo-line-leave = 【请假】{ $unit }　{ $name } { $first }至{ $last }不在，由B岗代办
demo-line-put-off = 【稍后】{ $unit }　{ $name }请 { $until } 再提醒
demo-line-more-time = 【延期】{ $unit }　{ $name }申请延至 { $until }：{ $reason }
demo-line-granted = 【同意】{ $unit }　{ $name }同意延至 { $until }
demo-line-helped = 【请填】{ $unit }　第{ $numbers }项请{ $name }填写，已打开链接
demo-line-helped-answered = 【代填】{ $unit }　{ $name }已填好第{ $numbers }项
demo-line-highlight = 【亮点】{ $unit }　第{ $number }项：{ $text }
demo-line-exempt = 【免报】{ $unit }{ $number ->
        [none] 整家
       *[other] 第{ $number }项
    }　{ $periods }：{ $reason }
demo-line-exempt-ended = 【恢复】{ $unit }{ $number ->
        [none] 整家
       *[other] 第{ $number }项
    }　取消免报（{ $periods }）
demo-line-closed = 【销号】{ $unit }　第{ $number }项“{ $problem }”：{ $name }：{ $how }
demo-line-due = 【截止】{ $month }应报 { $expected }：按时 { $on_time }，未报 { $outstanding }；汇总台账已发经办人
demo-line-locked = 【锁定】{ $month }应报 { $expected }：按时 { $on_time }，迟报 { $late }，未报 { $outstanding }；汇总台账已发经办人
demo-line-day = 【当日】作答 { $answers } 次，提醒 { $reminders } 条，报送 { $filed } 家，{ $month }累计 { $total }/{ $expected }
demo-rung-opening = 开始填报
demo-rung-before = 截止前提醒
demo-rung-snoozed = 本人要求的再次提醒
demo-rung-last_morning = 截止当日早上
demo-rung-last_hours = 截止前几小时
demo-rung-overdue = 逾期催办
demo-rung-overdue_deputy = 逾期催办（B岗）
demo-rung-overdue_leader = 提级催办（分管领导）
demo-rung-overdue_head = 提级催办（主要负责人）
demo-rung-overdue_task_force = 提级催办（专班）
demo-rung-overdue_office = 提级催办（经办人）
demo-rung-overdue_bulletin = 提请通报（经办人）
demo-rung-weekly = { $occurrence ->
        [0] 每周催办
       *[other] 每周催办（第{ $occurrence }次）
    }
demo-rung-scan = 催要盖章件
demo-rung-returned = 退回催办
demo-rung-returned_deputy = 退回催办（B岗）
demo-rung-returned_leader = 退回提级催办（分管领导）
demo-rung-returned_office = 退回提级催办（经办人）
demo-rung-returned_weekly = 退回每周催办

## The end
demo-sum-reports = { $month }应报 { $expected }：按时 { $on_time }，迟报 { $late }，未报 { $outstanding }（{ $units }）{ $exempt ->
        [0] { "" }
       *[other] ，另免报 { $exempt }
    }
demo-sum-reminders = { $month }提醒 { $count } 条：{ $rungs }
demo-sum-rung = { $rung } { $count }
demo-comma = ，
demo-sum-chats = { $people } 人参与，作答 { $answers } 次（点选和发送共 { $deeds } 次），聊天中有机器人消息 { $messages } 条
demo-sum-returns = { $month }退回 { $returned } 家，更正 { $corrected } 家
demo-sum-problems = 问题 { $count } 个，销号 { $closed } 个；亮点 { $highlights } 条；免报 { $exemptions } 件
demo-stamped-file = { $unit }（第{ $revision }版第{ $page }页，{ $finding }）
demo-review-file = { $stem }（第{ $time }次送签）
demo-sum-files = 待盖章稿 { $drafts } 份，文件共 { $files } 个
demo-sum-seconds = 用时 { $seconds } 秒
demo-written = 结果在 { $folder }
demo-office = 办公室看到的：BAOSONG_CONFIG={ $settings } .venv/bin/baosong why { $unit } --at { $at }
demo-all-met = ● 故事的 { $count } 项约定全部满足
demo-some-broken = ! 有 { $count } 处与故事的约定不符：
demo-broken = 　{ $words }
demo-folder-not-ours = { $folder } 中的“{ $name }”不是演示生成的，或已被改动，因此没有替换。请移走后再试，或用 --out 换一个位置。
demo-puzzled = ! 演示中有人没看懂机器人的消息，已停止：

## Expectations that were not met
demo-broken-timeliness = { $timeliness }应为 { $wanted } 家，实为 { $found } 家；有出入的：{ $units }
demo-broken-expected = 应报应为 { $wanted } 家，实为 { $found } 家
demo-broken-drafts = 待盖章稿应有 { $wanted } 份，实有 { $found } 份
demo-broken-mails = 收件邮箱没有收到以下单位的待盖章稿：{ $units }
demo-broken-draft = { $unit }的待盖章稿中没有：{ $missing }
demo-broken-ledger = 汇总台账应有 { $wanted } 行，实有 { $found } 行
demo-broken-registry = 登记表里写的{ $unit }{ $kind }电话没有留下
demo-broken-refused = { $method } 被拒绝（{ $status }）
demo-broken-unanswered = { $name }点的按钮没有得到回应
demo-broken-outbox = 发件箱中有 { $count } 条处于 { $state }
demo-broken-inbox = 收件箱中有 { $count } 条处于 { $state }
demo-broken-opening = 没有收到开始通知：{ $units }
demo-broken-chased = { $unit }已经报送，{ $kind }仍收到：{ $words }
demo-broken-ladder = { $unit }一直未报，但没有催办到：{ $missing }
demo-broken-return = { $unit }没有被退回
demo-broken-filed-again = { $unit }被退回后没有重新报送
demo-broken-correction = { $unit }没有更正
demo-broken-accepted = 已报送但没有审核通过：{ $units }
demo-broken-backlog = 待审核应每天至多提醒经办人一次，{ $days } 天内提醒了 { $count } 次
demo-broken-asks-still = { $unit }已经报送，{ $kind }聊天中的提醒仍在催报：{ $words }
demo-broken-office = 截止或锁定时没有告知经办人
demo-broken-shown = 经办人发送 { $words } 后没有看到结果
demo-broken-leave = { $unit }的联络员没有登记不在的日期
demo-broken-stands-in = { $unit }的{ $name }不在期间，提醒或报送没有由B岗代为办理，或返回后没有告知本人
demo-broken-put-off = { $unit }要求稍后提醒，到时没有提醒
demo-broken-more-time = { $unit }没有申请到延期，或没有在延期内按时报送
demo-broken-called = { $unit }的联络员没有接到电话催办
demo-broken-force = { $force }没有得知{ $unit }缺哪几项，或该单位报送后没有更新
demo-broken-shared = { $unit }合写一段的第{ $numbers }项没有合为一项填报
demo-broken-quarterly = { $unit }按季填报的第{ $numbers }项没有按季填报
demo-broken-in = { $month }：{ $words }
demo-broken-helped = { $unit }请{ $name }填写的第{ $number }项没有按链接办理，或填报卡没有写明由谁填写
demo-broken-stamped = { $unit }的盖章件没有按二维码和印章识别、登记
demo-broken-word = { $unit }在Word中改过的待盖章稿没有作为更正报送
demo-broken-scan = { $unit }的盖章件没有催要，或催要后没有补来
demo-broken-originals = 经办人应登记收到纸质原件 { $wanted } 份，实有 { $found } 份，或汇总台账没有写明
demo-broken-signing = { $unit }的月报没有由领导退回修改一次后签发
demo-broken-target = 专报没有写计划总目标的当期值和来源，或仍有待补
demo-broken-photo = { $unit }第{ $number }项没有报已完成并附照片
demo-broken-edited = { $unit }第{ $number }项没有按修改后的消息报送
demo-broken-highlight = { $unit }第{ $number }项的亮点没有在月中记下、没有写入月报，或经办人看不到
demo-broken-picked = 经办人选用的亮点没有写进最后一个月的专报
demo-broken-exempt = { $unit }免报后仍被提醒，或没有免报
demo-broken-excused = { $unit }第{ $number }项免报期间仍要求填报，或取消后没有恢复
demo-broken-silence = { $unit }第{ $number }项的问题下月没有说明进展
demo-broken-closed = { $unit }第{ $number }项的问题解决后没有销号
demo-broken-carried = { $unit }第{ $number }项的问题没有继续跟踪
demo-broken-minutes = { $unit }开始填报时没有告知上月用时 { $minutes } 分钟

## The conversations
demo-chat-title = # { $who } { $name }
demo-chat-colleague = 同事
demo-chat-colleague-of = { $unit }联络员请来填写的同事
demo-chat-edited = （原处更新）
demo-chat-changed = （修改了消息）
demo-chat-popup = （弹出）
demo-chat-deleted = （已删除）
