## What an edited message changes
edit-taken = 消息已修改，第{ $number }项随之更新：
edit-moved = 消息改成了第{ $to }项，文字已移到第{ $to }项；第{ $number }项恢复为收到这条消息之前的样子。
edit-refused = 消息已修改，但不能作为第{ $number }项的{ $step }：
edit-overtaken = 第{ $number }项的{ $step }后来已另有回答，修改早先的消息不再改变它。要改请点开该项。
edit-changes-nothing = 第{ $number }项的内容没有因此变化。
edit-opens-correction = 第{ $number }项已经报送。新的内容已暂存，写明更正原因后写入更正：
edit-of-nothing = 这条消息不是某一项的回答（或已时间较久），修改它不改变填报内容。要改哪一项，请发送它的序号，或从 /report 点开。
edit-into-command = “{ $said }”是一条命令，没有作为答复；原来的内容没有变化。要执行它，请另发一条。
edit-names-another = 修改后的文字写的是第{ $to }项。要写给第{ $to }项，请另发一条。
edit-of-command = 修改已发出的命令不会再次执行。请重新发送。
edit-of-reason = 这条消息写的原因已经不用，或已报送、已答复，修改它不再起作用。
edit-of-reason-taken = 原因已改为：“{ $reason }”
edit-of-held = 还没定是哪一项的文字已随之更新：“{ $words }”
edit-of-joined = 这条消息与另外几条合成了一个回答，单独修改它不改变填报内容。请点开该项重新填写。
edit-of-file = 第{ $number }项的内容没有因此变化。如换了照片或文件，请把新的另发一次，再从该项的“佐证”里取下旧的。
edit-of-file-name = 第{ $number }项的佐证已改名为“{ $name }”；所附材料和内容没有变化。
edit-of-caption-elsewhere = 说明前的序号与所附材料不属同一项，第{ $number }项的内容没有变化。材料要归到别的项，请点“改属其他措施”；文字请另发。
edit-of-caption-filed = 第{ $number }项已经报送，补写的说明没有写入。要补充请在 /report 中点“更正”。
edit-of-caption-waiting = 说明已随之更新，选定所属措施后一并写入。

## What has changed: before → after
otherwise-measure = <b>{ $number }　{ $title }</b>
otherwise-blank = （空）
otherwise-status = 状态：{ $was } → { $now }
otherwise-no-progress-reason = 无进展原因：{ $was } → { $now }
otherwise-text = 完成情况：{ $was } → { $now }
otherwise-problem = 问题：{ $was } → { $now }
otherwise-next-step = 下一步措施：{ $was } → { $now }
otherwise-help = 需协调单位：{ $was } → { $now }
otherwise-follow-up = 问题进展：{ $was } → { $now }
otherwise-explanation = 情况说明：{ $was } → { $now }
otherwise-figure = { $name }：{ $was } → { $now }
otherwise-reason = 更正原因：{ $reason }
otherwise-title = <b>与第{ $revision }版相比：</b>
otherwise-none = 与第{ $revision }版相比没有变化。
otherwise-more = 另有 { $count } 项变化。
otherwise-evidence = 佐证：{ $was } → { $now }
