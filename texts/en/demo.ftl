## While it plays
demo-begins = Playing the reports of { $months } in the sandbox: { $plan }, { $units } units, { $measures } measures.
demo-day = { $day }  filed { $filed }/{ $units }  answers { $answers }

## The timeline
demo-line-opened = [open] Reports of { $month } begin, of { $count } units{ $exempt ->
        [0] { "" }
       *[other] , { $exempt } exempt
    }; due { $due }, locked { $locks }
demo-line-reminder = [reminder] { $unit }: { $why } → { $kind } { $name }
demo-line-reminder-instead = [reminder] { $unit }: { $why } → { $kind } { $name } (for the { $audience })
demo-line-filed = [filed] { $unit }: revision { $revision }, receipt { $receipt } ({ $kind } { $name }): { $count } measures, { $answers } answers
demo-line-filed-late = [late] { $unit }: revision { $revision }, receipt { $receipt } ({ $kind } { $name }): { $count } measures, { $answers } answers
demo-line-filed-again = [filed again] { $unit }: revision { $revision }, receipt { $receipt } ({ $kind } { $name }): { $answers } answers after the return
demo-line-corrected = [corrected] { $unit }: revision { $revision }, receipt { $receipt } ({ $kind } { $name }): { $reason }
demo-line-returned = [returned] { $unit }: { $name }: { $reason }
demo-line-accepted = [accepted] { $name } accepts { $count }
demo-line-signing-signed = [signed] { $unit }: { $name } signs
demo-line-signing-sent_back = [back] { $unit }: { $name } sends it back: { $note }
demo-line-signing-withdrawn = [withdrawn] { $unit }: { $name } takes it back
demo-line-signing-changed = [void] { $unit }: its content has changed, what lay before the leader is void
demo-line-backlog = [waiting] the coordinator is reminded of the reports to be reviewed
demo-line-called = [called] { $unit }: { $why } → { $kind } { $name }, told by { $by }
demo-line-leave = [away] { $unit }: { $name } is away from { $first } to { $last }; the deputy stands in
demo-line-put-off = [later] { $unit }: { $name } asks to be reminded on { $until }
demo-line-more-time = [extension] { $unit }: { $name } asks for time until { $until }: { $reason }
demo-line-granted = [granted] { $unit }: { $name } agrees to { $until }
demo-line-helped = [helper] { $unit }: { $name } has opened the link for { $numbers }
demo-line-helped-answered = [helped] { $unit }: { $name } has answered { $numbers }
demo-line-highlight = [highlight] { $unit }: { $number }: { $text }
demo-line-exempt = [exempt] { $unit }, { $number ->
        [none] all of it
       *[other] { $number }
    }, { $periods }: { $reason }
demo-line-exempt-ended = [asked again] { $unit }, { $number ->
        [none] all of it
       *[other] { $number }
    }: no longer exempt ({ $periods })
demo-line-closed = [closed] { $unit }: { $number } “{ $problem }”: { $name }: { $how }
demo-line-due = [due] { $month }, { $expected } expected: { $on_time } on time, { $outstanding } outstanding; the workbook went to the coordinator
demo-line-locked = [locked] { $month }, { $expected } expected: { $on_time } on time, { $late } late, { $outstanding } outstanding; the workbook went to the coordinator
demo-line-day = [day] { $answers } answers, { $reminders } reminders, { $filed } filed, { $total }/{ $expected } of { $month } in all
demo-rung-opening = opening
demo-rung-before = before it is due
demo-rung-snoozed = reminded again on request
demo-rung-last_morning = last morning
demo-rung-last_hours = last hours
demo-rung-overdue = overdue
demo-rung-overdue_deputy = overdue, deputy
demo-rung-overdue_leader = overdue, leader in charge
demo-rung-overdue_head = overdue, head
demo-rung-overdue_task_force = overdue, task force
demo-rung-overdue_office = overdue, coordinator
demo-rung-overdue_bulletin = for the bulletin, coordinator
demo-rung-weekly = { $occurrence ->
        [0] every week
       *[other] every week ({ $occurrence })
    }
demo-rung-scan = stamped page missing
demo-rung-returned = returned
demo-rung-returned_deputy = returned, deputy
demo-rung-returned_leader = returned, leader in charge
demo-rung-returned_office = returned, coordinator
demo-rung-returned_weekly = returned, every week

## The end
demo-sum-reports = { $month }, { $expected } expected: { $on_time } on time, { $late } late, { $outstanding } outstanding ({ $units }){ $exempt ->
        [0] { "" }
       *[other] ; { $exempt } exempt
    }
