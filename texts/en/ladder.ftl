## What is wrong with a ladder
rung-wrong-name-twice = The name “{ $name }” stands twice. A name is for one rung only.
rung-wrong-anchor = “{ $name }” is counted from the wrong moment. Possible here: { $allowed }.
rung-wrong-hour-missing = “{ $name }” lies on another day than its anchor, or repeats, and needs an hour (at).
rung-wrong-hour-twice = “{ $name }” has both at and hours_before; keep one of them.
rung-wrong-hour-outside = { $at } of “{ $name }” lies outside working hours or in the rest at noon, so it could never go out.
rung-wrong-too-early = “{ $name }” comes too early: superiors hear of a report only after it was due (or returned), and after those below them. The least for workdays is { $least }.
rung-wrong-no-liaison = No rung reminds the liaison.
rung-wrong-liaison-unwarned = “{ $name }” would pass over the liaison: no rung tells the liaison first that it is overdue (or returned).
rung-wrong-deputy-first = “{ $name }” comes too early: the deputy hears of it no earlier than the liaison.
