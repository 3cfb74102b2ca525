## Words that chat, paper and workbook share
status-done = 已完成
status-on_track = 正常推进
status-behind = 滞后
status-not_begun = 未启动
status-none = 未填状态
role-lead = 牵头
role-responsible = 负责
role-cooperating = 配合
state-not_started = 未开始
state-filling = 填报中
state-signing = 待签发
state-filed = 已报送
state-returned = 已退回
state-accepted = 审核通过
timeliness-on_time = 按时
timeliness-late = 迟报
timeliness-pending = 未到期
timeliness-outstanding = 未报
timeliness-exempt = 免报
kind-liaison = 联络员
kind-deputy = B岗
kind-leader_in_charge = 分管领导
kind-head = 主要负责人
kind-coordinator = 经办人

## Figures
pace-ahead = 超序时
pace-on-time = 达序时
pace-behind = 欠序时
paper-target-at_least = 不少于{ $target }{ $unit }
paper-target-at_most = 不超过{ $target }{ $unit }
paper-target-exactly = { $target }{ $unit }
paper-target-about = 约{ $target }{ $unit }
paper-value = { $value }{ $unit }
paper-value-approximate = 约{ $value }{ $unit }
paper-value-none = 暂无数据

## The report to be stamped. An official document: Chinese in every language
paper-draft-title = 关于《{ $plan }》{ $period }工作任务完成情况的报告
paper-draft-file = { $unit }关于{ $period }工作任务完成情况的报告
paper-draft-file-corrected = { $unit }关于{ $period }工作任务完成情况的报告（第{ $revision }版）
paper-draft-quiet-line = 以系统报送文本为准　回执 { $receipt }　第{ $revision }版
paper-draft-opening = 按照《{ $plan }》要求，现将我单位{ $period }工作任务完成情况报告如下（任务序号与计划一致）。
paper-draft-correction = 本报告为第{ $revision }版，替换此前报送的文本。更正原因：{ $reason }
paper-draft-again = 本报告为第{ $revision }版，退回后重新报送，替换此前报送的文本。
paper-draft-overview = 总体情况
paper-draft-tasks = 本月填报工作任务{ $total }项，其中{ $roles }。
paper-draft-tasks-none = 本月无填报任务。
paper-draft-statuses = 按进展分：{ $statuses }{ $one_line ->
    [0] {""}
   *[other] ；配合{ $one_line }项不分进展
}。
paper-draft-counted = { $what }{ $count }项
paper-draft-no-progress-count = 其中本月无进展{ $count }项。
paper-draft-no-help-count = 本月无配合事项{ $count }项。
paper-draft-problem-count = 反映问题{ $count }个（涉及第{ $numbers }项）{ $carried ->
        [0] 。
       *[other] ，其中以前月份提出、尚未解决的{ $carried }个。
    }
paper-draft-resolved-count = 以前月份提出的问题本月解决{ $count }个。
paper-draft-indicators = 应报指标{ $asked }个，已报{ $given }个：
paper-draft-indicators-none = 应报指标{ $asked }个，均未填报。
paper-draft-indicator-item = （{ $place }）第{ $number }项　{ $words }
paper-draft-figure = { $name }{ $value }（{ $facts }）
paper-draft-target = 目标{ $target }
paper-draft-share = 完成{ $share }
paper-draft-pro-rata = 序时应达{ $due }，实达{ $done }，{ $pace }
paper-draft-reached = 已达目标
paper-draft-role-heading = { $role }任务完成情况
paper-heading-1 = { $number }、{ $heading }
paper-heading-2 = （{ $number }）{ $heading }
paper-draft-measure = { $number }.{ $title }（{ $status }）。
paper-draft-measure-shared = { $number }.{ $title }：与第{ $first }项合写，见上。
paper-draft-measure-no-status = { $number }.{ $title }。
paper-draft-nothing-said = （本项未填写完成情况）
paper-draft-no-progress = 本月无进展。
paper-draft-no-progress-reason = 本月无进展，原因：{ $reason }
paper-draft-no-help = 本月无配合事项。
paper-draft-problems = { $standing ->
        [0] 问题解决情况
       *[other] 存在问题
    }
