## The number of whoever reports
menu-phone = Give your telephone number
help-phone = /phone 0359-8022001 — gives your telephone number, for the end of the report and for the office
phone-known = { $phone ->
        [none] Your telephone number is not known yet.
       *[other] Your telephone number: { $phone }.
    } To give or change it, send /phone NUMBER, as in /phone 0359-8022001, or share your own contact.
phone-unclear = This does not look like a telephone number; nothing was saved. Write the area code and the number, or a mobile, as in /phone 0359-8022001.
phone-taken = Your telephone number is saved: { $phone }. It stands in the drafts of what is filed from now on; what was filed stays as it was.
preview-no-phone = ☎ No telephone number is known, and the draft will be marked: { $name } can send /phone NUMBER, as in /phone 0359-8022001
