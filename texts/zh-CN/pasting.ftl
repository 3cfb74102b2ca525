## Several measures pasted at once
pasted-title = <b>收到 { $count } 项的内容</b>，请核对各段归到哪一项：
pasted-part = { $number }　{ $title }：{ $words }
pasted-part-has = { $number }　{ $title }（已有内容）：{ $words }
pasted-status = 【{ $status }】
pasted-part-empty = 　　没有写明完成情况，这一段不会存入；没有进展的，请写“无进展”和原因。
pasted-part-theirs = 　　{ $by } 已填：“{ $words }”
pasted-columns-left = 没有取用的列：{ $list }（计划里已有，不用报）。
pasted-no-columns = 没有表头，分不清各列，都记在完成情况里；连同表头一起粘贴，问题、下一步会各归各栏。
pasted-without-place = 不属于本表任务的 { $count } 段，不会存入，存完后原样退回：
pasted-problem = 第{ $number }项（问题的答复，确认后即报办公室）：{ $words }
pasted-not-due = 按季报送、本月不用填的 { $count } 段，随{ $month }月报一并填报，不会存入，存完后原样退回：
pasted-not-same = 另有 { $count } 项（{ $list }{ $more ->
        [0] { "" }
       *[other] 等
    }）没有列出：有问题要先说明，或上月没有可照用的内容，请逐项填写。
pasted-out-of-rest = 第{ $list }项另写了内容，不再按“{ $word }”填，没写到的随后再问。
pasted-newest = 刚收到的：
pasted-earlier = 先前收到的：
pasted-button-more = 接着看（{ $page }/{ $pages }），看完再存
pasted-button-first = 从头再看
pasted-lost = ○ { $words }
pasted-not-theirs = ○ { $words }（这一项没有请您协助，请交给本单位填报人）
pasted-kept = { $count } 段没有存入（{ $list }），已原样退回，请另行处理。
pasted-given-back = 以下内容没有存入：
pasted-taken = 已存入 { $count } 项。
pasted-dropped = 粘贴的内容没有存入。
pasted-word-unsure = “{ $words }”没有存，也还定不了是哪个按钮。先前粘贴的内容还在，请点下面的按钮决定怎样存。
pasted-words = 也可以直接发送：{ $list }。
pasted-word = “{ $word }”
pasted-button-word-append = 接着写
pasted-button-word-replace = 换成新的
pasted-decide = 刚才这条“{ $words }”没有写明是第几项，没有存；先前粘贴的内容还在，请点下面的按钮决定怎样存。
pasted-held = “{ $words }”先留着，还没有存；先前粘贴的内容定下以后，再问它是不是第{ $number }项的。
pasted-waits-too = “{ $words }”{ $number ->
        [none] { "" }
       *[other] （第{ $number }项）
    }先留着，还没有存；先前粘贴的内容定下以后，再选它放在哪里。
pasted-no-rest-months = { $months }都没有能这样填的项，刚才这句没有存。请先选月份，再点还缺内容的一项。
pasted-no-rest = 没有还没开始填的项，刚才这句没有存。还缺内容的，请点它的序号。
pasted-correction = 收到几项的内容，已暂存。这份月报已经报送，写明更正原因后再核对存入。
pasted-waits = 粘贴的内容（“{ $words }”）还没有存，不在月报里；点下面的“粘贴的内容待核对”可以核对存入。
pasted-returned = { $month }月报里有粘贴的内容一直没有核对存入，没有存，不再保留。原文如下，需要的请在对应的一项重新发送：
pasted-button-take = 存入这 { $count } 项
pasted-button-append = 存入，已有内容的接着写
pasted-button-replace = 存入，已有内容的换成新的
pasted-button-leave = 只存空白的 { $count } 项，其余退回给我
pasted-button-answer = 全部是第{ $number }项的内容
pasted-button-drop = 都不存
pasted-button-show = 粘贴的内容待核对
pasted-edit-title = <b>您修改或补充了已存的内容</b>，各项将这样变化：
pasted-edit-nothing = 您修改了粘贴的内容，各项没有因此变化。
pasted-edit-overtaken = 这一项后来已另有回答，不随这条消息变化。要改请点开该项。
pasted-edit-correction = 消息修改后涉及已报送的第{ $list }项，内容已暂存。写明更正原因后再核对存入。
pasted-edit-taken = 已按修改后的内容更新 { $count } 项。
pasted-edit-dropped = 没有按修改后的内容更新，原来存的不变。
pasted-edit-waits = 您修改了已存的粘贴内容（“{ $words }”），改动还没有存，不在月报里；点下面的“粘贴的内容待核对”可以核对存入。
pasted-button-edit = 按修改后的存入（{ $count } 项）
pasted-button-stays = 不改，按原来的
edit-of-pasted = 这条消息是一次粘贴的几项，时间较久，修改它不再改变填报内容。请把改好的那几项（带序号）重新发送，或点开该项修改。
edit-of-pasted-same = 粘贴的各项没有因此变化。
edit-of-pasted-later = 另有粘贴的内容待核对，这次修改没有记下。请先核对存入，再修改这条消息。
edit-of-waiting = 待核对的粘贴内容已随之更新。
