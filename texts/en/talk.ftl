## Errors that anybody may meet
period-unreadable = “{ $value }” is not a period. Write it like 2022-07.
invitation-invalid = This link cannot be used: it has expired, was used already, or is not complete. Please ask the coordinating office for a new one.
helper-may-not = That is done by { $name }, who has asked you to help; please get in touch with them.
not-allowed = You may not do this. If you need to, please ask the coordinating office.
stranger = Hello. This bot collects monthly reports from people who were invited. To join, please ask the coordinating office for a link. What you sent was not kept.
stale = This button is out of date; nothing has changed. Send /report to see how things stand.
locked = Corrections closed on { $locks }; what was filed has not changed. If it must be changed, please ask the coordinating office to return it.
went-wrong = Something went wrong, and what you just sent was not handled. Please send it again later; if it still fails, tell the coordinating office the code { $incident }.
content-not-taken = Messages of this kind cannot be taken. Please answer in words, send evidence as photos or files (PDF, Word), or send /report to open your report.
command-unknown = There is no such command. Send /help to see what you can do.

## Joining
welcome-liaison = Hello { $name }. You are now the liaison of <b>{ $unit }</b>.
    Before day { $due_day } of each month the bot asks you how the measures of “{ $plan }” went in the month before. Tap and type, one measure at a time; everything is saved at once and you may stop at any point.
    After filing you get the draft to be stamped. If a report is overdue, the deputy, the leader in charge, the head, the task force and the office are told, one after the other. Please write nothing secret here.
    Send /report at any time to start or go on, /help for help.
welcome-deputy = Hello { $name }. You are now the deputy liaison of <b>{ $unit }</b>.
    When the liaison cannot, you report how the measures of “{ $plan }” went; you are reminded shortly before the due hour and when it has passed.
    Send /report at any time to start or go on, /help for help.
welcome-leader_in_charge = Hello { $name }. You are now the leader in charge of <b>{ $unit }</b>.
    The bot writes to you only when a report on “{ $plan }” is overdue and the liaison has already been reminded; after that the head, the task force and the office.
welcome-head = Hello { $name }. You are now the head of <b>{ $unit }</b>.
    The bot writes to you only when a report on “{ $plan }” is overdue for days and the leader in charge has already been told; so are the task force and the office.
welcome-stands-in = At present no message reaches the liaison or the deputy of your unit. Until somebody joins, reminders before the due moment come to you too; please pass them on to whoever writes the report.
welcome-coordinator = Hello { $name }. You are now a coordinator of the office.
    At the due hour (day { $due_day } of each month) and at the lock you get the state of things and the workbook; you are also told who joins, who cannot be reached and who is overdue.
    /board shows progress, /ledger gives the workbook, /invite invites, /return returns a report.
joined = { $name } joined on { $at }: { $unit }, { $kind }. If you do not know this person, tap “Refuse”.
joined-button-refuse = Refuse
refused-done = Done: { $name } is no longer { $kind } of { $unit }.
refused-you = The coordinating office has ended your part as { $kind } of { $unit }. Please contact it if you have questions.

## Help
help-you-are = You are { $kind } of <b>{ $unit }</b>.
help-filing = /report: fill in, go on with, look at or correct your report
    Tap the status of a measure, then say in a sentence what was done. Every answer is saved at once; you may skip, go back or stop at any point. The number of a measure, as 18, leads to it; words may follow it at once. When all is filled in, check it and file; you get the draft to be stamped.
    /form: the same as a workbook; send it back filled in
    The draft may be changed in Word and sent back: look through the changes, and they are a correction
    /extend: ask for more time
help-office = /board: who has filed and who has not
    /ledger: the consolidated workbook (with a month if you like, as /ledger 2022-07)
    /invite UNIT KIND: a link for one person
    /review: what waits for a review; /accept UNIT (or all): accept it
    /ticks: scans, paper originals and mails that have come
    /return UNIT REASON: return a report
    Send a plan (.docx, .pdf, .txt) or a registry (.xlsx): it is read, checked with you and loaded
    /ladder UNIT: who is reminded when (without a unit: the whole cycle)
    /form UNIT: a unit's form, to be filled in on its behalf and sent back
    /calendar 2026: the year beforehand; /calendar 2026-02-14 workday: a day of your own
    /announce: write to many at once
help-leader = The bot writes to you only when a report is overdue; there is nothing you need to do.
help-leader-signs = You sign your unit’s report before it is filed. It comes to this chat: “Sign and file” files it, “Send back” and a word of yours returns it to whoever prepared it; words and files sign nothing. You are reminded while it is not signed, and told when a report is overdue.
help-stranger =
    Hello. This bot collects monthly reports: the liaisons of the units tell here how far their measures are, and the coordinating office sums up.
    It is by invitation: please ask the coordinating office (or the colleague who wants your help) for a link, open it and press Start.
    /language　the language　/privacy　what is stored　/help　this text
