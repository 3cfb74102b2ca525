## Cards of a report
card-title = <b>{ $unit } · { $month }</b>　已填 { $done }/{ $count }
card-plan = 《{ $plan }》
card-due-passed = 截止时间已过，仍可报送，请尽快。
card-secrecy = 请勿填写涉密内容。
card-opening-title = <b>{ $period }任务完成情况报送</b>
card-opening-count = { $unit }本月应填 { $count } 项（{ $roles }）。
card-opening-role-lead = 牵头 { $count }
card-opening-role-responsible = 负责 { $count }
card-opening-role-cooperating = 配合 { $count }
card-opening-shared = 其中第{ $numbers }项合写一段，一次填好。
card-opening-minutes = 上月用时 { $minutes } 分钟。
card-not-due = 第{ $list }{ $more ->
        [0] {""}
       *[other] 等（另有{ $more }项）
    }项按季报送，本月不填，{ $month }一并报。
card-shared = 以下 { $count } 项合写一段，填一次即可：
card-shared-one = { $number }　{ $title }
card-quarterly = 按季
card-this-quarter = 本季度
card-choose-report = 请选择要填报的月份：
card-entry = { $sign } { $number }　{ $title }
card-entry-missing = { $sign } { $number }　{ $title }：{ $missing }
card-entry-skipped = { $sign } { $number }　{ $title }：已跳过
card-returned = <b>已退回</b>：“{ $reason }”
card-returned-rest = 其余内容无需重填，改好后请再次报送。
card-correcting = 正在更正：第{ $revision }版已报送，锁定前再次报送即成为新版。
card-settled = { $state }（第{ $revision }版）。锁定前可以更正。
card-settled-locked = { $state }（第{ $revision }版）。已经锁定，不能再更正。
card-more = 另有 { $count } 项。
card-same-all = <b>以下 { $count } 项照上月报送</b>，确认后仍可逐项修改：
card-same-all-above = <b>以上 { $count } 项照上月报送</b>{ $problems ->
        [0] { "" }
       *[other] ，其中 { $problems } 个问题按“没有变化”报送
    }。请看过后确认；确认后仍可逐项修改。
card-same-all-none = 没有可以照上月报送的项：上月未报，或本月已经开始填写。
card-same-entry = { $number }　{ $title } · { $status }{ $words ->
        [none] { "" }
       *[other] ：{ $words }
    }{ $figures ->
        [none] { "" }
       *[other] ；{ $figures }
    }
card-same-figure = { $name } { $figure }（同上月，不变）
card-same-explained = { "　" }上月说明继续有效：{ $words }
card-same-problems = <b>以下 { $count } 个问题按“没有变化”报送</b>，有进展的请先不要确认，点“目录”逐项填写：
card-same-problem = ! { $number }　{ $words }（{ $since }起）
card-same-asked = { "　" }办公室询问：“{ $question }”（确认即答复“没有变化”）
card-receipt = <b>已报送</b>（回执 { $receipt }，{ $filed_at }，第{ $revision }版，{ $by }）。
card-receipt-again = <b>已重新报送</b>（回执 { $receipt }，{ $filed_at }，第{ $revision }版，{ $by }）。
card-receipt-corrected = <b>更正已报送</b>（回执 { $receipt }，{ $filed_at }，第{ $revision }版，{ $by }）。
card-receipt-counts = 按时与否以{ $kind }收到的时间为准，请于 { $until } 前送达。
card-receipt-review = 送审稿见下，供核对，请先不要盖章；审核通过后会发来待盖章稿。
card-receipt-draft = 待盖章稿见下，请打印、签字、盖章后送{ $office }。
card-receipt-until = 如有错误，锁定前可以更正。
card-receipt-locked = 已经锁定，不能再更正。

