## The workbook counts itself again
sheet-proofs = Proofs
sheet-proofs-title = Proofs (formulas count the pages Ledger and Not reported again)
sheet-proofs-note = Shown, counted again and result are formulas, and follow every change of the ledger; all other pages hold values. A program that does not calculate (a preview, the protected view) shows them blank: enable editing in Excel or WPS.
sheet-proofs-whole = All proofs (how many agree, how many differ, and the result)
sheet-proofs-whole-how = { $count } in all; only if every one agrees does the whole
sheet-col-proof = What is proved
sheet-col-proof-shown = Overview
sheet-col-proof-again = Counted again
sheet-col-proof-result = Result
sheet-col-proof-how = How
sheet-proof-right = agrees
sheet-proof-wrong = differs
sheet-proof-expected = On time + late + not yet due + outstanding
sheet-proof-units = Units that the ledger shows as “{ $word }”, each once
sheet-proof-listed = { $word } (the list)
sheet-proof-missing = Rows of Not reported that say “{ $word }”
sheet-proof-of-force = Task forces of the overview, line { $number } · { $head }
sheet-proof-of-sum = Sum of the task forces · { $head }
sheet-proof-of-units = The units added up · { $head }
sheet-proof-rows = Rows of the ledger that count as “{ $word }”
sheet-pace = { $name }: { $due } of the time, { $done } of the way, { $pace }
sheet-col-paces = Pace and claim
sheet-col-first-of-unit = First of unit
sheet-col-first-of-measure = First of measure

## Against what was said last
sheet-changes = Changes
sheet-col-change = Change
sheet-col-unchanged = Same for (reports)
sheet-col-said-last-in = Said last in
sheet-col-status-last = Status before
sheet-col-text-last = Completion before
sheet-col-figures-moved = Figures moved
sheet-change-missing = Not reported now
sheet-change-first = Reported first
sheet-change-done = Newly done
sheet-change-still-done = Done
sheet-change-worse = Fell behind
sheet-change-better = Recovered
sheet-change-status = Status changed
sheet-change-unchanged = Nothing changed
sheet-change-no-progress = No progress
sheet-change-words = Told anew
sheet-moved = { $name }: { $before } → { $now } ({ $by })

## Figures by month
sheet-series = Series
sheet-series-charts = Series charts
sheet-col-line = Line
sheet-line-given = Given
sheet-line-due = Pro rata
sheet-month = { $year }-{ $month }
sheet-chart-series = { $number } { $name } ({ $unit }, { $measure })
sheet-charts-left = Only the first { $shown } of { $total } lines are drawn; the page Series has the figures of all.

## The record of the plan's months
sheet-record = Record
sheet-col-months-expected = Months expected
sheet-col-days-late = Days late
sheet-col-returned = Returned
sheet-col-corrected = Corrected
sheet-late-by = { $word }, { $days ->
        [one] 1 day
       *[other] { $days } days
    }
sheet-times-returned = returned { $times }×
sheet-times-corrected = corrected { $times }×

## Overview
sheet-plan-targets = Targets of the whole plan
sheet-col-plan-target = Target of
sheet-col-time-passed = Time passed
sheet-col-due-value = Pro rata by now
sheet-col-extended = More time until
sheet-extended-late = { $day } (late all the same)
sheet-no-baseline = Figures that no pace can be told of for want of a baseline (give it on the page “指标” of the registry)
sheet-chart-reports = Reports (units)
sheet-chart-forces = By task force (entries)

## Progress table
sheet-progress = Progress table
sheet-progress-title = Progress of measures
sheet-col-overall = As a whole
sheet-overall-beside = ({ $words })
sheet-unit-and-role = { $unit } ({ $role })
sheet-no-progress-for = No progress this month: { $reason }
sheet-continued = { $words } (continued)

## Long texts
sheet-long = Long texts
sheet-col-whole = In full
sheet-col-of-what = Column
sheet-col-long = Text in full
sheet-long-at = { $head }: Long texts, no. { $place }

## Notes
sheet-notes = Notes
sheet-notes-title = Notes
sheet-col-note-of = On
sheet-col-note = Note
note-of-plan = Plan
note-of-period = Period
note-of-page = Page { $page }
note-overview = Counts of reports, the targets of the whole plan, counts by task force and by unit.
note-rows = A row for each measure and unit, unmerged, to be filtered; from the newest revision that each unit has filed.
note-progress = By section and measure, for print; the units of a measure stand together.
note-not-reported = Units outstanding or not yet due, with whom to call and how often they were reminded.
note-problems = Rows that are behind, not begun or name a problem this month.
note-followed = Problems that are not closed, and those closed in this cycle, with what was said of them each month.
note-followed-then = { " " }The next cycle was opened at { $moment }; this is how they stood then, with what late reports of this one say.
note-highlights = What units have marked as highlights; which of them the briefing tells is picked under it.
note-indicators = Target, figure, share and pace of every indicator.
note-series = The figures month by month beside what the time would ask for.
note-series-charts = A line for each indicator that has figures of two months or more.
note-changes = Status, words and figures against the report before. Same for: in how many reports running the same was said, this one counted.
note-record = Counts of reports on time, late, outstanding, returned and corrected, and days late, for the plan's months so far; no mark is given.
note-long = Texts that no printed row of the other pages can hold, whole, going on from row to row; the column “In full” of these pages names their number. In its own cell each text is whole.
note-proofs = Formulas count the pages Ledger and Not reported again, against the overview; blank in a program that does not calculate.
note-of-rule-source = Source
note-rule-source = Revisions that units have filed; of a corrected one the newest. What is not filed is not counted.
note-of-rule-expected = Expected
note-rule-expected = Expected = on time + late + not yet due + outstanding; exempt units are beside them, not among them.
note-of-on-time = On time by
note-on-time = { $tick }
note-of-rule-timeliness = Timeliness
note-rule-timeliness = By when what decides on time (above) came first; a later return or correction changes nothing. Days late are counted from the unit's own due moment, a begun day as one.
note-of-rule-entries = Entries
note-rule-entries = The overview counts entries: one measure reported by one unit is one, and of a shared paragraph every measure is one, by its status and by no progress too. The bulletin and the briefing count measures: one is one, however many units report it. Problems are counted as problems: that of a shared paragraph is one, and stands with its words at the first of its measures. The overview and the drafts count those that this month's reports still tell; the briefing counts what the office has not closed at its moment: also what a unit calls solved, and what is from months before where no report of this month speaks of it; not what was closed after the report came.
note-of-rule-pace = Pace
note-rule-pace = Only of indicators with a baseline and a start (where the registry has no first day, a target of the year that is due at its end counts from 1 January, any other from the first reporting month): the way done from baseline to target beside the time passed; ahead from 5 points above, behind below.
note-of-rule-overall = As a whole
note-rule-overall = The lead's word; where several leads differ, the slowest. Without a lead, or while it has not reported, what most of the units that reported say (of equally many the slower; done only where all that reported are done, else on track). Where units differ, it is said beside it how many are slower, and with a whole in trouble how many say so too; where nobody is slower, how many are ahead.
overall-apart = { $counts } of the { $said } that reported
overall-apart-count = { $count } { $status }
note-of-rule-text = Text
note-rule-text = What units write stands as it was written, always as text, never as a formula.

## A part of the workbook
sheet-ledger-cut = { $name } ({ $cut })
part-unknown = The plan has no “{ $name }”. It has: { $known }.
part-empty = No measure is in “{ $name }”; no file was written. The plan gives the name and does not say which measures belong to it: fill in the columns “Task force” and “Labels” on the page “Measures” of the registry, load it, and try again.
