## Wrong settings: the heading, and a line for each
settings-wrong = 设置有 { $count } 处不对，请逐项改正后再试：
settings-fault = 　{ $place }：{ $fault }

## What can be wrong
settings-unknown = 没有这个设置。全部设置见 config.toml；多余的请删去。
settings-unknown-nearest = 没有这个设置。是不是想写 { $nearest }？
settings-file-missing = 找不到这个文件。请核对路径，或去掉指向它的设置。
settings-file-unreadable = 这个文件读不出来。它应是 UTF-8 编码的文本，且本用户有权读取。
settings-file-line-unreadable = 第 { $line } 行不是 TOML 的写法。文字要加引号，例如 name = "某某办公室"；列表各项之间要有逗号；花括号里的内容要写在同一行。
settings-file-line-time = 第 { $line } 行的时刻“{ $value }”不是 TOML 的写法。时、分、秒都要写两位数，用半角冒号，不加引号，例如 09:30:00。
settings-file-cut-short = 文件到末尾还没有写完。请检查最后一处引号或括号是否配对。
settings-secret-in-file = 密钥不能写在文件里。请从文件中删去，改用环境变量 { $name }，或用 { $name }_FILE 指向存放它的文件。
settings-secret-file-unreadable = 读不到密钥文件 { $file }。请核对路径和读取权限。
settings-secret-file-open = 密钥文件 { $file } 所有人都能读取。请执行 chmod 600 { $file }。
settings-given-twice = 与 { $other } 同时给出。两个只能留一个。
settings-token-missing = 没有机器人令牌。请向 @BotFather 申请，写入环境变量 BAOSONG_TELEGRAM__TOKEN，或用 BAOSONG_TELEGRAM__TOKEN_FILE 指向存放它的文件。
settings-not-a-bot-token = 不像机器人令牌（内容不显示）。应为 @BotFather 给出的样子：数字、冒号、一串字母和数字。
settings-not-a-webhook-secret = 不能用作 Webhook 密钥（内容不显示）。应为 1 至 256 个字母、数字、下划线或连字符。
settings-webhook-secret-missing = mode = "webhook" 时必须有 Webhook 密钥，否则任何人都能冒充 Telegram。请给出 1 至 256 个字母、数字、下划线或连字符。
settings-webhook-address-missing = mode = "webhook" 时必须有 Telegram 能访问的地址，以 https:// 开头。
settings-not-a-web-address = “{ $value }”不是网址。应以 http:// 或 https:// 开头，不带问号和井号，例如 https://api.telegram.org。
settings-not-a-web-path = “{ $value }”不是网址中的路径。应以 / 开头，例如 /telegram。
settings-not-a-database = 不是可用的数据库地址（内容不显示）。应为 sqlite:///data/baosong.db 或 postgresql+psycopg://用户:密码@主机/库名。
settings-not-a-proxy = 不是可用的代理地址（内容不显示）。应为 socks5://主机:端口 或 http://主机:端口；留空则不用代理。
settings-not-a-time = “{ $value }”不是一天中的时刻。请写成 09:00:00。
settings-not-a-number = “{ $value }”不是数字。
settings-not-a-whole-number = “{ $value }”不是整数。
settings-not-a-list = “{ $value }”不是列表。文件中写成 [1, 2]，环境变量中写成 1,2。
settings-not-a-section = 这里应是一节设置。请写成方括号中的节名，各项写在其下。
settings-not-one-of = “{ $value }”不在可选范围内。可选：{ $choices }。
settings-not-yes-or-no = “{ $value }”不是 true 或 false。
settings-not-a-name = “{ $value }”不能作名称：只用小写字母、数字、_ 和 -，最多 24 个。
settings-missing = 缺少这一项。
settings-only-in-file = 这一项不能写在环境变量里，请写在 config.toml 中。
settings-quiet-reversed = 午休的结束早于开始。
settings-always-quiet = 午休占满了工作时间，提醒永远发不出去。
settings-not-text = 应为文字，要加引号。
settings-empty = 不能为空。
settings-too-small = { $value } 太小，最小为 { $ge }。
settings-too-large = { $value } 太大，最大为 { $le }。
settings-time-zone-unknown = 没有“{ $value }”这个时区。请写成 Asia/Shanghai 的样子。
settings-hours-reversed = 工作时间的结束不晚于开始。
settings-tick-unchased = 按时与否以它为准，就须提醒单位：请在 [ladder] 的 { $ladder } 中至少写一级（config.toml 中有例）。
settings-lease-too-short = 太短：至少为连接、读、写三个时限之和的两倍，即 { $least } 秒，否则同一条消息可能发两次。
settings-value-wrong = “{ $value }”不能用。写法见 config.toml 中的说明。
settings-not-one-line = “{ $value }”要印在纸上，只能是一行文字，不能有换行、制表符、多余空格或控制字符。
settings-font-name-too-long = “{ $value }”不是字体名：字体名不超过 { $most } 个字。
settings-title-braces = “{ $value }”里的花括号没有成对。可用：{ $known }。
settings-title-long = 标题格式过长，最多 { $most } 个字符。
settings-title-unknown = 标题里不能用 { $name }。可用：{ $known }。
settings-title-of-no-month = “{ $value }”没有写明月份，各月的标题会一样。请用 {"{period}"} 或 {"{month}"}。
settings-not-a-mail-address = “{ $value }”不是一个邮箱地址。只写一个地址，如 bgs@example.gov.cn，不带姓名、逗号和空格。
settings-mail-of-nobody = “{ $value }”没有写明单位和月份，各邮件会一样。请用 {"{unit}"} 或 {"{official}"}，以及 {"{period}"} 或 {"{month}"}。
settings-mail-address-missing = 设置了发信服务器（host），还须写明收件地址 to 和发件地址 sender。
settings-mail-in-the-open = security = "none" 只能用于本机的邮件服务器。请用 "tls" 或 "starttls"。
settings-mail-password-missing = 设置了 user，还须给出密码。
settings-unit-twice = “{ $value }”写了不止一次，一家单位只能有一套。
settings-unit-twice-named = “{ $value }”和“{ $first }”是同一家单位，一家单位只能有一套。
settings-unit-unknown = 没有“{ $value }”这家单位{ $like ->
        [none] 。
       *[other] ，是不是想写{ $like }？
    }
