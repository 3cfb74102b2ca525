## Files
cli-file-unreadable = 读不了文件 { $file }（{ $reason }）。请检查路径后再试。
cli-file-unwritable = 写不了 { $file }（{ $why ->
    [forbidden] 没有权限
    [read-only] 磁盘只读
    [full] 磁盘已满
    [missing] 没有这个文件夹
    [no-folder] 路径中有一段是文件，不是文件夹
    [folder] 这是一个文件夹
   *[other] { $reason }
}）。请换个位置再试。

## Loading a plan
cli-registry-writing = 正在写入登记表 { $file }……
cli-plan-comparing = 正在与已载入的内容比对……
cli-plan-loading = 正在载入……
cli-registry-written = 已写入登记表：{ $file }。请在 Excel 中更正后用 baosong plan load 载入。
cli-register-taken = 单位名册：{ $file }
cli-register-none = 没有单位名册，单位组不能展开，文书也没有单位全称可用。可用 baosong plan read 加 --registry 生成登记表，填写后载入；也可在计划旁放一个 .units.toml 文件，或用 --units 指定。
cli-plan-untitled = { $file } 里没有找到计划的标题，无法载入。请在正文前补上标题后再试。
cli-change-none = 与已载入的内容完全相同，没有改变任何东西。
cli-change-new = 将载入新计划《{ $plan }》：{ $measures } 项措施，{ $units } 家单位，{ $total } 条分工。
cli-change-edition = 将为《{ $plan }》载入第 { $number } 版：
cli-change-same-edition = 《{ $plan }》的文本和分工没有变化，将更新：
cli-change-periods = 报送期：{ $first }至{ $last }
cli-ask-first = 从哪个报告期开始报送
cli-ask-last = 到哪个报告期为止
cli-confirm-load = 确认载入？
cli-needs-yes = 没有终端可以询问，没有载入。确认后请加上 --yes 再运行；报送期将为 { $first } 至 { $last }，可用 --first、--last 改。
cli-not-loaded = 没有载入，什么都没有改变。
cli-loaded = 已载入第 { $number } 版，报送期自{ $first }至{ $last }。
cli-loaded-same-edition = 已更新，仍是第 { $number } 版，报送期自{ $first }至{ $last }。
cli-mail-unconfirmed = 计划里的电子版邮箱 { $mail } 在确认之前不会使用。
cli-periods-reversed = 最后一个报告期（{ $last }）早于第一个（{ $first }）。请改正后再试。

## Invitations
cli-invite-whom = 请写单位名称，或用 --all 为所有单位生成；邀请经办人用 --kind coordinator。
cli-invite-office = 经办人不属于任何单位。请去掉单位名称或 --all 再运行。
cli-invite-both = 写了单位“{ $unit }”，又用了 --all。请只留一个。
cli-invite-link = { $unit }　{ $kind }　{ $link }
cli-invite-until = 以上链接 { $until }前有效，每个只能用一次。请直接发给本人。
cli-unit-unknown = 没有单位“{ $name }”。是不是：{ $units }？
cli-unit-unlike-any = 没有单位“{ $name }”。已知单位：{ $units }。
cli-csv-unit = 单位
cli-csv-kind = 身份
cli-csv-name = 姓名
cli-csv-link = 链接
cli-csv-until = 有效期至
cli-csv-written = 已写入 { $count } 个邀请链接：{ $file }。每个只能用一次，请分别发给本人。

## Workbook
cli-no-plan = 还没有载入计划。请先运行 baosong plan load。
cli-plan-unknown = 没有标题为“{ $title }”的计划。已载入：{ $plans }。
cli-which-plan = 有多个计划，请用 --plan 写明其一：{ $plans }
cli-no-cycle = 《{ $plan }》的 { $period } 报送周期还没有开始。
cli-ledger-written = 已写入汇总台账：{ $file }