## A question about a measure
card-question = <b>{ $number }　{ $title }</b>（{ $facts }）
card-question-plain = <b>{ $number }　{ $title }</b>
card-no-progress = 本月无进展
card-no-help = 本月无配合事项
card-other = { $unit }（{ $role }）
card-others = 另有 { $count } 家单位：{ $units }
card-others-more = 另有 { $count } 家单位：{ $units }等
card-others-alike = 另有 { $count } 家单位（{ $role }）：{ $units }
card-others-alike-more = 另有 { $count } 家单位（{ $role }）：{ $units }等
card-target = 目标：{ $name } { $wanted }
card-target-by = （{ $year }年{ $month }月{ $day }日前）
card-target-by-year = （{ $year }年底前）
card-target-last = ；{ $when ->
        [monthly] 上月
        [quarterly] 上季度
       *[other] { $when }
    } { $figure }
card-wanted-at_least = 不少于 { $value }
card-wanted-at_most = 不超过 { $value }
card-wanted-exactly = { $value }
card-wanted-about = 约 { $value }
card-no-figure = 暂无数据
card-about = 约{ $figure }
card-progress-target = { $figure } / { $target }
card-progress-share = { $figure } / { $target }（{ $share }）
card-pro-rata = ，序时应达 { $due }，实达 { $done }：{ $pace }
card-last = { $asked ->
        [quarterly] 上季度
       *[other] 上月
    }（{ $status }）：{ $words }
card-last-no-progress = { $asked ->
        [quarterly] 上季度
       *[other] 上月
    }（{ $status }，无进展）：{ $words }
card-last-problem = { $asked ->
        [quarterly] 上季度
       *[other] 上月
    }问题：{ $words }
card-last-next-step = { $asked ->
        [quarterly] 上季度
       *[other] 上月
    }下一步措施：{ $words }
card-step-past = （其中写的日期已过）
card-last-line = { $asked ->
        [quarterly] 上季度
       *[other] 上月
    }：{ $words }
card-last-no-help = { $asked ->
        [quarterly] 上季度
       *[other] 上月
    }：无配合事项
card-last-reason = { $asked ->
        [quarterly] 上季度
       *[other] 上月
    }原因：{ $words }
card-said-status = 本月状态：{ $status }
card-said-text = 本月已写：{ $words }
card-said-problem = 本月问题：{ $words }
card-said-next-step = 本月下一步措施：{ $words }
card-said-reason = 本月无进展原因：{ $words }
card-said-figure = 本月已填：{ $figure }
card-answered = { $sign } { $number }　{ $title } · { $standing }，已存。
card-answered-part = { $sign } { $number }　{ $title }：已存，{ $missing }。
card-answered-not = { $sign } { $number }　{ $title }：本月未填。
card-answered-total = 累计 { $figure }。
card-answered-figure = { $name }：{ $figure }。
ask-status = { $when }进展如何？
ask-status-done = { $asked ->
        [quarterly] 上季度
       *[other] 上月
    }已报完成。{ $when }是否仍为已完成？
ask-status-only = 请选择{ $when }的状态。
ask-status-again = 可改选状态，也可逐项修改。
ask-text = 请发送{ $when }完成情况。
ask-one-line = 请用一句话发送{ $when }配合情况；没有的，请点“本月无配合事项”。
ask-text-trouble = 请发送{ $when }完成情况、问题和原因、下一步措施，写在一条里，例如“……。存在问题：因……。下一步：……”。
ask-text-done = 请发送完成情况：做成了什么，何时完成；有佐证的，请附照片或文件。
ask-text-figure = 请发送{ $when }完成情况；累计数可一并写上，例如“累计…{ $unit }，本月新增…{ $unit }”。
ask-problem = 存在什么问题？原因是什么？一条写清即可，下一步也可接着写：“……。下一步：……”。
ask-next-step = 下一步怎么办？请写明措施和时间。需要其他单位协调的，可点选，或另起一行写“需协调：单位名”。
ask-figure = 请发送“{ $name }”的最新数（单位：{ $unit }）。
ask-figure-total = 请发送“{ $name }”截至{ $month }底的累计数（单位：{ $unit }）。
ask-reason = 请用一句话写明{ $when }无进展的原因。
ask-correction-reason = 更正第{ $revision }版：请先用一句话写明更正原因。已报送的版本保留不变。

