## Written reminders (催办单)
menu-notice = Chase notices (Word)
notices-button = Chase notices
notices-caption = Chase notice (催办单) to <b>{ $unit }</b>, { $period } (as of { $as_of }). Check it, stamp it, send it.
    { $times }
notices-nobody = No unit is late at present, so no chase notice is needed.
notices-not-late = { $unit } is not late at present, so it needs no chase notice.
help-notices = /notice: a chase notice (催办单) in Word for each unit that is late; /notice UNIT: for one
cli-notices-written = Chase notices written to { $folder }: { $count }.

## The bulletin to the units (通报)
menu-bulletin = Bulletin (Word)
bulletin-button = Bulletin
bulletin-caption = Bulletin (通报), { $period } (as of { $as_of }). Check it, then send it to the units. Where its figures come from is in a file of its own.
    { $times }
bulletin-sources-caption = Sources of the bulletin, { $period } (as of { $as_of }): on which sheet and in which rows of the workbook each figure stands. To check by, not to be sent on.
    { $times }
help-bulletin = /bulletin: the bulletin (通报) in Word, of the newest month or of the one named
cli-bulletin-written = Bulletin written to { $file }.

## The briefing upwards (专报)
menu-briefing = Briefing upwards (Word)
briefing-button = Briefing
briefing-caption = Briefing (专报), { $period } (as of { $as_of }). Fill in what is lit up (待补), check it, then send it up. Where its figures come from is in a file of its own.
    { $times }
briefing-sources-caption = Sources of the briefing, { $period } (as of { $as_of }): on which sheet and in which rows of the workbook each figure stands. To check by, not to be sent on.
    { $times }
help-briefing = /briefing: the briefing (专报) to the party committee and the government, in Word, of the newest month or of the one named
cli-briefing-written = Briefing written to { $file }.
cli-no-highlight = { $count ->
        [0] The month has no highlights, so there is no number { $place }.
       *[other] The month has no highlight { $place }: they are numbered from 1 to { $count }, as in /highlights. Write them as 3,7.
    }
