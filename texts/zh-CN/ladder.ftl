## What is wrong with a ladder
rung-wrong-name-twice = 名称“{ $name }”出现了两次。每级的名称只能用一次。
rung-wrong-anchor = “{ $name }”的起算点不合适。这里可用：{ $allowed }。
rung-wrong-hour-missing = “{ $name }”不在起算当天，或每周重复，需要用 at 写明几点。
rung-wrong-hour-twice = “{ $name }”同时写了 at 和 hours_before，请只留一个。
rung-wrong-hour-outside = “{ $name }”的 { $at } 不在工作时间内，或在午休时间，提醒发不出去。
rung-wrong-too-early = “{ $name }”太早：上级只能在截止（或退回）之后、下级得知之后再得知。workdays 最小为 { $least }。
rung-wrong-no-liaison = 没有提醒联络员的一级。
rung-wrong-liaison-unwarned = “{ $name }”会越过联络员：截止（或退回）后没有先催联络员的一级。
rung-wrong-deputy-first = “{ $name }”太早：B岗不能在联络员之前得知逾期（或退回）。
