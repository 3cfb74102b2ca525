## Reading a plan: files that cannot be read
plan-unreadable = 文件“{ $name }”无法识别。请发送行动计划的 Word 文档（.docx）、PDF（.pdf）或纯文本（.txt）。
plan-is-old-word = 文件“{ $name }”是旧版 Word 或 WPS 文档（.doc、.wps），不能直接读取。请用 Word 或 WPS 打开，另存为 .docx 后重新发送。
plan-is-packed = 文件“{ $name }”是压缩文件，但不是 Word 文档。请发送行动计划的 .docx、.pdf 或 .txt 文件。
plan-is-rich-text = 文件“{ $name }”是网页或 RTF 格式。请用 Word 或 WPS 打开，另存为 .docx 后重新发送。
plan-is-encrypted = 文件“{ $name }”设有密码。请取消密码，保存后重新发送。
plan-is-damaged = 文件“{ $name }”已损坏，无法打开。请在电脑上打开检查，另存一份后重新发送。
plan-too-large = 文件“{ $name }”太大（最大 20 MB、2000 页）。请删去图片和无关附件，或另存为纯文本（.txt）后重新发送。
plan-too-heavy = 文件“{ $name }”内容过多，没能在限定的时间和内存内读完。请删去图片和无关附件，或另存为纯文本（.txt）后重新发送。
plan-is-unsafe = 文件“{ $name }”的内部结构异常，为安全起见没有打开。请把正文复制到新的 Word 文档，保存后重新发送。
plan-is-scan = 文件“{ $name }”是扫描件，里面没有可读取的文字。请发送原始的 Word 文档（.docx），或用文字识别软件转换后重新发送。
plan-is-empty = 文件“{ $name }”里没有文字。请检查是否选错了文件。
plan-table-unread = 文件“{ $name }”第 { $pages } 页的任务表没有边框，分不清行和列，没能读出措施。请在 Word 中给表格加上全部框线，或改用带编号列的表格，保存为 .docx 后重新发送。
plan-without-measures = 在“{ $name }”中没有找到带责任单位的编号措施，例如“1.……。（市发改局牵头，市财政局配合）”。请确认发送的是行动计划正文。

## The summary of a plan
plan-not-stated = 未写明
plan-title = 《{ $title }》
plan-issued = 文号：{ $number }；发文机关：{ $issuer }；日期：{ $date }
plan-counts = 措施 { $measures } 项；责任单位 { $units } 个，另有单位组 { $groups } 个
plan-mentions = 分工 { $mentions } 处：牵头 { $lead }，负责 { $responsible }，配合 { $cooperating }
plan-task-forces-none = 专班：文中没有
plan-task-forces = 专班 { $count } 个：
plan-task-force = { $name }：第 { $measures } 项
plan-indicators = 量化指标：措施 { $measures } 个，全文 { $plan } 个
plan-indicator-of-plan = 全文
plan-date = { $year }年{ $month }月{ $day }日
plan-indicator = { $name } { $wanted }（{ $notes }）
plan-indicator-from = 起点{ $baseline }
plan-indicator-by = 截至{ $date }
plan-indicator-undated = 未写明期限
plan-report-rule = 报送要求（第 { $measure } 项）：{ $frequency ->
        [monthly] 每月
        [quarterly] 每季度
        [weekly] 每周
        [half_yearly] 每半年
       *[yearly] 每年
    } { $day } 日前报送{ $period ->
        [previous] 上期
       *[current] 本期
    }情况；报送至：{ $office }；地点：{ $location }；电子邮箱：{ $email }
plan-report-rule-none = 报送要求：文中没有
plan-assignments = 展开单位组后：{ $units } 个单位，共 { $total } 项任务
plan-no-doubts = 没有存疑之处。
plan-doubts = 存疑 { $count } 处，请逐条核对：
plan-source-line = 原文（第 { $line } 行（段））：{ $words }
plan-source = 原文：{ $words }
plan-line = 见第 { $line } 行（段）

## What is doubtful in a plan
plan-groups-kept = { $kept ->
        [file] 单位名录的 [groups] 部分
       *[registry] 登记表“单位组”页
    }
