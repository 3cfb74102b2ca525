## The secrecy gate
secrecy-held =
    <b>未收下：这条内容带有“{ $mark }”标志。</b>
    机器人没有保存它，并已请 Telegram 从聊天中删除；如仍能看到，请您自行删除。
    请注意：它已经过 Telegram 的服务器，删除不等于没有外传。如确属涉密或内部内容，请立即报告本单位保密部门，并改用保密渠道报送（可联系{ $contact }）。
    如只是提到这个词，请过 { $seconds } 秒再换一种说法发送（紧接着发来的会一并删除）。已填的内容没有变化。
secrecy-held-too = 紧接着的这一条按同一内容处理，也未收下，已请 Telegram 删除。如与前一条无关，请过 { $seconds } 秒再发。
file-held =
    <b>没有收下 { $name }：文中带有“{ $mark }”标志。</b>
    机器人没有保存它，并已请 Telegram 从聊天中删除；它已经过 Telegram 的服务器。请按保密规定处理；如只是提到这个词，请换一种说法再发。已填的内容没有变化。
check-hint-document = 提示：{ $count } 项写有文件编号（{ $list }{ $more ->
        [0] { "" }
       *[other] 等
    }），请确认所引文件可以公开。
