## What the office is told of late units
late-outstanding = { $tone ->
        [notice] <b>告知</b>
        [reminder] <b>提醒</b>
        [urgent] <b>催办</b>
        [bulletin] <b>提请通报</b>
       *[escalation] <b>提级催办</b>
    }：{ $period }任务完成情况已过截止时间，以下 { $count } 家单位截至目前未报。
late-returned = { $tone ->
        [notice] <b>告知</b>
        [reminder] <b>提醒</b>
        [urgent] <b>催办</b>
       *[escalation] <b>提级催办</b>
    }：{ $period }月报退回后，以下 { $count } 家单位尚未重新报送。
late-unit = <b>{ $unit }</b>：共 { $count } 项，已填 { $filled } 项{ $extended ->
        [0] { "" }
       *[other] （已同意延至 { $until }）
    }
late-unit-returned = <b>{ $unit }</b>：共 { $count } 项。退回原因：{ $reason }
late-told = 已告知：{ $people }
late-told-one = { $kind }{ $name }（{ $phone ->
        [none] { "" }
       *[other] { $phone }，
    }{ $days }）
late-not-reached = ! 尚未告知：{ $people }
late-not-reached-one = { $kind }{ $name }（{ $why }）
late-not-reached-nobody = 没有联络员，也没有B岗，请发送 /invite 邀请
late-not-reached-not-joined = 尚未加入，也没有电话
late-not-reached-call = 只能打电话 { $phone }，{ $on }已列入 /calls，至今未打
late-not-reached-no-answer = 电话 { $phone } 于{ $on }打不通
late-papers = { $tone ->
        [bulletin] 催办后至今未报的，按惯例可予通报，是否通报由您决定。通报点“通报”出具，催办单点“催办单”。
       *[other] 催办单随时可用 /notice 出具，通报用 /bulletin。
    }
late-done-filed = 更新：{ $unit }已于 { $at } 报送。
late-done-exempt = 更新：{ $unit }本期免报。
late-done-extended = 更新：{ $unit }已同意延至 { $until }。

## Whom a reminder did not reach
not-reached-one = { $kind }{ $name }（{ $on }的提醒{ $doubtful ->
        [0] 未送达
       *[other] 不能确定是否送达
    }：{ $why }{ $phone ->
        [none] { $number ->
            [none] { "" }
           *[other] ；可在 /outbox 重发 { $number }
        }
       *[other] ；可致电 { $phone }{ $number ->
            [none] { "" }
           *[other] ，或在 /outbox 重发 { $number }
        }
    }）
not-reached-unit = { $unit }{ $people }
not-reached-units = ! 提醒没有送到的（{ $count }）：{ $units }{ $more ->
        [0] 。
       *[other] ；另有 { $more } 家，见 /outbox。
    }