doubt-title-missing = 没有读到标题。请在导入时填写计划名称。
doubt-report-rule-missing = 没有读到报送要求（每月几日前、报给谁）。请在登记表“计划”页 B7—B9（报送日、频次、所属期）填写；不填的按默认日期报送。
doubt-pages-pictured = 第 { $pages } 页没有文字，可能是扫描件，页上的内容没有读入（{ $count } 页）。请核对，把缺少的措施补入登记表，或改用可复制文字的文件。
doubt-table-unread = 第 { $page } 页有一张任务表没有边框，分不清行和列，表中内容未作为措施读入。请核对，把缺少的措施补入登记表，或给表格加上全部框线后重新发送。
doubt-measure-without-unit = 第 { $measures } 项没有责任单位（{ $count } 项），无人填报。请补上责任单位，或确认这些条目不是措施。
doubt-clause-unread = 第 { $measures } 项的责任分工中有未能识别的词语。请核对这些单位及其分工。
doubt-clause-person = 第 { $measures } 项责任分工中的“{ $words }”是姓名或职务，不是单位，没有分给任务。其所在单位应当填报而没有列出的，请在登记表“分工”页补上。
doubt-owners-in-person = 第 { $measures } 项的责任人写的是职务或姓名（{ $names }），没有写单位，已将其作为责任单位。请改为所在单位，或确认由本人填报。
doubt-role-assumed = 第 { $measures } 项没有写明“{ $names }”是牵头、负责还是配合，已按负责读取。请核对其分工。
doubt-clause-spoken = 第 { $measures } 项没有单列责任单位，责任单位是从正文的句子里读出的。请逐项核对。
doubt-units-from-above = 第 { $measures } 项的责任单位一格是空的，已按上一行的责任单位读取。请核对。
doubt-clause-shared = 第 { $measures } 项下有几个编号条目，只有最后一条写明责任单位，已合并为一项措施，由这些单位共同负责。请核对；各条应分别填报的，请在登记表“措施”页分行列出，并在“分工”页写明单位。
doubt-brackets-mended = 第 { $measures } 项的括号有误，已按“{ $after }”读取。请核对责任单位。
doubt-clause-torn = 第 { $measures } 项的责任分工被分页断开，已接上。请核对责任单位。
doubt-clause-outside = 编号措施之外还有责任分工的文字，没有计入任何措施。请核对是否漏了编号。
doubt-items-left-out = 有 { $count } 个条目没有责任单位，也没有作为措施读取，原文在登记表“其他文字”页。请核对；应有人承办的，请在登记表“措施”页补上。
doubt-numbers-repeated = 措施编号重复：第 { $measures } 项。请核对编号，以免混淆。
doubt-numbers-missing = 措施编号不连续，缺第 { $numbers } 项。请核对原文是否遗漏。
doubt-group-vague = 第 { $measures } 项由“{ $group }”承担，没有说明是哪些单位。请明确，并在{ plan-groups-kept }列出成员；明确之前无法分派。
doubt-group-members = 第 { $measures } 项由“{ $group }”承担，原文没有列出成员。请在{ plan-groups-kept }列出；列出之前无法分派。
doubt-group-taken-whole = 第 { $measures } 项的“{ $group }”没有说明是哪些单位，已按全体成员（{ $members } 个）分派。如只涉及部分单位，请在{ plan-groups-kept }以原文名称单独列出。
doubt-list-open = 第 { $measures } 项的责任单位以“等”结尾，可能还有其他单位。请核对，需要时补充。
doubt-addressee-idle = 主送单位“{ $names }”没有承担任何措施。请确认是否不必报送，或在文中用了别的名称。
doubt-names-alike = 以下名称像是同一单位：{ $names }。请确认，并统一写法。
doubt-names-completed = 第 { $measures } 项的单位名称省去了前面的“省、市、县”等字，已按文中另有的全称读取：{ $names }。请核对是否同一单位。
doubt-names-bare = 第 { $measures } 项的“{ $names }”前面没有“省、市、县”等字，而同列在前的单位有，看不出是否省略，已按原文读取。请核对；应写全称或与其他单位相同的，请在登记表“分工”和“单位”页改正。
doubt-task-forces-count = 文中提到 { $spoken } 个专班，实际写明的有 { $named } 个：{ $names }。请补充其余专班负责的措施，或确认数目。
doubt-labels-count = 文中列举了{ $names }，并说共有 { $spoken } 个，只写出 { $named } 个。其余的请在登记表“标签”页补上，并在“措施”页的“标签”一栏写到有关措施。
doubt-task-force-missing = 有 { $count } 项措施没有写明专班：第 { $measures } 项。请确认是否确无专班。
doubt-target-in-words = { $count ->
        [0] 计划的总体目标
       *[other] 第 { $measures } 项的目标
    }没有写成数字（{ $words }），已折算读入，如“翻一番”读作增长 1 倍，“减半”读作减少 50%。请在登记表“指标”页核对；知道原有数值的，请改为具体目标并填写起点值。
