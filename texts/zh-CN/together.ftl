## Several people at one report
byline-you = 我
byline-office = 办公室
byline-day = { $month }月{ $day }日
card-by = { $by }
card-by-writing = { $name }正在填
card-answered-by = 以上最后由{ $by } 填写或改动。
card-writing = { $name }也在填这一项（{ $at } 起）。
preview-writing = { $name }正在填第{ $number }项。

## Two at the same entry
collision = <b>{ $number }　{ $title }</b>
collision-theirs = 这一项现在是（最后由{ $by }填写）：
collision-status = 状态现为：{ $status }
collision-mine = 您写的（还没有存）：“{ $words }”
collision-stays = 若换用，只换{ $changed }；{ $stays }仍是上面的，换后可逐项修改。
collision-taken = 已换用：{ $changed }。{ $stays }没有动，请核对，可逐项修改。
collision-ask = 两份都还在，没有覆盖。请选择：
collision-button-keep = 保留{ $name }的
collision-button-mine = 用我的
collision-button-after = 接在其后
collision-replaced = { $by }改写了您填的第{ $number }项（{ $title }）{ $step }。
    { $times }
    您原来写的是：
    { $words }
collision-left = { $by }写的，留给您决定（还没有存）：“{ $words }”
collision-button-keep-saved = 保留已填的
collision-button-left = 用{ $by }留下的
collision-kept-left = 已保留{ $name }填写的内容，{ $by }留下的文字没有存入。
collision-button-back = 换回我写的
collision-kept = 已保留{ $name }填写的内容，您的文字没有存入。
collision-again = 刚才又有改动，请再看一遍。
tap-changed-meanwhile = { $by }已改过这一项，现为“{ $status }”。您刚才点的没有存；确需改动，请再点一次。

## Filed while others were writing
together-filed = <b>{ $unit }{ $month }月报</b>已由{ $name }报送（第{ $revision }版，{ $at }）。
together-filed-writing = 您正在填的第{ $number }项以报送时已存的为准。还没发出的文字可以照发，会为您保留，更正时可加入。
together-late = 月报已报送，这段文字没有存入第{ $number }项，已为您保留：“{ $words }”
together-late-correct = 需要加入，请点“更正”，写明原因后点“有一条文字还没定是哪一项”。
together-late-helper = 已转告{ $name }。需要加入的，由{ $name }点“更正”；更正打开后，您也可以点“有一条文字还没定是哪一项”自己加入。
together-late-locked = 本期已经锁定，不能再更正。如确需修改，请联系经办人。
together-signing = 月报待签发，这段文字没有存入第{ $number }项，已为您保留：“{ $words }”
together-signing-own = 需要加入，请先［撤回修改］，随后即可存入。
together-signing-helper = 需要加入的，由{ $name }撤回修改；撤回后，您可以点“有一条文字还没定是哪一项”自己加入。

## Measures handed to a colleague
button-help = 请同事填
card-helper = 请{ $name }填
card-helper-link = 已发链接，待打开
card-asked-helper = 这一项已请{ $name }填写。
card-asked-link = 这一项已发链接请同事填写，对方还没有打开。
help-title = <b>{ $unit } · { $month }</b>　请同事填写
help-asked = { $name }：第{ $numbers }项，已填 { $done }/{ $count }
help-link-waits = 链接待打开（{ $until } 前有效）：第{ $numbers }项
help-pick = 点选要交给同事的任务，再生成链接。对方只能看到、填写这几项，不能报送；填好后会告诉您。
help-pick-none = 没有可以交给同事的任务。
help-the-link = 链接
help-button-link = 生成链接（{ $count }项）
help-button-known = 请{ $name }填（{ $count }项）
help-button-again = 同上月：请{ $name }填 { $numbers }
help-button-back = 收回：{ $name } { $numbers }
help-button-nudge = 催一下{ $name }
help-button-refuse = 退回不填
help-button-refuse-yes = 确认退回
help-link = 请帮忙填写<b>{ $unit }{ $month }月报</b>中的 { $count } 项：
    { $measures }
    点开链接，按提示填写即可：{ $link }
    链接只供一人使用，{ $until } 前有效；只能看到、填写以上各项。
    { $times }