## Calendar
cli-calendar-day-unreadable = 没看懂日期“{ $written }”。请按 2026-02-14 的样子写，例如：baosong calendar set 2026-02-14 workday
cli-calendar-gap = ! { $year }年节假日安排尚未载入，{ $year }年起的截止时间暂按推算。国务院办公厅公布后请更新 baosong，或用 baosong calendar set 逐日自定。

## Database
cli-database-silent = 打不开数据库 { $place }（{ $reason }）。请检查 database.url、权限和数据库服务后再试。
cli-database-newer = 数据库 { $place } 由更新的版本建成。请升级 baosong 后再试。
cli-database-made = 数据库已建好。
cli-database-rehearsal = 数据库已建好，并标明只供排练。

## Running
cli-token-refused = Telegram 不接受这个令牌。请核对 BAOSONG_TELEGRAM__TOKEN，或向 @BotFather 重新申请。
cli-token-refused-now = Telegram 不接受这个令牌，但它在此前可用，可能是暂时的，请稍后再启动。如令牌已更换，请更新 BAOSONG_TELEGRAM__TOKEN。
cli-telegram-elsewhere = 该地址没有回应这个机器人（404）。请核对 telegram.api_base（BAOSONG_TELEGRAM__API_BASE）是否为 Bot API 的地址，令牌是否完整。
cli-telegram-silent = 连不上 Telegram。请检查网络、telegram.api_base 和 telegram.proxy 后再试。
cli-check-settings = 设置无误。
cli-check-database = 数据库可用，已载入 { $count } 个计划：{ $plans }
cli-check-rehearsal = 这个数据库只供排练。
cli-check-files = 文件夹可用：{ $folder }
cli-check-uninvited = 还没有联络员或B岗加入的单位（{ $count }）：{ $units }。请用 baosong invite 邀请。
cli-check-no-coordinator = 还没有经办人，通报和台账无人接收。请设置 BAOSONG_TELEGRAM__COORDINATORS，或用 baosong invite --kind coordinator 邀请。
cli-check-bot = 令牌有效：@{ $name }
cli-check-good = 可以运行：baosong run
cli-rehearsal-too-late = 这个数据库已载入计划，不能再标明为排练用。请另建一个空的。
cli-rehearsal-unmarked = 这个数据库没有标明只供排练，不能用 --at。请用 BAOSONG_DATABASE__URL 指定一个新数据库，先运行 baosong database create --rehearsal。
cli-rehearsal-time-missing = 这个数据库只供排练，用的是排练的时间，不是现在的时间。请加上 --at 写明排练到了什么时间，例如 --at "2022-08-01 09:00"。
cli-rehearsal-time-over = 这个数据库的排练已经到了 { $reached }，时间不能倒退。请用 --at "{ $least }" 或更晚的时间；要从头排练，请另建一个排练用的数据库。
cli-rehearsal-outside = 排练只能连本机的接口和邮件服务器，现在设置的是 { $base }。请先运行 baosong sandbox，并设置 BAOSONG_TELEGRAM__API_BASE；[mail] host 请留空。
cli-at-unreadable = 没看懂时间“{ $value }”。请按 "2022-08-01 08:59" 的样子写。
cli-running = 以 @{ $name } 的身份运行，按 Ctrl-C 停止。
cli-stopped = 已停止，没有做完的事下次启动后继续。

## Sandbox
cli-port-taken = 端口 { $port } 不能用（{ $reason }）。请用 --port 换一个。
cli-sandbox-own-token = '（您用 --token 给出的令牌）'
cli-sandbox =
    沙箱已启动，用浏览器打开 { $url }/ 即可聊天。按 Ctrl-C 停止。
    另开一个终端，依次运行：

    export BAOSONG_TELEGRAM__API_BASE={ $url }
    export BAOSONG_TELEGRAM__TOKEN={ $token }
    export BAOSONG_DATABASE__URL=sqlite:///data/rehearsal.db
    baosong database create --rehearsal
    baosong plan load plans/samples/yongji-2022.txt --yes
    baosong invite 市工科局
    baosong run --at "2022-08-01 08:59"
