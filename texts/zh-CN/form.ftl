## The form in Excel
form-file = { $unit }{ $period }填报表
form-title = { $unit }{ $period }任务完成情况填报表
form-note = 只填浅黄色的格子。截止：{ $due }（含当日）。填好后把本文件发给机器人。请勿填写涉密内容。
form-last = 【{ $status }】{ $text }
form-figure-known = { $when ->
        [monthly] { $figure }
        [quarterly] { $figure }
       *[other] { $when }：{ $figure }
    }
form-no-figure = 暂无数据
form-sheet-entries = 填报
form-sheet-figures = 指标
form-sheet-rules = 说明
form-sheet-key = baosong
form-col-number = 序号
form-col-measure = 措施
form-col-role = 角色
form-col-last = 上月
form-col-status = 本月状态
form-col-text = 本月完成情况
form-col-problem = 存在问题
form-col-next-step = 下一步措施
form-col-reason = 本月无进展的原因
form-col-key = 编号
form-col-indicator = 指标
form-col-target = 目标
form-col-figure-last = 上月数
form-col-figure = 本月数
form-col-unit = 单位
form-rule-status = 1. 本月状态：点开格子，从已完成、正常推进、滞后、未启动中选一个。
form-rule-text = 2. 本月完成情况：写清做了什么、到什么进度，2000字以内。
form-rule-trouble = 3. 滞后、未启动的，须写存在问题和下一步措施，各500字以内。
form-rule-reason = 5. 本月没有进展的，在最后一列写明原因，完成情况可以不填。
form-rule-one-line = 6. 配合的任务只在“本月完成情况”写一句话；没有的写“本月无配合事项”。
form-rule-figure = 7. 指标写数字即可：计数的填累计数，增速、比率填本月最新数；约数写“约200”；本月没有数据写“暂无数据”。没有数据不等于0。
form-rule-blank = 8. 已填的内容清空后发回，视为删除该内容；确认之前会列出所有变化。
form-rule-back = 9. 不要增删行、改动工作表名称，也不要另存为其他格式。填好后直接发给机器人，核对无误后再确认导入；导入后仍须点“报送”。
form-rule-secrecy = 10. 请勿填写涉密内容。带有密级标志的表格不会被接收。

## A form that came back
form-unreadable = 没有读取“{ $name }”：{ $reason ->
        [encrypted] 文件已加密。请去掉密码，另存为 .xlsx 后重发
        [old] 这是旧版 Office 文件或加了密码的文件。请去掉密码，另存为 .xlsx 后重发
        [large] 文件过大。请直接用机器人发给您的填报表
        [unsafe] 文件展开后过大或含有不允许的内容。请直接用机器人发给您的填报表
        [active] 文件含有宏、外部链接或嵌入对象。请直接用机器人发给您的填报表，不要另存
        [damaged] 文件已损坏。请重新保存后再发
        [version] 这份填报表是另一版本的程序发出的，不能读取。请重新索取填报表，把内容填进去
        [not-ours] 这不是本机器人发出的填报表，或其中的隐藏工作表已被删除。请重新索取填报表
       *[kind] 这不是 .xlsx 文件。请另存为 .xlsx 后重发
    }。已填的内容没有变化。
form-held = 没有收下这份填报表：“{ $sheet }”{ $cell } 带有“{ $mark }”标志，文件没有保存。请按保密规定处理；如只是提到这个词，请换一种说法再发。已填的内容没有变化。
form-fault = { $sheet }{ $cell ->
        [none] { "" }
       *[other] { " " }{ $cell }
    }{ $row ->
        [none] { "" }
       *[other] （{ $row }）
    }：{ $reason }
