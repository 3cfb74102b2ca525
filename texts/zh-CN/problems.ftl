## A problem from month to month
problem-turn-resolved = 已解决
problem-turn-handling = 处理中
problem-turn-unchanged = 没有变化
reason-answered-together = 办公室的询问，与其他项一并答复
problem-another-open = 第{ $number }项已有新的问题未销号，不能同时重新打开这一个。请先处理新的问题，或在新问题上提问。
step-follow-up = 问题进展
ask-follow-up = 这个问题现在怎样？可点选，也可直接发送办到了哪一步。
ask-follow-up-resolved = 请用一句话写明怎样解决的。
ask-follow-up-handling = 请用一句话写明办到了哪一步。
card-open-problem = <b>{ $since }提出的问题</b>：{ $words }
card-open-began = 起始时间：{ $since }
card-open-next-step = 原定措施：{ $words }
card-open-help = 需协调单位：{ $words }
card-open-said = 上次进展：{ $words }
card-open-question = <b>办公室询问</b>：{ $words }
card-said-follow-up = 本月问题进展：{ $turn }{ $words ->
        [none] { "" }
       *[other] ，{ $words }
    }
card-said-help = 需协调单位：{ $words }
step-stands = 问题是否仍存在
problem-stands-no = 已解决
problem-stands-yes = 仍存在
ask-stands = 按现在的状态，本月写的这个问题怎样？选“仍存在”，问题和措施照常上报；选“已解决”，不再上报。
answer-stands = 没看懂。请点“已解决”或“仍存在”；要改状态的，请点“改选状态”。已填内容没有变化。
check-missing-stands = 问题是否仍存在，待定
button-change-stands = 改：问题是否仍存在
check-missing-follow-up = 上期问题待说明
button-change-follow-up = 改问题进展
button-help-from = { $sign }需{ $unit }协调
button-help-from-none = 无需协调
answer-nothing-follow-up = 请点选：已解决、处理中、没有变化；或用一句话写明办到了哪一步。
answer-follow-up-resolved = 问题记为已解决。
answer-follow-up-handling = 问题记为处理中。
answer-follow-up-unchanged = 问题记为没有变化。
answer-help-taken = 需协调单位记为：{ $units }。
answer-help-none = 已记为无需协调。
preview-follow-up = { $since }提出的问题：{ $turn }{ $words ->
        [none] 。
       *[other] 。{ $words }
    }
preview-follow-up-resolved = { $since }提出的问题“{ $problem }”：{ $turn }。{ $words }
preview-help = 需协调单位：{ $words }
preview-follow-ups = 以前的问题 { $count } 个：已解决 { $resolved }，处理中 { $handling }，没有变化 { $unchanged }。

## In the form
form-col-open-problem = 以前的问题
form-col-turn = 现在怎样
form-col-follow-up = 办到了哪一步
form-col-help = 需协调单位
form-open-problem = （{ $since }提出）{ $words }
form-rule-follow-up = 4. 有以前的问题的，从已解决、处理中、没有变化中选一个，前两种还要写明办到了哪一步。仍存在的问题不必再写一遍。需要其他单位协调的，写明单位，用顿号隔开。
form-fault-no-problem = 这一项没有以前的问题；请清空这里，新的问题写在“存在问题”中。
form-moved-follow-up = 问题进展 { $before } → { $after }
form-follow-up-none = 未填
form-follow-up = { $turn }“{ $words }”
form-changed-help = 需协调单位“{ $text }”
form-emptied-help = 清空需协调单位

## The office's list
menu-problems = 问题销号
help-problems = /problems　未销号的问题（可加单位名）
problem-state-open = 未解决
problem-state-handling = 处理中
problem-state-resolved = 待销号
problem-state-closed = 已销号
problem-event-raised = 提出
problem-event-resolved = 已解决
problem-event-handling = 处理中
problem-event-unchanged = 没有变化
problem-event-withdrawn = 重新报送时未再提出
problem-event-asked = 办公室询问
problem-event-answered = 答复
problem-event-closed = 销号
problem-event-reopened = 重新打开
problems-none = 目前没有未销号的问题。
problems-title = <b>未销号问题 { $count } 个</b>{ $overdue ->
        [0] { "" }
       *[other] ，超期 { $overdue }
    }{ $resolved ->
        [0] { "" }
       *[other] ，待销号 { $resolved }
    }{ $unasked ->
        [0] { "" }
       *[other] ，单位已不再填报该措施 { $unasked }
    }
problems-line = { $sign } { $unit } · { $number }（{ $state }，{ $since }起，{ $days }天）：{ $words }
problems-button-one = { $unit } { $number }
problems-button-by-unit = 按单位排列
problems-button-by-age = 按时间排列
problem-head = <b>{ $unit } · { $number }　{ $title }</b>
problem-state = { $state } · { $began ->
        [none] { "" }
       *[other] { $began }起，
    }{ $since }提出 · 已 { $days } 天
