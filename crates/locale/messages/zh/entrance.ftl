### 入口：初次设置、登录、邀请，以及空工作区的首页。

sign-in = 登录
sign-out = 退出登录
sign-in-forgotten = 忘记了？管理此服务器的人可以设置新密码。
entrance-footer = Kartotek 运行在你自己的电脑或服务器上，数据不会离开那里。

## 表单字段

field-name = 名称
field-your-name = 你的姓名
field-email = 电子邮件
field-password = 密码
field-language = 语言
field-country = 国家或地区
field-currency = 货币
field-time-zone = 时区
password-help = 至少 10 个字符，可以是一句话。
error-of-field = { $field }：{ $text }
errors-to-correct = 有 { NUMBER($count) } 处需要更正

## 初次运行

first-run-title = 建立你的卡片索引
first-run-lead = 回答几个问题，就可以写第一张卡片。以后都可以更改。
first-run-token = 控制台中的令牌
first-run-token-help = 显示在启动 Kartotek 的地方，用来证明服务器是你的。
first-run-token-wrong = 这不是控制台中的令牌。
first-run-workspace = 你的工作区
first-run-workspace-name = 公司名称
first-run-country-help = 没有国家代码的电话号码按此国家或地区处理。
first-run-you = 你
first-run-email-help = 用它登录。不会向任何地方发送内容。
first-run-open = 打开 Kartotek

## 邀请

invitation-title = 加入 { $workspace }
invitation-lead = 你受邀使用 { $workspace } 的卡片索引。
invitation-lead-by = { $name } 邀请你使用 { $workspace } 的卡片索引。
invitation-own-password = 你已有账户，输入该账户的密码。
invitation-accept = 加入

## 空工作区

start-title = 你的卡片索引是空的
start-text = 联系人、公司和家庭都放在这里，连同每一次通话、备注和任务。导入已有的通讯录，用示例数据看一看，或写下第一张卡片。
start-import = 导入文件
start-sample = 填入示例数据
start-by-hand = 写第一张卡片