## What an answer meant
answer-empty = 没有收到文字，请重新发送。已填内容没有变化。
answer-too-long = 文字有 { $length } 个字，最多 { $limit } 个字。请精简后重新发送；已填内容没有变化。
answer-not-asked = 现在没有问这一项。请点“目录”另选。
answer-next-step-in-text = 您写的下一步已并入完成情况，一并报送。
answer-problem-stands = 您写的问题照常上报。
answer-heading-says-nothing = “{ $said }”没有写明{ $step ->
        [problem] 问题
       *[other] 由谁、在什么时候、做什么
    }，这一句没有存，其余已存。
answer-no-change = “{ $said }”可能是同上月，也可能是本月无进展，没有存。内容照上月的，请点“同{ $asked ->
        [quarterly] 上季度
       *[other] 上月
    }”；没有进展的，请点“本月无进展”。
answer-no-last = 上月没有这一项的内容，请直接填写。
answer-no-last-quarter = 上季度没有这一项的内容，请直接填写。
answer-last-resolved = 上月的问题您已填为已解决。现在是什么情况，请直接填写。
answer-only-status = 状态已经记下，请再写一句本月完成情况。
answer-nothing-text = 如本月没有进展，请点“本月无进展”；如有进展，请写一句完成情况。
answer-no-problem = “{ $said }”：没有问题的，问题一栏不用填，没有存入。这里问的是{ $asked ->
        [status] 状态：请点选，或写一句本月完成情况
       *[text] 完成情况：请写一句本月做了什么、做到哪一步；没有进展的，请点“本月无进展”
    }。
answer-nothing-problem = 状态为滞后或未启动的，需要写明问题。如已正常推进，请点“改选状态”。
answer-nothing-next-step = 状态为滞后或未启动的，需要写明下一步措施。如已正常推进，请点“改选状态”。
answer-nothing-reason = 请用一句话写明原因；如本月有进展，请点“本月有进展”。
answer-says-nothing-text = “{ $said }”没有说明进展，没有存入。请写一句本月做了什么、做到哪一步；没有进展的，请点“本月无进展”。
answer-line-trouble = “{ $said }”没有说明是什么情况。请写一句本月配合了什么，卡在哪里，需要谁来协调。
answer-says-nothing-line = “{ $said }”没有说明配合情况，没有存入。请写一句本月配合了什么；没有的，请点“本月无配合事项”。
answer-says-nothing-problem = “{ $said }”没有说明问题，没有存入。请写一句卡在哪里、什么原因；如已正常推进，请点“改选状态”。
answer-says-nothing-next-step = “{ $said }”没有说明下一步，没有存入。请写一句由谁、在什么时候、做什么。
answer-says-nothing-reason = “{ $said }”没有说明原因，没有存入。请写一句为什么没有进展，例如在等哪家的什么批复；如本月有进展，请点“本月有进展”。
answer-says-nothing-follow-up = “{ $said }”没有说明问题怎样了，没有存入。请点“已解决”“处理中”或“没有变化”，或写一句办到哪一步。
answer-no-file = “{ $said }”：这一项还没有附件。请把照片或文件发到这里，并写一句话说明。
answer-reason-missing = 请用一句话写明原因。
answer-kept-as-problem = 文字已存为本项的问题。
answer-kept-as-text = 文字已存为本项完成情况。
answer-done-in-part = “已完成”说的是全部还是其中一部分，从文字看不准，状态没有记：请点选。
answer-text-goes-on = 这条文字接在原有完成情况的后面，原来的文字没有动。
answer-words-only = 完成情况已换成刚才这条。
answer-words-righted = “{ $was }”已改为“{ $now }”。
answer-slip-in-words = “{ $said }”没有接在后面。现在写的是：“{ $words }”。请发送改好的全文，用来代替它。
answer-slip-nowhere = “{ $said }”没有存：已写的内容里找不到要这样改的数。请写明改哪一处，例如“培训应为3期”。
answer-kept-as-explanation = 刚才这条已记为对疑点的说明，不在完成情况里；要写进完成情况，请点下面的按钮。
answer-reason-to-text = 刚才这条已接在完成情况后面，不再作为说明。
button-reason-to-text = 写进 { $number } 的完成情况
answer-words-back = 刚才这条已撤回，完成情况和原来一样。
button-words-only = 只留刚才这条
button-words-back = 撤回刚才这条
button-words-behind = { $number } 改为接在原文后面
answer-change-here = “{ $said }”还没有改。要改的是这一项，请在下面点选或重新填写。
answer-change-offer = “{ $said }”还没有存；要改这一项的指标数，请点下面的按钮。
answer-kept-beside-problem = 状态和完成情况已存；原有的问题怎样了，还请答复。
answer-kept-as-reason = 文字已补入本月无进展的原因。
answer-own-text-kept = 本月已写的完成情况保留，其余同上月。
answer-stray = 提示：“{ $words }”已写入第{ $number }项，读来像是改正、询问或交代；如果放错了，请发送“第{ $number }项”回去修改。
answer-step-past = 提示：下一步措施“{ $words }”写的日期已过；要改，请回复“第{ $number }项下一步改为：…”。
answer-text-aside = 已写的完成情况暂不报送；改选“本月有进展”即恢复。
answer-under-heading = 已按标题{ $more ->
        [yes] 接在
       *[other] 写进
    }{ $step ->
        [problem] 问题
        [next-step] 下一步措施
        [reason] 无进展的原因
       *[other] 完成情况
    }{ $more ->
        [yes] 后面
       *[other] { "" }
    }。
