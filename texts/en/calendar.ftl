## The year's calendar
calendar-title = <b>Reporting calendar { $year }</b>: “{ $plan }”
calendar-title-no-plan = <b>Reporting calendar { $year }</b> (no plan is loaded yet: by the settings alone)
calendar-policy = Due on day { $day } of the month at { $hour } (that day included); a day that is no workday { $moves ->
        [next] moves to the next workday
        [previous] moves to the workday before
       *[keep] stays
    }. Opens on the first workday of the month, or { $before ->
        [0] on the due day
        [one] one workday before it
       *[other] { $before } workdays before it
    }, whichever is earlier. { $after ->
        [0] Locks when due
        [one] Locks one workday after it
       *[other] Locks { $after } workdays after it
    }.
calendar-cycle = { $period }: opens { $opens }, due { $due } (that day included), locks { $locks } [{ $source }{ $state ->
        [open] , open
        [outside] , outside the plan
       *[planned] { "" }
    }]
calendar-moved = { "  " }{ $day } { $why }: { $moves ->
        [next] due on the next workday
        [previous] due on the workday before
       *[keep] due on that day all the same
    }
calendar-off-own = is a day off of the office{ $noted ->
        [0] { "" }
       *[other] { " " }({ $note })
    }
calendar-off-holiday = is a holiday ({ $name })
calendar-off-weekend = is a weekend day
calendar-off-guessed = is probably a holiday ({ $name }, provisional)
calendar-unknown-year = ! The holidays of { $year } are not known here yet; the workdays are provisional and may change.
calendar-days-title = <b>Days off and made up for in { $year }</b>
calendar-spell = { $holiday }: { $first }{ $count ->
        [1] { "" }
       *[other] { " " }to { $last }
    }, { $count ->
        [one] one day
       *[other] { $count } days
    } off{ $made_up ->
        [0] { "" }
       *[other] ; worked in their place: { $days }
    } [{ $source }]
calendar-own-title = <b>Decided by the office</b> (this counts):
calendar-own-day = { "  " }{ $day } { $word }{ $noted ->
        [0] { "" }
       *[other] { " " }({ $note })
    }{ $signed ->
        [0] { "" }
       *[other] , { $by }
    }
calendar-wall-month = { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
calendar-wall-weekday = { $day ->
        [1] Mon
        [2] Tue
        [3] Wed
        [4] Thu
        [5] Fri
        [6] Sat
       *[7] Sun
    }
calendar-wall-legend = -: day off; +: worked in place of a day off; *: decided by the office; ?: provisional; all else as published. O: reporting opens; D: due, that day included; L: corrections lock.
calendar-sign-off = -
calendar-sign-worked = +
calendar-sign-opens = O
calendar-sign-due = D
calendar-sign-locks = L
calendar-footer = Another year: /calendar 2026. A day of your own: /calendar 2026-02-14 workday NOTE (or holiday, unset).
day-source-own = with days of the office
day-source-published = published
day-source-provisional = provisional
day-word-workday = workday
day-word-holiday = holiday
day-word-unset = unset
holiday-new_years_day = New Year
holiday-spring_festival = Spring Festival
holiday-tomb_sweeping_day = Qingming
holiday-labour_day = Labour Day
holiday-dragon_boat_festival = Dragon Boat Festival
holiday-national_day = National Day
holiday-mid_autumn_festival = Mid-Autumn
holiday-anti_fascist_70th_day = Victory Day

## Days of one's own
calendar-how = “{ $written }” was not understood. The whole year: /calendar 2026; a day of your own: /calendar 2026-02-14 workday NOTE (or holiday, unset).
calendar-day-past = { $day } is over and cannot be changed any more.
calendar-day-not-own = { $day } was not decided by the office, so there is nothing to unset.
calendar-decided = { $day }: { $what ->
        [unset] no longer decided by the office; what is published counts again (or the provisional rule).
       *[other] the office makes it a { $word }{ $noted ->
            [0] .
           *[other] { " " }({ $note }).
        }
    }
calendar-moves-nothing = No reporting cycle moves.
calendar-moves = { $period }: { $changes }
calendar-change = { $part ->
        [opens] opening
        [due] due
       *[locks] lock
    } { $after } instead of { $before }
calendar-open-stays = { $period } is open already and keeps its times (due { $due }). Give more time to single units by an extension.
calendar-told = { $by } has changed the calendar.

## Next year
calendar-gap = ! The holidays of { $year } are not known here yet; whatever is due from { $year } on is provisional. Once they are published, have baosong updated, or decide the days with /calendar.
