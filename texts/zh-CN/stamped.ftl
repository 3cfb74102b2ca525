## 盖章件：读取

scan-unknown = { $name } 既不是图片（JPEG、PNG、WebP），也不是 PDF，没有保存。请发送照片，或扫描、另存成 PDF 或 JPG 再发。
scan-locked = { $name } 设有打开密码，没有保存。请去掉密码后再发。
scan-damaged = { $name } 不完整或已损坏，没有保存。请确认能正常打开后重新发送。
scan-too-large = { $name } 超过 { $most } 百万像素，没有保存。请降低分辨率后再发。
scan-too-many-pages = { $name } 有 { $count } 页，一份最多 { $most } 页，没有保存。请只发盖章的月报，或分成几份。
scan-too-heavy = { $name } 读取时间过长，没有保存。请直接拍照发送，或重新扫描成 PDF。

## { $seal }
seal-seen = 可见印章
seal-none = 未见红色印章
seal-colourless = 画面没有颜色，看不出印章

seal-too-dark = 照片太暗，看不出印章

## baosong scan
cli-scan-page = 第{ $page }页：{ $code }；{ $seal }
cli-scan-code = { $unit } · { $period } · 第{ $revision }版{ $newest ->
    [yes] {""}
   *[no] （已有更新的版本）
}
cli-scan-code-none = 未读到二维码
cli-scan-code-false = 二维码不是本办公室发出的，或有改动
cli-scan-code-strange = 另有其他二维码

## 盖章件：收到之后
stamped-what = { $unit } · { $month } · 第{ $revision }版
stamped-good = 收到 { $pages } 页。识别：{ $what }，可见印章。扫描件已登记；{ $original ->
    [yes] 纸质原件已收讫。
    [returned] 但月报已退回修改，请先修改并重新报送，再用新稿签字盖章，这一版的纸质原件不要送。
   *[no] 纸质原件请送{ $office }。
}
stamped-counted = 收到 { $pages } 页，已按 { $what } 的盖章件登记。说明：{ $reason }。{ $who ->
    [unit] 单位会看到
   *[office] 经办人会看到
}；{ $original ->
    [yes] 纸质原件已收讫。
    [returned] 但月报已退回修改，请先修改并重新报送，再用新稿签字盖章，这一版的纸质原件不要送。
   *[no] 纸质原件请送{ $office }。
}
stamped-no-seal = 收到 { $pages } 页。识别：{ $what }，但没有看到红色印章，尚未登记。请盖章后把签字页拍全再发；确已盖章的，请点按钮说明。
stamped-colourless = 收到 { $pages } 页。识别：{ $what }，但画面没有颜色（黑白扫描，或尚未盖章），看不出印章，尚未登记。请盖章后用彩色扫描或直接拍照；不便重拍的，请点按钮说明。
stamped-too-dark = 收到 { $pages } 页。识别：{ $what }，但照片太暗，看不出印章，尚未登记。请在亮处重拍，或扫描成 PDF 再发；确已盖章、不便重拍的，请点按钮说明。
stamped-older = 收到 { $pages } 页。识别：{ $what }，是旧版，现行为第{ $newest }版，尚未登记。请打印第{ $newest }版待盖章稿，签字盖章后再发。
stamped-other-unit = 收到 { $pages } 页。二维码是另一单位月报的，没有登记。请改发本单位的签字盖章页。
stamped-foreign = 收到 { $pages } 页。二维码不是本办公室待盖章稿上的，或有改动，没有登记。请发本单位待盖章稿的签字盖章页。
stamped-no-code = 收到 { $pages } 页，没有读到待盖章稿的二维码，尚未登记。请把签字盖章页放平，连同页脚的二维码整页拍清楚再发；或者说明这是什么：
stamped-no-code-office = 收到 { $pages } 页，没有读到待盖章稿的二维码，尚未登记。请把签字盖章页放平，连同页脚的二维码整页拍清楚再发；{ $lacking ->
    [0] 各单位已报送的月报都有扫描件。
   *[other] 或者点选它是哪个单位的盖章件，还缺扫描件的月报有 { $lacking } 份：
}{ $file ->
    [pdf] {""}
    如果发的是计划：这份 PDF 是扫描件，里面的文字读不出或读不准，请发送原始的 Word 文档。
   *[photo] {""}
}
stamped-of-nothing = 没有读到待盖章稿的二维码，也没有缺扫描件的月报，文件没有保存。如果发的是计划，请发送原始的 Word 文档。
stamped-no-evidence = 要作为已报送月报的佐证，请点“不是盖章件”，再写明更正原因；不用再发。
stamped-no-evidence-locked = 该月已经锁定，不能再补充佐证。
stamped-button-join = 是盖章件的其他页
stamped-button-join-of = 是{ $unit }{ $month }第{ $revision }版盖章件的其他页
stamped-button-sealed = 确已盖章，说明原因
stamped-button-is = 是{ $unit }{ $month }第{ $revision }版盖章件，说明原因
stamped-button-evidence = 是佐证材料
stamped-button-other = 不是盖章件
stamped-button-drop = 不用了
stamped-button-show = 查看原件
stamped-button-take = 撤回
stamped-button-take-one = 撤回第 { $at } 份
stamped-button-stop = 不说明了
stamped-ask-why = 请说明为什么这是 { $what } 的盖章件，例如“用印浅，原件可辨”。{ $who ->
    [unit] 单位会看到。
   *[office] 经办人会看到。
}
stamped-ask-take = 请说明为什么撤回 { $what } 的盖章件，例如“拍错了一份”。
stamped-dropped = 没有登记，也不再保留。
stamped-taken = 已撤回 { $what } 的盖章件。说明：{ $reason }
    { $left ->
        [0] 扫描件要重新发送。
       *[other] 仍有 { $left } 份有效。
    }