answer-figure-taken-about = 文中的约 { $figure } 已记为累计数。
answer-figure-taken = 文中的 { $figure } 已记为累计数。
answer-figure-spoken = 您写的“{ $said }”已记为 { $figure }。
answer-figure-not-understood = 没看懂“{ $said }”。请直接写数字，例如 200；如为约数，写“约200”。已填内容没有变化。
answer-figure-nothing = 如数值为零，请写 0；如本月没有数据，请点“暂无数据”。
answer-figure-several = “{ $said }”里有几个数，不能确定用哪一个。请只写一个，例如 183，或写“累计183”。
answer-figure-month = “{ $said }”像是当月的数。请写累计数，例如“累计183”。
answer-figure-earlier = “{ $said }”里的数是以前月份的，没有记。请写本期末的累计数，例如“累计183”。
answer-figure-year = “{ $said }”是今年以来的数；这项指标的起点是 { $baseline }。请写连起点在内的累计数，例如“累计183”。
answer-figure-negative = “{ $said }”是负数或减少的数。请写现在的数，不写增减。
answer-figure-fraction = “{ $said }”不是整数。这里按个数统计，请写整数。
answer-figure-places = “{ $said }”小数位太多，最多四位小数。
answer-figure-too-large = “{ $said }”数字太大，请核对后重新发送。
answer-figure-phone = “{ $said }”像是电话号码，没有记为指标。登记电话请发送 /phone；如确是指标值，请连单位一起写。
answer-figure-unit = “{ $said }”的单位与要求的“{ $unit }”不同。请按{ $unit }填写，只写数字即可。
answer-figure-no-number = “{ $said }”里没有数。请直接写数字，例如 200；本月还没有数的，请点“暂无数据”。已填内容没有变化。
answer-figure-fall = “{ $said }”是下降的数。请写增长率，下降的写成负数，例如 -2.5。
answer-figure-converted = “{ $said }”折合 { $figure }，小数位太多，最多四位。请写“约{ $figure }”，或换成四舍五入后的数。
answer-figure-scale = “{ $said }”不能确定单位大小。请带单位写，例如“10{ $unit }”。

## Checks
check-missing-all = 未填
check-missing-status = 状态待选
check-missing-text = 完成情况待填
check-missing-problem = 问题待填
check-missing-next-step = 下一步措施待填
check-missing-figure = 指标待填
check-missing-reason = 原因待填
check-hint-short = 提示：{ $count } 项文字很短（{ $list }{ $more ->
        [0] { "" }
       *[other] 等
    }）。
