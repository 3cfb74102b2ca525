## The bot itself: outages, other programs
life-say-again = The system was down for more than 24 hours; what you sent from { $since } to { $until } may not have arrived. Nothing that was saved has changed; /status shows how it stands. If you sent something in that time, please send it again.
life-outage = ! The system was down: from { $since } to { $back } nothing could be received, and what was sent before { $until } cannot be fetched any more. { $count ->
        [0] Nobody was in the middle of an answer.
        [one] One person in the middle of an answer was asked to send it again.
       *[other] { $count } people in the middle of an answer were asked to send it again.
    } Please send again, too, what you sent yourself in that time.
life-rival-polls = ! Another program is receiving this bot's messages; some reports may not arrive here. Whoever runs the bot has to stop the other one; if it is nobody's of yours, have @BotFather change the token.
life-rival-webhook = ! Another program has changed where this bot's messages go (its webhook); reports may not arrive here. Whoever runs the bot has to look into it; if it is nobody's of yours, have @BotFather change the token.
life-undelivered = ! Some messages did not arrive: { $refused } were refused, of { $unknown } it is not known. /outbox says for whom they were and why, and sends them again.

## On the command line
cli-check-database-missing = There is no database yet; the first run makes it.
cli-check-database-older = The database was made by an earlier version; the next run upgrades it.
cli-outbox-counts = Waiting { $waiting }, sent { $sent }, refused { $dead }, unknown { $unknown }, no longer needed { $dropped }.
cli-outbox-hint = To send again: baosong outbox resend NUMBER
cli-outbox-resent = Queued again ({ $count }): { $numbers }. They go out while the bot runs.
cli-outbox-not-resent = No such undelivered messages: { $numbers }. baosong outbox shows the numbers.
cli-incident-unknown = There is no record of an incident { $code }. A code has six letters and digits; records are kept for 14 days.
cli-incident = Incident { $code }: received { $at }, update { $number }, tries: { $attempts }, { $state ->
        [dead] set aside
        [done] handled later
       *[other] will be tried again
    }. { $error }
cli-incident-log = The log has the details, in the lines with incident={ $code }.
port-taken = Cannot listen at { $listen }, port { $port } ({ $reason }). Choose another port in the settings.