doubt-target-unread = 第 { $measures } 项提到“{ $words }”，没有写数字，没有作为指标读取。需要按数字跟踪的，请在登记表“指标”页补上。
doubt-target-unnamed = 第 { $measures } 项的“{ $words }”没有写明是哪个指标的数值，没有读取。需要跟踪的，请在登记表“指标”页补上。
doubt-target-due-untold = 第 { $measures } 项写有几个完成时限（{ $words }），看不出各对应哪个指标，已按其中最晚的读取。请在登记表“指标”页逐个核对。
doubt-due-of-one-part = 第 { $measures } 项只有其中一部分写了完成时限（{ $words }），已作为整项的时限。其余部分另有时限的，请在登记表“措施”“指标”页改正。
doubt-day-unknown = 第 { $measures } 项的完成时限“{ $words }”看不出是哪一天，没有读取。请在登记表“措施”页的“完成时限”一栏填写日期。
doubt-year-unknown = { $count ->
        [0] 计划的总体目标
       *[other] 第 { $measures } 项
    }写有“{ $words }”，全文没有年份，没有作为时限读取。请在登记表“措施”“指标”页填写完成时限。
doubt-target-unmeasured = 有 { $count } 个指标没有计量单位：{ $names }。填报人只看得到数字，请在登记表“指标”页的“计量单位”一栏补上（如个、万亩、%）。
doubt-register-unused = { $kept ->
        [file] 单位名录
       *[registry] 登记表
    }中的“{ $names }”在计划里没有出现。请核对写法。
doubt-official-name-missing = 以下单位没有登记全称：{ $units }。落款将使用简称；请在{ $kept ->
        [file] 单位名录的 [official_names] 部分
       *[registry] 登记表“单位”页
    }补上。

## The register that goes with a plan
plan-register-faulty = 单位名录“{ $name }”有 { $count } 处错误，没有读入。请改正后重新提交：
plan-register-not-toml = 第 { $line } 行：不符合 TOML 写法。名称要加英文双引号，例如 "市工科局" = "永济市工业和科技局"；同一名称不能出现两次。
plan-register-table-unknown = 第 { $line } 行：[{ $table }] 不是可用的部分。只能有 [official_names] 和 [groups]。
plan-register-no-table = 第 { $line } 行：{ $table } 应写成 [{ $table }]，其下每行一个名称。
plan-register-name-empty = 第 { $line } 行：“{ $unit }”的全称应是一个非空的名称。请补上全称。
plan-register-name-twice = 第 { $line } 行：“{ $unit }”与“{ $other }”的全称相同（{ $official }）。请改正其中一个。
plan-register-group-empty = 第 { $line } 行：单位组“{ $group }”没有成员。请写成 ["单位甲", "单位乙"]。
plan-register-member-empty = 第 { $line } 行：单位组“{ $group }”的第 { $position } 个成员不是名称。请补上或删去。
plan-register-member-group = 第 { $line } 行：单位组“{ $group }”的第 { $position } 个成员“{ $member }”本身是单位组。请逐个写出单位。
plan-register-member-twice = 第 { $line } 行：单位组“{ $group }”的第 { $position } 个成员“{ $member }”重复。请删去一个。

## The registry workbook: sheets, heads and words
registry-sheet-plan = 计划
registry-sheet-sections = 章节
registry-sheet-measures = 措施
registry-sheet-assignments = 分工
registry-sheet-units = 单位
registry-sheet-groups = 单位组
registry-sheet-contacts = 联系人
registry-sheet-forces = 专班成员
registry-sheet-indicators = 指标
registry-sheet-labels = 标签
registry-sheet-doubts = 存疑
registry-sheet-prose = 其他文字
registry-col-item = 项目
registry-col-value = 内容
registry-col-path = 所属章节
registry-col-force = 专班
registry-col-position = 序
registry-col-number = 编号
registry-col-title = 标题
registry-col-deadline = 完成时限
registry-col-labels = 标签
registry-col-line = 原文行
registry-col-text = 原文
registry-col-shown = 措施（仅供查看）
registry-col-unit = 单位
registry-col-role = 分工
registry-col-ask = 填报要求
registry-col-official = 全称（落款）
registry-col-aliases = 别名
registry-col-signed = 领导签发
registry-col-group = 单位组
registry-col-member = 成员单位
registry-col-kind = 身份
registry-col-post = 职务
registry-col-person = 姓名
registry-col-phone = 电话
registry-col-mail = 电子邮箱
registry-col-indicator = 指标
registry-col-target = 目标值
registry-col-measured = 计量单位
registry-col-comparator = 要求
registry-col-direction = 方向
registry-col-start = 起算日期
registry-col-baseline = 起点值
registry-col-cumulative = 累计
registry-col-label = 标签名称
registry-col-doubt = 存疑之处（仅供查看）
registry-col-source = 原文词句
registry-item-title = 计划名称
registry-item-number = 文号
registry-item-issuer = 发文机关
registry-item-date = 成文日期
registry-item-addressees = 主送单位
registry-item-due = 报送日（几日前）
registry-item-frequency = 报送频次
registry-item-period = 报送内容所属期
registry-item-office = 报送至
registry-item-location = 地点
registry-item-mail = 电子邮箱
registry-item-source = 出自第几项
registry-frequency-monthly = 每月
registry-frequency-quarterly = 每季度
registry-frequency-weekly = 每周
registry-frequency-half_yearly = 每半年
registry-frequency-yearly = 每年
registry-period-previous = 上期
registry-period-current = 本期
registry-ask-monthly = 每月
registry-ask-quarterly = 每季度
registry-ask-never = 不填报
registry-ask-shared = 合写一段
registry-direction-up = 上升
registry-direction-down = 下降
registry-yes = 是
registry-no = 否

