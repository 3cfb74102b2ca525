## A plan or a registry by chat
file-too-large = “{ $name }” is over 20 MB, which the bot cannot fetch. Take out pictures and annexes and send it again.
file-not-fetched = “{ $name }” could not be fetched, perhaps for reasons of the network. Please send it again a little later.
plan-reading = Reading “{ $name }”. There is much in it; please wait, you will be told here.
plan-read-through = Read to the end; see below.
plan-understood = <b>{ $title }</b> ({ $name })
    Measures read: { $measures }; units: { $units }; assignments: { $total }; targets: { $indicators }.
plan-doubts-first = Doubts: { $count }. Please check them:
    { $lines }
plan-doubts-left = ({ $count } more: see { $kind ->
        [registry] the list of doubts that follows
       *[plan] the sheet “Doubts” of the registry
    })
plan-doubts-file = Doubts { $name }
plan-doubts-caption = All that is doubtful. Mend it in the registry and send that back.
plan-untitled = No title of the plan was found, so it cannot be loaded. Put it on the sheet “Plan” of the registry and send that back.
plan-loaded-already = The same as edition { $number }, which is loaded already; nothing has changed.
plan-would-be-new = A new plan; it would be loaded as edition { $number }.
    { $lines }
plan-would-be-edition = It would be loaded as edition { $number }. What differs from the present one:
    { $lines }
plan-would-update = Measures and assignments are the same; this would be brought up to date:
    { $lines }
plan-more-lines = ({ $count } more, not listed here)
plan-kept = Where the document says nothing, or the measure's words are the same, what the office has entered stays: { $things }. To change it, send the registry back corrected.
plan-kept-front = number, issuer, date or the like ({ $count })
plan-kept-rule = the report rule
plan-kept-mail = the mail address
plan-kept-forces = task forces ({ $count })
plan-kept-measures = units, titles or deadlines of measures ({ $count })
plan-kept-targets = targets ({ $count })
plan-kept-labels = labels ({ $count })
plan-periods = Reported on from { $first } to { $last }. Cycles that have begun stay as they are.
plan-button-load = Load
plan-button-drop = Drop
plan-button-periods = Change the periods
plan-button-keep-periods = Keep them
plan-ask-periods = Send the first and the last period, for example: { $example }
plan-periods-unclear = That was not understood. Write two periods as year-month, the second not before the first.
plan-changed-since = Things have changed since you looked, and nothing was loaded. This is how it is now; please confirm again:
plan-loaded = Loaded “{ $title }” as edition { $number }, to be reported on from { $first } to { $last }.
plan-profile-amiss = [draft] units in config.toml: “{ $unit }” { $first ->
    [none] is no unit
   *[other] and “{ $first }” are the same unit
}. All goes on for now, but the next start will be refused; tell the operator to mend it.
plan-mail-unconfirmed = The plan's address for the electronic copy, { $mail }, is not used until it is confirmed.
plan-dropped = “{ $name }” was dropped; nothing has changed.
plan-lines = { $lines }
plan-registry-file = Registry of { $title }
plan-registry-caption = The registry: correct measures, assignments, official and other names, groups, contacts and targets in Excel, and send it back here.
plan-changes-file = Changes by { $name }
plan-changes-caption = Everything that loading would change.
plan-faults-file = Faults of { $name }
plan-faults-caption = Every fault.
