## Several people at one report
byline-you = you
byline-office = the office
byline-day = { $day }/{ $month }
card-by = { $by }
card-by-writing = { $name } is writing
card-answered-by = Last filled in or changed by { $by }.
card-writing = { $name } is writing this one as well (since { $at }).
preview-writing = { $name } is writing measure { $number }.

## Two at the same entry
collision = <b>{ $number }  { $title }</b>
collision-theirs = The measure says now (answered last by { $by }):
collision-status = Status now: { $status }
collision-mine = You wrote (not saved yet): “{ $words }”
collision-stays = Taking it would change only this: { $changed }. As above would stay: { $stays }; each can be changed afterwards.
collision-taken = Taken: { $changed }. Not touched: { $stays }. Please look through these; each can be changed.
collision-ask = Both are still there, nothing was overwritten. Please choose:
collision-button-keep = Keep { $name }’s
collision-button-mine = Take mine
collision-button-after = Mine after theirs
collision-replaced = { $by } has rewritten what you wrote as { $step } of measure { $number } ({ $title }).
    { $times }
    You had written:
    { $words }
collision-left = { $by } wrote this and left it to you (not saved yet): “{ $words }”
collision-button-keep-saved = Keep what is saved
collision-button-left = Take what { $by } left
collision-kept-left = What { $name } wrote stays; the text that { $by } left was not saved.
collision-button-back = Bring mine back
collision-kept = What { $name } wrote stays; your text was not saved.
collision-again = It has just changed again; please look once more.
tap-changed-meanwhile = { $by } has changed this one meanwhile: “{ $status }” now. Your tap was not saved; if it is to change all the same, tap once more.

## Filed while others were writing
together-filed = The { $month } report of <b>{ $unit }</b> was filed by { $name } (revision { $revision }, { $at }).
together-filed-writing = Measure { $number }, which you had open, was filed as it was saved. What you have not sent yet you may send all the same: it is kept for you, and a correction can take it in.
together-late = The report is filed already. This text did not go into measure { $number }; it is kept for you: “{ $words }”
together-late-correct = To take it in, tap “Correct”, give the reason, then tap the button of the text that waits.
together-late-helper = { $name } has been told. To take it in, { $name } opens a correction; you can then add it yourself by the button of the text that waits.
together-late-locked = This month is locked. If it has to change, please contact the coordinating office.
together-signing = The report awaits its signature. This text was not stored at measure { $number }, and is kept for you: “{ $words }”
together-signing-own = To put it in, please take the report back first (“Take back to mend”); it can be stored then.
together-signing-helper = To have it put in, { $name } takes the report back; then you can do it yourself by “A text waits for its place”.

## Measures handed to a colleague
button-help = Ask a colleague
card-helper = { $name } is asked
card-helper-link = link sent, not opened yet
card-asked-helper = { $name } was asked to answer this one.
card-asked-link = A colleague was asked for this one by a link that nobody has opened yet.
help-title = <b>{ $unit } · { $month }</b>  Asking colleagues
help-asked = { $name }: measures { $numbers }, { $done } of { $count } answered
help-link-waits = Link not opened yet (good until { $until }): measures { $numbers }
help-pick = Tap the measures for a colleague, then make the link. They see and answer these only and cannot file; you are told when they have answered.
help-pick-none = There is nothing that could be given to a colleague.
help-the-link = link
help-button-link = { $count ->
    [one] Make a link (1 measure)
   *[other] Make a link ({ $count } measures)
}
help-button-known = Ask { $name } ({ $count })
help-button-again = As last month: { $name } { $numbers }
help-button-back = Take back: { $name } { $numbers }
help-button-nudge = Remind { $name }
help-button-refuse = Give it back
help-button-refuse-yes = Yes, give it back
help-link = { $count ->
    [one] Please answer one measure of the <b>{ $month } report of { $unit }</b>:
   *[other] Please answer { $count } measures of the <b>{ $month } report of { $unit }</b>:
}
    { $measures }
    Open the link and follow the questions: { $link }
    It is good for one person, until { $until }, and for these measures only.
    { $times }
help-link-made = Please forward the message above to your colleague. You are told when it is opened and when it is answered.
help-link-spent = This link has been used, or is no longer good. Please ask the colleague who sent it for a new one.
help-not-needed = You can fill in the report of { $unit } anyway, so you do not need this link; it has not been used up and can be forwarded.
help-welcome = Hello { $name }. { $asker } asks you to answer { $count ->
    [one] one measure
   *[other] { $count } measures
} of the <b>{ $month } report of { $unit }</b>:
    { $measures }
    Please answer before it is due; every answer is saved at once, and { $asker } files the report. You see these measures only.
    { $times }
