## Highlights
menu-highlight = 记重要进展、亮点
menu-highlights = 重要进展、亮点
help-highlight = /highlight 序号 内容　随时记一条重要进展、亮点（如 /highlight 18 全省首个算力中心投用）
help-highlights = /highlights　各单位的重要进展、亮点（可加月份，如 2022-07）
card-highlight = 本月已记亮点：{ $words }
button-highlight = 记亮点
button-highlight-text = 就用本月完成情况
button-highlight-use = 亮点写入完成情况
button-highlight-drop = 撤回
highlight-ask = <b>{ $number }　{ $title }</b>
    请发送这一项的重要进展或亮点，一条写清即可，供上报选用。
highlight-how = 请发送措施序号和内容，例如：18 全省首个算力中心投用。不记：/cancel
highlight-which = 收到：“{ $words }”。这是哪一项的亮点？请发送它的序号。不记：/cancel
highlight-how-words = <b>{ $number }　{ $title }</b>
    请发送这一项的重要进展或亮点，一条写清即可。不记：/cancel
highlight-nothing = 没有写明亮点的内容，没有记。有亮点的，请用一句话写明。
highlight-marked = 第{ $number }项{ $month }亮点已记：{ $words }
highlight-for-later = { $month }月报开放填报时，会在这一项下提示写入。
highlight-dropped = 第{ $number }项的这条亮点已撤回。
highlight-untold = 第{ $number }项原来随文字记的亮点已撤回：{ $words }
highlight-dropped-short = 已撤回
highlight-measure-unknown = 贵单位没有第{ $number }项。请核对序号后重新发送。
highlight-measure-of-several = 第{ $number }项不止一个单位或计划有。请在 /report 中打开该项，点“记亮点”。
highlights-none = 目前没有记下的重要进展、亮点。
highlights-title = <b>{ $period }重要进展、亮点 { $count } 条</b>
highlights-line = · { $unit } · { $number }：{ $words }（{ $by }，{ $day }）
sheet-highlights = 亮点
sheet-col-highlight = 重要进展、亮点
sheet-col-marked-by = 记录人
sheet-col-marked-at = 记录时间
sheet-col-place = 编号
sheet-col-told = 列入专报

## Which highlights a briefing tells
highlight-picks = <b>{ $month }专报选用亮点 { $told }/{ $count }</b>　点编号选用或不选用，再点“按此出专报”。
highlight-pick-line = { $place } { $sign } { $unit } · { $number }：{ $words }
highlight-pick-button = { $place } { $sign }
briefing-button-again = 按此出专报
