## The draft that was edited in Word
word-unreadable = 没有读取“{ $name }”，已填、已报的内容没有变化：{ $reason ->
        [encrypted] 文件已加密。请去掉密码，另存为 .docx 后重发。
        [old] 这是旧版 Word、WPS 文件（.doc、.wps）或加了密码的文件。请在 Word 或 WPS 中选“另存为”，类型选 .docx，去掉密码后重发。
        [macros] 文件含有宏（.docm）。请另存为不带宏的 .docx 后重发。
        [large] 文件过大。请在机器人发给您的稿子上直接修改，不要插入图片，佐证请直接在聊天中发送。
        [unsafe] 文件展开后过大或含有不允许的内容。请在机器人发给您的稿子上直接修改后重发。
        [damaged] 文件已损坏。请重新保存后再发。
       *[kind] 这不是 Word 文件。请另存为 .docx 后重发。
    }
word-unknown = “{ $name }”像是月报稿，但不是本系统现存的任何一版，没有取用，已填、已报的内容没有变化。签发前的送审稿请由联络员收回后在聊天中修改；已报送的，请在最近一次收到的稿子上修改后发回。
word-of-another = { $who ->
        [office] 这是单位自行报送的月报稿。文字改动由该单位联络员发回，办公室不代改；如需该单位修改，请退回并写明原因。
       *[other] 这份月报稿不属于您可以填报的单位，没有取用。
    }
word-held = 没有收下这份 Word 稿：文中带有“{ $mark }”标志，文件没有保存。请按保密规定处理；如只是提到这个词，请换一种说法再发。已填、已报的内容没有变化。
word-signing = { $unit }{ $month }月报正在等待签发，暂时不能改动。请先收回，再把 Word 稿发来。

## What was changed in it
word-title = <b>{ $unit } · { $month }</b> Word稿（由第{ $revision }版改成）
word-by-words = 文件中的标记已丢失，以下按任务序号和标题比对，请仔细核对。
word-older = 注意：这是第{ $revision }版的稿子，现在是第{ $newest }版。只列出与第{ $revision }版不同之处；此后在系统中改过的其他内容不受影响。
word-untouched = 与第{ $revision }版一致，没有改动。
word-nothing = 没有可以取用的改动。
word-offered = 改动 { $count } 项。请核对；确认后写入填报内容，仍须报送。
word-offered-correction = 改动 { $count } 项。请核对；确认后按更正处理，请接着写明更正原因。
word-clashes = <b>以下内容系统中也已改过，请选择以哪个为准：</b>
word-clash = { $what }
    现有：{ $here }
    Word：{ $word }
word-refused = <b>{ $what }没有取用：</b>
word-missing = <b>没有找到，保持不变：</b>{ $what }。如要删去，请用“更正”在聊天中修改。
word-gone = 本期已不要求填报，没有取用：第{ $numbers }项。
word-printed = <b>系统生成的文字不从Word取用：</b>
word-printed-one = “{ $was }” → “{ $now }”
word-printed-advice = 指标数值、状态请用“更正”在聊天中修改；统计数、序时进度随之更新。标题、单位名称、联系人由领导小组办公室维护；联系电话请用 /phone 更改。
word-added = <b>不属于任何一项的文字，没有取用：</b>
word-added-one = { $after ->
        [none] 在开头：“{ $text }”
       *[other] 在“{ $after }”之后：“{ $text }”
    }
word-added-advice = 要给某项补充问题、下一步措施，请在“存在问题”“下一步措施”标题下另起一段，先写该项的序号和标题，再写内容；也可以在聊天中补充。
word-moved = 次序有变动：第{ $numbers }项。月报仍按计划的次序排列。
word-more = 另有 { $count } 处，未在此列出。
word-and-more = 等，另有 { $count } 处
word-beside-picture = 插入的 { $count } 张图片没有读取。佐证请直接在聊天中发送。
word-beside-comment = { $count } 条批注没有读取。
word-beside-footnote = { $count } 条脚注或尾注没有读取。
word-field-of = 第{ $number }项{ $field }
word-field-text = 完成情况
word-field-problem = 问题
word-field-next-step = 下一步措施
word-field-no-progress-reason = 无进展原因
word-field-follow-up = 问题进展
word-field-help-from = 需协调单位
word-button-take = 确认改动
word-button-take-word = 确认，以Word为准
word-button-take-here = 确认，以现有为准
word-button-drop = 放弃
word-taken = 已取用Word稿中的 { $count } 项改动。请核对后报送。
word-dropped = Word稿已放弃，内容没有变化。