problem-overdue = ! 已超期
problem-unasked = ! 现行计划不再向该单位询问这一措施，只能由办公室销号。
problem-word = · { $line }
problem-word-reported = { $day } { $by } · { $month }月报 · { $event }{ $words ->
        [none] { "" }
       *[other] ：{ $words }
    }
problem-word-beside = { $day } { $by } · { $event }{ $words ->
        [none] { "" }
       *[other] ：{ $words }
    }
problem-button-close = 销号
problem-button-reopen = 重新打开
problem-button-ask = 询问单位
problem-button-list = 问题列表
problem-button-back = ‹ 返回
problem-button-look = 查看问题
problem-button-look-one = 查看第{ $number }项的问题
problem-button-answer = 答复
problem-ask-close = { $unit }第{ $number }项的问题，单位尚未报告解决。请用一句话写明销号依据。
problem-ask-reopen = 重新打开{ $unit }第{ $number }项的问题：请用一句话写明原因，将发给该单位。
problem-ask-ask = 请发送要询问{ $unit }的话（第{ $number }项的问题）。
problem-closed-short = 已销号
problem-closed-to-you = <b>问题已销号</b>：{ $unit }第{ $number }项“{ $problem }”。依据：{ $words }
problem-reopened-to-you = <b>问题重新打开</b>：{ $unit }第{ $number }项“{ $problem }”。原因：{ $words }。填报时请说明进展。
problem-asked-of-you = <b>办公室询问</b>{ $unit }第{ $number }项的问题“{ $problem }”：{ $words }
problem-answer-ask = 第{ $number }项，办公室询问：{ $question }
    请直接发送答复。
problem-answer-taken = 第{ $number }项的答复已送办公室。
problem-answer-in-report = 月报第{ $number }项填的“没有变化”也已改为：{ $words }
problem-answered = <b>{ $unit }</b>答复第{ $number }项的问题（{ $by }）：{ $words }
problem-overdue-unit = { $tone ->
        [notice] <b>告知</b>
        [urgent] <b>催办</b>
        [escalation] <b>提级催办</b>
       *[reminder] <b>提醒</b>
    }：以下 { $count } 个问题提出已超过 { $days } 天，尚未解决，超期后也没有新的说明：
problem-overdue-office = { $tone ->
        [notice] <b>告知</b>
        [reminder] <b>提醒</b>
        [urgent] <b>催办</b>
       *[escalation] <b>提级催办</b>
    }：以下 { $count } 个问题提出已超过 { $days } 天，单位尚未答复：
problem-overdue-line = · { $unit } 第{ $number }项（{ $since }提出，已 { $days } 天）：{ $words }
problem-overdue-more = 另有 { $count } 个：{ $problems }
problem-overdue-named = { $unit }第{ $number }项
problem-overdue-done = 更新：{ $unit }第{ $number }项的问题已于 { $at } { $state ->
        [closed] 销号
        [resolved] 解决
       *[other] 答复
    }。
problem-overdue-how = 请答复办到了哪一步、预计何时解决；在月报里写明进展也可以。一经答复不再提醒。
problem-button-answer-one = 答复第{ $number }项
problem-answer-overdue = 第{ $number }项的问题已超期：“{ $problem }”
    请直接发送办到了哪一步、预计何时解决。
board-problems = 未销号问题 { $count } 个（本月新增 { $new }，超期 { $overdue }，待销号 { $resolved }）。/problems
sheet-followed = 问题
sheet-col-since = 提出月份
sheet-col-days = 天数
sheet-col-problem-state = 状态
sheet-col-cause = 原因
sheet-col-help = 需协调单位
sheet-col-history = 各月情况
sheet-col-closed-at = 销号时间
sheet-col-closed-by = 销号人
sheet-col-closed-how = 销号依据
sheet-problem-overdue = { $state }（超期）
sheet-problem-unasked = { $state }（不再填报）

## Between the quarters
problem-beside-question = 解决了吗？办到哪一步了？
problem-beside-ask = 第{ $number }项{ $since }提出的问题“{ $problem }”：解决了吗？办到哪一步了？
    请直接发送；没有变化的，发送“没有变化”。
problem-beside-offer = 是{ $since }问题“{ $problem }”的答复的，请点“是第{ $number }项问题的答复”。
problem-button-these-words = 是第{ $number }项问题的答复
problem-beside-asked = <b>{ $unit } · { $month }</b>：按季任务有 { $count } 个问题还没解决，本月先请说明解决了没有、办到哪一步。
problem-beside-line = 待答复：第{ $number }项（{ $since }提出）{ $words }
problem-beside-answer = { $turn }{ $words ->
        [none] { "" }
       *[other] ：{ $words }
    }
problem-button-same-one = 第{ $number }项没有变化