paper-draft-problem-since = （{ $since }提出）{ $text }
paper-draft-problem-new = （本月新提出）{ $text }
paper-draft-resolved = { $since }提出的问题“{ $problem }”已解决：{ $text }
paper-draft-follow-up = 问题进展：{ $text }
paper-draft-help = 需协调单位：{ $text }
paper-draft-next-steps = 下一步措施
paper-draft-evidence = 佐证材料{ $count }件，已随系统报送，见附件{ $which }：{ $files }{ $over ->
        [0] {""}
       *[other] 等
    }。
paper-draft-attachment = 第{ $number }项佐证材料（{ $count }件）
paper-draft-for-review = （送审稿）
paper-review-draft-file = { $stem }（送审稿）
paper-draft-signatory = 签发人：{ $name }
paper-draft-on-behalf = 代报人：{ $value }
paper-draft-prepared-by = 拟稿人：{ $value }
paper-draft-prepared-by-contact = 拟稿人兼联系人：{ $value }
paper-draft-closing = 特此报告。
paper-draft-contact-name = 联系人：{ $value }
paper-draft-contact-phone = 联系电话：{ $value }
paper-draft-note = （{ $facts }）
paper-draft-name-missing = ［待补：单位全称］
paper-draft-phone-missing = ［待补：联系电话］
paper-draft-borrowed-seal = { $name }（代章）
paper-date = { $year }年{ $month }月{ $day }日
paper-draft-date-blank-day = { $year }年{ $month }月　　日

