### Forms by which strangers become leads, and consent.

settings-forms = 表单
forms-lead = 通过表单提交的内容会成为线索。每个表单都有自己的页面，也可以放到您的网站上。
form-new = 新建表单
form-make = 创建表单
form-name = 名称
form-name-help = 显示在每条线索上，便于了解哪个表单带来了谁
form-leads = 线索
form-state = 状态
form-open = 开放
form-not-open = 已关闭
form-takes = 接收回复
form-language = 语言
form-words = 页面文字
form-title = 标题
form-intro = 引言
form-button = 按钮
form-thanks-text = 致谢
form-thanks-address = 或跳转到此页面
form-thanks-address-help = 您自己的页面，例如 https://example.com/thanks
form-asks = 询问内容
form-ask-not = 不询问
form-ask-optional = 可不填
form-ask-required = 必填
form-ask-label = 另取名称
form-ask-whether = 是否询问{ $field }
form-ask-called = { $field }在表单上的名称
form-asks-nobody = 请询问姓名、电子邮箱或电话号码
form-consent = 同意条款
form-consent-help = 可勾选方框旁的文字，例如“是的，请通过电子邮件告知我优惠信息”。勾选者会收到一封邮件并在其中确认；在此之前同意不生效。
form-consent-needs-mail = 还需询问电子邮箱：同意需通过邮件确认
form-owner-help = 线索归谁。按规则：依“设置 → 分配”的规定。
form-owner-rules = 按规则
form-source-of-link = 依链接所示（utm_source）
form-one-lead = 把这个网址发给他人，或把表单放到您自己的网站上。
form-look = 查看
form-kept = 表单已保存
form-paste = 用于您自己的网站
form-paste-lead = 将此代码粘贴到表单所在位置，并按您网站的风格设置样式。它会说明访客来源；没有脚本也能使用。
form-program = 用于程序
form-program-lead = 任何网站的脚本都可向此处发送 JSON，无需密钥。同一地址会返回所询问的内容。
form-program-api = 您持有密钥的程序可以创建包含全部字段的线索，包括来源（source、origin、medium、campaign、term、content、referrer、landing_page、recommended_by）：
forms-enough = 已有 { $most } 个表单。请改用一个不再使用的表单。

## The page of a form

form-send = 发送
form-optional = （选填）
form-choose = 请选择
form-message = 您的留言
form-who-told = 谁向您介绍了我们
form-trap = 请将此处留空
form-footer = 您填写的内容只会发送给 { $workspace }。
form-sent = 已发送
form-thanks = 谢谢。我们已收到您的留言，会与您联系。
form-another = 再发送一份
form-onwards = 继续
form-closed = 此表单已不再接收回复。
form-not-json = 请发送包含文本的 JSON 对象

## What became of it

change-form = { $subject } 带来了一条线索
form-also-sent = 表单中还提交了：
form-wrote-again = { $name } 通过表单“{ $form }”留言。已创建新线索。
lead-known-as = 已有相同邮箱或电话的卡片：

## Set aside

form-aside = 可能的垃圾信息
form-aside-count = 待查看 { $count } 条
form-aside-lead = 通过表单提交，但因疑似垃圾信息而未成为线索。保留 90 天。
form-aside-none = 没有搁置的内容
form-aside-none-text = 看似垃圾信息的内容会在此等待查看。提交的任何内容都不会丢失。
form-not-spam = 不是垃圾信息
form-taken = 已成为线索
form-removed = 已移除
form-why-trap = 填写了人看不到的字段
form-why-fast = 提交速度超过人的输入速度
form-why-stamp = 页面标记不是我们的
form-why-links = 含有链接
form-why-many = 来自同一处的过多提交

## Consent

consent = 同意
consent-many = 同意记录
new-consent = 新建同意记录
create-consent = 创建同意记录
empty-consent = 还没有同意记录
empty-consent-text = 某人同意了什么、原话以及时间。表单会询问；您也可以记录口头同意。
consent-text = 条款原文
consent-about = 卡片
consent-state = 状态
consent-channel = 渠道
consent-address = 地址
consent-at = 询问时间
consent-given-at = 同意时间
consent-form = 表单
consent-page = 页面
consent-client = 网络地址
consent-given-from = 确认时的网络地址
consent-state-asked = 已询问，未确认
consent-state-given = 已同意
consent-state-withdrawn = 已撤回
person-email-consent = 电子邮件同意
wrote-consent = 请求同意
change-consent-given = { $subject } 已同意
change-consent-withdrawn = { $subject } 未同意
consent-subject = { $workspace }：您希望我们给您写信吗？
consent-lead = { $name }，您好。有人在 { $workspace } 的表单中填写了此邮箱并同意以下内容：
consent-way = 在此确认
consent-otherwise = 如果不是您本人操作，无需理会：未经您确认，我们不会发送任何内容。
consent-foot = 您收到此邮件是因为有人向 { $workspace } 提供了您的邮箱。
consent-title = 我们可以给您写信吗？
consent-asks = { $workspace } 询问 { $address } 的所有者：
consent-yes = 是的，我同意
consent-no = 不同意
consent-withdraw = 我改变主意了
consent-is-given = 您已同意。谢谢。
consent-is-withdrawn = 您已拒绝。我们不会发送任何内容。

## Fields of a lead that say where it came from

lead-email-consent = 电子邮件同意
lead-origin = 营销来源
lead-term = 搜索词
lead-content = 广告内容
lead-landing-page = 着陆页
lead-form = 表单
lead-recommended-by = 推荐人（自述）
lead-country = 国家/地区
lead-postal-code = 邮政编码
through-form = 表单
through-link = 邮件中的链接

## Leads who want to be left alone

lead-do-not-contact = 不要联系
lead-standing = 意向
lead-standing-reason = 不感兴趣的原因
lead-standing-until = 不感兴趣至
lead-refused-since = 拒绝起始时间
lead-alone-until = 勿打扰至
view-all-leads = 包括希望不被打扰者

save-consent = 保存同意
toast-consent = 同意已保存
