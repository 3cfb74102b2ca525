## Stamped copies: reading

scan-unknown = { $name } is neither a picture (JPEG, PNG, WebP) nor a PDF, and was not kept. Send a photo, or scan it or save it as PDF or JPG.
scan-locked = { $name } is locked by a password and was not kept. Take the password off and send it again.
scan-damaged = { $name } is incomplete or damaged and was not kept. Make sure that it opens, and send it again.
scan-too-large = { $name } has more than { $most } million pixels and was not kept. Send it with a lower resolution.
scan-too-many-pages = { $name } has { $count } pages, and { $most } are the most; it was not kept. Send only the stamped report, or send it in parts.
scan-too-heavy = { $name } took too long to read and was not kept. Take a photo instead, or scan it anew.

## { $seal }
seal-seen = seal seen
seal-none = no red seal seen
seal-colourless = no colour in the picture, so no seal can be seen

seal-too-dark = photo too dark for a seal to be seen

## baosong scan
cli-scan-page = Page { $page }: { $code }; { $seal }
cli-scan-code = { $unit } · { $period } · revision { $revision }{ $newest ->
    [yes] {""}
   *[no] {" "}(there is a newer one)
}
cli-scan-code-none = no code was read
cli-scan-code-false = the code is not of this office, or was changed
cli-scan-code-strange = another code as well

## Stamped copies: once they have come
stamped-what = { $unit } · { $month } · revision { $revision }
stamped-good = { $pages ->
    [one] One page
   *[other] { $pages } pages
} received. Recognised: { $what }, seal seen. The scan is registered; { $original ->
    [yes] the paper original has come.
    [returned] but the report is returned: file it again first and have the new draft stamped; this paper is not wanted.
   *[no] the paper original goes to { $office }.
}
stamped-counted = { $pages ->
    [one] One page
   *[other] { $pages } pages
} received, registered as the stamped copy of { $what }. You said: { $reason }. { $who ->
    [unit] The unit will see it
   *[office] The coordinator will see it
}; { $original ->
    [yes] the paper original has come.
    [returned] but the report is returned: file it again first and have the new draft stamped; this paper is not wanted.
   *[no] the paper original goes to { $office }.
}
stamped-no-seal = { $pages ->
    [one] One page
   *[other] { $pages } pages
} received. Recognised: { $what }, but no red seal is seen, so it is not registered. Stamp it and send the whole page again; if it is stamped, press the button and say so.
stamped-colourless = { $pages ->
    [one] One page
   *[other] { $pages } pages
} received. Recognised: { $what }, but the picture has no colour (scanned in black and white, or not stamped yet), so no seal can be seen, and it is not registered. Stamp it, and scan it in colour or take a photo; if you cannot, press the button and say why.
stamped-too-dark = { $pages ->
    [one] One page
   *[other] { $pages } pages
} received. Recognised: { $what }, but the photo is too dark for a seal to be seen, so it is not registered. Take it again in better light, or scan it; if it is stamped and cannot be taken again, press the button and say so.
stamped-older = { $pages ->
    [one] One page
   *[other] { $pages } pages
} received. Recognised: { $what }, which is an older one: revision { $newest } stands now. Not registered. Print the draft of revision { $newest }, sign and stamp it, and send that.
stamped-other-unit = { $pages ->
    [one] One page
   *[other] { $pages } pages
} received. The code is of another unit's report. Not registered. Send the signed and stamped page of your own unit.
stamped-foreign = { $pages ->
    [one] One page
   *[other] { $pages } pages
} received. The code is not of a draft of this office, or was changed. Not registered. Send the signed and stamped page of your own draft.
stamped-no-code = { $pages ->
    [one] One page
   *[other] { $pages } pages
} received, but no code of a draft could be read. Not registered. Lay the signed and stamped page flat and take it whole, with the code at its foot; or say what this is:
stamped-no-code-office = { $pages ->
    [one] One page
   *[other] { $pages } pages
} received, but no code of a draft could be read. Not registered. Lay the signed and stamped page flat and take it whole, with the code at its foot{ $lacking ->
    [0] . Every filed report has its scan.
    [one] ; or say whose stamped copy it is. One report still lacks its scan:
   *[other] ; or say whose stamped copy it is. { $lacking } reports still lack their scan:
}{ $file ->
    [pdf] {""}
    If you meant a plan: this PDF is a scan, whose text cannot be read, or not surely. Send the Word document it was made from.
   *[photo] {""}
}
stamped-of-nothing = No code of a draft could be read, and no report lacks its scan, so the file was not kept. If you meant a plan, send the Word document.
stamped-no-evidence = If it is evidence for a filed report, tap “It is no stamped page” and say why it is corrected; it need not be sent again.
stamped-no-evidence-locked = The month is locked, and no evidence can be added.
stamped-button-join = Further pages of the stamped copy
stamped-button-join-of = Further pages of { $unit }, { $month }, revision { $revision }
stamped-button-sealed = It is stamped; I say why
stamped-button-is = It is { $unit }, { $month }, revision { $revision }; I say why
stamped-button-evidence = It is evidence
stamped-button-other = It is no stamped page
stamped-button-drop = Not needed
stamped-button-show = Show the originals
stamped-button-take = Take back
stamped-button-take-one = Take back no. { $at }
stamped-button-stop = Never mind
stamped-ask-why = Say why this is the stamped copy of { $what }, for example “the seal is pale, but can be read on paper”. { $who ->
    [unit] The unit will see it.
   *[office] The coordinator will see it.
}
stamped-ask-take = Say why the stamped copy of { $what } is taken back, for example “the wrong one”.
stamped-dropped = Not registered, and not kept.
stamped-taken = The stamped copy of { $what } is taken back. You said: { $reason }
    { $left ->
        [0] The scan has to be sent anew.
        [one] One still counts.
       *[other] { $left } still count.
    }
