## The form in Excel
form-file = { $unit } { $period } form
form-title = { $unit }: form for the report of { $period }
form-note = Fill in the light yellow cells only. Due by { $due } (that day included). Then send this file to the bot. Nothing classified belongs here.
form-last = [{ $status }] { $text }
form-figure-known = { $when ->
        [monthly] { $figure }
        [quarterly] { $figure }
       *[other] { $when }: { $figure }
    }
form-no-figure = no figure
form-sheet-entries = Form
form-sheet-figures = Indicators
form-sheet-rules = How to fill it in
form-sheet-key = baosong
form-col-number = No.
form-col-measure = Measure
form-col-role = Role
form-col-last = Last month
form-col-status = Status this month
form-col-text = What was done this month
form-col-problem = Problem
form-col-next-step = Next step
form-col-reason = Why there was no progress
form-col-key = Key
form-col-indicator = Indicator
form-col-target = Target
form-col-figure-last = Last month
form-col-figure = This month
form-col-unit = Unit
form-rule-status = 1. Status this month: open the cell and choose one of the four.
form-rule-text = 2. What was done this month: what, and how far it has come; up to 2000 characters.
form-rule-trouble = 3. A measure that is behind or not begun also needs the problem and the next step, up to 500 characters each.
form-rule-reason = 5. Where there was no progress, say why in the last column; what was done may then stay empty.
form-rule-one-line = 6. Where you only cooperate, write one line under what was done; where there was nothing, “nothing to cooperate in”.
form-rule-figure = 7. Figures: for what is counted write the total so far, for a rate the latest one; “about 200” if it is an estimate, “no figure” if there is none. None is not zero.
form-rule-blank = 8. A cell that was filled and comes back empty is taken as deleted; every change is listed before you confirm.
form-rule-back = 9. Do not add or delete rows, rename sheets or save in another format. Send the file to the bot, look through the changes and confirm; then the report still has to be filed.
form-rule-secrecy = 10. Nothing classified belongs here. A form with a mark of secrecy is not taken.

## A form that came back
form-unreadable = “{ $name }” was not read: { $reason ->
        [encrypted] it is encrypted. Please take the password off and save it as .xlsx
        [old] it is in an old Office format or has a password. Please take the password off and save it as .xlsx
        [large] it is too large. Please use the form that the bot sent you
        [unsafe] it unpacks to too much, or holds what is not allowed. Please use the form that the bot sent you
        [active] it has macros, links to other files or embedded objects. Please use the form that the bot sent you
        [damaged] it is damaged. Please save it again
        [version] it was made by another version of this program. Please ask for a new form and fill in what you want to change
        [not-ours] it is no form of this bot, or its concealed sheet is gone. Please ask for a new form
       *[kind] it is no .xlsx file. Please save it as one
    }. What is filled in is unchanged.
form-held = This form was not taken: “{ $sheet }” { $cell } bears the mark “{ $mark }”, and the file was not kept. Please follow the rules on secrecy; if you only mentioned the word, please put it differently. What is filled in is unchanged.
form-fault = { $sheet }{ $cell ->
        [none] { "" }
       *[other] { " " }{ $cell }
    }{ $row ->
        [none] { "" }
       *[other] { " " }({ $row })
    }: { $reason }
