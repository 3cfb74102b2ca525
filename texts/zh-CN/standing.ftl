## How things stand
standing-filed = 第{ $revision }版：回执 { $receipt }，{ $filed_at }，{ $by }
standing-missing = 待填 { $count } 项：{ $list }{ $more ->
        [0] { "" }
       *[other] 等
    }
standing-complete = 各项都已填好，核对后即可报送。
standing-button-go-on = 继续填报：{ $unit }{ $month ->
        [none] { "" }
       *[other] { "" } · { $month }
    }
standing-button-look = 查看：{ $unit }{ $month ->
        [none] { "" }
       *[other] { "" } · { $month }
    }
menu-status = 月报现状
menu-history = 往月报送
menu-privacy = 存了什么
menu-cancel = 停下当前问题
help-standing = /status　各月报现状：还缺什么、截止时间、是否退回或延期
    /history　往月报送的内容、各版变化
    /cancel　停下正在问的问题，已填内容不变
    发错的文字可直接在聊天中修改；几项内容可连同序号一次发来，核对后分别存入。
help-standing-read = /status　本单位月报现状；/history　往月报送的内容
help-standing-office = /status　当前进度；/history 单位　该单位往月报送的内容
help-privacy = /privacy　存了什么、存在哪里、找谁问

## What was filed
history-title = <b>往月报送</b>，点开查看各版：
history-line = { $unit } · { $year }年{ $month }　第{ $revision }版　回执 { $receipt }
history-button = { $unit } { $month }
history-none = 还没有报送过的月报。
history-of-helper = 往月报送只供本单位的人员查看；您协助填写的内容见 /report。
history-of-force = 往月报送只供本单位和领导小组办公室查看；专班各单位本月的情况请看 /status。
history-how = 请写单位，例如：/history 市工科局
history-report = <b>{ $unit } · { $year }年{ $month }</b>
history-earlier = 更早的 { $count } 版请点下面的按钮看全文。
history-answer = 未作修改的说明：{ $answer }
history-button-full = 第{ $revision }版全文
history-button-list = 往月报送
history-button-back = 返回各版

## What is stored
privacy = <b>存了什么</b>
    您发来的回答和文件、报送的各版、您的姓名和 Telegram 编号、您的身份，存在领导小组办公室自己的服务器上（数据库和文件夹），不交给别人。
    收到的原始消息 { $days } 天后删除；报送的内容作为台账长期保留。带有涉密标志的内容不保存。
    您与机器人的对话经过 Telegram 的服务器，Telegram 看得到，机器人管不到。请勿填写涉密内容。
privacy-of-you = <b>关于您</b>
    姓名 { $name }，Telegram 编号 { $id }，语言 { $language }，{ $since }起。
    您填写的 { $answers } 项，报送的 { $revisions } 版。
privacy-of-stranger = 您还没有加入：除上面的姓名、编号和语言外，您发来的内容不保存。
privacy-contact = { $unit }的{ $kind }，{ $reach ->
        [none] 没有登记联系方式
       *[other] 联系方式 { $reach }
    }
privacy-change-waits = 第{ $number }项的改动（“{ $words }”）已暂存，等更正原因，还没有写入月报。
privacy-waiting = { $count ->
    [1] 另有一条文字还没有确定属于哪一项。
   *[other] 另有 { $count } 条文字还没有确定属于哪一项。
    }
privacy-ask = 查询、更正或删除，请联系{ $contact }。

## Putting away what is asked
cancel-question = 这个问题先放下了，已填内容没有变化。可随时继续：
cancel-done = 已停下，没有改变任何内容。
cancel-nothing = 现在没有正在问的问题，内容没有变化。
