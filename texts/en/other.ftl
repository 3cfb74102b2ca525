## What is no text of one's own
content-voice = Voice messages cannot be heard here; nothing was saved. Please write it; the microphone of your phone's keyboard turns speech into text.
content-sticker = Stickers say nothing here; nothing was saved. Please answer in words or with a button.
content-contact = The contact was not saved. To have a colleague answer, use the button “Give to a colleague” of a reminder; tell the office if the liaison changes.
content-location = The place was not saved. Please write where it is.
content-poll = The poll was not saved. Please answer in words or with a button.
forwarded-ask = This was forwarded. Is it meant as the answer here?
forwarded-nothing = The forwarded message was not saved: nothing is open that it could answer. Open a measure with /report first, then forward it once more.
