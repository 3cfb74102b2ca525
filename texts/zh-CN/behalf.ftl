## The office files for a unit that cannot
behalf-by-words = “{ $said }”没有存：经办人在这里发的文字不改单位的填报。代单位填的，请发送 /form 和单位名称，在表格里填好发回；要单位修改已报送的，请退回。
behalf-whole = 核对无误后请点“报送”，以代报方式为{ $unit }报送。
behalf-missing = 须补的内容请在填报表中补好后重新发来；只是待说明的，可点“说明原因”。
behalf-button-form = 填报表
behalf-button-explain = 说明原因
behalf-ask-reason = { $unit }有 { $count } 处待说明。如属实，请用一句话发送原因（对以下各处一并适用）；填错的，请在填报表中改好后重新发来。
behalf-words-ask = “{ $said }”还没有存。如果这就是原因，请再发送一次：
behalf-words-not-kept = “{ $said }”没有存。代报的内容请填在填报表里再发来；下面是现在的情况。
behalf-doubt = { $number }　
behalf-paper = { $unit }的月报须经其领导签发。代报时领导在纸质稿上签字：如已签，请点下面的按钮报送。
behalf-button-paper = 领导已在纸上签发，报送
behalf-filed = 已为{ $unit }代报。
behalf-draft = 待盖章稿见下，请打印后交该单位签字、盖章。
behalf-review = 送审稿见下；审核通过后会发来待盖章稿。
behalf-mend = 要修改，请先用 /return { $unit } 退回，再导入填报表重新报送。
behalf-told = 领导小组办公室（{ $by }）已为{ $unit }代报{ $month }月报（回执 { $receipt }）。请核对；如有错误，锁定前可以更正。
behalf-button-look = 查看
