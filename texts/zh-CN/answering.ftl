## A text whose question was not shown yet
answer-added = 后一条文字已补入本项。
answer-too-long-parts = 这段文字分几条收到，合计已有 { $length } 个字，超过了 { $limit } 个字的上限，都没有存。请精简后重新发送；已填内容没有变化。
held-text = 收到：“{ $words }”
held-text-lines = 收到 { $count } 行文字，合在一起：
held-text-line = · “{ $words }”
held-ask = 这条还没有存：是补充上一项，还是回答当前问题？
held-ask-replace = 这条还没有存：是替换上一项的内容，还是回答当前问题？
held-ask-one = 这条文字还没有存。请选择放在哪里。
held-ask-where = 这条文字没有写明是第几项，先留着，还没有存。请点它所属的一项；没有列出的，请发送那一项的序号，再点“有一条文字还没定是哪一项”。
held-ask-whether = 这条文字可能是第{ $number }项的，先留着，还没有存。请点它所属的一项；没有列出的，请发送那一项的序号，再点“有一条文字还没定是哪一项”。
held-month = 下面列的是{ $month }的各项；说的是别的月份，请点那个月份。
held-button-month = { $month } · 换成这个月的各项
held-ask-month = 几个月份都有第{ $number }项，请选月份：
held-waits-of = 第{ $number }项的“{ $words }”还没有存；点下面的“有一条文字还没定是哪一项”可以存入。
held-waits = “{ $words }”还没有确定属于哪一项，没有存；点下面的“有一条文字还没定是哪一项”可以选择。
held-button-add = 补充 { $month ->
        [none] { "" }
       *[other] { $month } · { "" }
    }{ $number } 的{ $step }
held-button-replace = 用这条替换 { $month ->
        [none] { "" }
       *[other] { $month } · { "" }
    }{ $number } 的{ $step }
held-button-righted = 改正 { $month ->
        [none] { "" }
       *[other] { $month } · { "" }
    }{ $number }：{ $was } → { $now }
held-button-answer = 回答 { $month ->
        [none] { "" }
       *[other] { $month } · { "" }
    }{ $number } 的{ $step }
held-button-of = { $month ->
        [none] { "" }
       *[other] { $month } · { "" }
    }{ $number }　{ $title }
held-button-apart = 分开，一条一条选
held-button-drop = 不存这条
held-button-show = 有一条文字还没定是哪一项
held-button-show-more = 有 { $count } 条文字还没定是哪一项
held-waits-one = “{ $words }”
held-waits-more = { $count } 条文字还没有确定属于哪一项，没有存：{ $words }{ $rest ->
    [0] {""}
   *[other] 等
    }。点下面的“有 { $count } 条文字还没定是哪一项”，一条一条选。
held-returned = 这条文字一直没有选择放在哪里，没有存。原文如下，需要的请在对应的一项重新发送：
held-returned-month = { $month }月报里有一条文字一直没有选择放在哪里，没有存；新的月份已经开始，不再保留。原文如下，需要的请在对应的一项重新发送：
held-dropped = 这条文字没有存。
held-first = 先前的“{ $words }”还在等：请先点下面的按钮。{ $number ->
        [none] {""}
       *[other] “{ $said }”说的是哪一项，请连同序号一起发，如“{ $number } { $said }”。
    }
step-status = 状态
step-text = 完成情况
step-problem = 问题
step-next-step = 下一步措施
step-figure = 指标
step-reason = 原因

## A number alone
answer-label = “{ $said }”是按钮上的字，现在没有这个按钮，没有存为内容。请点下面的按钮，或发送答复本身。已填内容没有变化。
answer-number-only = “{ $said }”只是一个数。请用文字写明；要去别的措施，请发送它的序号或点“目录”。已填内容没有变化。
answer-number-which = “{ $said }”不知道是哪个指标的数。请先选状态、写完成情况，随后会逐个问指标。已填内容没有变化。
answer-figure-reopened = “{ $name }”的数已撤回，请重新填写。
answer-status-reopened = 原状态已撤回，请重新选择。
answer-text-denied = 要改完成情况的，请点“填错了，改”。
answer-not-helpers = 第{ $number }项没有请您协助，以下内容没有存入，请交给本单位填报人：{ $said }
answer-not-helpers-number = 第{ $number }项没有请您协助，由本单位填报人填写。请您协助的是第{ $own }项。
answer-not-due = 第{ $number }项按季报送，随{ $month }月报一并填报；本月不用填，这段文字没有存：{ $said }
answer-not-due-number = 第{ $number }项按季报送，随{ $month }月报一并填报；本月不用填。
answer-not-due-either = 第{ $number }项按季报送，随{ $month }月报一并填报，本月不用填。“{ $said }”是“{ $name }”的数的，请点下面的按钮。已填内容没有变化。
answer-number-taken-about = “{ $name }”已记为约 { $figure }。
answer-number-taken = “{ $name }”已记为 { $figure }。
answer-no-figure-taken = “{ $name }”已记为暂无数据。
answer-no-figure-asked = “{ $said }”没有存为内容：这一项没有要填的指标。
answer-number-either = “{ $said }”可能是第{ $said }项，也可能是“{ $name }”的数。请点下面的按钮；是指标数的，也可以写“累计{ $said }{ $unit }”。已填内容没有变化。
button-go-to = 去第{ $number }项