stamped-several = The file has pages of { $reports } reports; what becomes of each follows.
stamped-again = { $count ->
        [one] One page is the signed page again and counts
       *[other] { $count } pages are the signed page again and count
    } once.
stamped-beside = Also in the file, and not registered: { $what }.
stamped-shared = { $count ->
    [one] One file has
   *[other] { $count } files have
} pages of other units too; the coordinator keeps them, and they cannot be opened here.
stamped-same = This file is registered already: { $what }. Nothing has changed.
    { $times }
stamped-locked = The period was locked on { $locked }, so a stamped copy cannot be taken back; you can send another.
stamped-told-office = { $what }: { $by } has registered a stamped copy with a reason; please look at it.
    Seen: { $seen }. Said: { $reason }
stamped-told-unit = The coordinator { $by } has taken back the stamped copy of { $what }. Said: { $reason }
stamped-told-unit-counted = The coordinator { $by } has registered a stamped copy of { $what } for you. Said: { $reason }
stamped-told-office-taken = { $what }: { $by } has taken back the stamped copy. Said: { $reason }
stamped-list = { $unit } · { $period }: { $count ->
    [one] one stamped copy
   *[other] { $count } stamped copies
}
stamped-list-line = Revision { $revision }, { $pages ->
    [one] one page
   *[other] { $pages } pages
}, { $at }, { $by }{ $behalf ->
    [yes] {" "}(on behalf)
   *[no] {""}
}
stamped-list-reason = {"  "}Seen: { $seen }; said: { $reason }
stamped-list-taken = {"  "}Taken back { $at } by { $by }: { $reason }
stamped-list-none = { $unit } · { $period }: no stamped copy has come.
stamped-file-caption = { $what }, stamped copy
    { $times }
history-button-stamped = Stamped copies

## { $finding }
finding-good = code and seal can be told
finding-no-seal = no red seal seen
finding-colourless = no colour in the picture, so no seal can be seen
finding-too-dark = photo too dark for a seal to be seen
finding-older = a page of an older revision
finding-other-unit = a page of another unit
finding-foreign = the code is not of this office, or was changed
finding-no-code = no code was read
