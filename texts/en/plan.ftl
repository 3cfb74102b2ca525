## Reading a plan: files that cannot be read
plan-unreadable = “{ $name }” is not a file that can be read. Send the plan as a Word document (.docx), a PDF (.pdf) or plain text (.txt).
plan-is-old-word = “{ $name }” is an old Word or WPS document (.doc, .wps), which cannot be read. Open it in Word or WPS, save it as .docx and send that.
plan-is-packed = “{ $name }” is a packed file, but no Word document. Send the plan as .docx, .pdf or .txt.
plan-is-rich-text = “{ $name }” is a web page or an RTF document. Open it in Word or WPS, save it as .docx and send that.
plan-is-encrypted = “{ $name }” is protected by a password. Take the password off, save it and send it again.
plan-is-damaged = “{ $name }” is damaged and cannot be opened. Open it on a computer, save a copy and send that.
plan-too-large = “{ $name }” is too large (at most 20 MB and 2000 pages). Take out pictures and annexes, or save it as plain text (.txt), and send it again.
plan-too-heavy = “{ $name }” holds too much to be read in the time and memory that one file may take. Take out pictures and annexes, or save it as plain text (.txt), and send it again.
plan-is-unsafe = “{ $name }” is put together in an unusual way and was not opened, to be safe. Copy its text into a new Word document and send that.
plan-is-scan = “{ $name }” is a scan without text that can be read. Send the original Word document (.docx), or have the text recognised and send it again.
plan-is-empty = “{ $name }” holds no text. Check whether it is the right file.
plan-table-unread = The table of tasks on page { $pages } of “{ $name }” has no frame, and its rows and columns could not be told apart; no measure was read. Give it all its rules in Word, or a column of numbers, save it as .docx and send it again.
plan-without-measures = No numbered measure with responsible units was found in “{ $name }”, such as “1.……。（市发改局牵头，市财政局配合）”. Check that this is the text of the plan itself.

## The summary of a plan
plan-not-stated = not stated
plan-title = { $title }
plan-issued = Number: { $number }; issued by: { $issuer }; date: { $date }
plan-counts = { $measures ->
        [one] { $measures } measure
       *[other] { $measures } measures
    }; { $units ->
        [one] { $units } unit
       *[other] { $units } units
    }, and { $groups ->
        [one] { $groups } group of units
       *[other] { $groups } groups of units
    }
plan-mentions = { $mentions ->
        [one] { $mentions } mention
       *[other] { $mentions } mentions
    } of units: { $lead } lead, { $responsible } responsible, { $cooperating } cooperating
plan-task-forces-none = Task forces: none in the text
plan-task-forces = { $count ->
        [one] { $count } task force:
       *[other] { $count } task forces:
    }
plan-task-force = { $name }: measures { $measures }
plan-indicators = Targets with a figure: { $measures } of measures, { $plan } of the whole plan
plan-indicator-of-plan = plan
plan-date = { $day } { wording-month } { $year }
plan-indicator = { $name } { $wanted } ({ $notes })
plan-indicator-from = from { $baseline }
plan-indicator-by = by { $date }
plan-indicator-undated = no date stated
plan-report-rule = Reporting rule (measure { $measure }): { $frequency ->
        [monthly] every month
        [quarterly] every quarter
        [weekly] every week
        [half_yearly] every half-year
       *[yearly] every year
    } by day { $day }, about { $period ->
        [previous] the period before
       *[current] the current period
    }; to: { $office }; place: { $location }; mail: { $email }
plan-report-rule-none = Reporting rule: none in the text
plan-assignments = With groups expanded: { $units ->
        [one] { $units } unit
       *[other] { $units } units
    }, { $total ->
        [one] { $total } assignment
       *[other] { $total } assignments
    } in all
plan-measures-named = { $count ->
        [one] measure { $measures }
       *[other] measures { $measures }
    }
