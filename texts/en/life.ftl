## The bot itself: outages, other programs
life-say-again = The system was down for more than 24 hours; what you sent from { $since } to { $until } may not have arrived. Nothing that was saved has changed. If you sent something in that time, please send it again; /report shows what is saved.
life-outage = ! The system was down: from { $since } to { $back } nothing could be received, and what was sent before { $until } cannot be fetched any more. { $count ->
        [0] Nobody was in the middle of a report.
        [one] One person in the middle of a report was asked to send it again.
       *[other] { $count } people in the middle of a report were asked to send it again.
    }
life-rival-polls = ! Another program is receiving this bot's messages; some reports may not arrive here. Whoever runs the bot has to stop the other one; if it is nobody's of yours, have @BotFather change the token.
life-rival-webhook = ! Another program has changed where this bot's messages go (its webhook); reports may not arrive here. Whoever runs the bot has to look into it; if it is nobody's of yours, have @BotFather change the token.
