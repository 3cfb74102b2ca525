## Messages that asked for what has been done
reminder-settled-scan = The scan was noted as received on { $at }; nothing more to do.
reminder-settled-original = The paper original was noted as received on { $at }; nothing more to do.
reminder-settled-mail = The mail was noted as received on { $at }; nothing more to do.
reminder-settled-office = All of this was settled by { $at }; nothing more to do.
reminder-settled-filed = Filed on { $at }; nothing is left to do here.

## Reviews
review-none = No report waits for a review.
review-title = <b>{ $count ->
        [one] One report waits for its review.
       *[other] { $count } reports wait for their review.
    }</b> Open one, then accept or return it:
review-line = { $unit }, { $month }, revision { $revision }, filed { $filed_at }
review-month = { $month } ({ $count }): { $units }
review-report = <b>{ $unit } · { $month }</b>, revision { $revision }, filed { $filed_at } by { $by }
review-unchanged = Filed again as it was: { $answer }
review-correction = Reason for the correction: { $reason }
review-troubled = ! { $number } { $title } · { $status }: { $problem }
review-explained = ! { $number } true all the same: { $words }
review-all = <b>{ $count ->
        [one] This report
       *[other] These { $count } reports
    } would be accepted</b>, and the liaisons told:
review-reminder = <b>{ $count ->
        [one] One report waits for its review,
       *[other] { $count } reports wait for their review,
    }</b> the oldest filed on { $oldest }. Accepting or returning ends these reminders.
review-button-all = Accept all ({ $count })
review-button-all-confirm = Yes, accept { $count }
review-button-list = ‹ Waiting
review-button-accept = Accept
review-button-return = Return
review-button-back = Back to the review
review-button-open = Review
accept-word-all = all
accept-nothing = { $unit } has no report that waits for a review. /review shows those that do.
accept-settled-already = That is settled already.
accept-done-short = Accepted: { $unit }
accept-done = The report of { $unit } for { $period } is accepted, and its liaison told.
accept-done-all = { $count } reports are accepted, and the liaisons told.
accepted-to-you = The report of { $unit } for { $period } (revision { $revision }) is accepted.
board-reviews = Waiting for review { $waiting }, accepted { $accepted }.
menu-review = Review reports
menu-accept = Accept reports
