## Wrong settings: the heading, and a line for each
settings-wrong = { $count ->
        [one] One setting is wrong
       *[other] { $count } settings are wrong
    }. Mend what is listed and try again:
settings-fault = { "  " }{ $place }: { $fault }

## What can be wrong
settings-unknown = There is no such setting. config.toml lists them all; delete this one.
settings-unknown-nearest = There is no such setting. Did you mean { $nearest }?
settings-file-missing = There is no such file. Check the path, or take away what points to it.
settings-file-unreadable = This file cannot be read. It has to be UTF-8 text, and this user must be allowed to read it.
settings-file-line-unreadable = Line { $line } is not TOML. Text needs quotation marks: name = "Some Office". The items of a list need commas between them, and what is in braces stands on one line.
settings-file-line-time = Line { $line }: “{ $value }” is not how TOML writes a time of day. Write hours, minutes and seconds with two digits each and without quotation marks: 09:30:00.
settings-file-cut-short = The file ends too early. Look for a quotation mark or bracket that is not closed.
settings-secret-in-file = A secret does not belong in the file. Delete it there and use the environment variable { $name }, or { $name }_FILE with the path of a file that holds it.
settings-secret-file-unreadable = The secret's file { $file } cannot be read. Check the path and who may read it.
settings-secret-file-open = Everybody can read the secret's file { $file }. Run chmod 600 { $file }.
settings-given-twice = Given together with { $other }. Keep one of the two.
settings-token-missing = There is no bot token. Ask @BotFather for one and put it into the environment variable BAOSONG_TELEGRAM__TOKEN, or the path of a file that holds it into BAOSONG_TELEGRAM__TOKEN_FILE.
settings-not-a-bot-token = This does not look like a bot token (it is not shown). It has to be as @BotFather gave it: digits, a colon, letters and digits.
settings-not-a-webhook-secret = This cannot be a webhook secret (it is not shown). It takes 1 to 256 letters, digits, underscores or hyphens.
settings-webhook-secret-missing = mode = "webhook" needs a webhook secret, or anybody could pose as Telegram. Give 1 to 256 letters, digits, underscores or hyphens.
settings-webhook-address-missing = mode = "webhook" needs the address at which Telegram reaches the bot, beginning with https://.
settings-not-a-web-address = “{ $value }” is not a web address. It begins with http:// or https:// and has neither ? nor #, as https://api.telegram.org.
settings-not-a-web-path = “{ $value }” is not the path of a web address. It begins with /, as /telegram.
settings-not-a-database = This is not the address of a database we can use (it is not shown). Write sqlite:///data/baosong.db or postgresql+psycopg://user:password@host/name.
settings-not-a-proxy = This is not the address of a proxy we can use (it is not shown). Write socks5://host:port or http://host:port; leave it empty for none.
settings-not-a-time = “{ $value }” is not a time of day. Write it as 09:00:00.
settings-not-a-number = “{ $value }” is not a number.
settings-not-a-whole-number = “{ $value }” is not a whole number.
settings-not-a-list = “{ $value }” is not a list. Write [1, 2] in the file, 1,2 in the environment.
settings-not-a-section = This is a section. Write the section's name in square brackets, and its settings below it.
settings-not-one-of = “{ $value }” is none of the choices: { $choices }.
settings-not-yes-or-no = “{ $value }” is neither true nor false.
settings-not-a-name = “{ $value }” is no name: only a-z, digits, _ and -, 24 at most.
settings-missing = This is missing.
settings-only-in-file = This cannot be set in the environment; write it in config.toml.
settings-quiet-reversed = The rest ends before it begins.
settings-always-quiet = The rest takes up all working hours, so reminders could never go out.
settings-not-text = This has to be text, in quotation marks.
settings-empty = This may not be empty.
settings-too-small = { $value } is too small; the least is { $ge }.
settings-too-large = { $value } is too large; the most is { $le }.
settings-time-zone-unknown = There is no time zone “{ $value }”. Write it as Asia/Shanghai.
settings-hours-reversed = Working hours end no later than they begin.
settings-tick-unchased = What decides on time has to be chased: give { $ladder } in [ladder] one rung at least (config.toml has an example).
settings-lease-too-short = Too short: a lease lasts at least twice as long as the connect, read and write limits together, { $least } seconds, or one message could go out twice.
settings-value-wrong = “{ $value }” cannot be used. config.toml explains what can.
settings-not-one-line = “{ $value }” is printed on paper: one line of text, without line ends, tabs, spare spaces or control characters.
settings-font-name-too-long = “{ $value }” is no name of a font: none is longer than { $most } characters.
settings-title-braces = A brace in “{ $value }” has no other. Possible are { $known }.
settings-title-long = The title is too long: { $most } characters at most.
settings-title-unknown = A title cannot have { $name }. Possible are { $known }.
settings-title-of-no-month = “{ $value }” does not name the month, so that all months had the same title. Use {"{period}"} or {"{month}"}.
settings-not-a-mail-address = “{ $value }” is not a mail address. Write one bare address, as office@example.gov, without name, comma or space.
settings-mail-of-nobody = “{ $value }” does not name unit and month, so that all mails had the same. Use {"{unit}"} or {"{official}"}, and {"{period}"} or {"{month}"}.
settings-mail-address-missing = With a mail server (host) there has to be an address to mail to, and a sender.
settings-mail-in-the-open = security = "none" is for a mail server on this machine only. Use "tls" or "starttls".
settings-mail-password-missing = With a user there has to be a password.
settings-unit-twice = “{ $value }” is there more than once; a unit has one profile.
settings-unit-twice-named = “{ $value }” and “{ $first }” are the same unit; a unit has one profile.
settings-unit-unknown = There is no unit “{ $value }”{ $like ->
        [none] .
       *[other] . Is { $like } meant?
    }