help-link-made = 请把上面这条消息转发给同事。对方打开、填好后都会告诉您。
help-link-spent = 这个链接已经用过或已失效。请联系发给您链接的同事重新生成。
help-not-needed = 您本来就能填写{ $unit }的月报，不必使用这个链接；链接没有用掉，可以转发给同事。
help-welcome = { $name }，您好。{ $asker }请您帮忙填写<b>{ $unit }{ $month }月报</b>中的 { $count } 项：
    { $measures }
    请在截止前填好，随填随存，最后由{ $asker }汇总报送。您只能看到这几项。
    { $times }
help-nudged = { $asker }提醒您：<b>{ $unit }{ $month }月报</b>请您填写的 { $count } 项还没有填好。
    { $times }
    { $measures }
help-due = 提醒：<b>{ $unit }{ $month }月报</b>{ $asker }请您填写的 { $count } 项还没有填好。
    { $times }
    { $measures }
help-card-open = 由{ $asker }请您填写，填好后由其汇总报送。
help-card-done = 都已填好，已告知{ $asker }。报送前仍可修改。
help-refuse-ask = 退回后，这几项由{ $asker }自行安排；已填的内容会保留。确认退回吗？
help-you-refused = 已退回，并告知{ $asker }。已填的内容都保留了。
help-opened = { $name }已打开链接，将填写{ $unit }第{ $numbers }项。如不是您要请的人，请收回。
help-answered = { $name }已填好{ $unit }第{ $numbers }项。
help-refused = { $name }退回了{ $unit }第{ $numbers }项，请另行安排。已填的内容保留。
help-expired = 请同事填写{ $unit }第{ $numbers }项的链接无人打开，已失效。
help-late = { $name }在<b>{ $unit }</b>月报报送后发来第{ $number }项的内容，还没有存入：
    “{ $words }”
    需要加入的，请点“更正”写明原因后填入；{ $name }届时也可以自己加入。
help-taken-back = 已收回第{ $numbers }项，对方不能再填写；已填的内容保留。
help-you-no-more = { $asker }收回了{ $unit }请您填写的任务，谢谢。已填的内容都保留了。
help-button-choose = 另请同事
help-asked-known = 已请{ $name }填写第{ $numbers }项，并已告知对方。
help-nudge-done = 已提醒{ $name }。
help-nothing-picked = 请先点选任务。
help-you-help = 您在协助填写{ $unit }的月报（{ $count } 项）。发送 /report 打开。

## A post passes on
menu-handover = 移交给接任者
help-together = /handover　把您的职责移交给接任者（生成链接）
    打开月报后点“请同事填”，可把个别任务交给同事填写。
help-succession = /handover 单位 身份　为该单位的接任者生成移交链接
successor-link = <b>{ $unit }</b>{ $kind }移交（现任：{ $name }）。请把这个链接发给接任者：{ $link }
    只供一人使用，{ $until } 前有效。对方打开后即接任，{ $name }随即不再有权限；历史月报、未报内容和提醒由接任者接续。
successor-nobody = { $unit }目前没有{ $kind }，不用移交。请用 /invite 邀请。
successor-you = <b>{ $unit }</b>{ $kind }已由{ $name }接任，您不再有权限。以往填写的内容都保留在单位月报里，谢谢。
former-post = { $unit }{ $kind }已由{ $name }接任，您不再有权限，刚才发来的没有保存。请直接发给{ $name }。
former-help-taken_back = { $asker }已收回{ $unit }请您填写的任务，您刚才发来的没有保存。请直接发给{ $asker }。
former-help-refused = { $unit }请您填写的任务您已退回，刚才发来的没有保存。请直接发给{ $asker }。
successor-office = { $unit }{ $kind }：{ $name }已接替{ $before }。
waits-on-text = { $count } 条文字
waits-on-change = { $count } 处已报送内容的改动
waits-on-pasted = { $count } 份粘贴的内容
waits-on-file = { $count } 个文件
waits-on-form = { $count } 份待导入的填报表
waits-on-draft = { $count } 份待采用的Word稿
waits-on-button-form = 查看填报表
waits-on-button-draft = 查看Word稿的改动
waits-on-files-not-listed = { $files } 没有选定所属措施，没有列为佐证。
waits-on-yours = { $before }留下的{ $what }还没有存进月报，已转到您这里，请按下面的按钮选择放在哪一项。
waits-on-passed = 还没有存进月报的{ $what }已转给{ $name }处理。
