## What is no text of one's own
content-voice = 语音听不了，没有保存。请用文字写明；手机键盘上的话筒可以把话转成文字。
content-sticker = 表情看不懂，没有保存。请用文字回答，或点按钮。
content-contact = 名片没有保存。要请同事代填，请点提醒上的“转给同事”；联络员变动请告诉领导小组办公室。
content-location = 位置没有保存。请用文字写明地点。
content-poll = 投票没有保存。请用文字回答，或点按钮。
forwarded-ask = 这条是转发来的。是要作为本项的回答吗？
forwarded-nothing = 转发的消息没有保存：现在没有可以回答的问题。请先用 /report 点开要填的任务，再转发一次。
