## Checks: mend, or explain
doubt-other-total = 完成情况里写的是累计 { $told }，指标“{ $name }”填的是{ $figure ->
        [none] 暂无数据
       *[other] { " " }{ $figure }
    }，两处不一致。
doubt-fell = “{ $name }”累计数由{ $when ->
        [monthly] 上月
        [quarterly] 上季度
       *[other] { $when }
    }的 { $before } 变为 { $now }。是更正，还是填错了？
doubt-jumped = “{ $name }”填的是 { $now }（{ $before ->
        [none] { "" }
       *[other] 上月 { $before }，
    }目标 { $target }），{ $before ->
        [none] 与目标相差很大
       *[other] 与此前相差很大
    }。
doubt-past-baseline = “{ $name }”填的是 { $now }，目标是由 { $baseline } 降到 { $target }，现在反而高于基数。
doubt-done-below = 状态为已完成，但“{ $name }”只有 { $now }，没有达到目标 { $target }。
doubt-no-evidence = 状态为已完成，但还没有佐证材料。
doubt-done-over-problem = 状态为已完成，但{ $units }仍有问题。{ $unit }：“{ $problem }”{ $since ->
        [none] { "" }
       *[other] （{ $since }起）
    }
doubt-done-over-own = 状态为已完成，但原有问题还没有解决：“{ $problem }”
doubt-done-over-words = 状态为已完成，但{ $words ->
        [none] 又填了本月无进展
       *[other] 完成情况里写着“{ $words }”
    }。
doubt-words-disagree = 完成情况里既写“{ $done }”，又写“{ $not_done }”，前后不一致。
doubt-unchanged = 完成情况已连续三个月一字未改。
ask-explain-done = 属实的，请用一句话一并说明原因；有佐证的，也可以发送照片或文件；填错了、还没有完成的，请点下面的按钮。
answer-doubt-growth = “{ $said }”是当月新增的数。请选择：
answer-doubt-figure = “{ $said }”像是一个数，没有说明原因。填错了的，请点下面的按钮，或只发送正确的数；属实的，请用一句话说明为什么。已填内容没有变化。
answer-doubt-which = “{ $said }”里另有一个数，不能确定是改正的数，还是对原数的说明；还没有存。请选择：
button-doubt-figure = 改为 { $figure }
button-doubt-reason = 是原因，原数不变
answer-words-beside = 数以外的“{ $said }”已写进{ $where ->
        [problem] 本项的问题
        [reason] 无进展的原因
       *[other] 完成情况
    }。
answer-lack-moved = 刚才那句已改为写在{ $where ->
        [problem] 本项的问题里
       *[text] 完成情况里
    }。
button-lack = { $where ->
        [problem] 记为 { $number } 的问题
       *[text] 写进 { $number } 的完成情况
    }
answer-explained-evidence = 佐证一事的说明已存；其余的还请说明。
answer-reason-none = “{ $said }”没有说明原因。属实的，请用一句话说明为什么；填错了的，请发送正确的数，或点“填错了，改”。已填内容没有变化。
button-last-corrected = 就是累计{ $total }，更正{ $when ->
        [monthly] 上月
        [quarterly] 上季度
       *[other] { $when }
    }
button-likely = 就是 { $figure }
button-told = { $figure }（文中的数）
reason-last-corrected = { $when ->
        [monthly] 上月
        [quarterly] 上季度
       *[other] { $when }
    }累计数（{ $before }）有误，本月更正
ask-explain = 填错了的，请点“填错了，改”；属实的，请用一句话发送原因。
ask-which-total = 以哪个为准？请点下面的按钮；两处都没有错的，请用一句话说明。
ask-evidence = 请发送照片或文件（PDF、Word 等）作为佐证；没有的，请用一句话说明；还没有完成的，请点“填错了，改”。
ask-explain-settled = 这一处已经说明，不用再答。属实的，请点“不改，继续”；填错了的，请点“填错了，改”。
ask-explain-mended = 这一处已经改过，不用再说明。没有错的，请点“不改，继续”；还要改的，请点“还要改”。
answer-explained-already = 这一处已有说明，没有变动。
answer-explain-mended = “{ $said }”没有存：这一处已经改过，没有要说明的了。还要改的，请点“还要改”。
card-said-explanation = 已说明：{ $words }
step-explain = 说明
button-doubt-mend = 填错了，改
button-mend-again = 还要改
button-as-text = 以文字为准（{ $told }）
button-as-figure = 以指标为准（{ $figure ->
        [none] 暂无数据
       *[other] { $figure }
    }）
