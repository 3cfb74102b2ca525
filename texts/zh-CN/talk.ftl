## Errors that anybody may meet
period-unreadable = 没看懂“{ $value }”。请按 2022-07 的样子写报告期。
invitation-invalid = 这个链接不能用：可能已过期、已使用或不完整。请联系领导小组办公室重新发送。
helper-may-not = 这项操作由请您协助填报的{ $name }办理，请与其联系。
not-allowed = 您没有这项操作的权限。如有需要，请联系领导小组办公室。
stranger = 您好，这里是月度报送机器人，仅供受邀的联络员使用。如需加入，请联系领导小组办公室索取链接。您发来的内容没有保存。
stale = 这个按钮已经过时，内容没有变化。请发送 /report 查看最新情况。
locked = 更正已于 { $locks } 截止，已报送的内容没有变化。如确需修改，请联系领导小组办公室退回。
went-wrong = 出了点问题，您刚才发的内容没有处理。请稍后再发一次；如仍不行，请把编号 { $incident } 告诉领导小组办公室。
content-not-taken = 这类消息无法接收。请用文字回答，佐证请发送照片或文件（PDF、Word 等）；发送 /report 打开填报卡。
command-unknown = 没有这个命令。发送 /help 查看可以做什么。

## Joining
welcome-liaison = { $name }，您好。您已登记为<b>{ $unit }</b>的联络员。
    每月{ $due_day }日前，机器人会提前提醒您填报上月《{ $plan }》各项任务的完成情况；逐项点选、填写即可，随填随存，可随时中断。
    报送后会收到待盖章稿。逾期未报的，会依次提醒B岗、分管领导、主要负责人、专班和领导小组办公室。请勿填写涉密内容。
    随时发送 /report 开始或继续填报，/help 查看帮助。
welcome-deputy = { $name }，您好。您已登记为<b>{ $unit }</b>的B岗。
    联络员不便时，由您填报每月《{ $plan }》任务完成情况；临近截止和逾期时会提醒您。
    随时发送 /report 开始或继续填报，/help 查看帮助。
welcome-leader_in_charge = { $name }，您好。您已登记为<b>{ $unit }</b>的分管领导。
    只有《{ $plan }》月报逾期未报、且联络员已收到催办后，机器人才会告知您；仍未报的，再告知主要负责人、专班和领导小组办公室。平时不打扰。
welcome-head = { $name }，您好。您已登记为<b>{ $unit }</b>的主要负责人。
    只有《{ $plan }》月报逾期多日、分管领导已被告知后，机器人才会告知您；同时告知专班和领导小组办公室。平时不打扰。
welcome-stands-in = 目前贵单位联络员、B岗都收不到机器人消息，在有人加入之前，截止前的提醒也会先发给您，请转告填报人。
welcome-coordinator = { $name }，您好。您已登记为领导小组办公室经办人。
    每月{ $due_day }日的截止时间和锁定时间，您会收到报送情况和汇总台账；有人加入、无法送达、逾期也会告知您。
    /board 看进度，/ledger 取汇总台账，/invite 邀请联络员，/return 退回月报。
joined = { $name }已于 { $at } 加入：{ $unit }{ $kind }。如不认识，请点“拒绝”。
joined-button-refuse = 拒绝
refused-done = 已取消：{ $unit }{ $kind }{ $name }不再有权限。
refused-you = { $unit }{ $kind }的登记已被领导小组办公室取消。如有疑问，请与其联系。

## Help
help-you-are = 您是<b>{ $unit }</b>的{ $kind }。
help-filing = /report　填报、继续填报、查看或更正月报
    逐项点选状态，再发一句话说明本月进展。每个回答随即保存，可以跳过、返回、随时停下。发送措施序号（如 18 或“第18项”）可直接到那一项，序号后可接着写内容（如“18 正常推进：完成招标”）。全部填好后核对、报送，会收到待盖章稿。
    /form　用Excel填报：填好后发回，核对后导入
    待盖章稿可在Word中改好发回：核对后按更正处理
    /extend　申请延期
help-office = /board　谁已报、谁未报
    /ledger　汇总台账（可加月份，如 /ledger 2022-07）
    /invite 单位 身份　生成邀请链接
    /review　审核月报；/accept 单位（或 全部）　审核通过
    /ticks　收件登记：扫描件、纸质原件、电子邮件
    /return 单位 原因　退回月报
    发来计划文件（.docx、.pdf、.txt）或登记表（.xlsx）　读取、核对后载入
    /ladder 单位　谁会在什么时候收到提醒（不写单位即为本期全部）
    /form 单位　代填：取得该单位填报表，填好后发回
    /calendar 2026　全年报送日历；/calendar 2026-02-14 上班　自定工作日
    /announce　群发通知