plan-measures-opening = { $count ->
        [one] Measure { $measures }
       *[other] Measures { $measures }
    }
plan-no-doubts = Nothing is doubtful.
plan-doubts = { $count ->
        [one] { $count } thing is doubtful; please check:
       *[other] { $count } things are doubtful; please check each:
    }
plan-source-line = Source (line or paragraph { $line }): { $words }
plan-source = Source: { $words }
plan-line = See line or paragraph { $line }

## What is doubtful in a plan
plan-groups-kept = { $kept ->
        [file] in the register under [groups]
       *[registry] on the sheet “Groups” of the registry
    }
doubt-title-missing = No title was found. Give the plan a name when loading it.
doubt-report-rule-missing = No reporting rule was found (by which day, to whom). Fill in B7 to B9 on the sheet “Plan” of the registry (day, how often, about what); left blank, the usual day holds.
doubt-pages-pictured = { $count ->
        [one] Page { $pages } holds no text and is perhaps scanned; what stands there was not read.
       *[other] Pages { $pages } hold no text and are perhaps scanned; what stands there was not read.
    } Check it, and add missing measures in the registry, or send a file whose text can be copied.
doubt-table-unread = A table of tasks on page { $page } has no frame, and its rows and columns could not be told apart; what it holds was not read as measures. Check it, and add missing measures in the registry, or give the table all its rules and send it again.
doubt-measure-without-unit = No unit is responsible for { plan-measures-named } ({ $count } in all), so nobody would be asked. Add the units, or confirm that these are not measures.
doubt-clause-unread = In the responsibility clause of { plan-measures-named }, some words fit no form. Check the units and their roles.
doubt-clause-person = { plan-measures-opening }: “{ $words }” among those who do it is a person or a post, and no unit; nothing was given to them. Where their unit has to report and is not named, add it on the sheet “Assignments” of the registry.
doubt-owners-in-person = { plan-measures-opening }: posts or persons are named ({ $names }), and no unit; they were taken as units. Put their units in their place, or confirm that they report themselves.
doubt-role-assumed = { plan-measures-opening }: whether “{ $names }” leads, is responsible or cooperates is not said; taken as responsible. Check the roles.
doubt-clause-spoken = { plan-measures-opening }: no clause names the units; they were taken from sentences of the text. Check each of them.
doubt-units-from-above = { plan-measures-opening }: the cell of the units is blank; those of the row above were taken. Check them.
doubt-clause-shared = { plan-measures-opening }: of the numbered items below, only the last names units; all of them were taken as one measure of those units. Check it; items that are reported on one by one need rows of their own on the sheet “Measures” of the registry, and their units on “Assignments”.
doubt-brackets-mended = The brackets of { plan-measures-named } are wrong; they are read as “{ $after }”. Check the units.
doubt-clause-torn = The responsibility clause of { plan-measures-named } was torn by a page break and has been joined. Check the units.
doubt-clause-outside = There are responsibility clauses outside the numbered measures; they belong to none. Check whether a number is missing.
doubt-items-left-out = { $count ->
        [one] { $count } item names no unit and was
       *[other] { $count } items name no unit and were
    } not taken as measures; the text is on the sheet “Other text” of the registry. Check, and add those that are somebody's to the sheet “Measures”.
