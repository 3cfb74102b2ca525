## How things stand
standing-filed = Revision { $revision }: receipt { $receipt }, { $filed_at }, { $by }
standing-missing = Missing ({ $count }): { $list }{ $more ->
        [0] { "" }
       *[other] { " " }and more
    }
standing-complete = Everything is answered; check and file it.
standing-button-go-on = Go on: { $unit }{ $month ->
        [none] { "" }
       *[other] { "" } · { $month }
    }
standing-button-look = Look: { $unit }{ $month ->
        [none] { "" }
       *[other] { "" } · { $month }
    }
menu-status = How my reports stand
menu-history = What was filed
menu-privacy = What is stored
menu-cancel = Put the question away
help-standing = /status: how your reports stand: what is missing, until when, returned or extended
    /history: what was filed in earlier months, and what each revision changed
    /cancel: puts away what is being asked; nothing that is saved changes
    A message sent by mistake can be edited in the chat; several measures can be sent at once with their numbers, and are stored after you have checked them.
help-standing-read = /status: how your unit's report stands; /history: what was filed in earlier months
help-standing-office = /status: how far everybody is; /history UNIT: what the unit filed in earlier months
help-privacy = /privacy: what is stored, where, and whom to ask

## What was filed
history-title = <b>Filed in earlier months</b>; open one to see its revisions:
history-line = { $unit } · { $month } { $year }: revision { $revision }, receipt { $receipt }
history-button = { $unit } { $month }
history-none = Nothing has been filed yet.
history-of-helper = What was filed is for the people of the unit. What you help with is in /report.
history-of-force = What was filed is for the unit and the office. How the units of your task force stand this month is in /status.
history-how = Please name the unit, as in: /history 市工科局
history-report = <b>{ $unit } · { $month } { $year }</b>
history-earlier = { $count ->
        [one] One earlier revision can be read in full with a button below.
       *[other] { $count } earlier revisions can be read in full with the buttons below.
    }
history-answer = Filed unchanged, because: { $answer }
history-button-full = Revision { $revision } in full
history-button-list = All months
history-button-back = The revisions

## What is stored
privacy = <b>What is stored</b>
    Your answers and files, every revision that was filed, your name and Telegram id, and what you are to which unit are stored on the office's own server (a database and a folder), and go to nobody else.
    Messages as they came are deleted after { $days } days; what was filed is kept as the office's record. What bears a mark of secrecy is not kept.
    Your chat with the bot passes through Telegram's servers: Telegram can see it, and the bot cannot change that. Please write nothing secret.
privacy-of-you = <b>About you</b>
    Name { $name }, Telegram id { $id }, language { $language }, since { $since }.
    Measures last answered by you: { $answers }. Revisions filed by you: { $revisions }.
privacy-of-stranger = You have not joined: beyond the name, number and language above, nothing that you send is kept.
privacy-contact = { $kind } of { $unit }, { $reach ->
        [none] with no phone or mail on record
       *[other] reached at { $reach }
    }
privacy-change-waits = A change of measure { $number } (“{ $words }”) is kept until the reason of the correction is given; it is not in the report yet.
privacy-waiting = { $count ->
    [1] One text waits for its place.
   *[other] { $count } texts wait for their places.
    }
privacy-ask = To ask, correct or delete, please write to { $contact }.

## Putting away what is asked
cancel-question = This question is put away; what is saved has not changed. Go on whenever you like:
cancel-done = Put away; nothing has changed.
cancel-nothing = Nothing is being asked just now, and nothing has changed.
