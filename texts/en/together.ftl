## Several people at one report
byline-you = you
byline-day = { $day }/{ $month }
card-by = { $by }
card-by-writing = { $name } is writing
card-answered-by = Answered by { $by }.
card-writing = { $name } is writing this one as well (since { $at }).
preview-writing = { $name } is writing measure { $number }.

## Two at the same entry
collision = <b>{ $number }  { $title }</b>
collision-theirs = { $by } has answered:
collision-mine = You wrote (not saved yet): “{ $words }”
collision-ask = Both are still there, nothing was overwritten. Please choose:
collision-button-keep = Keep { $name }’s
collision-button-mine = Take mine
collision-button-after = Mine after theirs
collision-kept = What { $name } wrote stays; your text was not saved.
collision-again = It has just changed again; please look once more.
tap-changed-meanwhile = { $by } has changed this one meanwhile: “{ $status }” now. Your tap was not saved; if it is to change all the same, tap once more.

## Filed while others were writing
together-filed = The { $month } report of <b>{ $unit }</b> was filed by { $name } (revision { $revision }, { $at }).
together-filed-writing = Measure { $number }, which you had open, was filed as it was saved. What you have not sent yet you may send all the same: it is kept for you, and a correction can take it in.
together-late = The report is filed already. This text did not go into measure { $number }; it is kept for you: “{ $words }”
together-late-correct = To take it in, tap “Correct”, give the reason, then tap the button of the text that waits.
together-late-locked = Corrections for this month have ended ({ $until }). If it has to change, please contact the coordinating office.