doubt-numbers-repeated = Numbers of measures repeat: { $measures }. Check them, so that nothing is mixed up.
doubt-numbers-missing = Numbers of measures are left out: { $numbers }. Check whether the text is complete.
doubt-group-vague = { plan-measures-opening }: “{ $group }” is responsible, but which units are meant is not said. Find out and list them { plan-groups-kept }; until then nobody can be asked.
doubt-group-members = { plan-measures-opening }: “{ $group }” is responsible, but the plan does not list its members. List them { plan-groups-kept }; until then nobody can be asked.
doubt-group-taken-whole = { plan-measures-opening }: which units of “{ $group }” are meant is not said; all { $members } members are taken. If only some are meant, list them { plan-groups-kept } under the plan's own words.
doubt-list-open = The lists of units of { plan-measures-named } end in “等” (and others), so there may be more. Check, and add them where needed.
doubt-addressee-idle = The plan is addressed to “{ $names }”, but gives them no measure. Confirm that they need not report, or find the name that the plan uses for them.
doubt-names-alike = These names look like one and the same unit: { $names }. Check, and write them alike.
doubt-names-completed = { plan-measures-opening }: names without 省, 市 or 县 before them were read as the whole names that stand elsewhere: { $names }. Check that each is one and the same unit.
doubt-names-bare = { plan-measures-opening }: “{ $names }” stand without 省, 市 or 县 behind a name that has it; whether it was left out cannot be told, and they were taken as they stand. Where the whole name is meant, or another unit, correct them on the sheets “Assignments” and “Units” of the registry.
doubt-task-forces-count = The plan speaks of { $spoken } task forces but names { $named }: { $names }. Add the measures of the others, or correct the number.
doubt-labels-count = The text lists { $names } and says that there are { $spoken }, but names { $named }. Add the others on the sheet “Labels” of the registry, and to their measures in the column “Labels” of the sheet “Measures”.
doubt-task-force-missing = { $count ->
        [one] { $count } measure has no task force
       *[other] { $count } measures have no task force
    }: { $measures }. Confirm that there is none.
doubt-target-in-words = { $count ->
        [0] The plan itself
       *[other] { plan-measures-opening }
    }: targets are told in words ({ $words }) and were turned into figures: 翻一番 is read as growth by 1 倍 (doubled), 减半 as less by 50 %. Check them on the sheet “Indicators” of the registry; where the value before is known, write the target itself and its baseline.
doubt-target-unread = { plan-measures-opening }: “{ $words }” is an aim without a figure; no target was read from it. Where it is to be followed as a figure, add it on the sheet “Indicators” of the registry.
doubt-target-unnamed = { plan-measures-opening }: “{ $words }” does not say which target the figure is of; it was not read. Where it is to be followed, add it on the sheet “Indicators” of the registry.
doubt-target-due-untold = { plan-measures-opening }: there are several deadlines ({ $words }), and which target each is of cannot be told; the latest was taken. Check each of them on the sheet “Indicators” of the registry.
doubt-due-of-one-part = { plan-measures-opening }: only one part names a deadline ({ $words }), which was taken as that of the whole. Where the other parts have their own, correct it on the sheets “Measures” and “Indicators” of the registry.
doubt-day-unknown = { plan-measures-opening }: “{ $words }” stands where a deadline is wanted and tells no day; none was read. Fill it in on the sheet “Measures” of the registry.
doubt-year-unknown = { $count ->
        [0] The plan itself
       *[other] { plan-measures-opening }
    }: “{ $words }” is told without a year, and the plan names none; no deadline was read from it. Fill it in on the sheets “Measures” and “Indicators” of the registry.
doubt-target-unmeasured = { $count ->
        [one] { $count } target does
       *[other] { $count } targets do
    } not say in what it is counted: { $names }. Those who report see a bare number; fill in the column “Unit of measure” on the sheet “Indicators” of the registry (个, 万亩, %).
doubt-register-unused = “{ $names }” in the { $kept ->
        [file] register
       *[registry] registry
    } is not in the plan. Check the spelling.
doubt-official-name-missing = No official name is written down for these units: { $units }. The short name will sign; add them { $kept ->
        [file] in the register under [official_names]
       *[registry] on the sheet “Units” of the registry
    }.

## The register that goes with a plan
plan-register-faulty = { $count ->
        [one] The register “{ $name }” has { $count } fault and was not taken. Mend it and send it again:
       *[other] The register “{ $name }” has { $count } faults and was not taken. Mend them and send it again:
    }
