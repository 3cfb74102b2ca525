## The draft that was edited in Word
word-unreadable = “{ $name }” was not read, and nothing that you have said has changed: { $reason ->
        [encrypted] it has a password. Please take the password off, save it as .docx and send it again.
        [old] it is a file of an older Word or of WPS (.doc, .wps), or has a password. Please choose “Save as”, type .docx, without a password, and send it again.
        [macros] it holds macros (.docm). Please save it as a .docx without macros and send it again.
        [large] it is too large. Please change the draft that the bot has sent you, without pictures; send evidence in the chat.
        [unsafe] it unpacks to far too much, or holds what is not allowed. Please change the draft that the bot has sent you and send that.
        [damaged] it is damaged. Please save it once more and send it again.
       *[kind] it is no Word document. Please save it as .docx and send it again.
    }
word-unknown = “{ $name }” looks like a draft, but is none of the revisions that are kept here. Nothing of it was taken, and nothing that you have said has changed. What lies before a leader is taken back by the liaison and changed in the chat; of what is filed, please change the draft that you were sent last.
word-of-another = { $who ->
        [office] This is the draft of a report that its unit filed itself. Its liaison sends back what is changed in it; the office changes nothing on their behalf. To have it changed, return the report with the reason.
       *[other] This draft is not of a unit that you report for. Nothing of it was taken.
    }
word-held = This Word document was not taken in: it bears the mark “{ $mark }”, and was not stored. Please treat it by the rules of secrecy; if it only mentions the word, say it in another way and send it again. Nothing that you have said has changed.
word-signing = The report of { $unit } for { $month } waits to be signed and cannot be changed now. Please take it back first, then send the Word document.

## What was changed in it
word-title = <b>{ $unit } · { $month }</b>: edited in Word (from revision { $revision })
word-by-words = Its bookmarks are lost. What follows was compared by the numbers and titles of the measures; please look closely.
word-older = Please note: this is the draft of revision { $revision }, and revision { $newest } is the newest. Only what differs from revision { $revision } is listed; whatever else was changed here since stays.
word-untouched = It says what revision { $revision } says. Nothing was changed.
word-nothing = There is nothing in it that can be taken.
word-offered = { $count ->
        [one] One measure differs.
       *[other] { $count } measures differ.
    } Please look through them; once confirmed they are in the report, which still has to be filed.
word-offered-correction = { $count ->
        [one] One measure differs.
       *[other] { $count } measures differ.
    } Please look through them; confirmed, they are a correction, for which you will be asked the reason.
word-clashes = <b>These were changed here as well. Please choose which shall stand:</b>
word-clash = { $what }
    Here: { $here }
    Word: { $word }
word-refused = <b>Not taken, { $what }:</b>
word-missing = <b>Not found, and left as it was:</b> { $what }. To take it out, please use “Correct” in the chat.
word-gone = Not asked any more this time, and not taken: { $numbers }.
word-printed = <b>What the system prints is not taken from Word:</b>
word-printed-one = “{ $was }” → “{ $now }”
word-printed-advice = Figures and statuses are changed in the chat with “Correct”; counts and pace follow. Title, unit names and contacts are kept by the coordinating office; a telephone number is changed with /phone.
word-added = <b>Words that belong to no measure were not taken:</b>
word-added-one = { $after ->
        [none] At the beginning: “{ $text }”
       *[other] After “{ $after }”: “{ $text }”
    }
word-added-advice = To add a problem or next steps to a measure, begin a paragraph below “存在问题” or “下一步措施” with its number and title, and write on; or add them in the chat.
word-moved = In another order: No. { $numbers }. The report keeps the order of the plan.
word-more = { $count } more are not listed here.
word-and-more = { " " }and { $count } more
word-beside-picture = { $count ->
        [one] A picture was not read.
       *[other] { $count } pictures were not read.
    } Please send evidence in the chat.
word-beside-comment = { $count ->
        [one] A comment was not read.
       *[other] { $count } comments were not read.
    }
word-beside-footnote = { $count ->
        [one] A note was not read.
       *[other] { $count } notes were not read.
    }
word-field-of = measure { $number }, { $field }
word-field-text = what was done
word-field-problem = problem
word-field-next-step = next step
word-field-no-progress-reason = reason for no progress
word-field-follow-up = what became of the problem
word-field-help-from = help from
word-button-take = Confirm
word-button-take-word = Confirm; Word stands
word-button-take-here = Confirm; keep what is here
word-button-drop = Put away
word-taken = { $count ->
        [one] One measure was taken from Word.
       *[other] { $count } measures were taken from Word.
    } Please look through the report and file it.
word-dropped = The Word document was put away. Nothing has changed.
