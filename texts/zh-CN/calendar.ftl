## The year's calendar
calendar-title = <b>{ $year }年报送日历</b>　《{ $plan }》
calendar-title-no-plan = <b>{ $year }年报送日历</b>　（还没有载入计划，暂按设置推算）
calendar-policy = 每月{ $day }日 { $hour } 截止（含当日），遇非工作日{ $moves ->
        [next] 顺延到下一个工作日
        [previous] 提前到上一个工作日
       *[keep] 不变
    }；{ $before ->
        [0] 当月首个工作日或截止当日开放，取早的
       *[other] 当月首个工作日或截止日前第 { $before } 个工作日开放，取早的
    }；{ $after ->
        [0] 截止即锁定
       *[other] 截止日后第 { $after } 个工作日锁定
    }。
calendar-cycle = { $period }：{ $opens } 开始，{ $due } 截止（含当日），{ $locks } 锁定〔{ $source }{ $state ->
        [open] ，已开始
        [outside] ，不在计划期内
       *[planned] { "" }
    }〕
calendar-moved = 　{ $day }{ $why }，{ $moves ->
        [next] 截止日顺延
        [previous] 截止日提前
       *[keep] 截止日不变
    }
calendar-off-own = 为本办自定休息日{ $noted ->
        [0] { "" }
       *[other] （{ $note }）
    }
calendar-off-holiday = 为{ $name }假期
calendar-off-weekend = 为周末
calendar-off-guessed = 暂按推算为{ $name }假期
calendar-unknown-year = ! { $year }年节假日安排尚未载入，工作日暂按推算，载入后可能变动。
calendar-days-title = <b>{ $year }年放假和调休上班</b>
calendar-spell = { $holiday }：{ $first }{ $count ->
        [1] { "" }
       *[other] 至{ $last }
    }放假，共{ $count }天{ $made_up ->
        [0] { "" }
       *[other] ；{ $days }上班
    }〔{ $source }〕
calendar-own-title = <b>本办自定</b>（以此为准）：
calendar-own-day = 　{ $day }{ $word }{ $noted ->
        [0] { "" }
       *[other] （{ $note }）
    }{ $signed ->
        [0] { "" }
       *[other] 　{ $by }
    }
calendar-wall-month = { $year }年{ $month }月
calendar-wall-weekday = { $day ->
        [1] 一
        [2] 二
        [3] 三
        [4] 四
        [5] 五
        [6] 六
       *[7] 日
    }
calendar-wall-legend = 休：放假；班：调休上班；*：本办自定；?：暂按推算；其余按已公布的安排。始：报送开始；截：报送截止（含当日）；锁：更正锁定。
calendar-sign-off = 休
calendar-sign-worked = 班
calendar-sign-opens = 始
calendar-sign-due = 截
calendar-sign-locks = 锁
calendar-footer = 另看一年：/calendar 2026。自定工作日：/calendar 2026-02-14 上班 说明（或 放假、取消）。
day-source-own = 含本办自定
day-source-published = 已公布
day-source-provisional = 暂按推算
day-word-workday = 上班
day-word-holiday = 放假
day-word-unset = 取消
holiday-new_years_day = 元旦
holiday-spring_festival = 春节
holiday-tomb_sweeping_day = 清明节
holiday-labour_day = 劳动节
holiday-dragon_boat_festival = 端午节
holiday-national_day = 国庆节
holiday-mid_autumn_festival = 中秋节
holiday-anti_fascist_70th_day = 抗战胜利纪念日

## Days of one's own
calendar-how = 没看懂“{ $written }”。看全年：/calendar 2026；自定工作日：/calendar 2026-02-14 上班 说明（或 放假、取消）。
calendar-day-past = { $day } 已经过去，不能再改。
calendar-day-not-own = { $day } 没有自定过，无需取消。
calendar-decided = { $day }：{ $what ->
        [unset] 已取消自定，恢复按已公布的安排（未公布的暂按推算）。
       *[other] 本办定为{ $word }{ $noted ->
            [0] 。
           *[other] （{ $note }）。
        }
    }
calendar-moves-nothing = 没有因此变动的报送周期。
calendar-moves = { $period }：{ $changes }
calendar-change = { $part ->
        [opens] 开始
        [due] 截止
       *[locks] 锁定
    }由{ $before }改为{ $after }
calendar-open-stays = { $period }报送已开始，时间不变（{ $due } 截止）。确需放宽的，请办理延期。
calendar-told = { $by }调整了报送日历。

## Next year
calendar-gap = ! { $year }年节假日安排尚未载入，{ $year }年起的截止时间暂按推算。国务院办公厅公布后请运维人员更新 baosong，或用 /calendar 逐日自定。
