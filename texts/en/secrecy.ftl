## The secrecy gate
secrecy-held =
    <b>Not taken in: this message bears the mark “{ $mark }”.</b>
    baosong has kept nothing of it and has asked Telegram to delete it from the chat; if you still see it, please delete it yourself.
    Please note: it has passed through Telegram's servers, and deleting it does not undo that. If it is classified or internal, report it to your unit's security office at once and use the classified channel (you can ask { $contact }).
    If you only mentioned the word, please put it differently and send it after { $seconds } seconds (what follows at once is deleted, too). { $before ->
        [taken] What this message had brought before you edited it (with its whole album) has been taken back with its words as far as it was not filed, and will not be filed; please check the report.
        [part] Of what this message had brought before you edited it (with its whole album), what was not filed has been taken back with its words, and will not be filed. What was filed stays in the report, and baosong cannot take it back: if it should not be there, tap “Correct” at the report, and contact { $contact } at once.
        [filed] But what this message had brought before you edited it has been filed: it stays in the report, and baosong cannot take it back. If it should not be there, tap “Correct” at the report, and contact { $contact } at once.
        [words] Only the edited content was held: what this message said before, where it was taken in, still stands unchanged. If that should not be reported either, please change it in the report; if it is filed, tap “Correct” and contact { $contact }.
       *[none] What you have filled in is unchanged.
    }
secrecy-held-too = The message that followed at once was treated as part of it: not taken in either, and Telegram was asked to delete it. If it has nothing to do with it, please send it again after { $seconds } seconds.
secrecy-held-file = Telegram was asked to delete the file from the chat; if you still see it, please delete it yourself. It has passed through Telegram's servers, and deleting it does not undo that; if it is classified or internal, report it to your unit's security office at once.
file-held = { $name } was not taken in: it bears the mark “{ $mark }”, and was not kept. Please treat it by the rules of secrecy; if it only mentions the word, put it differently and send it again. What is filled in is unchanged.
check-hint-document = To look at: { $count ->
        [one] one text names
       *[other] { $count } texts name
    } a document number ({ $list }{ $more ->
        [0] { "" }
       *[other] { ", …" }
    }). Please make sure that the documents are public.
