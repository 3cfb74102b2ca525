## Evidence: files that show what an entry says
evidence-and-more = { $files }等，另 { $more } 件
evidence-photo-name = 照片1.jpg
evidence-which = 已收到 { $files }，已保存。作为哪一项的佐证？
evidence-which-number = 已收到 { $files }，已保存。请点所属措施的序号：
evidence-which-words = 所附文字：{ $words }
evidence-words-quoted = “{ $words }”
evidence-placed = 已收到 { $files }，列为 <b>{ $number }　{ $title }</b> 的佐证（共 { $count } 件）。
evidence-which-first = { $files } 是哪一项的佐证？请点序号（其余 { $more } 件随后再选）：
evidence-words-stored = 所附文字已记入该项。
evidence-shares-unfit = “{ $said }”与等着的 { $count } 件佐证对不上，没有放。请逐件选择：
evidence-waits = { $files } 还没有确定属于哪一项，没有列为佐证，报送时不会带上；点下面的“有 { $count } 件佐证还没定是哪一项”可以选择。
evidence-waits-of-filed = { $files } 是第{ $number }项的佐证，还没有收作佐证；点下面的“更正后收作佐证”，写明更正原因后即列为该项的佐证。
evidence-waits-of-open = { $files } 是第{ $number }项的佐证，还没有列入；点下面的“列为佐证”即可。
evidence-waits-of-signing = { $files } 是第{ $number }项的佐证；月报待签发，撤回修改后即列为该项的佐证。
evidence-kept-for-correction = 已收到 { $files }，已保存。本月月报已经报送，还没有收作佐证：请点“更正后收作佐证”，写明更正原因，再选是哪一项的；不用再发。
evidence-kept-for-signing = 已收到 { $files }，已保存。月报待签发，请先［撤回修改］，再选是哪一项的；不用再发。
evidence-button-place = 列为佐证
evidence-button-correct = 更正后收作佐证
evidence-no-form = 该文件不是填报表，只作为佐证收下。如要导入填报内容，请用 /form 取得的填报表（.xlsx）。
evidence-taken = 已取下 { $files }。
evidence-list = <b>{ $number }　{ $title }</b>：佐证 { $count } 件
evidence-line = { $place }. { $file }
evidence-said = 佐证（{ $count } 件）：{ $files }
evidence-filed-more = 已发出 { $given } 件，共 { $count } 件。
evidence-file-caption = { $unit } · { $number }　{ $title }
    { $times }
evidence-button-other = 其他措施…
evidence-button-single = 逐件选择
evidence-button-waits = 有 { $count } 件佐证还没定是哪一项
evidence-button-move-of = { $number } 改属其他措施
evidence-button-take-of = { $number } 取下
evidence-button-drop = 不要了
evidence-button-move = 改属其他措施
evidence-button-take = 取下
evidence-button-back = 放回
evidence-button-show = 看 { $place }
evidence-button-take-one = 取下 { $place }
evidence-button-take-all = 全部取下
evidence-button-entry = ‹ 返回该项
evidence-button-list = 佐证（{ $count }）
evidence-button-filed = 佐证材料（{ $count }）
evidence-button-more = 其余 { $count } 件

## What is not taken, and why
evidence-empty = { $name } 是空文件，没有保存。请重新发送。
evidence-heic = { $name } 是 HEIC 格式的照片，电脑多半打不开，没有保存。请在聊天中作为“照片”发送（不要选“文件”），或在手机相机设置中改为“兼容性最佳”（JPEG）后重拍。
evidence-moving = { $name } 是视频或录音，没有保存。请发送照片、PDF 或 Office 文档。
evidence-packed = { $name } 是压缩包，没有保存。请解压后逐个发送。
evidence-macros = { $name } 含有宏（会自动运行的程序），没有保存。请另存为不含宏的格式（.docx、.xlsx）或 PDF 后再发。
evidence-locked = { $name } 设有打开密码，没有保存。请去掉密码后再发。
evidence-damaged = { $name } 不完整或已损坏，没有保存。请确认能正常打开后重新发送。
evidence-bitmap = { $name } 是 BMP 或 TIFF 图片，没有保存。请在扫描仪上改存 PDF 或 JPG，或用看图软件另存为 JPG，再发一次；直接拍照发送也可以。
evidence-other = { $name } 的内容不是 { $kind }，没有保存。请确认能正常打开，重新导出或拍照后再发。
evidence-unknown = { $name } 不是可接收的文件类型，没有保存。可接收：照片（JPG、PNG）、PDF、OFD、Word、Excel、PPT。
evidence-of-filed = 第{ $number }项已经报送，这份文件已保存，还没有收作佐证。请先写明更正原因；更正打开后即列为该项的佐证，不用再发。
evidence-of-signing = 月报待签发，请先［撤回修改］。这份文件已保存，撤回后即列为第{ $number }项的佐证，不用再发。
evidence-not-helpers = 第{ $number }项没有请您协助，{ $name } 和文字“{ $said }”都没有存入，请交给本单位填报人。
evidence-not-due = 第{ $number }项按季报送，随{ $month }月报一并填报；{ $name } 和文字“{ $said }”都没有存入，届时请再发。是本月其他任务的，请写明序号重发。
evidence-filed-for-helper = 月报已经报送，文件和附言都没有保存。需要补充的，请发给{ $name }，由{ $name }更正。
evidence-nothing-open = 现在没有可以填写的月报，文件没有保存。已报送的月报要补充佐证，请先在 /report 中点“更正”。
evidence-too-many = 第{ $number }项已有 { $most } 件佐证，{ $name } 没有保存。请先取下不需要的，或合并成一个 PDF 再发。
evidence-too-much = 本月佐证合计已达 { $most } MB，{ $name } 没有保存。请先取下不需要的，或压缩后再发。
caption-is-name = “{ $said }”先作为文件的说明，没有存为{ $step ->
        [problem] 问题
       *[other] 下一步措施
    }。要存入的，请点下面的按钮；也可以直接发送答复。
caption-may-be-name = “{ $said }”可能只是文件的说明，没有存为第{ $number }项的{ $step ->
        [reason] 无进展原因
       *[other] 完成情况
    }。要存入的，请点下面的按钮；不点也行，文件照样归入该项。
caption-waits = “{ $said }”先留着，还没有存。这里问的是{ $step ->
        [problem] 问题
       *[other] 下一步措施
    }，请点下面的按钮选择存到哪里；也可以直接发送答复。
caption-of-refused = “{ $said }”可能只是那份文件的名称，先留着，还没有存。要存的，请点下面的按钮；也可以直接发送答复。
caption-button = { $step ->
        [problem] 这句存为问题
        [next-step] 这句存为下一步措施
        [reason] 这句存为无进展原因
       *[text] 这句存入完成情况
    }