form-fault-key = 这一行不是表中原有的行，或隐藏的编号被改动过。多出来的行请删去；原有的行请重新索取填报表，把内容填进去。
form-fault-beside = 这一格在表格之外，不会读取；请把内容写进表内相应的格，这里留空。
form-fault-key-changed = 这一行隐藏的编号被改动或删去了；请撤销这处改动，或重新索取填报表。
form-fault-other-sheet = 这张工作表上写的不会读取；请把要报的写进填报的格子，佐证材料另外传给机器人，再清空这里。
form-fault-comment = 这一格的批注不会读取；请把要报的写进格子里，再删去批注。
form-fault-status-no-progress = “{ $said }”不是状态；这一格请从这些里选一个：{ $offered }。没有进展的原因写在 { $cell }“本月无进展的原因”。
form-fault-sheet = 找不到这张工作表，可能改过名称或被删除；请改回原来的名称，或重新索取填报表。
form-fault-number-only = “{ $said }”只是一个数；请用文字写明。
form-fault-too-long = 有 { $length } 个字，最多 { $limit } 个字；请精简。
form-fault-number = 这一行的序号应为“{ $number }”，行的位置似乎被改动过；请重新索取填报表。
form-fault-status = 没看懂“{ $said }”；请从这些里选一个：{ $offered }。
form-fault-one-line-only = 配合的任务只写一句“本月完成情况”，这几格请留空。
form-fault-one-line = 配合的任务只写一句“本月完成情况”，这一格请留空。
form-fault-status-only = “{ $said }”是状态，请选在“本月状态”一列；这里写做了什么。
form-fault-no-progress = “{ $said }”：没有进展的，请在“本月无进展的原因”一列写明原因，这一格留空。
form-fault-formula = 这里是公式；请改为写出内容或数字。
form-fault-no-text = 这里是日期、真假值或错误值；请写文字。
form-fault-figure-no-number = “{ $said }”里没有数；请写数字，例如 200；本月没有数据的，写“暂无数据”。
form-fault-figure-not-understood = 没看懂“{ $said }”；请写数字，例如 200；约数写“约200”。
form-fault-figure-nothing = 数值为零的写 0；本月没有数据的，写“暂无数据”。
form-fault-figure-too-large = “{ $said }”数字太大，请核对。
form-fault-no-figure = 这里是日期、真假值或错误值；请写数字，例如 200。
form-fault-measure = 第{ $number }项
form-fault-named = “{ $name }”一行
form-fault-nothing-text = 这一格写本月做了什么、做到哪一步；没有进展的，在“本月无进展的原因”一列写明原因，这一格留空。
form-fault-nothing-problem = “本月状态”为滞后或未启动的，这一格要写明问题；已正常推进的，请在“本月状态”一列改选正常推进。
form-fault-nothing-next-step = “本月状态”为滞后或未启动的，这一格要写明下一步措施；已正常推进的，请在“本月状态”一列改选正常推进。
form-fault-says-nothing-text = “{ $said }”没有说明进展；请写一句本月做了什么、做到哪一步；没有进展的，在“本月无进展的原因”一列写明原因，这一格留空。
form-fault-says-nothing-line = “{ $said }”没有说明配合情况；请写一句本月配合了什么；没有的写“本月无配合事项”。
form-fault-says-nothing-problem = “{ $said }”没有说明问题；请写一句卡在哪里、什么原因；已正常推进的，请在“本月状态”一列改选正常推进。
form-fault-says-nothing-next-step = “{ $said }”没有说明下一步；请写一句由谁、在什么时候、做什么。
form-fault-says-nothing-reason = “{ $said }”没有说明原因；请写一句为什么没有进展；本月有进展的，写在“本月完成情况”一列，这一格留空。
form-fault-says-nothing-follow-up = “{ $said }”没有说明问题怎样了；请在“现在怎样”一列选一个，或写一句办到哪一步。
form-fault-no-file = “{ $said }”：这一项还没有附件；请在这一格写一句完成情况，照片或文件另外传给机器人。
form-fault-no-answer = 这里写的不是本项的情况；请改为本项的情况，或留空。分工、免报、延期等事请另行联系经办人。
form-fault-figure-phone = “{ $said }”像是电话号码；如确是指标值，请连单位一起写。
form-fault-row-missing = 表中缺了这一项的行；请不要删除行，或重新索取填报表。
form-fault-row-unknown = 这一行不属于本单位本期要填的任务；请删去，或重新索取填报表。

## How an entry came in
sheet-col-evidence = 佐证材料
sheet-col-source = 来源
source-chat = 聊天
source-workbook = 填报表
source-word = Word稿
source-on_behalf = 代报

## What a form would change
form-change = { $number }　{ $title }：{ $changes }
form-change-ends = ；
form-changed-since = { $number }{ $by ->
        [none] { "" }
       *[other] （{ $by }）
    }
form-moved-status = 状态 { $before } → { $after }
form-moved-figure = 累计 { $before } → { $after }
form-moved-named = “{ $name }” { $before } → { $after }
form-figure-none = 未填
form-changed-text = 完成情况“{ $text }”
form-changed-problem = 存在问题“{ $text }”
form-changed-next-step = 下一步措施“{ $text }”
form-changed-reason = 本月无进展，原因“{ $text }”
form-emptied-text = 清空完成情况
form-emptied-problem = 清空存在问题
form-emptied-next-step = 清空下一步措施
form-emptied-reason = 取消本月无进展

