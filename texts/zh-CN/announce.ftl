## Announcements
menu-announce = 群发通知
announce-ask = 请发送通知内容（不超过 { $most } 字）。下一步选择发给谁，确认后才发出。
announce-too-long = 通知有 { $length } 字，超过 { $most } 字。请缩短后重新发送。
announce-choose = <b>通知</b>
    { $text }

    请选择发给谁。
announce-to-liaisons = 全体联络员（{ $count }人）
announce-to-not_filed = 未报单位（{ $count }人）
announce-to-leaders = 领导（{ $count }人）
announce-audience-liaisons = 全体联络员
announce-audience-not_filed = 未报单位联络员
announce-audience-leaders = 分管领导和主要负责人
announce-nobody = 目前没有可发送的人。请选择其他对象。
announce-confirm = <b>通知</b>
    { $text }

    将发给{ $audience } { $count } 人{ $unreachable ->
        [0] 。
       *[other] ，其中 { $unreachable } 人目前无法送达。
    }在工作时间内发出。确认吗？
announce-button-send = 发送（{ $count }人）
announce-button-other = 改选对象
announce-button-drop = 取消
announce-button-refresh = 刷新
announce-button-names = 送达名单
announce-message = <b>领导小组办公室通知</b>
    { $text }
announce-state = <b>通知已发出</b>（{ $audience }）
    { $text }

    已送达 { $delivered }，待发 { $waiting }，不能确定 { $unknown }，未送达 { $lost }。
announce-names-lost = 未送达（{ $count }人）：
announce-names-unknown = 不能确定是否送达（{ $count }人）：
announce-names-waiting = 待发（{ $count }人）：
announce-names-delivered = 已送达（{ $count }人）：
announce-names-unit = { $unit }：{ $people }
announce-names-lost-one = { $name }（{ $why }）
announce-why-not-joined = 未加入
announce-why-refused = 未能发出
announce-dropped = 已取消，没有发出。
demo-broken-announcement = 通知没有送达：{ $units }。