help-leader = 只有月报逾期时，机器人才会给您发消息，您无需做任何操作。
help-leader-signs = 本单位月报报送前由您签发：待签发的月报会发到这里，点［签发并报送］即为报送，点［退回修改］并写一句意见即退回拟稿人；文字、文件不作签发。未签发或月报逾期时会提醒您。
help-stranger =
    您好。这里是月度报送机器人：各单位的联络员每月在这里报送重点任务的完成情况，由领导小组办公室汇总。
    使用须受邀：请联系领导小组办公室（或请您协助填报的同事）索取链接，点开链接、按“开始”即可加入。
    /language　切换语言　/privacy　存了什么　/help　本说明
help-helper = /status　请您协助的各项还缺什么　/cancel　停下正在问的问题
help-all = /language　切换语言　/help　本说明
language-name = 中文
language-choose = 请选择语言：
language-chosen = 好的，以后用中文。
group-goodbye = 您好，这里是月度报送机器人，只在私聊中使用，先告退了。

## The report
report-none = 目前没有需要填报的月报。开始填报时会提醒您。
preview-not-understood = 刚才这句没有存为内容。核对无误的，请点“报送”；要改哪一项，请发送它的序号。
report-nothing-asked = 现在没有正在等您回答的问题，刚才的文字没有保存。请在下面点开要填的任务。
report-number-not-asked = 第{ $number }项不在本单位本月要填的任务里，刚才的文字没有保存。请在下面点开要填的任务。
report-before-leader = 刚才的文字没有保存，也没有转给领导：月报已送签，正等领导签发。要催请直接联系领导；要改请先［撤回修改］。
report-nothing-to-fill-in = 刚才的文字没有保存：现在没有要填的任务。
report-filed-already = 已经报送过了。
report-changed-meanwhile = 内容刚有变化，请再核对一次。
report-review-draft-caption = { $unit }{ $month }月报送审稿（第{ $revision }版），审核通过后另发待盖章稿
    { $times }
report-draft-caption = { $unit }{ $month }月报待盖章稿（第{ $revision }版）
    { $times }
report-draft-editable = 要改文字，可在Word中改好发回这里，核对后按更正处理。

## The office
office-no-cycle-of-period = { $period }{ $state ->
        [planned] 的报送周期还没有开始，到开始时间会自动打开。
       *[outside] 不在计划期内，没有报送周期。
    }{ $known ->
        [none] { "" }
       *[other] 可以查看：{ $known }。
    }
office-no-cycle = 还没有可以查看的报送周期。到开始时间会自动打开。
office-unit-unknown = 没有找到单位“{ $name }”。请写计划里的简称，例如 市工科局。
office-kind-unknown = 没有“{ $word }”这种身份。可以写：{ $kinds }。
office-unit-misspelt = 没有找到单位“{ $name }”。是不是：{ $units }？
office-returned-already = { $unit }{ $period }月报已退回，待重报。
    { $times }
office-nothing-to-return = { $unit }没有已报送的月报，不能退回。
office-board-title = <b>{ $period }报送情况</b>（截至{ $as_of }）
    《{ $plan }》
    { $times }
office-button-ledger = 汇总台账
office-button-board = 刷新
invite-link = 邀请链接：<b>{ $unit }</b>{ $kind }
    { $link }
    { $until } 前有效，只能用一次。请直接发给本人。
invite-how = 请写单位和身份，例如：/invite 市工科局 联络员
    身份：{ $kinds }（不写即为联络员）
    还没有联络员的单位（{ $count }）：{ $units }
return-how = 请写单位和原因，例如：/return 市工科局 第19项请写明已接入的企业数
return-ask-reason = 退回<b>{ $unit }</b>{ $period }月报：请发送退回原因，写明需要修改的任务序号。
    { $times }
return-button-cancel = 不退回
return-cancelled = 好的，没有退回。
return-done = 已退回{ $unit }{ $period }月报，已通知其联络员并开始催办。
    { $times }
return-edited = { $unit }{ $period }月报的退回原因已改为：“{ $reason }”，已告知该单位。
    { $times }
return-edit-late = { $unit }{ $period }月报已重新报送，或退回原因已另改，修改这条消息不再起作用。还需单位修改的，请发 /return 另行退回并写明原因。
    { $times }
returned-reason-changed = { $unit }{ $period }月报的退回原因已由经办人改为：{ $reason }
returned-to-you = <b>经办人退回</b>：{ $unit }{ $period }月报
    “{ $reason }”
    其余内容无需重填，改好后请再次报送。
returned-until = 请在截止前重新报送；是否按时仍看首次报送。
returned-soon = 截止时间已过，请尽快重新报送；是否按时仍看首次报送。
returned-late = 汇总已经锁定，仍请尽快重新报送；是否按时仍看首次报送。
returned-button-mend = 修改

## The command menu
menu-report = 填报月报
menu-help = 可以做什么
menu-language = 语言 Language
menu-board = 报送进度
menu-ledger = 汇总台账
menu-invite = 邀请联络员
menu-calendar = 报送日历
menu-return = 退回月报

## Running
another-runs = 已有另一个进程在使用这个数据库或文件夹（{ $place }）：进程号 { $pid }，主机 { $host }，启动于 { $since }。请先停止它，再启动。