## The consolidated workbook
sheet-ledger-file = { $period }汇总台账
sheet-ledger-title = { $period }工作任务完成情况汇总台账
sheet-page = 第 &P 页，共 &N 页
sheet-text-cut = ……（原文共{ $total }字，此格只容前{ $shown }字，全文见该单位待盖章稿）
sheet-overview = 总览
sheet-rows = 台账
sheet-not-reported = 未报
sheet-nobody-missing = 没有未报或未到期的单位。
sheet-problems = 滞后与问题
sheet-indicators = 指标
sheet-plan = 《{ $plan }》　{ $office }
sheet-as-of = 数据截至
sheet-opens-at = 开始报送
sheet-due-at = 报送截止
sheet-locks-at = 更正截止
sheet-reports = 报送情况（家）
sheet-expected = 应报
sheet-expected-note = 应报＝按时＋迟报＋未到期＋未报；免报另列，不计入应报。
sheet-by-task-force = 各专班进展（项次：一项措施由一家单位填报计一项次；问题按个计）
sheet-by-unit = 各单位报送情况
sheet-unassigned = 计划中未能落实到单位的责任表述（请明确）
sheet-no-official-name = 没有登记全称的单位（待盖章稿以简称落款，请在单位登记表中补上）
sheet-no-phone = 没有联系电话的联络员（稿件落款处标“［待补：联系电话］”；请联络员发送 /phone 号码，或在登记表中补充）
sheet-measure-number = 第{ $number }项
sheet-no-task-force = （未列入专班）
sheet-sum = 合计
sheet-owes-nothing = 不在应报范围
sheet-told-at = 见第{ $number }项（合写一段）
sheet-not-due = 本月不报（按季）
sheet-not-asked = 本月不填
sheet-no-status-asked = 不填状态
sheet-no-reason = （未说明原因）
sheet-no-figure = 未填
sheet-figure = { $name }：{ $value }；目标{ $target }
sheet-contact = { $kind } { $name } { $phone }
sheet-no-contact = （未登记联系人）
sheet-reachable = 可送达
sheet-unreachable = 无法送达
sheet-not-reached = 提醒未送到
sheet-return-answer = 退回后未改，说明：{ $answer }
sheet-about = 约
sheet-yes = 是
sheet-no = 否
sheet-comparator-at_least = 不少于
sheet-comparator-at_most = 不超过
sheet-comparator-exactly = 达到
sheet-comparator-about = 约
sheet-col-unit = 单位
sheet-col-state = 报告状态
sheet-col-timeliness = 时效
sheet-col-asked = 应填项
sheet-awaits-report = 月报
sheet-col-awaits = 尚缺
sheet-col-answered = 已填项
sheet-col-one-line = 配合
sheet-col-no-progress = 本月无进展
sheet-col-no-progress-reason = 本月无进展的原因
sheet-col-problems = 问题数
sheet-col-first-filed = 首次报送时间
sheet-col-revision = 版本
sheet-col-receipt = 回执
sheet-col-return-reason = 退回原因
sheet-col-task-force = 专班
sheet-col-measures = 措施
sheet-col-units = 涉及单位
sheet-col-units-missing = 未报单位
sheet-col-entries = 已报项次
sheet-col-number = 序号
sheet-col-measure = 措施
sheet-col-section = 章节
sheet-col-role = 角色
sheet-col-status = 进展
sheet-col-text = 完成情况
sheet-col-figures = 指标完成情况
sheet-col-problem = 存在问题
sheet-col-next-step = 下一步措施
sheet-col-explained = 疑点说明
sheet-col-filed-at = 报送时间
sheet-col-contacts = 联系人及电话
sheet-col-reachable = 能否送达
sheet-col-reminders = 已提醒（次）
sheet-col-last-reminded = 最近提醒
sheet-col-indicator = 指标
sheet-col-comparator = 要求
sheet-col-target = 目标值
sheet-col-value = 本月值
sheet-col-approximate = 约数
sheet-col-unit-of-measure = 计量单位
sheet-col-share = 完成比例
sheet-col-reached = 已达目标
sheet-col-baseline = 基数
sheet-col-pro-rata-due = 序时应达
sheet-col-pro-rata-done = 按基数实达
sheet-col-pace = 序时进度
sheet-col-deadline = 完成时限
sheet-exempt = 免报（整家或单项措施）
sheet-col-exempt-unit = 免报单位
sheet-col-exempt-what = 免报内容
sheet-col-exempt-reason = 原因
sheet-exempt-all = 全部
paper-draft-exempt = 另有{ $count }项（第{ $numbers }项）经同意本月免报，不列入本报告。
paper-moment = { $year }年{ $month }月{ $day }日{ $time }
paper-office-contact = 联系电话：{ $contact }{ $phone }
paper-chase-file = 催办单（{ $unit }，{ $period }）
paper-chase-title = 关于报送《{ $plan }》{ $period }工作任务完成情况的催办单
paper-chase-opening = 按照《{ $plan }》要求，{ $period }工作任务完成情况应于{ $due }前报送。
paper-chase-opening-extended = 按照《{ $plan }》要求，你单位{ $period }工作任务完成情况经同意延期，应于{ $due }前报送。
paper-chase-not-filed = 截至{ $as_of }，你单位尚未报送。
paper-chase-returned = 你单位所报内容已于{ $returned }退回（退回意见：{ $reason }），截至{ $as_of }，尚未重新报送。
paper-chase-missing = 未填报事项
paper-chase-all-filled = 应填报{ $asked }项，均已填写，尚未报送。
paper-chase-missing-count = 未填报事项（应填报{ $asked }项，未填写{ $left }项）
paper-chase-measure = { $number }.{ $title }。
paper-chase-told = 提醒记录
paper-chase-told-nobody = 系统中没有送达本单位的提醒记录。
paper-chase-told-count = 提醒记录（{ $count }次）
paper-chase-told-line = { $times ->
        [1] （{ $number }）{ $kind }{ $name }，{ $channel }，{ $on }。
       *[other] （{ $number }）{ $kind }{ $name }，{ $channel }{ $times }次，最近{ $on }。
    }
