## The leader signs before it is filed
card-signing = <b>待签发</b>：已送领导签发，签发后即为报送，签发前内容不再改动。如需修改，请先撤回。
signing-first = <b>待签发，请先［撤回修改］。</b>
signing-kept = 您发来的内容没有写入月报，已为您保留，撤回后可以存入。
signing-title = <b>请签发：{ $unit }{ $month }月报</b>　拟稿：{ $by }，{ $at } 送签
signing-how = 签发即报送领导小组办公室；是否按时以签发（报送）时间为准，另有规定的除外。退回修改只在本单位内部，不作办公室退回。
signing-button-sign = 签发并报送
signing-button-back = 退回修改
signing-button-show = 返回签发
signing-button-keep = 不退回
signing-button-back-so = 以这句话退回修改
signing-by-words = <b>尚未签发</b>：文字不作签发。请点［签发并报送］或［退回修改］。
signing-remark = <b>尚未签发，意见也尚未转给拟稿人</b>：“{ $remark }”。点［以这句话退回修改］即转给拟稿人；签发请点［签发并报送］。
signing-no-file = <b>尚未签发</b>：您发来的内容没有收下，不作签发，也没有转给拟稿人。请点［签发并报送］，或点［退回修改］用文字写明意见。
signing-by-words-several = <b>尚未签发</b>：您发来的内容不作签发，也没有转给拟稿人。待您签发的月报不止一份，请逐份打开后签发或退回修改：
signing-button-open = 查看并签发：{ $unit }
signing-button-withdraw = 撤回修改
signing-button-paper = 领导已在纸质稿上签发，报送
signing-draft-caption = { $unit }{ $month }月报（送审稿）
    { $times }
signing-sent = 已送{ $names }签发。签发后即为报送，按时与否以报送时间为准；签发后会通知您。
signing-nobody = { $unit }的月报须经领导签发，但分管领导、主要负责人目前都收不到机器人消息{ $names ->
        [none] （尚未登记）
       *[other] （{ $names }）
    }。请将纸质稿送领导签发，签发后点下面的按钮报送；已告知经办人。
signing-nobody-office = ! { $unit }{ $period }月报待签发，但其分管领导、主要负责人都收不到机器人消息{ $names ->
        [none] （尚未登记）
       *[other] （{ $names }）
    }。可请单位邀请领导（/invite），或由领导在纸质稿上签发；不再要求签发：/signing { $unit } 关
signing-paper-office = { $unit }{ $period }月报由填报人报送，注明{ $names }已在纸质稿上签发。
signing-leader-unknown = 单位领导（书面）
signing-withdrawn = { $unit }{ $month }月报已由填报人撤回修改，无需签发。
signing-withdrawn-own = 已撤回，可以修改；改好后请再次报送（送签）。
signing-ask-note = <b>退回修改</b>　{ $unit }{ $month }月报：请用一句话写明修改意见，将转给拟稿人。
signing-sent-back = { $unit }{ $month }月报已由{ $by }退回拟稿人修改。
signing-sent-back-own = <b>领导退回修改</b>（{ $by }）：{ $note }
signing-signed = { $unit }{ $month }月报已由{ $by }签发，已报送。
signing-signed-short = 已签发并报送。
signing-over = { $unit }{ $month }月报已经处理过了（已签发、已撤回或内容有变），无需签发。
signing-word-on = 开
signing-word-off = 关
signing-unit-on = 今后{ $unit }的月报须经领导签发后报送。可签发：{ $names ->
        [none] ! 目前没有能收到消息的领导，请先邀请（/invite { $unit } 分管领导）
       *[other] { $names }
    }。
signing-unit-off = 今后{ $unit }的月报无须领导签发，直接报送。
signing-told-leader = <b>今后{ $unit }的月报须经您签发后报送</b>：填报人填好后，月报和送审稿会发到这里，由您点［签发并报送］或［退回修改］。在此之前您无需操作。
signing-told-writer = <b>今后{ $unit }的月报须经领导签发后报送</b>。可签发：{ $names ->
        [none] ! 目前没有能收到消息的领导，届时请将纸质稿送领导签发
       *[other] { $names }
    }。您照常填报并点［报送］，月报先送领导签发，签发后才算报送；请在截止前留出签发的时间。
signing-told-off = 今后{ $unit }的月报无须领导签发，填报人点［报送］即为报送。
signing-units = 报送前须领导签发的单位（{ $count }）：{ $units ->
        [none] 无
       *[other] { $units }
    }。更改：/signing 单位 开（或 关）
menu-signing = 报送前领导签发的单位
cli-signing-units = 报送前须领导签发的单位（{ $count }）：{ $units ->
        [none] 无
       *[other] { $units }
    }
