## 核对: the workbook counts itself again
sheet-proofs = 核对
sheet-proofs-title = 核对（由公式从台账和未报两页重新计数）
sheet-proofs-note = 本页“总览”“重算”“结果”三列是公式，随台账变动即时重算；其余各页都是数值。不会计算的程序（如手机预览、受保护的视图）显示空白，请在Excel或WPS中启用编辑后查看。
sheet-proofs-whole = 全部核对（一致、不一致的条数和结果）
sheet-proofs-whole-how = 共{ $count }条；条条一致，结果才是一致
sheet-col-proof = 核对内容
sheet-col-proof-shown = 总览
sheet-col-proof-again = 重算
sheet-col-proof-result = 结果
sheet-col-proof-how = 算法
sheet-proof-right = 一致
sheet-proof-wrong = 不一致
sheet-proof-expected = 按时＋迟报＋未到期＋未报
sheet-proof-units = 台账中时效为“{ $word }”的单位，每家计一次
sheet-proof-listed = { $word }（名单）
sheet-proof-missing = 未报页中时效为“{ $word }”的行数
sheet-proof-of-force = 总览专班表第{ $number }行 · { $head }
sheet-proof-of-sum = 各专班合计 · { $head }
sheet-proof-of-units = 各单位相加 · { $head }
sheet-proof-rows = 台账中计入“{ $word }”的行数
sheet-pace = { $name }：应达{ $due }，实达{ $done }，{ $pace }
sheet-col-paces = 序时与实达
sheet-col-first-of-unit = 单位计次
sheet-col-first-of-measure = 措施计次

## 变化: against what was said last
sheet-changes = 变化
sheet-col-change = 变化
sheet-col-unchanged = 相同（次）
sheet-col-said-last-in = 上次填报
sheet-col-status-last = 上次进展
sheet-col-text-last = 上次完成情况
sheet-col-figures-moved = 指标变化
sheet-change-missing = 本月未报
sheet-change-first = 首次填报
sheet-change-done = 新完成
sheet-change-still-done = 已完成
sheet-change-worse = 转为滞后或未启动
sheet-change-better = 恢复推进
sheet-change-status = 进展有变
sheet-change-unchanged = 内容未变
sheet-change-no-progress = 本月无进展
sheet-change-words = 内容有更新
sheet-moved = { $name }：{ $before }→{ $now }（{ $by }）

## 指标走势: figures by month
sheet-series = 指标走势
sheet-series-charts = 指标走势图
sheet-col-line = 线
sheet-line-given = 实际值
sheet-line-due = 序时应达
sheet-month = { $year }年{ $month }月
sheet-chart-series = { $number }　{ $name }（{ $unit }，{ $measure }）
sheet-charts-left = 图只画前{ $shown }条（共{ $total }条），各月数值见“指标走势”页。

## 考核: the record of the plan's months
sheet-record = 考核
sheet-col-months-expected = 应报（月）
sheet-col-days-late = 迟报（天）
sheet-col-returned = 退回（次）
sheet-col-corrected = 更正（次）
sheet-late-by = { $word }{ $days }天
sheet-times-returned = 退回{ $times }次
sheet-times-corrected = 更正{ $times }次

## 总览
sheet-plan-targets = 计划总目标
sheet-col-plan-target = 目标
sheet-col-time-passed = 时间已过
sheet-col-due-value = 序时应达值
sheet-col-extended = 延期至
sheet-extended-late = { $day }（仍计迟报）
sheet-no-baseline = 缺基数、不能比对序时进度的指标（请在计划登记表“指标”页补上基数）
sheet-chart-reports = 报送情况（家）
sheet-chart-forces = 各专班进展（项次）

## 推进情况表
sheet-progress = 推进情况表
sheet-progress-title = 工作任务推进情况表
sheet-col-overall = 总体进展
sheet-overall-beside = （{ $words }）
sheet-unit-and-role = { $unit }（{ $role }）
sheet-no-progress-for = 本月无进展：{ $reason }
sheet-continued = { $words }（续）

## 长文
sheet-long = 长文
sheet-col-whole = 全文
sheet-col-of-what = 栏目
sheet-col-long = 全文
sheet-long-at = { $head }见“长文”第{ $place }条

