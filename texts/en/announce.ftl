## Announcements
menu-announce = Write to many at once
announce-ask = Please send the text of the announcement (at most { $most } characters). Next you choose who gets it; it goes out once you have confirmed.
announce-too-long = The announcement has { $length } characters, more than { $most }. Please shorten it and send it again.
announce-choose = <b>Announcement</b>
    { $text }

    Who shall get it?
announce-to-liaisons = All liaisons ({ $count })
announce-to-not_filed = Units that have not filed ({ $count })
announce-to-leaders = Leaders ({ $count })
announce-audience-liaisons = all liaisons
announce-audience-not_filed = liaisons of units that have not filed
announce-audience-leaders = leaders in charge and heads
announce-nobody = There is nobody to send it to at present. Please choose somebody else.
announce-confirm = <b>Announcement</b>
    { $text }

    It will go to { $audience }: { $count } in all{ $unreachable ->
        [0] .
       *[other] , of whom { $unreachable } cannot be reached at present.
    } It goes out in working hours. Send it?
announce-button-send = Send ({ $count })
announce-button-other = Choose others
announce-button-drop = Cancel
announce-button-refresh = Refresh
announce-button-names = Who got it
announce-message = <b>From the coordinating office</b>
    { $text }
announce-state = <b>The announcement is out</b> ({ $audience })
    { $text }

    Delivered { $delivered }, waiting { $waiting }, unknown { $unknown }, not delivered { $lost }.
announce-names-lost = Not delivered ({ $count }):
announce-names-unknown = Delivered or not, unknown ({ $count }):
announce-names-waiting = Waiting ({ $count }):
announce-names-delivered = Delivered ({ $count }):
announce-names-unit = { $unit }: { $people }
announce-names-lost-one = { $name } ({ $why })
announce-why-not-joined = has not joined
announce-why-refused = could not be sent
announce-dropped = Cancelled; nothing was sent.
demo-broken-announcement = The announcement did not reach: { $units }.