answer-text-follows = 完成情况里的累计数已一并改为 { $figure }。
answer-text-by-hand = 完成情况里的数要由您来改：请点“以指标为准”，再重新发送完成情况。
button-explain = 说明 { $number }
button-look = 看 { $number }
check-doubt-other-total = 文字与指标不一致，待定
check-doubt-fell = 累计数变少，待说明
check-doubt-jumped = 数字相差很大，待说明
check-doubt-past-baseline = 数字高于基数，待说明
check-doubt-done-below = 未达目标报已完成，待说明
check-doubt-no-evidence = 没有佐证，待补或说明
check-doubt-done-over-problem = 其他单位有问题报已完成，待说明
check-doubt-done-over-own = 问题未解决报已完成，待说明
check-doubt-done-over-words = 文字未完成报已完成，待说明
check-doubt-words-disagree = 文字前后不一致，待改或说明
check-doubt-unchanged = 三个月未改，待说明
check-hint-month = 提示：{ $count } 项文字里还是上个月的月份（{ $list }{ $more ->
        [0] { "" }
       *[other] 等
    }）。
check-hint-unit = 提示：{ $count } 项提到了其他单位（{ $list }{ $more ->
        [0] { "" }
       *[other] 等
    }）。
check-hint-help = 提示：{ $count } 项的需协调单位不在本办名录里（{ $list }{ $more ->
        [0] { "" }
       *[other] 等
    }），请核对名称；上级单位可以照写。
check-hint-figure = 提示：{ $count } 项文字里的数与所填指标不同（{ $list }{ $more ->
        [0] { "" }
       *[other] 等
    }）。
check-hint-grown = 提示：{ $count } 项文字说本月有新增，累计数却与上月相同（{ $list }{ $more ->
        [0] { "" }
       *[other] 等
    }），请核对数字或文字。
check-hint-pace = 提示：{ $count } 项状态正常，指标却欠序时进度（{ $list }{ $more ->
        [0] { "" }
       *[other] 等
    }）。
check-hint-cause = 提示：{ $count } 项的问题没有写原因（{ $list }{ $more ->
        [0] { "" }
       *[other] 等
    }），可补一句。
check-hint-stray = 提示：{ $count } 项里有像是改正、询问或交代的话（{ $list }{ $more ->
        [0] { "" }
       *[other] 等
    }），报送后会写进月报，请核对。
check-hint-step-past = 提示：{ $count } 项下一步措施写的日期已过（{ $list }{ $more ->
        [0] { "" }
       *[other] 等
    }），请更新。
check-hint-still = 提示：{ $count } 项连续两个月无进展（{ $list }{ $more ->
        [0] { "" }
       *[other] 等
    }）。
explained-other-total = 文字与指标的数不同
explained-fell = 累计数少于{ $when ->
        [monthly] 上月
        [quarterly] 上季度
       *[other] { $when }
    }
explained-jumped = 数字相差很大
explained-no-evidence = 没有佐证报已完成
explained-past-baseline = 数字高于基数
explained-done-below = 未达目标报已完成
explained-done-over-problem = 其他单位有问题报已完成
explained-done-over-own = 问题未解决报已完成
explained-done-over-words = 文字未完成报已完成
explained-words-disagree = 文字前后不一致
explained-unchanged = 文字三个月未改
explained-line = { $what }：{ $reason }
ask-explain-all = { $kind ->
        [no-evidence] { $count } 项报已完成，还没有佐证材料（{ $list }{ $more ->
            [0] { "" }
           *[other] 等
        }）。请用一句话一并说明原因，或点下面的原因，各项都记这一条；有佐证的，请发送照片或文件并写上编号；填错了的，点编号改。
       *[unchanged] { $count } 项的完成情况已连续三个月一字未改（{ $list }{ $more ->
            [0] { "" }
           *[other] 等
        }）。请用一句话发送共同的原因，或返回逐项修改。
        [several] { $count } 项还要说明（{ $list }{ $more ->
            [0] { "" }
           *[other] 等
        }）。请用一句话一并说明原因，各项都记这一条；原因不同的、填错了的，点编号逐项说明或修改。
    }
explain-all-one = { $number }　{ $words }
answer-explained-together = { $count } 项已一并说明（{ $list }{ $more ->
        [0] { "" }
       *[other] 等
    }）：“{ $words }”
answer-reason-of-one = “{ $said }”没有存：不像是各项共同的原因。要改其中一项的，请点编号；属实的，请用一句话说明为什么。
button-explain-all = { $kind ->
        [no-evidence] 没有佐证的一并说明（{ $count }项）
        [done] 报已完成的一并说明（{ $count }项）
       *[unchanged] 一并说明（{ $count }项）
    }
button-explain-kept = 材料存档备查
button-explain-paper = 纸质材料已报
reason-explain-kept = 佐证材料已由本单位存档备查
reason-explain-paper = 佐证材料已另报纸质件

## A returned report filed as it was
return-answer-ask = 月报退回后没有改动。退回原因：“{ $reason }”。请修改，或用一句话说明为什么不用改。