## 说明
sheet-notes = 说明
sheet-notes-title = 说明
sheet-col-note-of = 项目
sheet-col-note = 内容
note-of-plan = 计划
note-of-period = 报告期
note-of-page = { $page }页
note-overview = 报送情况、计划总目标、各专班和各单位的计数。
note-rows = 一项措施由一家单位填报为一行，不合并单元格，可筛选；内容取自各单位最新一次报送的版本。
note-progress = 按章节、措施排列，供打印；同一措施的各单位合并在一处。
note-not-reported = 未报和未到期的单位，附联系人、电话和催办次数。
note-problems = 本月报为滞后、未启动或写了存在问题的各行。
note-followed = 提出后尚未销号的问题，以及本周期内销号的问题，附各月情况。
note-followed-then = 下一期报送已于{ $moment }开始，此表为当时的情况，此后补报的本期月报一并计入。
note-highlights = 各单位标记的重要进展、亮点；“列入专报”由经办人在专报下选定。
note-indicators = 各项指标的目标值、本月值、完成比例和序时进度。
note-series = 各项指标逐月的数值，与序时应达值并列。
note-series-charts = 已有两个月以上数值的指标，各画一张折线图。
note-changes = 与上次填报相比，进展、文字、指标有何变化；相同（次）为内容连续相同的报送次数，含本次。
note-record = 本计划各月按时、迟报、未报、退回、更正的次数和迟报天数；只列事实，不计分。
note-long = 各页打印时一格容不下的文字，在此全文列出、逐行接续；该页“全文”栏注明第几条。各格中的文字本身是完整的。
note-proofs = 用公式从台账和未报两页重新计数，与总览比对；不会计算的程序显示空白。
note-of-rule-source = 数据来源
note-rule-source = 各单位通过系统报送的版本；报送后更正的，以最新版本为准。未报送的内容不计入。
note-of-rule-expected = 应报
note-rule-expected = 应报＝按时＋迟报＋未到期＋未报；免报另列，不计入应报。
note-of-on-time = 按时依据
note-on-time = { $tick }
note-of-rule-timeliness = 时效
note-rule-timeliness = 以“按时依据”一项首次完成的时间为准；之后的退回、更正不改变时效。迟报天数从该单位的截止时间算起，不足一天按一天计。
note-of-rule-entries = 项次
note-rule-entries = 总览按项次计：一项措施由一家单位填报计一项次，合写一段的每项措施各计一项次，进展和本月无进展都是如此。通报、专报按措施计，一项措施不论几家单位填报都是一项。问题按个计：合写一段反映的问题是一个，和文字一起列在其中第一项。总览和月报稿的问题数是本月月报中还在反映的；专报的未销号问题按数据截至时的销号情况计，另含单位已报解决、尚待销号的，以及以前月份提出、本月没有填报到的，不含月报报送后已销号的。
note-of-rule-pace = 序时进度
note-rule-pace = 只对有基数、有起始时间的指标计算（登记表没有填起算日期的：年底完成的当年目标自1月1日起算，其他自首个报告期起算）：实达为基数至目标已走的比例，应达为时间已过的比例；超出5个百分点及以上为超序时，不低于应达为达序时，低于为欠序时。
note-of-rule-overall = 总体进展
note-rule-overall = 总体进展以牵头单位所报为准，几家牵头单位所报不同的取最慢的；没有牵头单位或牵头单位未报的，取已报单位中家数最多的（家数相同的取较慢的；已报单位都已完成的才计为已完成，否则计为正常推进）。各单位所报不同的，在旁注明所报较慢的家数，总体滞后或未启动的并注明同样所报的家数；没有较慢的，注明较快的家数。
overall-apart = 已报{ $said }家中{ $counts }
overall-apart-count = { $count }家{ $status }
note-of-rule-text = 文字
note-rule-text = 单位所写文字原样保留，一律为文本；以等号、加号等开头的也不是公式。

## A part of the workbook
sheet-ledger-cut = { $name }（{ $cut }）
part-unknown = 本计划中没有“{ $name }”。可用的名称：{ $known }。
part-empty = 没有措施列入“{ $name }”，未生成文件。计划只列出了名称，没有写明包括哪些措施；请在计划登记表的“措施”页填写“专班”“标签”列，载入后再试。
