## What an edited message changes
edit-taken = You edited a message, and measure { $number } follows:
edit-moved = Your message names measure { $to } now: its words are moved there, and measure { $number } says again what it said before.
edit-refused = You edited a message, but it cannot be the { $step } of measure { $number }:
edit-overtaken = The { $step } of measure { $number } has been answered anew since; editing the older message no longer changes it. Open the measure to change it.
edit-changes-nothing = Nothing changes in measure { $number }.
edit-opens-correction = Measure { $number } is filed already. What your message says now is kept aside, and goes into a correction once you have said why:
edit-of-nothing = That message is not the answer to a measure (or it is long ago), so editing it changes nothing. To change a measure, send its number or open it from /report.
edit-into-command = “{ $said }” is a command and no answer; what you had answered stays. To carry it out, please send it anew.
edit-names-another = The new words are about measure { $to }. To write them there, please send them as a message of their own.
edit-of-command = Editing a command does not carry it out again. Please send it anew.
edit-of-reason = The reason in that message is no longer used, or was filed or answered already; editing it changes nothing.
edit-of-reason-taken = The reason now reads: “{ $reason }”
edit-of-problem = This message was about a problem and does not follow it any more. To change that, please send the number and the answer again.
edit-of-highlight = The highlight of this message was taken back or changed since, and does not follow it any more. To mark one, please send it again.
edit-of-highlight-elsewhere = This message marked a highlight of measure { $number }, which stays. To mark it elsewhere, take that back first, then send it again.
edit-of-held = The text that waits for its place now reads: “{ $words }”
edit-of-joined = That message became one answer together with others; editing it alone changes nothing. Please open the measure and answer it anew.
edit-of-file = Nothing changes in measure { $number }. If you have put another picture or file in its place, please send the new one by itself, and take the old one away from the measure’s evidence.
edit-of-file-name = The evidence of measure { $number } is now called “{ $name }”; file and answer are as before.
edit-of-caption-elsewhere = The number in front names another measure than the one that the file belongs to, so nothing changes in measure { $number }. To move the file, tap “To another measure”; please send the words by themselves.
edit-of-caption-filed = Measure { $number } is filed already, so the new caption is not taken in. To add something, open /report and tap “Correct”.
edit-of-caption-waiting = The caption is changed; it goes to the measure together with the file once you have chosen.

## What has changed: before → after
otherwise-measure = <b>{ $number }　{ $title }</b>
otherwise-blank = (blank)
otherwise-status = Status: { $was } → { $now }
otherwise-no-progress-reason = Reason for no progress: { $was } → { $now }
otherwise-text = Completion: { $was } → { $now }
otherwise-problem = Problem: { $was } → { $now }
otherwise-next-step = Next step: { $was } → { $now }
otherwise-help = Help wanted from: { $was } → { $now }
otherwise-follow-up = The problem: { $was } → { $now }
otherwise-explanation = Explanation: { $was } → { $now }
otherwise-figure = { $name }: { $was } → { $now }
otherwise-reason = Reason for the correction: { $reason }
otherwise-title = <b>Compared with revision { $revision }:</b>
otherwise-exempt = The office has exempted { $numbers }, which the new revision leaves out.
otherwise-none = Nothing differs from revision { $revision }.
otherwise-more = { $count ->
        [one] One more measure has changed.
       *[other] { $count } more measures have changed.
    }
otherwise-evidence = Evidence: { $was } → { $now }