stamped-several = 这份文件中有 { $reports } 份月报的页，分别处理如下。
stamped-again = 其中 { $count } 页与另一页是同一签字盖章页，只计一次。
stamped-beside = 同一文件中另有不能登记的页：{ $what }。
stamped-shared = 有 { $count } 个文件同时含其他单位的页，由经办人保存，这里不能打开。
stamped-same = 这份文件此前已登记：{ $what }。没有变化。
    { $times }
stamped-locked = 报送期已于 { $locked } 锁定，盖章件不能撤回，可另发一份。
stamped-told-office = { $what }：{ $by }说明后登记了盖章件，请核对。
    识别结果：{ $seen }。说明：{ $reason }
stamped-told-unit = 经办人{ $by }撤回了 { $what } 的盖章件。说明：{ $reason }
stamped-told-unit-counted = 经办人{ $by }代为登记了 { $what } 的盖章件。说明：{ $reason }
stamped-told-office-taken = { $what }：{ $by }撤回了盖章件。说明：{ $reason }
stamped-list = { $unit } · { $period }　盖章件 { $count } 份
stamped-list-line = 第{ $revision }版　{ $pages } 页　{ $at }　{ $by }{ $behalf ->
    [yes] （代办）
   *[no] {""}
}
stamped-list-reason = 　识别结果：{ $seen }；说明：{ $reason }
stamped-list-taken = 　已于{ $at }由{ $by }撤回：{ $reason }
stamped-list-none = { $unit } · { $period }　还没有收到盖章件。
stamped-file-caption = { $what }　盖章件
    { $times }
history-button-stamped = 盖章件

## { $finding }
finding-good = 二维码和印章均可辨
finding-no-seal = 未见红色印章
finding-colourless = 画面没有颜色，看不出印章
finding-too-dark = 照片太暗，看不出印章
finding-older = 旧版的盖章页
finding-other-unit = 另一单位的页
finding-foreign = 二维码不是本办公室的，或有改动
finding-no-code = 未读到二维码
