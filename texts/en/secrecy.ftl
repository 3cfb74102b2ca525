## The secrecy gate
secrecy-held =
    <b>Not taken in: this message bears the mark “{ $mark }”.</b>
    baosong has kept nothing of it and has asked Telegram to delete it from the chat; if you still see it, please delete it yourself.
    Please note: it has passed through Telegram's servers, and deleting it does not undo that. If it is classified or internal, report it to your unit's security office at once and use the classified channel (you can ask { $contact }).
    If you only mentioned the word, please put it differently and send it after { $seconds } seconds (what follows at once is deleted, too). What you have filled in is unchanged.
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
