## Several people at one report
byline-you = 我
byline-day = { $month }月{ $day }日
card-by = { $by }
card-by-writing = { $name }正在填
card-answered-by = 以上由 { $by } 填写。
card-writing = { $name } 也在填这一项（{ $at } 起）。
preview-writing = { $name } 正在填第 { $number } 项。

## Two at the same entry
collision = <b>{ $number }　{ $title }</b>
collision-theirs = { $by } 已填：
collision-mine = 您写的（还没有存）：“{ $words }”
collision-ask = 两份都还在，没有覆盖。请选择：
collision-button-keep = 保留{ $name }的
collision-button-mine = 用我的
collision-button-after = 接在其后
collision-kept = 已保留 { $name } 填写的内容，您的文字没有存入。
collision-again = 刚才又有改动，请再看一遍。
tap-changed-meanwhile = { $by } 已改过这一项，现为“{ $status }”。您刚才点的没有存；确需改动，请再点一次。

## Filed while others were writing
together-filed = <b>{ $unit }{ $month }月报</b>已由 { $name } 报送（第{ $revision }版，{ $at }）。
together-filed-writing = 您正在填的第 { $number } 项以报送时已存的为准。还没发出的文字可以照发，会为您保留，更正时可加入。
together-late = 月报已报送，这段文字没有存入第 { $number } 项，已为您保留：“{ $words }”
together-late-correct = 需要加入，请点“更正”，写明原因后点“有一条文字待归位”。
together-late-locked = 本期更正已截止（{ $until }）。如确需修改，请联系经办人。