paper-chase-by-chat = 系统消息
paper-chase-by-phone = 电话
paper-chase-wanted = 报送时限
paper-chase-file-by = 请于{ $until }前报送。
paper-bulletin-file = { $period }工作任务完成情况通报
paper-bulletin-title = 关于《{ $plan }》{ $period }工作任务完成情况的通报
paper-bulletin-addressee = 各责任单位
paper-bulletin-opening = 现将《{ $plan }》{ $period }工作任务完成情况通报如下（数据截至{ $as_of }，任务序号与计划一致）。
paper-bulletin-timeliness = 报送情况
paper-bulletin-reports = 应报{ $expected }家{ $expected ->
    [0] {""}
   *[other] ，其中{ $counts }
}{ $exempt ->
    [0] {""}
   *[other] ；另有免报{ $exempt }家
}。
paper-bulletin-counted = { $what }{ $count }家
paper-bulletin-unit-days = { $unit }（{ $days }）
paper-bulletin-extended = 延期至{ $day }
paper-bulletin-reported = { $day }报送
paper-bulletin-as-extended = 经同意延期、按延期后的时限为按时
paper-bulletin-units = { $what }{ $count }家：{ $units }。
paper-given-figures = 不比对序时进度的指标已填{ $count }个，涉及措施{ $measures }项（{ $reasons }）：
paper-no-pace-baseline = 缺基数：第{ $numbers }项
paper-no-pace-ceiling = 限额指标，不设进度：第{ $numbers }项
paper-no-pace-approximate = 目标为约数：第{ $numbers }项
paper-no-pace-way = 基数与目标不成进度：第{ $numbers }项
paper-no-pace-start = 缺起算时间或尚未起算：第{ $numbers }项
paper-given-figure = （{ $place }）第{ $number }项{ $name }（目标{ $target }）：{ $values }。
paper-given-value = { $unit }{ $value }{ $share ->
        [none] {""}
       *[other] ，完成{ $share }
    }{ $over ->
        [0] {""}
       *[other] ，超出上限
    }
paper-given-of = 不比对序时进度的指标
paper-given-of-one = 第{ $number }项{ $name }（{ $unit }）
paper-units-and-more = { $units }等{ $count }家
paper-bulletin-returned = 退回修改
paper-figures-of = 有量化指标的措施
paper-figures-count = { $total ->
        [0] 本月应填报的措施没有量化指标。
       *[other] 有量化指标的措施{ $total }项，可比对序时进度的{ $paced }项{ $paced ->
            [0] 。
           *[other] ，其中{ $counts }。
        }
    }
paper-paced-of = 可比对序时进度的措施
paper-bulletin-figure-of = 第{ $number }项{ $name }（{ $unit }）序时应达/实达
paper-bulletin-figure = { $unit }：{ $name }，序时应达{ $due }，实达{ $done }
paper-bulletin-rated = 不比对序时进度的措施
paper-bulletin-rated-count = 不比对序时进度的措施{ $total }项，按责任单位填报的进展分：{ $counts }。
paper-bulletin-rated-none = 本月没有不比对序时进度的应填报措施。
paper-bulletin-nothing-said = 尚无填报
paper-measures-exempt = 经同意免报
paper-measures-not-due = 本月不报（按季）
paper-bulletin-measure = （{ $number }）第{ $measure }项　{ $title }：{ $standing }（{ $words }）。
paper-bulletin-numbers = { $what }{ $count }项：第{ $numbers }项。
paper-bulletin-closing = 特此通报。
paper-briefing-file = { $period }工作推进情况专报
paper-briefing-title = 关于《{ $plan }》{ $period }推进情况的专报
paper-briefing-opening = 现将《{ $plan }》{ $period }推进情况报告如下（数据截至{ $as_of }，任务序号与计划一致）。
paper-briefing-basis = 本报告依据责任单位报送的月报：应报{ $expected }家，已报{ $filed }家。
paper-briefing-basis-missing = 上述单位本月情况未计入。
paper-briefing-filed = 已报
paper-briefing-whole = 总体进展
paper-briefing-targets = 计划总目标{ $count }项：
paper-briefing-target = （{ $number }）{ $name }：{ $facts }。实际完成：
paper-briefing-target-by = { $day }前完成
paper-briefing-target-time = { $since ->
        [none] 至{ $day }时间进度{ $passed }
       *[other] 自{ $since }起算，至{ $day }时间进度{ $passed }
    }