force-post-leader = 负责人
force-post-liaison = 联络员
force-post-member = 成员

## The registry workbook: faults
plan-registry-faulty = 计划登记表“{ $name }”有 { $count } 处错误，没有读入。请改正后重新提交：
plan-registry-sheet-missing = 缺少工作表“{ $sheet }”。请恢复这张工作表，不要改名或删除。
plan-registry-column-missing = 工作表“{ $sheet }”缺少“{ $column }”列。请恢复第一行的列名。
plan-registry-no-rows = 工作表“{ $sheet }”{ $cell }：这张工作表没有一行内容，载入后任何单位都不会收到任务。请从导出的登记表中恢复，或逐行填写。
plan-registry-formula = 工作表“{ $sheet }”{ $cell }：这里是公式。请改为填写数值或文字。
plan-registry-empty = 工作表“{ $sheet }”{ $cell }：“{ $column }”没有填写。请补上，或删去整行。
plan-registry-unit-group = 工作表“{ $sheet }”{ $cell }：“{ $value }”是单位组，不是单位。请在“单位组”工作表中列出成员。
plan-registry-twice = 工作表“{ $sheet }”{ $cell }：“{ $value }”与 { $other } 重复。请删去或改正其中一个。
plan-registry-alias-taken = 工作表“{ $sheet }”{ $cell }：名称“{ $alias }”已在 { $other } 指“{ $unit }”，一个名称只能指一个单位。请改正其中一个。
plan-registry-group-taken = 工作表“{ $sheet }”{ $cell }：“{ $value }”在“单位”工作表 { $other } 已是单位的名称。请改正其中一个。
plan-registry-member-group = 工作表“{ $sheet }”{ $cell }：成员“{ $value }”本身是单位组。请逐个写出单位。
plan-registry-member-twice = 工作表“{ $sheet }”{ $cell }：成员“{ $value }”在同一组中重复。请删去一个。
plan-registry-unit-unknown = 工作表“{ $sheet }”{ $cell }：“单位”工作表中没有“{ $value }”。请先在那里登记，或改正写法。
plan-registry-force-unknown = 工作表“{ $sheet }”{ $cell }：计划中没有专班“{ $value }”。请改正写法，或先在“章节”“措施”工作表中写明。
plan-registry-measure-unknown = 工作表“{ $sheet }”{ $cell }：“措施”工作表中没有序为“{ $value }”的措施。请改正。
plan-registry-choice = 工作表“{ $sheet }”{ $cell }：“{ $value }”不可用。请从这些词中选一个：{ $choices }。
plan-registry-choice-empty = 工作表“{ $sheet }”{ $cell }：没有填写。请从这些词中选一个：{ $choices }。
plan-registry-label-unknown = 工作表“{ $sheet }”{ $cell }：“标签”工作表中没有“{ $value }”。请先在那里登记，或改正写法。
plan-registry-negative = 工作表“{ $sheet }”{ $cell }：目标值“{ $value }”是负数。请写成正数，下降的在“方向”中选择。
plan-registry-direction = 工作表“{ $sheet }”{ $cell }：要求“{ $value }”与方向“{ $direction }”矛盾。请改正其中一个。
plan-registry-start-late = 工作表“{ $sheet }”{ $cell }：起算日期“{ $value }”晚于完成时限 { $deadline }。请改正其中一个。
plan-registry-number = 工作表“{ $sheet }”{ $cell }：“{ $value }”不是可用的数字。请改正。
plan-registry-day = 工作表“{ $sheet }”{ $cell }：“{ $value }”不是日期。请写成 2026-06-30。
plan-registry-phone = 工作表“{ $sheet }”{ $cell }：“{ $value }”不是完整的电话号码。手机号码写足 11 位，座机写区号、号码和分机，如 0359-8022001转12；不详的留空。
plan-registry-mail = 工作表“{ $sheet }”{ $cell }：“{ $value }”不是电子邮箱地址。请改正或留空。

## How far a reading is, at a terminal
plan-phase-text = 正在读取“{ $name }”：提取文字……
plan-phase-outline = 正在读取“{ $name }”：辨认章节、措施和分工……
plan-phase-doubts = 正在读取“{ $name }”：核对存疑之处……
