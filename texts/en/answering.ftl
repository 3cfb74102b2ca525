## A text whose question was not shown yet
answer-added = The further text has been added to this measure.
answer-too-long-parts = This text came in several messages, { $length } characters so far. That is over the limit of { $limit }, so none of it is stored. Please shorten it and send it again; what was filled in has not changed.
held-text = Received: “{ $words }”
held-text-lines = Received { $count } lines, which go to their place together:
held-text-line = · “{ $words }”
held-ask = This is not stored yet: does it add to the previous answer, or does it answer the current question?
held-ask-replace = This is not stored yet: does it replace the previous answer, or does it answer the current question?
held-ask-one = This text is not stored yet. Please choose where it goes.
held-ask-where = It does not say which measure this text is about; it is kept for now, and not stored. Please tap its measure; for one that is not listed, send its number, then tap “A text waits for its place”.
held-ask-whether = This text may be about measure { $number }; it is kept for now, and not stored. Please tap its measure; for one that is not listed, send its number, then tap “A text waits for its place”.
held-month = The measures below are those of { $month }; if another month is meant, tap that one.
held-button-month = { $month } · its measures instead
held-ask-month = Several months ask for measure { $number }. Please choose the month:
held-waits-of = “{ $words }”, of measure { $number }, is not stored yet; tap “A text waits for its place” below to store it.
held-waits = “{ $words }” still waits for its place; “A text waits for its place” below leads to it.
held-button-add = Add to { $month ->
        [none] { "" }
       *[other] { $month }, { "" }
    }{ $number }: { $step }
held-button-replace = Put in place of { $month ->
        [none] { "" }
       *[other] { $month }, { "" }
    }{ $number }: { $step }
held-button-righted = Put right { $month ->
        [none] { "" }
       *[other] { $month }, { "" }
    }{ $number }: { $was } → { $now }
held-button-answer = Answer { $month ->
        [none] { "" }
       *[other] { $month }, { "" }
    }{ $number }: { $step }
held-button-of = { $month ->
        [none] { "" }
       *[other] { $month } · { "" }
    }{ $number }　{ $title }
held-button-apart = Place them one by one
held-button-drop = Do not keep it
held-button-show = A text waits for its place
held-button-show-more = { $count } texts wait for their places
held-waits-one = “{ $words }”
held-waits-more = { $count } texts wait for their places and are not stored: { $words }{ $rest ->
    [0] {""}
   *[other] {" "}and { $rest } more
    }. “{ $count } texts wait for their places” below leads to them, one after another.
held-returned = This text was never given a place, and is not stored. Here it is in full; what you need, please send again at its measure:
held-returned-month = A text for the report on { $month } was never given a place, and is not stored; a new month has begun, and it is kept no longer. Here it is in full; what you need, please send again at its measure:
held-dropped = This text was not kept.
held-first = “{ $words }” from before still waits: please tap a button below first.{ $number ->
        [none] {""}
       *[other] {" "}If “{ $said }” is said of a measure, please send it with the number, as “{ $number } { $said }”.
    }
step-status = status
step-text = completion
step-problem = problem
step-next-step = next step
step-figure = figure
step-reason = reason

## A number alone
answer-label = “{ $said }” is what a button says that is not open now, and was not kept as an answer. Please tap a button below, or send the answer itself. Nothing that is filled in has changed.
answer-number-only = “{ $said }” is only a number. Please write it in words; to go to another measure send its number or tap “List”. What was filled in has not changed.
answer-number-which = “{ $said }”: it is not clear which figure this is. Please choose the status and write the completion first; the figures are asked one by one after that. What was filled in has not changed.
answer-figure-reopened = The figure for “{ $name }” is taken back; please give it anew.
answer-status-reopened = The status is taken back; please choose it anew.
answer-text-denied = To change the text tap “A slip, change it”.
answer-not-helpers = You were not asked to help with { $number }. This was not saved; please give it to the unit’s liaison: { $said }
answer-not-helpers-number = You were not asked to help with { $number }: its own people fill it in. You were asked for { $own }.
answer-not-due = Measure { $number } is reported quarterly, next with { $month }; it is not due this month, and this was not saved: { $said }
answer-not-due-number = Measure { $number } is reported quarterly, next with { $month }; it is not due this month.
answer-not-due-either = Measure { $number } is reported quarterly, next with { $month }; it is not due this month. If “{ $said }” is the figure for “{ $name }”, please tap below. What was filled in has not changed.
answer-number-taken-about = “{ $name }” is now about { $figure }.
answer-number-taken = “{ $name }” is now { $figure }.
answer-no-figure-taken = “{ $name }” is noted as having no figure yet.
answer-no-figure-asked = “{ $said }” was not kept: no figure is asked of this measure.
answer-number-either = “{ $said }” may be measure { $said }, or the figure for “{ $name }”. Please tap below; for the figure you may also write “total { $said } { $unit }”. What was filled in has not changed.
button-go-to = Go to { $number }
