## Joining
joined-many = { $count ->
        [one] One person has
       *[other] { $count } people have
    } joined today, the latest: { $latest }. If you do not know somebody, tap “Show”.
joined-name = { $name } ({ $unit }, { $kind })
joined-button-list = Show
joined-list = <b>Joined within a week: { $count }</b>. If you do not know somebody, refuse them.
joined-list-line = { $place }. { $name }: { $unit }, { $kind }, { $at }
joined-button-refuse-one = Refuse { $name } ({ $unit }, { $kind })
joined-button-more = Next page ({ $page }/{ $pages })

## Whom nothing reaches
reach-back = { $name } ({ $unit }, { $kind }) can be reached again.
reach-warning = ! Reporting for { $period } opens soon. Messages reach neither liaison nor deputy of { $count ->
        [one] one unit
       *[other] { $count } units
    }:
    { $times }
reach-nobody = Nobody has joined: { $units }
reach-lost = Blocked the bot, or account deleted: { $units }
reach-phone = Only a telephone, to be called then: { $units }
reach-no-leader = No message reaches the leader in charge or the head, so nothing can be taken up to them ({ $count }): { $units }
reach-warning-leaders = ! { $period } reporting is about to begin.
    { $times }
reach-how = Send /invite UNIT for a link, or add a telephone number.
