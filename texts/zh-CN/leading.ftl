## What the lead of a measure sees of the others
lead-answered = 已填 { $count } 家：{ $units }{ $more ->
        [0] { "" }
       *[other] 等
    }
lead-waiting = 未填 { $count } 家：{ $units }{ $more ->
        [0] { "" }
       *[other] 等
    }
lead-said = { $unit }（{ $standing }）“{ $words }”
lead-said-nothing = { $unit }（{ $standing }）
lead-filed = 已报送
lead-being-written = 填报中
lead-standing-comma = ，
lead-all-title = <b>{ $number }　{ $title }</b>：各单位填写情况
lead-all-unit = <b>{ $unit }</b>（{ $role }；{ $standing }）
button-supporters = 全部
button-hurry = 催一下（{ $count }家）
button-back-to-entry = ‹ 返回 { $number }
hurry-request = <b>催填</b>：{ $lead }牵头的第{ $number }项“{ $title }”，{ $unit }{ $month }尚未填写。
    { $times }
hurry-button-fill = 填 { $number }
hurry-done = 已提醒 { $count } 家{ $unreached ->
        [0] 。
       *[other] ；{ $unreached } 家无法送达（{ $units }{ $more ->
            [0] { "" }
           *[other] 等
        }），请电话联系。
    }
hurry-later = 将于{ $at }提醒 { $count } 家{ $unreached ->
        [0] 。
       *[other] ；{ $unreached } 家无法送达（{ $units }{ $more ->
            [0] { "" }
           *[other] 等
        }），请电话联系。
    }
hurry-nobody = 各单位都已填写。
hurry-too-soon = 这一项今天已经催过，每个工作日只催一次。
lead-trouble-filed = <b>第{ $number }项</b>（{ $lead }牵头）：{ $unit }刚报送的月报里有问题没有解决：“{ $problem }”。这一项贵单位已报已完成，请核对；要改的，请点“更正”。
lead-trouble-to-office = 提示：第{ $number }项 { $lead }（牵头）报已完成，{ $unit }报有问题：“{ $problem }”。已告知 { $lead } 核对。
