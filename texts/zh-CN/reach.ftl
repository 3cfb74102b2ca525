## Joining
joined-many = 今天已加入 { $count } 人，最近：{ $latest }。如有不认识的，请点“查看”逐一核对。
joined-name = { $name }（{ $unit }{ $kind }）
joined-button-list = 查看
joined-list = <b>近七天加入 { $count } 人</b>，如有不认识的，请点“拒绝”。
joined-list-line = { $place }. { $name }：{ $unit }{ $kind }，{ $at }
joined-button-refuse-one = 拒绝 { $name }（{ $unit }{ $kind }）
joined-button-more = 下一页（{ $page }/{ $pages }）

## Whom nothing reaches
reach-back = { $unit }{ $kind }{ $name }已恢复，可以收到消息。
reach-warning = ! { $period }报送即将开始，以下 { $count } 家单位的联络员和B岗目前收不到消息：
    { $times }
reach-nobody = 没有人加入：{ $units }
reach-lost = 已停用机器人或账号注销：{ $units }
reach-phone = 只有电话，届时列入电话催办：{ $units }
reach-no-leader = 分管领导、主要负责人都收不到消息，逾期后无法提级（{ $count } 家）：{ $units }
reach-warning-leaders = ! { $period }报送即将开始。
    { $times }
reach-how = 请发送 /invite 单位 生成邀请链接，或补充联系电话。