## The form on the command line
cli-form-written = 已写出：{ $file }
cli-form-nothing = 与已填内容相同，没有可导入的变化。
cli-form-would-change = { $unit }{ $period }填报表，将改动 { $count } 项：
cli-form-faulty = 表格有 { $count } 处问题，整份没有导入：
cli-form-confirm = 确认导入？
cli-form-imported = 已导入 { $count } 项，来源记为代报。月报尚未报送：请用 baosong form file { $unit } --period { $period } 核对后报送。
cli-form-file-confirm = 确认代报？
cli-form-not-filed = 没有报送，内容没有变化。
cli-form-faults = { $unit }{ $period }月报还不能报送：须补的内容请在填报表中补好后重新导入；只是待说明的，可用 --reason 说明。
cli-form-reason = 原因没有记下：{ $why }
cli-form-filed = 已为{ $unit }代报{ $period }月报，回执 { $receipt }（第{ $revision }版）。回执和待盖章稿由机器人发给{ $by }。
cli-form-paper = { $unit }的月报须经其领导签发。领导已在纸质稿上签字的，请加 --signed。
cli-form-coordinator = 请用 --by 写明以哪位经办人的名义代报。在册的经办人：{ $names }。
cli-form-coordinator-unreached = 机器人的消息发不到经办人：{ $names }，不能代报。请本人打开机器人点“开始”，或用 --by 写明另一位经办人。
cli-form-coordinator-why = { $name }（{ $reason }）
cli-form-coordinator-none = 还没有经办人加入机器人，不能代报。请先用 baosong invite 邀请。
cli-form-outdated = 这是旧的填报表{ $made ->
        [none] { "" }
       *[other] （{ $made } 导出）
    }，导出之后以下各项又改过，为免丢失，整份没有导入，内容没有变化：{ $measures }。请重新导出填报表，把要改的内容填进去再导入。
cli-form-not-imported = 没有导入，内容没有变化。
cli-form-closed = { $unit }{ $period }月报现在不能改动（已报送、免报或已锁定），表格没有导入。
cli-form-other = 这份填报表属于{ $unit }{ $period }，本数据库里没有对应的月报。
cli-form-no-report = “{ $unit }”{ $period }没有要填的月报。请核对单位名称和报告期。
cli-form-changed-meanwhile = 刚才显示之后内容又有变化，没有导入。请重新运行本命令。

## The form by chat
button-form = 用Excel填
menu-form = 用Excel填报
form-caption = { $unit }{ $month }填报表：填好后直接发回这里。请勿填写涉密内容。
    { $times }
form-none-open = { $unit ->
        [none] { "" }
       *[other] { $unit }
    }{ $month ->
        [none] 目前
       *[other] { $month }
    }没有可以填报的月报{ $why ->
        [exempt] ：免报。
        [locked] ：已经锁定。{ $by ->
            [office] 请先用 /return 退回，再取填报表。
           *[unit] 如确需修改，请联系领导小组办公室退回。
        }
        [signing] ：待签发。{ $by ->
            [office] 由该单位撤回修改或签发后，再取填报表。
           *[unit] 请先在 /report 中点“撤回修改”，再取填报表。
        }
        [filed] ：已经报送。{ $by ->
            [office] 请先用 /return 退回，再取填报表。
           *[unit] 要修改，请在 /report 中点“更正”，再取填报表。
        }
       *[none] ：还没有开放，或没有要填的任务。
    }
form-not-own = 没有给出填报表：“{ $name }”不是您可填报的单位（您填报：{ $units }）。取本单位的，请发送 /form；也可写月份，例如 /form 7月。
form-of-closed = 这份填报表属于{ $unit }{ $period }，{ $why ->
        [exempt] 该月免报
        [locked] 该月报送已经锁定
        [signing] 该月报待签发
       *[filed] 该月报已经报送
    }，没有导入，内容没有变化。{ $why ->
        [exempt] {""}
        [locked] { $by ->
            [office] 请先用 /return 退回，再索取新的填报表。
           *[unit] 如确需修改，请联系领导小组办公室退回。
        }
        [signing] { $by ->
            [office] 由该单位撤回修改或签发后，再索取新的填报表。
           *[unit] 请先在 /report 中点“撤回修改”，再把这份填报表发一次。
        }
       *[filed] { $by ->
            [office] 请先用 /return 退回，再索取新的填报表。
           *[unit] 要修改，请在 /report 中点“更正”，再索取新的填报表。
        }
    }
    { $times }
form-of-another = 这份填报表属于{ $unit }{ $period }，不是您可以填报的月报，没有导入。
form-offered = <b>{ $unit } · { $month }填报表</b>：将改动 { $count } 项。请核对后导入；导入后可以核对并报送。
form-other-month = 这份是{ $month }的填报表；{ $other }也已开放，填{ $other }的请用{ $other }的表。
form-faulty = <b>{ $unit } · { $month }填报表</b>有 { $count } 处问题，整份没有导入，已填的内容没有变化。请在原文件中改好后重发：
form-lines = { $lines }
form-more = （另有 { $count } 处，未在此列出）
form-button-load = 导入
form-button-drop = 放弃
form-outdated = <b>{ $unit } · { $month }填报表</b>：这是旧表{ $made ->
        [none] { "" }
       *[other] （{ $made } 发出）
    }，发出之后有 { $count } 项又改过。为免丢失，整份没有导入，已填的内容没有变化；请取最新的表格，把要改的填进去再发回。箭头左边是现在的内容，右边是旧表里的：
form-outdated-entry = <b>{ $number }　{ $title }</b>{ $by ->
        [none] { "" }
       *[other] （现在的内容：{ $by }）
    }
form-button-newest = 发最新的表格
form-taken = 已导入 { $count } 项。请在下面核对后报送。
form-taken-on-behalf = 已为{ $unit }导入 { $count } 项，来源记为代报。
