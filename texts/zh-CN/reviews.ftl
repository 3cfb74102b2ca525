## Messages that asked for what has been done
reminder-settled-filed = 已于 { $at } 报送，无需处理。