plan-register-not-toml = Line { $line }: this is not TOML. Names stand in double quotes, as "市工科局" = "永济市工业和科技局", and no name may come twice.
plan-register-table-unknown = Line { $line }: [{ $table }] is not known. Only [official_names] and [groups] are.
plan-register-no-table = Line { $line }: { $table } should be written as [{ $table }], with one name on each line below.
plan-register-name-empty = Line { $line }: the official name of “{ $unit }” should be a name. Fill it in.
plan-register-name-twice = Line { $line }: “{ $unit }” and “{ $other }” have the same official name ({ $official }). Correct one of them.
plan-register-group-empty = Line { $line }: the group “{ $group }” has no members. Write ["单位甲", "单位乙"].
plan-register-member-empty = Line { $line }: member { $position } of “{ $group }” is not a name. Fill it in or take it out.
plan-register-member-group = Line { $line }: member { $position } of “{ $group }”, “{ $member }”, is a group itself. Name its units one by one.
plan-register-member-twice = Line { $line }: member { $position } of “{ $group }”, “{ $member }”, comes twice. Take one out.

## The registry workbook: sheets, heads and words
registry-sheet-plan = Plan
registry-sheet-sections = Sections
registry-sheet-measures = Measures
registry-sheet-assignments = Assignments
registry-sheet-units = Units
registry-sheet-groups = Groups
registry-sheet-contacts = Contacts
registry-sheet-forces = Task force members
registry-sheet-indicators = Indicators
registry-sheet-labels = Labels
registry-sheet-doubts = Doubts
registry-sheet-prose = Other text
registry-col-item = Item
registry-col-value = Value
registry-col-path = Section
registry-col-force = Task force
registry-col-position = Row
registry-col-number = Number
registry-col-title = Title
registry-col-deadline = Deadline
registry-col-labels = Labels
registry-col-line = Source line
registry-col-text = Source text
registry-col-shown = Measure (for reading only)
registry-col-unit = Unit
registry-col-role = Role
registry-col-ask = Asked
registry-col-official = Official name (signs)
registry-col-aliases = Other names
registry-col-signed = Leader signs
registry-col-group = Group
registry-col-member = Member
registry-col-kind = Kind
registry-col-post = Post
registry-col-person = Name
registry-col-phone = Phone
registry-col-mail = Mail
registry-col-indicator = Indicator
registry-col-target = Target
registry-col-measured = Unit of measure
registry-col-comparator = Comparator
registry-col-direction = Direction
registry-col-start = Counts from
registry-col-baseline = Baseline
registry-col-cumulative = Cumulative
registry-col-label = Label
registry-col-doubt = Doubt (for reading only)
registry-col-source = Source words
registry-item-title = Title of the plan
registry-item-number = Document number
registry-item-issuer = Issued by
registry-item-date = Date
registry-item-addressees = Addressees
registry-item-due = Due day
registry-item-frequency = How often
registry-item-period = About which period
registry-item-office = Sent to
registry-item-location = Place
registry-item-mail = Mail
registry-item-source = From measure
registry-frequency-monthly = every month
registry-frequency-quarterly = every quarter
registry-frequency-weekly = every week
registry-frequency-half_yearly = every half-year
registry-frequency-yearly = every year
registry-period-previous = the period before
registry-period-current = the current period
registry-ask-monthly = monthly
registry-ask-quarterly = quarterly
registry-ask-never = never
registry-ask-shared = shared paragraph
registry-direction-up = up
registry-direction-down = down
registry-yes = yes
registry-no = no

force-post-leader = Leader
force-post-liaison = Liaison
force-post-member = Member

## The registry workbook: faults
plan-registry-faulty = { $count ->
        [one] The registry “{ $name }” has { $count } fault and was not taken. Mend it and send it again:
       *[other] The registry “{ $name }” has { $count } faults and was not taken. Mend them and send it again:
    }
