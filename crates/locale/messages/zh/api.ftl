### API、密钥与 Webhook。

## 程序的错误

api-malformed = 正文不是有效的 JSON：{ $what }
api-not-json = 请以 application/json 发送正文。
api-changed-meanwhile = 记录在读取后已被更改。请重新读取，再进行更改。
api-denied = 此密钥无权执行该操作。
api-key-needed = 请在 Authorization 标头中发送有效密钥：Bearer kartotek_…
api-too-many = 此密钥使用过于频繁。请按 Retry-After 指示的时间等待。
api-no-such-parameter = 没有这个参数。
api-no-such-name = 没有字段 { $name }。
api-not-a-relation = { $name } 不引用任何卡片。
api-out-of-range = 请使用 { $least } 到 { $most } 之间的整数。
api-wrong-type = 此处的类型必须是：{ $type }。
api-too-many-items = 最多 { $most } 个。
api-read-only = 此字段由 Kartotek 自行设置。
api-no-such-card = 没有这张卡片。
api-no-such-user = 没有这个用户。
api-no-match-by = 无法通过 { $name } 查找记录。
api-several-match = 有 { $count } 条记录的 { $name } 为此值。
api-idempotency-key = 请使用 1 至 255 个可见字符。
api-idempotency-key-used = 此键已用于另一个请求。请换一个新的。

## 参考

api-title = API
api-lead = 其他程序可以在此执行的操作，涵盖此工作区的每个字段。
api-download = OpenAPI 文档
api-first-steps = 入门
api-fields = 字段
api-field = 字段
api-value = 值
api-read-only-short = 只读
api-operations = 操作
api-parameters = 参数
api-body = 正文
api-answers = 响应
api-tag-all = 全部
api-intro-keys = 请在设置中创建密钥，并随每个请求发送。程序可以执行密钥角色允许的操作。
api-intro-values = 记录的值位于“fields”之下。空字段会被省略；null 可清空字段。
api-intro-versions = 在 If-Match 中发送记录的版本，即可仅在记录未变时更改它。
api-intro-once = 更改数据时请附带 Idempotency-Key：一天内重复发送也只执行一次。
api-intro-mistakes = 错误以 problem details（RFC 9457）返回，并指明每个字段。剩余限额见 RateLimit。
api-intro-mcp = AI 助手使用相同密钥连接此地址（Model Context Protocol）。
api-op-list = 列出、筛选和排序
api-op-create = 创建
api-op-get = 读取一条
api-op-update = 更改
api-op-delete = 移到回收站
api-op-restore = 从回收站恢复
api-op-upsert = 创建或更改
api-op-merge = 合并
api-op-undo = 撤销一组更改
api-op-batch = 一次最多 1,000 条
api-op-history = 历史
api-op-links = 关系
api-op-link = 与另一张卡片建立关系
api-op-activities = 发生的事情
api-op-search = 搜索全部
api-op-changes = 跟踪所有更改
api-op-link-kinds = 关系类型
api-op-change-link = 更改关系
api-op-remove-link = 删除关系
api-op-add-file = 发送文件
api-op-get-file = 获取文件
api-op-users = 用户
api-op-openapi = 此说明文档

## 密钥

settings-api-keys = API 密钥
api-keys-lead = 程序和助手凭密钥进入。密钥代表创建者行事，并在其离开时失效。
api-key-new = 新密钥
api-key-new-lead = 请为每个程序单独创建密钥，以便单独撤销。
api-key-name = 名称
api-key-name-help = 用途，例如：网店
api-key-until = 有效期至
api-key-validity = 有效期
api-key-days = { $count } 天
api-key-for-ever = 永久
api-key-make = 创建密钥
api-key-made = 您的新密钥
api-key-made-help = 仅显示这一次。请保存在他人无法读取的地方。
api-key-of = 创建者
api-key-unused = 从未
api-key-withdraw-of = 撤销密钥 { $name }
api-key-withdrawn = 密钥已撤销
identity-key-name-missing = 请为密钥命名。
change-batch = 更改了多张卡片

## Webhook

settings-webhooks = Webhook
webhooks-lead = Kartotek 会立即将更改通知其他程序。每条消息均经过签名（Standard Webhooks）。
webhook-new = 新 Webhook
webhook-name = 名称
webhook-name-help = 接收方，例如：财务
webhook-address = 地址
webhook-address-help = 互联网上的 https 地址
webhook-about = 关于
webhook-all = 全部
webhook-make = 添加 Webhook
webhook-made = Webhook 已添加
webhook-secret = 密钥
webhook-secret-help = 对方程序用它验证消息来自此处。
webhook-active = 启用
webhook-paused = 已暂停
webhook-pause = 暂停
webhook-resume = 恢复
webhook-resumed = Webhook 从现在起接收所有更改
webhook-stopped = Webhook 已暂停
webhook-remove = 删除
webhook-removed = Webhook 已删除
webhook-test = 发送测试
webhook-tested = 测试消息已发送
webhook-address-wrong = 请输入类似 https://example.com/hook 的地址。
webhook-address-private = 此地址指向专用网络。请使用互联网上的地址。
webhook-too-many = 已有 { $most } 个 Webhook。请先删除一个。
webhook-deliveries = 投递记录
webhook-deliveries-lead = 最近三十天。未被接收的消息会在三天内重发，之后可手动发送。
webhook-no-deliveries = 尚未发送任何消息。
delivery-when = 时间
delivery-event = 事件
delivery-state = 状态
delivery-answer = 响应
delivery-attempts = 尝试次数
delivery-waiting = 等待中
delivery-delivered = 已送达
delivery-failed = 失败
delivery-next = 下次尝试
delivery-again = 重新发送
delivery-again-of = 重新发送 { $event }
delivery-sent-again = 正在重新发送
delivery-body = 消息
delivery-show = 显示 { $event }
job-webhooks-dispatch = Webhook
job-webhooks-deliver = Webhook 消息
