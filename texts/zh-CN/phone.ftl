## The number of whoever reports
menu-phone = 登记本人联系电话
help-phone = /phone 0359-8022001　登记本人联系电话，写在报告落款处，办公室也用它联系
phone-known = { $phone ->
        [none] 您的联系电话还没有登记。
       *[other] 您登记的联系电话：{ $phone }。
    }登记或更换：请发送号码，如 0359-8022001，或把自己的名片（联系人）发来。不改：/cancel
phone-unclear = 这不是完整的电话号码，没有登记。请发送 11 位手机号，或区号和号码，如 0359-8022001。不登记：/cancel
phone-taken = 联系电话已登记：{ $phone }。此后报送的稿件落款处写这个号码；已报送的版本不变。
preview-no-phone = ☎ 联系电话没有登记，稿件落款处会标“［待补：联系电话］”：请{ $name }发送 /phone 号码，如 /phone 0359-8022001
