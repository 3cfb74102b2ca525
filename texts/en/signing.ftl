## The leader signs before it is filed
card-signing = <b>Awaiting signature</b>: it lies before the leader, and is filed once signed. Nothing in it changes until then; take it back to mend it.
signing-first = <b>Awaiting signature: please take it back first (“Take back to mend”).</b>
signing-kept = What you have sent is kept, and can be stored then; it is not in the report.
signing-title = <b>To be signed: { $unit }, report for { $month }</b>  prepared by { $by }, sent { $at }
signing-how = Signing files it with the office; that is the moment which counts, unless the office counts another. Sending it back stays within your unit, and is no return of the office.
signing-button-sign = Sign and file
signing-button-back = Send back
signing-button-show = Back to signing
signing-button-keep = Do not send back
signing-button-back-so = Send back with these words
signing-by-words = <b>Not signed yet</b>: words sign nothing. Please tap “Sign and file” or “Send back”.
signing-remark = <b>Not signed yet, and your words have not been passed on</b>: “{ $remark }”. “Send back with these words” sends them to whoever prepared it; to sign, tap “Sign and file”.
signing-no-file = <b>Not signed yet</b>: what you sent was not taken; it signs nothing and was not passed on. Please tap “Sign and file”, or “Send back” and say in words what is to be changed.
signing-by-words-several = <b>Not signed yet</b>: what you sent signs nothing and was not passed on. Several reports lie before you; please open each to sign it or send it back:
signing-button-open = Look and sign: { $unit }
signing-button-withdraw = Take back to mend
signing-button-paper = Signed on paper: file
signing-draft-caption = { $unit }, report for { $month } (for review)
    { $times }
signing-sent = It lies before { $names } to be signed. Signing files it, and that is the moment which counts; you will be told.
signing-nobody = The report of { $unit } has to be signed, and no message reaches its leaders at present{ $names ->
        [none] {" "}(none is known)
       *[other] {" "}({ $names })
    }. Please have it signed on paper, then tap below to file it. The coordinator has been told.
signing-nobody-office = ! The { $period } report of { $unit } waits for a signature, and no message reaches its leaders{ $names ->
        [none] {" "}(none is known)
       *[other] {" "}({ $names })
    }. The unit may invite one (/invite), or have it signed on paper; to ask for no signature: /signing { $unit } off
signing-paper-office = The { $period } report of { $unit } was filed by its preparer as signed on paper by { $names }.
signing-leader-unknown = the unit's leader (on paper)
signing-withdrawn = The { $month } report of { $unit } was taken back to be mended; there is nothing to sign.
signing-withdrawn-own = Taken back. Mend it, then file it (to be signed) again.
signing-ask-note = <b>Send back</b>  { $unit }, report for { $month }: please say in a sentence what to mend; its preparer will read it.
signing-sent-back = The { $month } report of { $unit } was sent back to its preparer by { $by }.
signing-sent-back-own = <b>Sent back by your leader</b> ({ $by }): { $note }
signing-signed = The { $month } report of { $unit } was signed by { $by } and is filed.
signing-signed-short = Signed and filed.
signing-over = The { $month } report of { $unit } has been dealt with (signed, taken back or changed); there is nothing to sign.
signing-word-on = on
signing-word-off = off
signing-unit-on = From now on the reports of { $unit } are signed by its leader before they are filed. Can sign: { $names ->
        [none] ! nobody whom a message reaches; please invite one first (/invite { $unit } leader_in_charge)
       *[other] { $names }
    }.
signing-unit-off = From now on the reports of { $unit } are filed without a signature.
signing-told-leader = <b>From now on you sign the reports of { $unit } before they are filed</b>: once one is filled in, it comes here with its draft, for you to tap [Sign and file] or [Send back]. Until then there is nothing to do.
signing-told-writer = <b>From now on the reports of { $unit } are signed by a leader before they are filed</b>. Who can sign: { $names ->
        [none] ! nobody whom messages reach at present; have the paper signed then
       *[other] { $names }
    }. Fill in and tap [File] as always: the report goes to the leader first, and is filed once it is signed. Leave time for that before it is due.
signing-told-off = From now on the reports of { $unit } are filed without a leader's signature: [File] files them.
signing-units = Signed by the leader before filing ({ $count }): { $units ->
        [none] no unit
       *[other] { $units }
    }. To change: /signing UNIT on (or off)
menu-signing = Units whose leader signs
cli-signing-units = Signed by the leader before filing ({ $count }): { $units ->
        [none] no unit
       *[other] { $units }
    }
