## Messages that asked for what has been done
reminder-settled-scan = 扫描件已于 { $at } 登记收到，无需处理。
reminder-settled-original = 纸质原件已于 { $at } 登记收讫，无需处理。
reminder-settled-mail = 电子邮件已于 { $at } 登记收到，无需处理。
reminder-settled-office = 以上各项已于 { $at } 全部办结，无需处理。
reminder-settled-filed = 已于 { $at } 报送，无需处理。

## Reviews
review-none = 没有待审核的月报。
review-title = <b>待审核 { $count } 份</b>，点开查看，再选“审核通过”或“退回”：
review-line = { $unit }　{ $month }　第{ $revision }版　{ $filed_at } 报送
review-month = { $month }（{ $count }）：{ $units }
review-report = <b>{ $unit } · { $month }</b>　第{ $revision }版，{ $filed_at } 由{ $by }报送
review-unchanged = 退回后未作修改，说明：{ $answer }
review-correction = 更正原因：{ $reason }
review-troubled = ! { $number }　{ $title } · { $status }：{ $problem }
review-explained = ! { $number }　属实说明：{ $words }
review-all = <b>将审核通过以下 { $count } 份</b>，通过后通知各单位联络员：
review-reminder = <b>待审核 { $count } 份月报</b>，最早的于 { $oldest } 报送。审核通过或退回后不再提醒。
review-button-all = 全部审核通过（{ $count }）
review-button-all-confirm = 确认通过 { $count } 份
review-button-list = ‹ 待审核
review-button-accept = 审核通过
review-button-return = 退回
review-button-back = 返回审核
review-button-open = 去审核
accept-word-all = 全部
accept-nothing = { $unit }没有待审核的月报。发送 /review 查看待审核的单位。
accept-settled-already = 已经处理过了。
accept-done-short = 已通过：{ $unit }
accept-done = { $unit }{ $period }月报已审核通过，已通知其联络员。
accept-done-all = { $count } 份月报已审核通过，已通知各单位联络员。
accepted-to-you = { $unit }{ $period }月报（第{ $revision }版）已审核通过。
board-reviews = 待审核 { $waiting }，审核通过 { $accepted }。
menu-review = 审核月报
menu-accept = 审核通过
