## Task forces
force-told = { $tone ->
        [notice] <b>告知</b>
        [reminder] <b>提醒</b>
        [urgent] <b>催办</b>
       *[escalation] <b>提级催办</b>
    }：{ $force }所涉措施，以下 { $count } 家单位尚未填报{ $period }完成情况：
force-unit = · { $unit }{ $has_liaison ->
        [0] { "" }
       *[other] （联络员{ $name }{ $has_phone ->
            [0] { "" }
           *[other] ，电话 { $phone }
        }{ $told ->
            [0] ，提醒没有送到，请直接联系
           *[other] { "" }
        }）
    }
force-nothing = { $force }所涉措施目前没有待填报的。
welcome-task_force = { $name }，您好。您已登记为<b>{ $unit }</b>的专班联络员。
    只有本专班所涉措施逾期未报、且责任单位联络员已被催办后，机器人才会告知您：哪些单位、缺哪几项、找谁。一经报送即停止。
    随时发送 /status 查看还缺哪些。
welcome-task_force_leader = { $name }，您好。您已登记为<b>{ $unit }</b>的专班负责人。
    只有本专班所涉措施逾期未报、且专班联络员无法送达，或办公室另有安排时，机器人才会告知您。平时不打扰。
    随时发送 /status 查看还缺哪些。
report-of-force = 月报由各责任单位填报；本专班各单位还缺什么，请看 /status。
report-of-leader = 月报由联络员、B岗填报；本单位现状请看 /status，往月报送请看 /history。
help-task-force = /status　本专班所涉措施还有哪些单位没填
    只有逾期未报时，机器人才会给您发消息。
force-word = 专班
kind-task_force = 专班联络员
kind-task_force_leader = 专班负责人
office-task-force-unknown = 计划里没有专班“{ $name }”。可以写：{ $forces }。
rung-wrong-office = “{ $name }”：经办人用 /ticks 查看未收到的扫描件和原件，不另发提醒。请从这里去掉 coordinator。
rung-wrong-signatory = “{ $name }”：待签发只提醒可以签发的人，audience 只能写 leader_in_charge、head。
rung-wrong-task-force = “{ $name }”：专班只在月报未报时得知所涉措施还缺什么。请从这里去掉 task_force。
why-fate-needless = 无需发送：所涉措施都已填写
