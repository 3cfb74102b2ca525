## The electronic copy: the mail itself
mail-mark-corrected = [Correction]{" "}
mail-mark-again = [Filed again]{" "}
mail-mark-stamped = [Stamped copy]{" "}
mail-mark-left-out = [Not all attached]{" "}
mail-file-corrected = {" "}(revision { $revision })
mail-file-stamped = {" "}(stamped copy { $number })
mail-text =
    The report of { $unit } on { $plan } for { $month } (revision { $revision }), as an electronic copy.
    Receipt { $receipt }, filed { $at } by { $by }.
mail-status = { $status } { $count }
mail-counts = Measures reported on: { $total }{ $statuses ->
    [none] {""}
   *[other] ; { $statuses }
}{ $one_line ->
    [0] {""}
   *[other] ; cooperating, without a status: { $one_line }
}.
mail-corrected = Reason for the correction: { $reason }
mail-again = Filed again after it was returned; it takes the place of what was filed before.{ $answer ->
    [none] {""}
   *[other] {" "}Why nothing was changed: { $answer }
}
mail-file = Attached: { $name }
mail-left-out = Not attached: { $name } ({ $size } MB; a mail takes { $most } MB). The original is kept: the coordinator sends “/history { $unit }” to the bot and opens “Stamped copies” of the month.
mail-evidence = { $count ->
    [one] One file of evidence is
   *[other] { $count } files of evidence are
} kept in the system with the report, and not attached here.
mail-contact = Contact: { $who }
mail-end = The text filed in the system holds.
mail-test-subject = { $office }: confirm the mailbox
mail-test-text =
    This mail shows that the mailbox of { $office } receives the units' electronic copies.
    Code: { $code }
    Within 24 hours, send the bot: /mail { $code }
    If this is not yours, ignore it: this mailbox will receive nothing.

## The office's mailbox in chat
menu-mail = Electronic copies by mail
help-mail = /mail: the mailbox for electronic copies: confirm it, what has gone, send the rest
mail-title = <b>Mail</b>
mail-none = There is no mailbox in the settings ([mail] to): no electronic copy goes by mail.
mail-by-hand = Mailbox: { $address }. There is no mail server in the settings, so nothing is mailed by itself; units take the ready mail from their receipt and send it.
mail-unconfirmed = Mailbox: { $address }, <b>not confirmed: no mail goes out yet</b>.
mail-ask-test = Press “Send a test mail”, then send me the code that stands in it: /mail CODE
mail-code-asked = The test mail for { $address } is on its way. Within 24 hours of it, send /mail CODE. If it does not come, look among junk mail, or in /outbox for the reason.
mail-test-queued = A test mail is queued. Only the newest code counts.
mail-confirmed = Mailbox: { $address }, confirmed. What units file is mailed by itself.
mail-count = { $period }: filed { $filed }, given to the mail { $mailed }{ $lost ->
        [0] .
       *[other] {" "}(with those that have not arrived, below).
    }
mail-count-open = Waiting: { $waiting }; not arrived or unknown: { $lost }{ $lost ->
        [0] .
       *[other] , see /outbox.
    }
mail-button-test = Send a test mail
mail-button-rest = Mail the other { $count }
mail-just-confirmed = The mailbox { $address } is confirmed. What is filed from now on is mailed by itself.
mail-code-wrong = That code is wrong or too old. It is good for 24 hours and for five tries; a new test mail can be sent.
mail-rest-queued = Queued: { $count }.
mail-rest-none = There is nothing left to mail.
mail-of = { $unit }, { $period }, electronic copy

## What became of a mail
mail-gone = The electronic copy has gone: { $unit }, { $period } (revision { $revision }), { $at }, { $address }.{ $left ->
        [0] {""}
        [one] {" "}One file of the stamped copy was too large and is not in it; it is registered, and the coordinator can open it in the chat. Nothing has to be sent again.
       *[other] {" "}{ $left } files of the stamped copy were too large and are not in it; they are registered, and the coordinator can open them in the chat. Nothing has to be sent again.
    }
mail-lost = ! A mail did not go out: { $what }, to { $address }. Reason: { $why }. It can be sent again once that is mended.
mail-lost-own = The electronic copy has not arrived: { $what }, { $address } did not take it. The coordinator knows; you will hear once it was mailed again and has arrived. There is nothing for you to do now.
mail-trouble = ! The mail server takes no mail: { $why }. Whoever runs the system should look at [mail] in the settings. Mails wait, none is lost, and they go out once the server takes them.

## What the unit reads
card-receipt-mail = The electronic copy goes to { $address } by itself; you will be told when it has.
card-receipt-mail-by-hand = The electronic copy is yours to send to { $address }: take the “Ready mail”, open it in your mail program and send it.
button-mail-file = Ready mail
report-mail-caption = { $unit }, { $month }: the mail (revision { $revision }) with the draft. Open it in your mail program and send it to { $address }. { $times }
report-mail-coming = The mail is being made.

## On the command line
cli-check-mail = The mail server can be used: { $host }
cli-check-mail-unconfirmed = The mailbox { $address } is not confirmed, so no mail goes out. A coordinator sends /mail.
cli-check-mail-silent = The mail server { $host } cannot be used: { $why }. Check [mail] in the settings, and the network.
cli-mail-written = The mail is written: { $file }
cli-mail-not-filed = { $unit } has not filed its report for { $period }: there is nothing to mail.