help-helper = /status　what is missing of what you help with　/cancel　stops what is being asked
help-all = /language: change the language　/help: this text
language-name = English
language-choose = Please choose a language:
language-chosen = All right, English from now on.
group-goodbye = Hello. This bot collects monthly reports in private chats only, so it leaves this group.

## The report
report-none = There is no report to fill in at present. You will be told when one opens.
preview-not-understood = That was not stored. If all is right, please tap “File”; to change a measure, please send its number.
report-nothing-asked = Nothing is being asked right now, so what you wrote was not saved. Please open a measure below.
report-number-not-asked = Measure { $number } is none that your unit fills in this month, so what you wrote was not saved. Please open one below.
report-before-leader = What you wrote was not saved, nor passed on: the report lies before your leader. To hurry it, please speak to them; to change it, tap “Take back to mend” first.
report-nothing-to-fill-in = What you wrote was not saved: there is nothing to fill in right now.
report-filed-already = It has been filed already.
report-changed-meanwhile = It has just changed; please check it once more.
report-review-draft-caption = For review, not to be stamped yet: { $unit }, { $month } (revision { $revision })
    { $times }
report-draft-caption = Draft to be stamped: { $unit }, { $month } (revision { $revision })
    { $times }
report-draft-editable = To change its words, edit it in Word and send it back here: once you have looked through the changes, they are a correction.

## The office
office-no-cycle-of-period = { $state ->
        [planned] The cycle of { $period } has not opened yet; it opens by itself when the time comes.
       *[outside] There is no cycle of { $period }: no plan reports on it.
    }{ $known ->
        [none] { "" }
       *[other] { " " }Those to look at: { $known }.
    }
office-no-cycle = There is no cycle to look at yet. It opens by itself when the time comes.
office-unit-unknown = There is no unit “{ $name }”. Use its short name from the plan, for example 市工科局.
office-kind-unknown = “{ $word }” is not something a contact can be. You can write: { $kinds }.
office-unit-misspelt = There is no unit “{ $name }”. Do you mean: { $units }?
office-returned-already = The { $period } report of { $unit } is returned already and waits to be filed again.
    { $times }
office-nothing-to-return = { $unit } has no filed report to return.
office-board-title = <b>Reports for { $period }</b> (as of { $as_of })
    “{ $plan }”
    { $times }
office-button-ledger = Workbook
office-button-board = Refresh
invite-link = Invitation: <b>{ $unit }</b>, { $kind }
    { $link }
    Good until { $until }, for one person. Please send it to them directly.
invite-how = Name the unit and the kind, for example: /invite 市工科局 liaison
    Kinds: { $kinds } (liaison if you name none)
    Units without a liaison ({ $count }): { $units }
return-how = Name the unit and the reason, for example: /return 市工科局 Measure 19: please say how many firms are connected
return-ask-reason = Returning the { $period } report of <b>{ $unit }</b>: please send the reason, with the numbers of the measures to be mended.
    { $times }
return-button-cancel = Do not return
return-cancelled = All right, nothing was returned.
return-done = The { $period } report of { $unit } was returned; its liaison has been told and will be reminded.
    { $times }
return-edited = The reason why the { $period } report of { $unit } was returned now reads “{ $reason }”; the unit has been told.
    { $times }
return-edit-late = { $unit } has filed the { $period } report again, or the reason was changed otherwise: editing this message changes nothing. If more is to be mended, send /return with the reason.
    { $times }
returned-reason-changed = The office has changed the reason why the { $period } report of { $unit } was returned: { $reason }
returned-to-you = <b>Returned by the office</b>: { $unit }, { $period }
    “{ $reason }”
    Nothing else needs to be filled in again; please file once more when it is mended.
returned-until = Please file it again before it is due; whether it is on time goes by the first filing.
returned-soon = The due moment has passed, so please file it again soon; whether it is on time goes by the first filing.
returned-late = The month is locked; please file it again all the same. Whether it is on time goes by the first filing.
returned-button-mend = Mend

## The command menu
menu-report = Fill in the report
menu-help = What you can do
menu-language = Language 语言
menu-board = Progress
menu-ledger = Consolidated workbook
menu-invite = Invite a contact
menu-calendar = The calendar
menu-return = Return a report

## Running
another-runs = Another process already works on this database or folder ({ $place }): process { $pid } on { $host }, since { $since }. Stop it first, then start again.