form-fault-key = This row was not in the form, or its hidden key was changed. Please delete a row that was added; for one that was there ask for a new form, and fill in that.
form-fault-beside = This cell is outside the table and is not read. Write it into the cell of the table where it belongs, and leave this one empty.
form-fault-key-changed = the concealed key of this row was changed or removed; please undo that, or ask for a new form.
form-fault-other-sheet = what stands on this sheet is not read; please write what you report into the cells of the form, hand in files by themselves, and empty this sheet.
form-fault-comment = the comment on this cell is not read; please write what you report into a cell and delete the comment.
form-fault-status-no-progress = “{ $said }” is no status; please choose one of these here: { $offered }. Why there was no progress goes into { $cell }.
form-fault-sheet = This sheet is missing; it was renamed or deleted. Please give it its name back, or ask for a new form.
form-fault-number-only = “{ $said }” is only a number; please write it in words.
form-fault-too-long = It has { $length } characters; at most { $limit } are possible. Please shorten it.
form-fault-number = This row should have the number “{ $number }”; rows seem to have been moved. Please ask for a new form.
form-fault-status = “{ $said }” is none of these: { $offered }. Please choose one.
form-fault-one-line-only = Where you only cooperate, only one line of what was done is asked; leave these cells empty.
form-fault-one-line = Where you only cooperate, only one line of what was done is asked; leave this cell empty.
form-fault-status-only = “{ $said }” is a status: please choose it in the column of statuses, and say here what was done.
form-fault-no-progress = “{ $said }”: where there was no progress, please give the reason in its own column, and leave this cell empty.
form-fault-formula = This is a formula; please write out the words or the number.
form-fault-no-text = This is a date, a truth value or an error; please write words.
form-fault-figure-no-number = there is no number in “{ $said }”; please write one, as 200, or “no figure” where there is none this month.
form-fault-figure-not-understood = “{ $said }” is not understood; please write a number, as 200, or “about 200”.
form-fault-figure-nothing = please write 0 for zero, or “no figure” where there is none this month.
form-fault-figure-too-large = “{ $said }” is too large; please check it.
form-fault-no-figure = This is a date, a truth value or an error; please write a number, like 200.
form-fault-measure = measure { $number }
form-fault-named = row “{ $name }”
form-fault-nothing-text = Please say here what was done and how far it is; where there was no progress, give the reason in its own column and leave this cell empty.
form-fault-nothing-problem = Where the status is behind or not begun, this cell has to name the problem; if it is on track by now, please change the status in its own column.
form-fault-nothing-next-step = Where the status is behind or not begun, this cell has to name the next step; if it is on track by now, please change the status in its own column.
form-fault-says-nothing-text = “{ $said }” does not say what was done; please say what was done and how far it is. Where there was no progress, give the reason in its own column and leave this cell empty.
form-fault-says-nothing-line = “{ $said }” does not say what you did; please say in one line what you have helped with, or “本月无配合事项” for nothing.
form-fault-says-nothing-problem = “{ $said }” names no problem; please say what it is stuck on and why. If it is on track by now, please change the status in its own column.
form-fault-says-nothing-next-step = “{ $said }” names no next step; please say who does what by when.
form-fault-says-nothing-reason = “{ $said }” gives no reason; please say why there is no progress. If there was some, write it into the column of what was done and leave this cell empty.
form-fault-says-nothing-follow-up = “{ $said }” does not say how the problem stands; please choose it in the column “How it stands”, or say how far it has come.
form-fault-no-file = “{ $said }”: this measure has no file yet; please say here what was done, and give the photo or the file to the bot in the chat.
form-fault-no-answer = This tells nothing of the measure; please write what there is to tell, or leave the cell empty. About duties, exemptions and more time please speak with the office.
form-fault-figure-phone = “{ $said }” looks like a telephone number; if it is the figure, please write it with its unit.
form-fault-row-missing = The row of this measure is missing; please do not delete rows, or ask for a new form.
form-fault-row-unknown = This row belongs to none of the measures to be reported; please delete it, or ask for a new form.

## How an entry came in
sheet-col-evidence = Evidence
sheet-col-source = Source
source-chat = Chat
source-workbook = Form
source-word = Word
source-on_behalf = On behalf

## What a form would change
form-change = { $number } { $title }: { $changes }
form-change-ends = { "; " }
form-changed-since = { $number }{ $by ->
        [none] { "" }
       *[other] { " " }({ $by })
    }
form-moved-status = status { $before } → { $after }
form-moved-figure = total { $before } → { $after }
form-moved-named = “{ $name }” { $before } → { $after }
form-figure-none = not filled in
form-changed-text = done: “{ $text }”
form-changed-problem = problem: “{ $text }”
form-changed-next-step = next step: “{ $text }”
form-changed-reason = no progress, because “{ $text }”
form-emptied-text = what was done is emptied
form-emptied-problem = the problem is emptied
form-emptied-next-step = the next step is emptied
form-emptied-reason = no longer without progress

## The form on the command line
cli-form-written = Written: { $file }
cli-form-nothing = The form says what is filled in already; there is nothing to import.
cli-form-would-change = { $unit }, { $period }: measures that would change: { $count }
cli-form-faulty = Nothing was imported. Faults in the form: { $count }
cli-form-confirm = Import it?
cli-form-imported = Measures imported: { $count }, marked as filled in on behalf. The report is not filed yet: baosong form file { $unit } --period { $period } does so.
cli-form-file-confirm = File it on behalf?
cli-form-not-filed = It was not filed, and nothing has changed.
cli-form-faults = The { $period } report of { $unit } cannot be filed yet. What is missing belongs into the form, which is imported again; what is only doubtful is explained by --reason.
cli-form-reason = The reason was not taken: { $why }
cli-form-filed = Filed on behalf of { $unit } for { $period }: receipt { $receipt }, revision { $revision }. The bot sends receipt and draft to { $by }.
cli-form-paper = The reports of { $unit } are signed by its leader. If that is done on paper, please add --signed.
cli-form-coordinator = Please say by --by in which coordinator's name it is filed. The coordinators: { $names }.
cli-form-coordinator-unreached = No message reaches the coordinator, so nothing can be filed on behalf: { $names }. Please have them open the bot and press Start, or name another coordinator by --by.
cli-form-coordinator-why = { $name } ({ $reason })
cli-form-coordinator-none = No coordinator has joined yet, so nothing can be filed on behalf. Please invite one by baosong invite.
cli-form-outdated = This is an older form{ $made ->
        [none] { "" }
       *[other] { " " }(made { $made })
    }, and these measures were changed since, so nothing of it was taken and nothing has changed: { $measures }. Please export a new form and fill in what you want to change.