plan-registry-sheet-missing = The sheet “{ $sheet }” is missing. Put it back; sheets must not be renamed or deleted.
plan-registry-column-missing = Sheet “{ $sheet }” has no column “{ $column }”. Put the heads of the first row back.
plan-registry-no-rows = Sheet “{ $sheet }”, { $cell }: this sheet has no row, so that nobody would be asked for anything. Put the rows of the exported registry back, or fill it in.
plan-registry-formula = Sheet “{ $sheet }”, { $cell }: this is a formula. Write the number or the words instead.
plan-registry-empty = Sheet “{ $sheet }”, { $cell }: “{ $column }” is empty. Fill it in, or delete the row.
plan-registry-unit-group = Sheet “{ $sheet }”, { $cell }: “{ $value }” is a group, not a unit. List its members on the sheet of groups.
plan-registry-twice = Sheet “{ $sheet }”, { $cell }: “{ $value }” stands in { $other } already. Delete or correct one of them.
plan-registry-alias-taken = Sheet “{ $sheet }”, { $cell }: in { $other } the name “{ $alias }” stands for “{ $unit }” already, and a name may stand for one unit only. Correct one of them.
plan-registry-group-taken = Sheet “{ $sheet }”, { $cell }: on the sheet of units “{ $value }” is the name of a unit, in { $other }. Correct one of them.
plan-registry-member-group = Sheet “{ $sheet }”, { $cell }: the member “{ $value }” is a group itself. Name its units one by one.
plan-registry-member-twice = Sheet “{ $sheet }”, { $cell }: the member “{ $value }” comes twice in its group. Take one out.
plan-registry-unit-unknown = Sheet “{ $sheet }”, { $cell }: “{ $value }” is not on the sheet of units. Enter it there first, or correct the spelling.
plan-registry-force-unknown = Sheet “{ $sheet }” { $cell }: the plan has no task force “{ $value }”. Correct it, or name the task force on the sheets “Sections” and “Measures” first.
plan-registry-measure-unknown = Sheet “{ $sheet }”, { $cell }: the sheet of measures has no row “{ $value }”. Correct it.
plan-registry-choice = Sheet “{ $sheet }”, { $cell }: “{ $value }” cannot be used. Choose one of these: { $choices }.
plan-registry-choice-empty = Sheet “{ $sheet }”, { $cell }: nothing is chosen. Choose one of these: { $choices }.
plan-registry-label-unknown = Sheet “{ $sheet }”, { $cell }: “{ $value }” is not on the sheet of labels. Enter it there first, or correct the spelling.
plan-registry-negative = Sheet “{ $sheet }”, { $cell }: the target “{ $value }” is below zero. Write it without a sign; that it falls is said by its direction.
plan-registry-direction = Sheet “{ $sheet }”, { $cell }: the comparator “{ $value }” contradicts the direction “{ $direction }”. Correct one of them.
plan-registry-start-late = Sheet “{ $sheet }”, { $cell }: the first day “{ $value }” is after the deadline { $deadline }. Correct one of them.
plan-registry-number = Sheet “{ $sheet }”, { $cell }: “{ $value }” is not a number that can be used. Correct it.
plan-registry-day = Sheet “{ $sheet }”, { $cell }: “{ $value }” is not a date. Write it as 2026-06-30.
plan-registry-phone = Sheet “{ $sheet }”, { $cell }: “{ $value }” is no whole phone number. A mobile has 11 digits; write a landline with area code and extension, as 0359-8022001转12; leave it empty where nobody knows it.
plan-registry-mail = Sheet “{ $sheet }”, { $cell }: “{ $value }” is not a mail address. Correct it or leave it empty.

## How far a reading is, at a terminal
plan-phase-text = Reading “{ $name }”: its text …
plan-phase-outline = Reading “{ $name }”: sections, measures and who does them …
plan-phase-doubts = Reading “{ $name }”: what is doubtful …