check-hint-empty = 提示：{ $count } 项没有写具体内容（{ $list }{ $more ->
        [0] { "" }
       *[other] 等
    }）。
check-hint-unchanged = 提示：{ $count } 项内容与上月相同（{ $list }{ $more ->
        [0] { "" }
       *[other] 等
    }）。

## Before filing
preview-title = <b>报送前核对</b>　{ $unit } · { $month }
preview-count = { $count } 项：已完成 { $done }，正常推进 { $on_track }，滞后 { $behind }，未启动 { $not_begun }{ $blank ->
        [0] { "" }
       *[other] ，未填状态 { $blank }
    }{ $cooperating ->
        [0] 。
       *[other] ，配合 { $cooperating }。
    }
preview-also = 指标 { $figures } 个，问题 { $problems } 个，本月无进展 { $still } 项。
preview-nothing-missing = 须补：无。
preview-missing = <b>须补 { $count } 项</b>
preview-missing-one = { $missing }：{ $list }{ $more ->
        [0] { "" }
       *[other] 等
    }
preview-full-title = <b>{ $unit } · { $period }任务完成情况</b>
preview-entry = <b>{ $heading }</b>
preview-role = { $role }
preview-status = { $role } · { $status }
preview-reason = 本月无进展：{ $words }
preview-text = { $words }
preview-problem = 问题：{ $words }
preview-next-step = 下一步措施：{ $words }
preview-explained = 属实说明：{ $words }
preview-figure = { $name }：{ $figure }

## Buttons
button-start = 开始填报
button-report = { $unit } · { $period }（{ $done }/{ $count }）
button-begin = 开始：{ $number }
button-continue = 继续：{ $number }
button-same-with-problem = 问题没有变化，其余同{ $asked ->
        [quarterly] 上季度
       *[other] 上月
    }
button-same-all = 其余同上月（{ $count }项）
button-same-all-confirm = 确认 { $count } 项同上月
button-same-all-but-problems = 确认 { $count } 项同上月，有问题的另填
button-same-all-problems = 确认 { $count } 项同上月，{ $problems } 个问题都未解决
button-preview = 预览
button-preview-file = 核对并报送
button-back-to-preview = 返回核对
button-draft-pdf = 预览PDF
report-pdf-coming = 正在生成PDF，稍后发来
report-pdf-caption = <b>{ $unit }</b>　{ $month }待盖章稿（第{ $revision }版）的PDF，供查看；打印盖章请用Word文档。
    { $times }
report-pdf-fonts = 本预览以其他字体代替{ $fonts }，换行和页数可能与打印稿不同。
button-full = 查看全文
button-file = 报送
button-correct = 更正
button-mend = 补 { $number }
button-list = 目录
button-same = 同{ $asked ->
        [quarterly] 上季度
       *[other] 上月
    }
button-same-done = 仍为已完成
button-no-progress = 本月无进展
button-no-help = 本月无配合事项
button-progress = 本月有进展
button-no-figure = 暂无数据
button-about = 约{ $figure }
button-sum = 累计{ $total }（{ $when ->
        [monthly] 上月
        [quarterly] 上季度
       *[other] { $when }
    }{ $before }＋新增{ $added }）
button-same-figure = 同{ $asked ->
        [quarterly] 上季度
       *[other] 上月
    }：{ $figure }
button-keep = 不改，继续
button-change-text = 改完成情况
button-change-problem = 改问题
button-change-next-step = 改措施
button-change-reason = 改原因
button-change-figure = 改“{ $name }”
button-back = ‹ 返回
button-rechoose = 改选状态
button-skip = 跳过
button-cancel = 取消

## One message at a time asks
asked-next = 稍后接着问：{ $what }。
asked-next-texts = { $count } 条文字存到哪一项
asked-next-pasted = 粘贴的清单是否存入
asked-next-files = { $count } 件佐证属于哪一项
asked-next-form = 表格是否导入
asked-next-word = 改过的报送稿是否采用
