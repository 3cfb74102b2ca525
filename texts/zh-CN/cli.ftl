## Files
cli-file-unreadable = 读不了文件 { $file }（{ $reason }）。请检查路径后再试。
cli-file-unwritable = 写不了文件 { $file }（{ $reason }）。请换个位置再试。
cli-register-taken = 单位名册：{ $file }

## Loading a plan
cli-change-none = 《{ $plan }》的内容与分工同已装入的第 { $number } 版完全相同，不会产生新版。
cli-change-new = 将装入新计划《{ $plan }》：{ $measures } 项措施，{ $units } 家单位，{ $total } 条分工。
cli-change-edition = 将为《{ $plan }》装入第 { $number } 版：
cli-change-added = 　新增措施（{ $count }）：{ $names }
cli-change-removed = 　去掉措施（{ $count }）：{ $names }
cli-change-changed = 　有改动的措施（{ $count }）：{ $names }
cli-change-units = 　新增单位（{ $count }）：{ $names }
cli-change-elsewhere = 　措施与分工不变，改动在别处（标题、章节、报送要求、全计划指标等）。
cli-change-names = 　全称有改动的单位（{ $count }）：{ $names }
cli-periods-so-far = 报送期有变：此前（第 { $number } 版）自{ $first }至{ $last }。
cli-ask-first = 从哪个报告期开始报送
cli-ask-last = 到哪个报告期为止
cli-confirm-load = 确认装入？
cli-needs-yes = 没有终端可以询问。请加上 --yes（以及 --first、--last）再运行。
cli-not-loaded = 没有装入，什么都没有改变。
cli-loaded = 已装入第 { $number } 版，报送期自{ $first }至{ $last }。
cli-loaded-already = 没有需要装入的：仍是第 { $number } 版，报送期自{ $first }至{ $last }，什么都没有改变。
cli-loaded-kept = 没有新版，仍是第 { $number } 版；单位全称已与名册一致，报送期自{ $first }至{ $last }。
cli-mail-unconfirmed = 计划里的电子版邮箱 { $mail } 在确认之前不会使用。
cli-periods-reversed = 最后一个报告期（{ $last }）早于第一个（{ $first }）。请对调后再试。

## Invitations
cli-invite-whom = 请写一个单位，或用 --all 为所有单位生成，两者选一；邀请经办人只用 --kind coordinator，不写单位。
cli-invite-link = { $unit }　{ $kind }　{ $link }
cli-invite-until = 以上链接 { $until } 前有效，每个只能用一次。请直接发给本人。
cli-unit-unknown = 没有找到单位“{ $name }”。是不是：{ $near }？
cli-csv-head = 单位,身份,链接,有效期至
cli-csv-written = 已写入 { $count } 个邀请链接：{ $file }
cli-telegram-silent = 连不上 Telegram（{ $base }）。请检查网络和代理（BAOSONG_TELEGRAM__PROXY）后再试。
cli-token-refused = Telegram（{ $base }）不接受这个令牌。请核对 BAOSONG_TELEGRAM__TOKEN，或向 @BotFather 重新申请。

## Workbook
cli-no-plan = 还没有装入计划。请先运行 baosong plan load。
cli-which-plan = 请用 --plan 写明已装入的计划之一：{ $plans }
cli-no-cycle = 《{ $plan }》的 { $period } 报送周期还没有开始，没有台账可写。
cli-ledger-written = 已写入汇总台账：{ $file }

## Running
cli-check-database = 设置无误；数据库可用，已装入 { $plans } 个计划。
cli-check-bot = 令牌有效：@{ $name }
cli-database-unusable = 数据库打不开：{ $place }（{ $reason }）。请检查 BAOSONG_DATABASE__URL、目录权限和数据库服务。
cli-database-newer = 数据库 { $place } 是更新版本的程序建的。请升级程序，或换用升级前的备份。
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