help-nudged = { $asker } reminds you: { $count ->
    [one] one measure
   *[other] { $count } measures
} of the <b>{ $month } report of { $unit }</b> that you were asked for { $count ->
    [one] is
   *[other] are
} not answered yet.
    { $times }
    { $measures }
help-due = A reminder: { $count ->
    [one] one measure
   *[other] { $count } measures
} of the <b>{ $month } report of { $unit }</b> that { $asker } asked you for { $count ->
    [one] is
   *[other] are
} not answered yet.
    { $times }
    { $measures }
help-card-open = { $asker } asked you for these, and files the report.
help-card-done = All answered, and { $asker } knows. You can change it until the report is filed.
help-refuse-ask = { $asker } will then see to these measures; what you have answered stays. Give it back?
help-you-refused = Given back; { $asker } knows. What you have answered stays.
help-opened = { $name } has opened the link and will answer measures { $numbers } of { $unit }. If that is not whom you meant, take it back.
help-answered = { $name } has answered measures { $numbers } of { $unit }.
help-refused = { $name } has given back measures { $numbers } of { $unit }; please see to them. What was answered stays.
help-expired = Nobody opened the link for measures { $numbers } of { $unit }; it is no longer good.
help-late = { $name } has written about measure { $number } after the report of <b>{ $unit }</b> was filed. It is not stored:
    “{ $words }”
    To take it in, tap “Correct”, give the reason and fill it in; { $name } can then add it as well.
help-taken-back = Measures { $numbers } are taken back and cannot be answered by them any more; what was answered stays.
help-you-no-more = { $asker } has taken back what you were asked for in the report of { $unit }; thank you. What you have answered stays.
help-button-choose = Ask somebody else
help-asked-known = { $name } is asked for measures { $numbers } and has been told.
help-nudge-done = { $name } has been reminded.
help-nothing-picked = Please choose measures first.
help-you-help = You help with the report of { $unit } ({ $count } measures). Send /report to open it.

## A post passes on
menu-handover = Hand over to a successor
help-together = /handover: hand your post to a successor (makes a link)
    “Ask a colleague” on the report hands single measures to somebody.
help-succession = /handover UNIT KIND: a link for the successor of the unit’s contact
successor-link = <b>{ $unit }</b>: the post of { $kind } passes on (held by { $name }). Please send this link to the successor: { $link }
    It is good for one person, until { $until }. Whoever opens it holds the post, and { $name } holds it no more; past reports, what is not filed yet and the reminders go on with the successor.
successor-nobody = { $unit } has no { $kind } at present, so there is nothing to hand over. Please use /invite.
successor-you = { $name } is the { $kind } of <b>{ $unit }</b> now, and you are not any more. What you wrote stays in the unit’s reports; thank you.
former-post = { $name } is the { $kind } of { $unit } now, and you are not any more. What you have just sent was not kept; please give it to { $name }.
former-help-taken_back = { $asker } has taken back what you were asked for in the report of { $unit }. What you have just sent was not kept; please give it to { $asker }.
former-help-refused = You have given back what you were asked for in the report of { $unit }. What you have just sent was not kept; please give it to { $asker }.
successor-office = { $unit }, { $kind }: { $name } has taken over from { $before }.
waits-on-change = { $count ->
    [one] one change of what is filed
   *[other] { $count } changes of what is filed
}
waits-on-text = { $count ->
    [one] one text
   *[other] { $count } texts
}
waits-on-pasted = { $count ->
    [one] one pasted text
   *[other] { $count } pasted texts
}
waits-on-file = { $count ->
    [one] one file
   *[other] { $count } files
}
waits-on-form = { $count ->
        [one] one form in Excel
       *[other] { $count } forms in Excel
    }
waits-on-draft = { $count ->
        [one] one draft edited in Word
       *[other] { $count } drafts edited in Word
    }
waits-on-button-form = Show the form
waits-on-button-draft = Show the edited draft
waits-on-files-not-listed = No measure was chosen for { $files }: { $count ->
    [one] it is not listed as evidence.
   *[other] they are not listed as evidence.
}
waits-on-yours = { $before } leaves { $what } not stored in the report yet. They wait with you now: the buttons below ask where they belong.
waits-on-passed = What was not stored in the report yet ({ $what }) waits with { $name } now.
