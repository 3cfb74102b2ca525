## The outbox
menu-outbox = What was not delivered
help-outbox = /outbox: what waits to be sent, what is unknown and what did not arrive; sends it again
outbox-title = <b>Outbox</b>: waiting { $waiting }, unknown { $unknown }, not delivered { $dead }
outbox-waiting-title = <b>Waiting</b>
outbox-waiting = { $what }: { $count }, since { $since }{ $is_due ->
        [0] , being sent
       *[other] , goes out { $at }
    }{ $failed ->
        [0] { "" }
       *[other] { " " }(last try: { $why })
    }
outbox-more = { $count ->
        [one] Of one more kind.
       *[other] Of { $count } more kinds.
    }
outbox-title-unknown = <b>May have arrived</b> (sent again, it may be there twice)
outbox-title-dead = <b>Not delivered</b>
outbox-line = { $number }  { $what }, { $name }, { $at }: { $why } (tries: { $attempts })
outbox-line-unreachable = { $number }  { $what }, { $name }, { $at }: { $why }; it can be sent again once they are back
outbox-stranger = (not registered)
outbox-all-arrived = There are no undelivered messages.
outbox-all = <b>{ $count ->
        [one] One message
       *[other] { $count } messages
    } would be sent again</b>{ $doubtful ->
        [0] .
       *[other] ; { $doubtful } of them may have arrived and may then be there twice.
    } Reminders and announcements go out in working hours.
outbox-all-of = { $what }: { $count }
outbox-button-resend = Send { $number } again
outbox-button-all = Send all again ({ $count })
outbox-button-all-confirm = Confirm: send { $count } again
outbox-button-list = ‹ Outbox
outbox-button-open = Show
outbox-resent = Queued again: { $count }.
outbox-resent-nothing = That has been dealt with already.
outbox-subject-report_outstanding = Report reminder
outbox-subject-returned = Reminder of a returned report
outbox-subject-review_waiting = Reminder of reviews
outbox-subject-extension_waiting = Reminder of requests for more time
outbox-subject-problem_overdue = Reminder of overdue problems
outbox-subject-scan_missing = reminder of a scan
outbox-subject-original_missing = reminder of a paper original
outbox-subject-mail_missing = reminder of a mail
outbox-subject-signature_waiting = reminder of a signature
outbox-subject-force = Task force reminder
outbox-subject-reminder = Other reminder
outbox-subject-announcement = Announcement
outbox-subject-notice = Notice
outbox-subject-reply = Answer
outbox-subject-card = Card
outbox-subject-amendment = Update of a message
outbox-subject-deletion = Deletion of a message
outbox-subject-draft = Draft to be stamped
outbox-subject-review_draft = draft for review
outbox-subject-ledger = Workbook
outbox-subject-kept = File
outbox-subject-form = Form in Excel
outbox-subject-preview = PDF of the draft
outbox-subject-chase_notice = Chase notice
outbox-subject-bulletin = Bulletin
outbox-subject-bulletin_sources = Sources of the bulletin
outbox-subject-briefing = Briefing
outbox-subject-briefing_sources = Sources of the briefing
outbox-subject-letter = Ready mail
outbox-subject-mail = Electronic copy by mail
outbox-subject-test_mail = Test mail
outbox-cause-no_answer = Telegram's answer never came
outbox-cause-stopped = the system stopped while sending
outbox-cause-no_connection = Telegram could not be reached
outbox-cause-not_telegram = something on the way answered in Telegram's place
outbox-cause-token = the bot's token is not valid
outbox-cause-too_slow = it took too long
outbox-cause-file_lost = the file is lost
outbox-cause-file_not_made = the file could not be made
outbox-cause-nothing = it holds nothing
outbox-cause-vanished = the message is not there any more
outbox-cause-too_long = it is too long
outbox-cause-markup = its form is wrong
outbox-cause-too_large = the file is too large
outbox-cause-refused = Telegram refused it
outbox-cause-mail_no_answer = the mail server did not say whether it took it
outbox-cause-mail_no_connection = the mail server could not be reached
outbox-cause-mail_certificate = the mail server's certificate is not trusted
outbox-cause-mail_not_secure = the mail server offers no encryption
outbox-cause-mail_login = the mail server does not know user or password
outbox-cause-mail_server = the mail server gives no service
outbox-cause-mail_put_off = the mail server wants it later
outbox-cause-mail_refused = the mail server refused it
outbox-cause-mail_too_large = the mail is too large
outbox-cause-mail_unconfirmed = the mailbox is not confirmed
outbox-cause-said = { $cause } ({ $said })
