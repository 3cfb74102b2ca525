## Files
cli-file-unreadable = 读不了文件 { $file }（{ $reason }）。请检查路径后再试。
cli-file-unwritable = 写不了文件 { $file }（{ $reason }）。请换个位置再试。
cli-register-taken = 单位名册：{ $file }

## Loading a plan
cli-change-none = 与已装入的版本完全相同，不会有变化。
cli-change-new = 将装入新计划《{ $plan }》：{ $measures } 项措施，{ $units } 家单位，{ $total } 条分工。
cli-change-edition = 将为《{ $plan }》装入第 { $number } 版：
cli-change-added = 　新增措施（{ $count }）：{ $names }
cli-change-removed = 　去掉措施（{ $count }）：{ $names }
cli-change-changed = 　有改动的措施（{ $count }）：{ $names }
cli-change-units = 　新增单位（{ $count }）：{ $names }
cli-ask-first = 从哪个报告期开始报送
cli-ask-last = 到哪个报告期为止
cli-confirm-load = 确认装入？
cli-needs-yes = 没有终端可以询问。请加上 --yes（以及 --first、--last）再运行。
cli-not-loaded = 没有装入，什么都没有改变。
cli-loaded = 已装入第 { $number } 版，报送期自{ $first }至{ $last }。
cli-mail-unconfirmed = 计划里的电子版邮箱 { $mail } 在确认之前不会使用。
cli-periods-reversed = 最后一个报告期（{ $last }）早于第一个（{ $first }）。请对调后再试。

## Invitations
cli-invite-whom = 请写单位名称，或用 --all 为所有单位生成；经办人用 --kind coordinator。
cli-invite-link = { $unit }　{ $kind }　{ $link }
cli-invite-until = 以上链接 { $until } 前有效，每个只能用一次。请直接发给本人。
cli-unit-unknown = 没有找到单位“{ $name }”。是不是：{ $near }？
cli-csv-head = 单位,身份,链接,有效期至
cli-csv-written = 已写入 { $count } 个邀请链接：{ $file }
cli-telegram-silent = 连不上 Telegram（{ $base }），或令牌不被接受。请检查网络、代理和令牌后再试。

## Workbook
cli-no-plan = 还没有装入计划。请先运行 baosong plan load。
cli-which-plan = 有多个计划，请用 --plan 写明其一：{ $plans }
cli-no-cycle = 《{ $plan }》的 { $period } 报送周期还没有开始，没有台账可写。
cli-ledger-written = 已写入汇总台账：{ $file }

## Running
cli-check-database = 设置无误；数据库可用，已装入 { $plans } 个计划。
cli-check-bot = 令牌有效：@{ $name }
cli-database-made = 数据库已建好。
cli-database-rehearsal = 数据库已建好，并标明只供排练。
cli-rehearsal-too-late = 这个数据库已装入计划，不能再标明为排练用。请另建一个空的。
cli-rehearsal-unmarked = 这个数据库没有标明只供排练，不能用 --at。请用 BAOSONG_DATABASE__URL 指定一个新数据库，先运行 baosong database create --rehearsal。
cli-rehearsal-outside = 排练只能连本机的接口，现在设置的是 { $base }。请先运行 baosong sandbox，并设置 BAOSONG_TELEGRAM__API_BASE。
cli-at-unreadable = 没看懂时间“{ $value }”。请按 "2022-08-01 08:59" 的样子写。
cli-running = 机器人 @{ $name } 已启动。按 Ctrl-C 停止。
cli-sandbox = 沙箱在 { $url }，用浏览器打开即可聊天。另开一个终端，设置后运行机器人：
    export BAOSONG_TELEGRAM__API_BASE={ $url }
    export BAOSONG_TELEGRAM__TOKEN=（见下面沙箱显示的令牌）
    export BAOSONG_DATABASE__URL=sqlite:///data/rehearsal.db
    baosong database create --rehearsal
    baosong plan load plans/samples/yongji-2022.txt --yes
    baosong invite 市工科局
    baosong run --at "2022-08-01 08:59"
