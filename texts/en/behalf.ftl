## The office files for a unit that cannot
behalf-by-words = “{ $said }” was not stored: what the office writes here changes no unit's report. To fill in for a unit, send /form with its name, and send the workbook back filled in; to have a filed report changed, return it.
behalf-whole = If all is right, please tap “File” to file it on behalf of { $unit }.
behalf-missing = What is missing belongs into the form: please send it again with that filled in. What is only doubtful can be explained here.
behalf-button-form = Form
behalf-button-explain = Explain
behalf-ask-reason = { $unit }, doubtful: { $count }. If it is true, please send the reason in one sentence, which counts for all of these; if not, please mend it in the form and send it again.
behalf-words-ask = “{ $said }” is not stored yet. If it is the reason, please send it once more:
behalf-words-not-kept = “{ $said }” is not stored. What is filed on behalf belongs into the form; below is how it stands.
behalf-doubt = { $number }{ "  " }
behalf-paper = The reports of { $unit } are signed by its leader. Filed on behalf, the leader signs on paper: if that is done, please tap the button below to file it.
behalf-button-paper = Signed on paper: file it
behalf-filed = Filed on behalf of { $unit }.
behalf-draft = The draft follows, to be printed, and signed and stamped by the unit.
behalf-review = The draft for review follows; the one to be stamped comes once it is accepted.
behalf-mend = To change it, please send it back first by /return { $unit }, then import the form and file again.
behalf-told = The office ({ $by }) has filed the { $month } report on behalf of { $unit } (receipt { $receipt }). Please look it through; it can be corrected until the lock.
behalf-button-look = Look at it
