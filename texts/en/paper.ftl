## Words that chat, paper and workbook share
status-done = Done
status-on_track = On track
status-behind = Behind
status-not_begun = Not begun
status-none = No status
role-lead = Lead
role-responsible = Responsible
role-cooperating = Cooperating
state-not_started = Not started
state-filling = Being filled
state-signing = Awaiting signature
state-filed = Filed
state-returned = Returned
state-accepted = Accepted
timeliness-on_time = On time
timeliness-late = Late
timeliness-pending = Not yet due
timeliness-outstanding = Outstanding
timeliness-exempt = Exempt
kind-liaison = Liaison
kind-deputy = Deputy
kind-leader_in_charge = Leader in charge
kind-head = Head
kind-coordinator = Coordinator

## Figures
pace-ahead = ahead of time
pace-on-time = on time
pace-behind = behind time
paper-target-at_least = at least { $target } { $unit }
paper-target-at_most = at most { $target } { $unit }
paper-target-exactly = { $target } { $unit }
paper-target-about = about { $target } { $unit }
paper-value = { $value } { $unit }
paper-value-approximate = about { $value } { $unit }
paper-value-none = no figure yet

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
sheet-ledger-file = Consolidated ledger { $period }
sheet-ledger-title = Consolidated ledger of measures, { $period }
sheet-page = Page &P of &N
sheet-text-cut = … (the text has { $total } characters, this cell holds the first { $shown }; the whole is in the unit's draft)
sheet-overview = Overview
sheet-rows = Ledger
sheet-not-reported = Not reported
sheet-nobody-missing = No unit is outstanding or not yet due.
sheet-problems = Behind and problems
sheet-indicators = Indicators
sheet-plan = { $plan } · { $office }
sheet-as-of = Data as of
sheet-opens-at = Opens
sheet-due-at = Due
sheet-locks-at = Corrections until
sheet-reports = Reports (units)
sheet-expected = Expected
sheet-expected-note = Expected = on time + late + not yet due + outstanding; exempt units are beside them, not among them.
sheet-by-task-force = By task force (entries: one measure reported by one unit is one entry; problems are counted as problems)
sheet-by-unit = By unit
sheet-unassigned = Clauses of the plan that name no unit we could find (please clarify)
sheet-no-official-name = Units whose official name is not known (their drafts are signed with the short one; add it in the registry)
sheet-no-phone = Liaisons without a telephone number (their drafts are marked; have them send /phone NUMBER, or add it in the registry)
sheet-measure-number = Measure { $number }
sheet-no-task-force = (no task force)
sheet-sum = Total
sheet-owes-nothing = Owes nothing
sheet-told-at = See measure { $number } (shared paragraph)
sheet-not-due = Not due (quarterly)
sheet-not-asked = Not asked this month
sheet-no-status-asked = No status asked
sheet-no-reason = (no reason given)
sheet-no-figure = not given
sheet-figure = { $name }: { $value }; target { $target }
sheet-contact = { $kind } { $name } { $phone }
sheet-no-contact = (no contact on record)
sheet-reachable = Reachable
sheet-unreachable = Unreachable
sheet-not-reached = Reminder lost
sheet-return-answer = Filed again as it was: { $answer }
sheet-about = about
sheet-yes = yes
sheet-no = no
sheet-comparator-at_least = at least
sheet-comparator-at_most = at most
sheet-comparator-exactly = reach
sheet-comparator-about = about
sheet-col-unit = Unit
sheet-col-state = Report state
sheet-col-timeliness = Timeliness
sheet-col-asked = Asked
sheet-awaits-report = the report
sheet-col-awaits = Still to come
sheet-col-answered = Answered
sheet-col-one-line = Cooperating
sheet-col-no-progress = No progress
sheet-col-no-progress-reason = Reason for no progress
sheet-col-problems = Problems
sheet-col-first-filed = First filed
sheet-col-revision = Revision
sheet-col-receipt = Receipt
sheet-col-return-reason = Reason of return
sheet-col-task-force = Task force
sheet-col-measures = Measures
sheet-col-units = Units
sheet-col-units-missing = Units not reported
sheet-col-entries = Entries filed
sheet-col-number = No.
sheet-col-measure = Measure
sheet-col-section = Section
sheet-col-role = Role
sheet-col-status = Status
sheet-col-text = What was done
sheet-col-figures = Figures
sheet-col-problem = Problem
sheet-col-next-step = Next step
sheet-col-explained = Explanations
sheet-col-filed-at = Filed
sheet-col-contacts = Contacts and phones
sheet-col-reachable = Reachable
sheet-col-reminders = Reminders sent
sheet-col-last-reminded = Last reminded
sheet-col-indicator = Indicator
sheet-col-comparator = Wanted
sheet-col-target = Target
sheet-col-value = Value this month
sheet-col-approximate = Approx.
sheet-col-unit-of-measure = Unit of measure
sheet-col-share = Share done
sheet-col-reached = Reached
sheet-col-baseline = Baseline
sheet-col-pro-rata-due = Due by time
sheet-col-pro-rata-done = Done from baseline
sheet-col-pace = Beside time
sheet-col-deadline = Deadline
sheet-exempt = Exempt (units and single measures)
sheet-col-exempt-unit = Exempt unit
sheet-col-exempt-what = What
sheet-col-exempt-reason = Reason
sheet-exempt-all = Everything
paper-draft-exempt = { $count ->
        [one] One measure (No. { $numbers }) is
       *[other] { $count } measures (Nos. { $numbers }) are
    } exempt this month and left out of this report.
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