paper-briefing-target-due = 按序时应达{ $due }
paper-briefing-to-fill = ［待补］
paper-briefing-measures = 计划措施{ $total }项，按责任单位填报的进展分：{ $counts }。
paper-briefing-measures-none = 本月没有应填报的措施。
paper-briefing-forces = 各专班进展
paper-briefing-forces-note = 各专班措施进展如下（单位：项）：
paper-briefing-col-force = 专班
paper-briefing-col-measures = 措施
paper-briefing-col-exempt = 免报
paper-briefing-col-not-due = 按季不报
paper-briefing-of-force = { $force }：{ $of }
paper-briefing-troubles = 滞后和未启动的措施
paper-briefing-troubles-none = 没有总体滞后或未启动的措施。
paper-briefing-trouble = （{ $number }）第{ $measure }项　{ $title }（{ $leads }）：{ $standing }{ $beside ->
        [none] 。
       *[other] （{ $beside }）。
    }
paper-briefing-trouble-status = { $unit }（{ $status }）
paper-briefing-leads = { $role }：{ $units }
paper-briefing-trouble-why = { $unit }反映：{ $why }
paper-briefing-trouble-told = { $unit }的情况见第{ $number }项。
paper-briefing-no-reason = 未说明原因。
paper-briefing-next-step = 下一步：{ $step }
paper-briefing-step-before = 原定下一步：{ $step }
paper-briefing-handling = 最新进展（{ $day }报送）：{ $words }
paper-briefing-answered = 最新进展（{ $day }答复）：{ $words }
paper-briefing-resolved = 办理结果（{ $day }报送）：{ $words }
paper-briefing-help = 需协调单位：{ $units }
paper-partly = 总体正常、个别单位填报滞后或未启动的措施{ $count }项：
paper-partly-one = （{ $place }）第{ $number }项　{ $title }：{ $said }。
paper-slow = 已报{ $said }家中{ $groups }
paper-slow-units = { $count }家{ $status }：{ $units }
paper-partly-of = 个别单位滞后或未启动
paper-briefing-problems = 存在问题
paper-briefing-problems-count = 未销号问题{ $total }个{ $resolved ->
        [0] {""}
       *[other] （其中待销号{ $resolved }个）
    }，按提出时间分：{ $counts }{ $overdue ->
        [0] 。
       *[other] ；其中超期{ $overdue }个。
    }
paper-briefing-problems-since = { $since }{ $count }个
paper-briefing-problems-then = 下一期报送已于{ $moment }开始，文中问题为当时的情况，此后补报的本期月报一并计入。
paper-briefing-problems-none = 没有未销号的问题。
paper-briefing-problems-closed = 本期报送开始以来销号{ $count }个。
paper-briefing-problem = （{ $number }）第{ $measure }项（{ $unit }）：{ $told }
paper-briefing-problem-told = { $words }{ $since }提出，{ $closed ->
        [none] 已{ $days }天，{ $state }。
       *[other] { $closed }销号。
    }
paper-briefing-overdue = 超期
paper-briefing-highlights = 重要进展和亮点
paper-briefing-highlight = （{ $number }）第{ $measure }项　{ $title }（{ $unit }）：{ $words }
paper-briefing-closing = 特此报告。
paper-sources-file = { $paper }（数据来源）
paper-sources-title = { $paper } 数据来源
paper-sources-note = 数据取自{ $workbook }（截至{ $as_of }）。供经办人核对，不随文印发。
paper-sources-what = 数据
paper-sources-count = 数值
paper-sources-sheet = 工作表
paper-sources-rows = 行
paper-sources-units = { $count }家
paper-sources-measures = { $count }项
paper-sources-figures = { $count }个
paper-sources-days = 已{ $days }天
paper-sources-measure = 第{ $number }项
paper-sources-measure-pace = 第{ $number }项序时进度
paper-sources-measure-partly = 第{ $number }项个别单位
paper-sources-problem = 问题（{ $place }）第{ $number }项（{ $unit }）
