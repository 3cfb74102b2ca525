## A plan or a registry by chat
file-too-large = 文件“{ $name }”超过 20 MB，机器人取不到。请删去图片和无关附件后重新发送。
file-not-fetched = 文件“{ $name }”没有取到，可能是网络原因。请稍后重新发送。
plan-reading = 正在读取“{ $name }”，内容较多，请稍候。读完后会在这里告知。
plan-read-through = 已读完，结果见下。
plan-understood = <b>{ $title }</b>（{ $name }）
    读出措施 { $measures } 项，责任单位 { $units } 家，分工 { $total } 条，指标 { $indicators } 个。
plan-doubts-first = 存疑 { $count } 处，请核对：
    { $lines }
plan-doubts-left = （另有 { $count } 处，见{ $kind ->
        [registry] 随后发出的存疑清单
       *[plan] 登记表“存疑”页
    }）
plan-doubts-file = 存疑清单 { $name }
plan-doubts-caption = 存疑之处全部在这里。请在登记表中改正后发回。
plan-untitled = 没有找到计划名称，不能载入。请在登记表“计划”页补上名称后发回。
plan-loaded-already = 与已载入的第 { $number } 版相同，没有变化。
plan-would-be-new = 这是新计划，将载入为第 { $number } 版。
    { $lines }
plan-would-be-edition = 将载入为第 { $number } 版，与现行版相比：
    { $lines }
plan-would-update = 措施和分工没有变化，将更新：
    { $lines }
plan-more-lines = （另有 { $count } 处，未在此列出）
plan-kept = 文件没有提到、或所在措施文字未变的，沿用办公室已登记的：{ $things }。要改，请在登记表中改后发回。
plan-kept-front = 文号、印发单位、日期等 { $count } 项
plan-kept-rule = 报送要求
plan-kept-mail = 电子邮箱
plan-kept-forces = 专班 { $count } 处
plan-kept-measures = 措施的单位、标题或时限 { $count } 项
plan-kept-targets = 指标 { $count } 个
plan-kept-labels = 标签 { $count } 个
plan-periods = 报送期：{ $first }至{ $last }。已开始的报送周期不受影响。
plan-button-load = 载入
plan-button-drop = 放弃
plan-button-periods = 改报送期
plan-button-keep-periods = 不改
plan-ask-periods = 请发送第一个和最后一个报送期，例如：{ $example }
plan-periods-unclear = 没看懂。请按年-月写两个报送期，后一个不能早于前一个。
plan-changed-since = 您查看之后情况有变，尚未载入。现在的变化如下，请重新确认：
plan-loaded = 已载入《{ $title }》第 { $number } 版，报送期自{ $first }至{ $last }。
plan-profile-amiss = config.toml 的 [draft] units 中，“{ $unit }”{ $first ->
    [none] 不是任何一家责任单位
   *[other] 和“{ $first }”是同一家单位
}：现在照常运行，但下次启动会被拒绝，请通知运维人员改正。
plan-mail-unconfirmed = 计划里的电子版邮箱 { $mail } 在确认之前不会使用。
plan-dropped = 已放弃“{ $name }”，什么都没有改变。
plan-lines = { $lines }
plan-registry-file = { $title }登记表
plan-registry-caption = 登记表：可在 Excel 中更正措施、分工、单位全称和别名、单位组、联系人、指标，然后发回这里。
plan-changes-file = { $name }变化清单
plan-changes-caption = 载入后的全部变化。
plan-faults-file = { $name }错误清单
plan-faults-caption = 全部错误。