demo-sum-reminders = { $month }: { $count } reminders: { $rungs }
demo-sum-rung = { $rung } { $count }
demo-comma = ,{" "}
demo-sum-chats = { $people } people, { $answers } answers ({ $deeds } taps and texts), { $messages } messages of the bot in their chats
demo-sum-returns = { $month }: { $returned } returned, { $corrected } corrected
demo-sum-problems = { $count } problems, { $closed } closed; { $highlights } highlights; { $exemptions } exemptions
demo-stamped-file = { $unit } (revision { $revision }, page { $page }, { $finding })
demo-review-file = { $stem } (before the leader, { $time })
demo-sum-files = { $drafts } drafts to be stamped, { $files } files in all
demo-sum-seconds = { $seconds } seconds
demo-written = Written to { $folder }
demo-office = What the office sees: BAOSONG_CONFIG={ $settings } .venv/bin/baosong why { $unit } --at { $at }
demo-all-met = ● All { $count } expectations of the story are met
demo-some-broken = ! { $count ->
        [one] One thing is not as the story wants it:
       *[other] { $count } things are not as the story wants them:
    }
demo-broken = { "  " }{ $words }
demo-folder-not-ours = “{ $name }” in { $folder } was not made by a demo, or was changed since, so nothing was replaced. Move it away and try again, or choose another place with --out.
demo-puzzled = ! Somebody in the demo did not understand the bot; it has stopped:

## Expectations that were not met
demo-broken-timeliness = { $timeliness }: { $wanted } units wanted, { $found } found; the difference: { $units }
demo-broken-expected = { $wanted } reports should be expected, { $found } are
demo-broken-drafts = { $wanted } drafts wanted, { $found } found
demo-broken-mails = The mailbox has not received the drafts of: { $units }
demo-broken-draft = The draft of { $unit } does not say: { $missing }
demo-broken-ledger = The workbook should have { $wanted } rows, it has { $found }
demo-broken-registry = the phone of the { $kind } of { $unit } from the registry was not kept
demo-broken-refused = { $method } was refused ({ $status })
demo-broken-unanswered = A button that { $name } tapped got no answer
demo-broken-outbox = { $count } rows of the outbox are { $state }
demo-broken-inbox = { $count } rows of the inbox are { $state }
demo-broken-opening = Not told of the opening: { $units }
demo-broken-chased = { $unit } had filed, and the { $kind } was still told: { $words }
demo-broken-ladder = { $unit } never filed, and these were not told: { $missing }
demo-broken-return = The report of { $unit } was not returned
demo-broken-filed-again = { $unit } did not file again after the return
demo-broken-correction = { $unit } did not correct its report
demo-broken-accepted = filed but not accepted: { $units }
demo-broken-backlog = the coordinator should be reminded of reviews once a day at most; it was { $count } times on { $days } days
demo-broken-asks-still = { $unit } has filed, and a message to its { $kind } asks for the report still: { $words }
demo-broken-office = The coordinator was not told when it was due, or when it locked
demo-broken-shown = { $words } showed the coordinator nothing
demo-broken-leave = The liaison of { $unit } did not say when they are away
demo-broken-stands-in = While { $name } of { $unit } was away the deputy did not get every reminder and file, or nobody told { $name } afterwards
demo-broken-put-off = { $unit } asked to be reminded later and was not
demo-broken-more-time = { $unit } got no more time, or did not file within it
demo-broken-called = The liaison of { $unit } was not called
demo-broken-force = { $force } was not told what { $unit } lacks, or not that it has filed since
demo-broken-shared = { $unit } did not answer measures { $numbers }, which share a paragraph, as one
demo-broken-quarterly = { $unit } was not asked about the quarterly measures { $numbers } in their quarter only
demo-broken-in = { $month }: { $words }
demo-broken-helped = { $number } of { $unit }, which { $name } was asked for, was not answered through the link, or the list does not say by whom
demo-broken-stamped = the stamped page of { $unit } was not told by its code and seal, or not registered
demo-broken-word = what { $unit } changed in its draft in Word was not filed as a correction
demo-broken-scan = the stamped page of { $unit } was not asked for, or did not come then
demo-broken-originals = { $wanted } paper originals were to be ticked, { $found } are, or the workbook does not say so
demo-broken-signing = the report of { $unit } was not sent back once by its leader and then signed
demo-broken-target = the briefing does not give the figure of the plan's target with its source, or leaves room for one
demo-broken-photo = { $number } of { $unit } was not filed as done, with a photo
demo-broken-edited = { $number } of { $unit } was not filed as the edited message says
demo-broken-highlight = The highlight of { $number } of { $unit } was not marked in mid-month, not reported, or the coordinator cannot read it
demo-broken-picked = The last month’s paper for those above does not tell the highlight that the coordinator picked
demo-broken-exempt = { $unit } is not exempt, or was reminded still
demo-broken-excused = { $number } of { $unit } was asked while it was exempt, or not asked afterwards
demo-broken-silence = Nothing was said in the next month of the problem with { $number } of { $unit }
demo-broken-closed = The problem with { $number } of { $unit } was solved and not closed
demo-broken-carried = The problem with { $number } of { $unit } did not stay in hand
demo-broken-minutes = { $unit } was not told at the opening that last month took { $minutes } minutes

## The conversations
demo-chat-title = # { $who } { $name }
demo-chat-colleague = colleague
demo-chat-colleague-of = A colleague asked by the liaison of { $unit }:
demo-chat-edited = { " " }(updated in place)
demo-chat-changed = { " " }(edited)
demo-chat-popup = { " " }(pops up)
demo-chat-deleted = { " " }(deleted)