cli-form-not-imported = Nothing was imported, and nothing has changed.
cli-form-closed = The { $period } report of { $unit } cannot be changed now (filed, exempt or locked); nothing was imported.
cli-form-other = This form is of { $unit }, { $period }; this database has no such report.
cli-form-no-report = “{ $unit }” has no report to fill in for { $period }. Please check the unit's name and the period.
cli-form-changed-meanwhile = It has changed since it was shown; nothing was imported. Please run the command again.

## The form by chat
button-form = Use Excel
menu-form = Fill in by Excel
form-caption = { $unit }, form for { $month }: fill it in and send it back here. Nothing classified belongs in it.
    { $times }
form-none-open = { $unit ->
        [none] There is no report
       *[other] { $unit } has no report
    }{ $month ->
        [none] { "" }
       *[other] { " " }for { $month }
    } that can be filled in now{ $why ->
        [exempt] : it need not be reported.
        [locked] : it is locked. { $by ->
            [office] Please send it back with /return first, then ask for a form.
           *[unit] If it has to change, please ask the office to send it back.
        }
        [signing] : it lies before its leader. { $by ->
            [office] Once the unit has taken it back or it is signed, please ask again.
           *[unit] Please tap “Take back to mend” in /report first, then ask for a form.
        }
        [filed] : it is filed. { $by ->
            [office] Please send it back with /return first, then ask for a form.
           *[unit] To change it, tap “Correct” in /report, then ask for a form.
        }
       *[none] : it has not opened yet, or there is nothing to fill in.
    }
form-not-own = No form was handed out: “{ $name }” is no unit that you report for (yours: { $units }). For your own unit send /form, with a month if need be: /form July.
form-of-closed = This form is of { $unit }, { $period }, { $why ->
        [exempt] which need not be reported
        [locked] which is locked
        [signing] which lies before its leader
       *[filed] which is filed already
    }; nothing was imported, and nothing has changed.{ $why ->
        [exempt] {""}
        [locked] {" "}{ $by ->
            [office] Please send it back with /return first, and ask for a new form.
           *[unit] If it has to change, please ask the office to send it back.
        }
        [signing] {" "}{ $by ->
            [office] Once the unit has taken it back or it is signed, please ask for a new form.
           *[unit] Please tap “Take back to mend” in /report first, and send this form again.
        }
       *[filed] {" "}{ $by ->
            [office] Please send it back with /return first, and ask for a new form.
           *[unit] To change it, tap “Correct” in /report, and ask for a new form.
        }
    }
    { $times }
form-of-another = This form is of { $unit }, { $period }, which is not yours to fill in; nothing was imported.
form-offered = <b>{ $unit } · { $month }</b>: measures that would change: { $count }. Please look it through and import it; then the report can be filed.
form-other-month = This form is of { $month }. { $other } is open too, and has a form of its own.
form-faulty = <b>{ $unit } · { $month }</b>: nothing was imported, and what is filled in is unchanged. Faults to mend in the same file: { $count }
form-lines = { $lines }
form-more = (and { $count } more that are not listed here)
form-button-load = Import
form-button-drop = Do not
form-outdated = <b>{ $unit } · { $month }</b>: this is an older form{ $made ->
        [none] { "" }
       *[other] { " " }(made { $made })
    }. Measures that were changed since it was made: { $count }. So that nothing is lost, nothing of it was imported, and what is filled in is unchanged; please take the newest form, and fill in what you want to change. Left of the arrow is what stands now, right of it what the older form says:
form-outdated-entry = <b>{ $number } { $title }</b>{ $by ->
        [none] { "" }
       *[other] { " " }(what stands now: { $by })
    }
form-button-newest = Send the newest form
form-taken = Measures imported: { $count }. Please look them through below and file the report.
form-taken-on-behalf = Measures imported for { $unit }: { $count }, marked as filled in on behalf.
