## More time for a report
button-extend = 申请延期
reminder-settled-extended = 已同意延至 { $until }，以此为准。
extension-ask = <b>申请延期</b>　{ $unit }{ $period }月报。
    { $times }
    请点选或发送新的日期并写明原因，例如：延至8月10日，数据待统计部门反馈。
extension-ask-reason = 延至 { $until }。请用一句话写明原因。
extension-waits-already = { $name }已于 { $at } 申请延至 { $until }，待经办人答复。另提申请的，以新的为准。
extension-by-the-day = 延期按日计，到当日 { $at } 为止；您写的“{ $written }”不另作时限。
extension-no-date = 没看懂日期。请点选，或这样写：延至8月10日，原因……。不申请了，请发送“取消”。
extension-not-a-workday = 这一天不是工作日，请另选一个工作日。
extension-not-later = 新的日期应晚于今天和现在的截止时间，请另选。
extension-beyond-lock = 这一天本期已锁定，汇总台账已经报出，不能延到那时。请选锁定前的工作日。
extension-too-late = 本期已没有可以延到的工作日。逾期仍可报送，请尽快；如有困难，请直接联系经办人。
    { $times }
extension-nothing-open = 已报送或无需报送，不用延期。请发送 /report 查看情况。
extension-edit-late = 这次延期申请已经答复或已另提，修改这条消息不再起作用。还要更多时间的，请重新发送 /extend。
extension-not-asked = 好的，没有申请延期。
extension-asked = 已提交延期申请：{ $unit }{ $period }月报延至 { $until }。经办人答复后会通知您；在此之前截止时间不变，照常提醒。
    { $times }
extension-asked-late = 已提交延期申请：{ $unit }{ $period }月报延至 { $until }。因已过截止时间，同意后只暂停催办，仍计迟报；答复之前照常提醒。
    { $times }
extension-button-no = 不申请
extension-button-grant = 同意
extension-button-refuse = 不同意
extension-button-other = 另定日期
extension-button-open = 看延期申请
extension-request = <b>延期申请</b>：{ $unit }{ $period }月报，申请延至 <b>{ $until }</b>。
extension-request-reason = 原因：{ $reason }
extension-request-by = 申请人：{ $name }，{ $at }
extension-would-count = 在截止前提出：同意后，按新日期计是否按时。其他单位不变。
extension-would-not-count = 在截止后提出：同意后只暂停催办，仍计迟报。
extension-other = 请点选准予延至的日期：
extension-became-granted = 已同意，延至 { $until }（{ $name }，{ $at }）。
extension-became-refused = 未同意（{ $name }，{ $at }）。{ $reason ->
        [none] { "" }
       *[other] 原因：{ $reason }
    }
extension-ask-refusal = 不同意延期：请用一句话发送原因，单位会看到。
extension-button-refuse-bare = 不写原因
extension-button-refuse-back = 返回
extension-became-replaced = 该单位已另提申请，这一条不用答复。
extension-became-withdrawn = 该单位已报送或不再要求报送，这一条不用答复。
extension-became-asked = 待答复。
extension-none = 没有待答复的延期申请。
extension-waiting = <b>待答复的延期申请 { $count } 件</b>：{ $units }
extension-granted = 已同意延期：{ $unit }{ $period }月报的截止时间改为 { $until }{ $asked ->
        [none] { "" }
       *[other] （您申请的是 { $asked }）
    }，按时报送不计迟报。
    { $times }
extension-granted-late = 已同意延期：{ $unit }{ $period }月报请于 { $until } 前报送{ $asked ->
        [none] { "" }
       *[other] （您申请的是 { $asked }）
    }，此前不再催办。因在截止后提出，仍计迟报。
    { $times }
extension-refused = 未同意延期：{ $unit }{ $period }月报的截止时间不变，请尽快报送。{ $reason ->
        [none] { "" }
       *[other] 原因：{ $reason }
    }
    { $times }
board-unit-extended = { $unit }（至{ $until }）
board-extended = 已同意延期（{ $count }）：{ $units }
board-asking = 延期申请待答复（{ $count }）：{ $units }
menu-extend = 申请延期
