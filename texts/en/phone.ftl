## The number of whoever reports
menu-phone = Give your telephone number
help-phone = /phone 0359-8022001: gives your telephone number, for the end of the report and for the office
phone-known = { $phone ->
        [none] Your telephone number is not known yet.
       *[other] Your telephone number: { $phone }.
    } To give or change it, send the number, as in 0359-8022001, or share your own contact. To leave it: /cancel
phone-unclear = This is no complete telephone number; nothing was saved. Send a mobile of 11 digits, or the area code and the number, as in 0359-8022001. To leave it: /cancel
phone-taken = Your telephone number is saved: { $phone }. It stands in the drafts of what is filed from now on; what was filed stays as it was.
preview-no-phone = ☎ No telephone number is known, and the draft will be marked: { $name } can send /phone NUMBER, as in /phone 0359-8022001
