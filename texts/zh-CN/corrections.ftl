## A correction that is not filed
correction-not-filed = <b>更正尚未报送</b>：{ $unit }{ $month }月报的更正还没有报送。锁定前不报送的，更正作废，以已报送的为准。
correction-lapsed = { $unit }{ $month }月报的更正到锁定时仍未报送，已作废，以第{ $revision }版为准。{ $count ->
        [0] 更正稿与第{ $revision }版相同。
       *[other] 更正稿中改动的 { $count } 项内容如下，请留存；如确需修改，请联系领导小组办公室退回。
    }
correction-dropped = 更正已放弃，以第{ $revision }版为准（{ $unit } · { $month }）。{ $count ->
        [0] 更正稿与第{ $revision }版相同。
       *[other] 更正稿中改动的 { $count } 项内容如下，请留存：
    }
correction-dropped-by = { $name }放弃了更正，以第{ $revision }版为准（{ $unit } · { $month }）。{ $count ->
        [0] 更正稿与第{ $revision }版相同。
       *[other] 更正稿中改动的 { $count } 项内容如下，请留存：
    }
correction-two = 您写原因时，{ $name }已开始更正，原因：“{ $reason }”
correction-colleague = 同事
correction-figure-stands = 更正原因已记下。第{ $number }项的指标数还没有改；要改，请点下面的按钮。
correction-words-stand = 更正原因已记下。第{ $number }项的内容还没有改；要改，请点下面的按钮。
correction-of-one = 更正原因已记下。请在下面改第{ $number }项：点选，或直接发送改好的全文。
correction-left = 更正原因还没有写，更正没有打开，已报送的内容没有变化。要继续，请点“更正”。
correction-wanted = 这份月报已经报送，“{ $said }”按更正办理。
correction-reason-waits = 您写的更正原因（“{ $words }”）还没有用上；点下面的“更正原因还没定用谁的”可以选择。
correction-button-reason = 更正原因还没定用谁的
correction-reason-replaced = { $by }把更正原因换成了另一条。您原来写的是：“{ $reason }”
correction-drop-ask = 放弃更正后，以第{ $revision }版为准。{ $count ->
        [0] 更正稿目前没有改动。
       *[other] 以下改动将不再保留：
    }
correction-none = 没有正在进行的更正
button-correct-drop = 放弃更正
button-correct-drop-yes = 确认放弃
change-waits = 第{ $number }项的改动（“{ $words }”）已暂存，还没有写入；点下面的“改动待写入”继续。
change-waits-for-reason = 第{ $number }项的改动（“{ $words }”）已暂存，写明更正原因后写入。
change-more = 另有 { $count } 处改动已暂存，一并写入。
change-taken = 第{ $number }项已更新：
change-dropped = 第{ $number }项的这处改动没有写入，不再保留：“{ $words }”
change-returned = { $month }月报有一处改动一直没有写明更正原因，到锁定时没有写入，不再保留。原文如下；如确需修改，请联系领导小组办公室退回：
change-button-show = 改动待写入
cancel-correcting = 更正还没有报送：请核对并报送，或点“放弃更正”。
