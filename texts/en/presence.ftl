## Away for some days
away-ask = On which days are you away? Send the first and the last day, such as “tomorrow for 3 days” or “2 Aug to 6 Aug”.
away-button-today = Today
away-button-three = Tomorrow, 3 days
away-button-week = Until Friday
away-button-no = Leave it
away-button-confirm = Confirm
away-button-change = Other days
away-button-back = I am back
away-button-withdraw = I am not away
away-button = I am away
away-days = { $first } to { $last }
away-confirm = Away { $days }; { $workdays ->
        [one] one workday
       *[other] { $workdays } workdays
    } of it. { $who }
away-replaces = This takes the place of { $days }, which was noted before.
away-instead-of = This takes the place of { $days }, which you were told before.
away-who = Reminders of these days go to { $names }.
away-who-nobody = Nobody else of your unit can be reached, so reminders still come to you, and the office is told.
away-known = Noted: away { $days }. { $who }
away-left = Nothing was noted.
away-not-understood = “{ $said }” was not understood. To leave it, send “cancel”.
away-reversed = The last day lies before the first. Please send the days again.
away-past = These days are over. Please send days from today on.
away-out-of-date = This card is out of date: { $days } were not noted. To note days, send /away with the first and the last one again.
away-too-long = At most { $days } days can be noted at once. For longer, please ask the office to name another liaison.
away-report = { $unit }, { $month } report: { $left ->
        [0] all is filled in, to be checked and filed.
        [one] one measure is left ({ $numbers }).
       *[other] { $left } measures are left ({ $numbers }).
    }
away-welcome = Welcome back. Reminders come to you again.
away-welcome-nothing = No report is waiting.
away-you-stand-in = { $name } of { $unit } is away { $days }. Reminders of these days come to you; please stand in.
away-is-back = { $name } of { $unit } is back and gets the reminders again.
away-nobody-stands-in = ! { $name } ({ $units }, { $kind }) is away { $days }, and nobody else there can be reached. Reminders still go to them; invite a deputy with /invite if one is needed.
notice-instead-absent = The liaison { $name } is away; please stand in.
notice-instead-handed = The liaison { $name } has given this report to you.

## Later
snooze-button = Remind me later
snooze-when = { $unit }: when shall we remind you again?
    { $times }
snooze-done = You will be reminded again on { $at } (you can put it off { $left ->
        [one] once
       *[other] { $left } times
    } more). The due time and escalations stay as they are.
    { $times }
snooze-too-late = It is due too soon to be put off. Please fill it in.
    { $times }
snooze-too-often = This report has been put off { $count } times and cannot be again. Please fill it in.
    { $times }

## To a colleague
handover-button = Give to a colleague
handover-button-colleague = { $name }
handover-button-refuse = Not me
handover-button-take-back = Take back
handover-whom = { $unit }: who takes this report?
handover-nobody = Nobody else of { $unit } can be reached. Ask the office to invite somebody.
    { $times }
handover-done = Given to { $name }, who gets the reminders of this report of { $unit } now. You can still fill it in.
handover-to-you = { $name } has given you this report of { $unit }; reminders come to you now. If you cannot do it, tap “Not me”.
handover-refused = { $name } cannot take this report of { $unit }; please go on with it.
handover-taken-back = { $name } has taken back this report of { $unit }; you need do nothing more.
handover-you-refused = Given back. Reminders of this report of { $unit } no longer come to you.
handover-you-took-back = Taken back. Reminders of this report of { $unit } come to you again.

## The command menu
menu-away = Say when you are away

## Help
help-presence = /away DAYS: say when you are away; the deputy stands in (as /away tomorrow for 3 days)
    “Remind me later” and “Give to a colleague” on a reminder concern your own reminders only; the due time stays.
