### 评论、提及、关注和通知。

comment = 评论
comment-many = 评论
new-comment = 新建评论
create-comment = 创建评论
empty-comment = 还没有评论
empty-comment-text = 评论是同事之间关于卡片的交流，客户看不到。写在卡片上，用 @ 提及某人，所有评论会汇总到这里。
comment-text = 内容
comment-about = 卡片
comment-at = 时间
comment-owner = 作者
comment-edited-at = 编辑时间
comment-mentions = 提及
comment-what = 对同事说点什么；用 @ 提及某人
save-comment = 发表评论
toast-comment = 已添加评论
toast-comment-edited = 已修改评论
wrote-comment = 发表了评论
comment-edited = 已编辑
rights-with-card = 能看到卡片的人
rights-author = 作者本人

## 提及某人

mention-who = 同事和团队
mention-blind-short = 看不到此卡片
mention-blind =
    { $count ->
       *[other] { $names } 看不到此卡片，不会收到通知
    }

## 关注

follow = 关注
following-now = 已关注
follow-note = 了解此卡片的动态
unfollow-note = 不再接收此卡片的动态
followers = 关注者
followers-none = 还没有人关注此卡片
toast-following = 你已关注此卡片
toast-not-following = 你已取消关注此卡片

## 通知

nav-notifications = 通知
nav-news = 通知
notices-unread = { $count } 条未读
notices-only-unread = 未读
notices-choose = 设置
notices-read-all = 全部标为已读
notices-none = 还没有通知
notices-none-text = 有人提及你、评论你关注的卡片或让你负责某事时，会显示在这里。
notices-none-unread = 全部已读
notices-none-unread-text = 新的动态会显示在这里和铃铛上。
notice-new = 未读
notice-mark-read = 标为已读
notice-mark-unread = 标为未读
notice-mentioned = { $who } 在 { $card } 上提及了你
notice-comment = { $who } 评论了 { $card }
notice-activity = { $who } 在 { $card } 上记下了内容
notice-activity-note = { $who } 在 { $card } 上写了备注
notice-activity-call = { $who } 在 { $card } 上记录了通话
notice-activity-task = { $who } 在 { $card } 上添加了任务
notice-activity-many = { $who } 在你关注的 { $count } 张卡片上记下了内容
notice-activity-several = { $who } 在你关注的卡片上记下了内容
notice-changed =
    { $times ->
        [1] { $who } 修改了 { $card }
       *[other] { $who } 修改了 { $card } { $times } 次
    }
notice-changed-many = { $who } 修改了你关注的 { $count } 张卡片
notice-changed-several = { $who } 修改了你关注的卡片
notice-assigned = { $who } 让你负责 { $card }
notice-assigned-many = { $who } 让你负责 { $count } 张卡片
notice-assigned-several = { $who } 让你负责多张卡片
notice-shared = { $who } 与你共享了 { $card }
notice-finished = { $job }已完成
notice-failed = { $job }失败
notice-finished-gone = 后台任务已完成

settings-notifications = 通知
notices-lead = 你会收到哪些通知。你自己做的事和你无权查看的卡片永远不会通知你。
notices-what = 何时
notices-shown = 在 Kartotek 中
notices-mailed = 通过邮件
notices-kind-mentioned = 有人提及你或你的团队
notices-kind-comment = 有人评论你关注的卡片
notices-kind-activity = 你关注的卡片上新增备注、通话或任务
notices-kind-changed = 你关注的卡片被修改
notices-kind-assigned = 你被指定负责某事
notices-kind-shared = 有卡片共享给你
notices-kind-finished = 你的导入或其他长任务结束
notices-follow = 参与即关注
notices-follow-help = 你会关注自己评论过、被提及或负责的卡片，除非你取消关注其中某张。
notices-chosen = 已保存
job-records-bulk = 批量修改

## 信件

notices-letter-subject = { $count } 条通知
notices-letter-open = 在 Kartotek 中打开
notices-letter-foot = 你收到此邮件是因为你选择通过邮件接收通知。更改选择：{ $address }
job-notices-by-mail = 邮件通知
job-mail-send = 发送邮件

settings-mail = 发件箱
mail-server = 邮件通过 { $host } 以 { $sender } 的身份发送。
mail-none = 尚未设置邮件服务器，邮件会保存在这里，不会发送。运行 Kartotek 的人可以用 smtp 和 mail_from 设置。
mail-trouble = 邮件服务器不接收邮件。系统会自动重新发送。
mail-empty = 还没有邮件
mail-subject = 主题
mail-state = 状态
mail-when = 时间
mail-words = 邮件内容
mail-enclosed = 随信附件
mail-waiting = 等待中
mail-sent = 已发送
mail-failed = 失败
mail-kept = 保存在此
mail-next = 下次尝试
mail-send = 发送
mail-test = 发送测试邮件
mail-test-subject = 来自 Kartotek 的测试邮件
mail-test-text = 如果你读到这封邮件，说明邮件可以送达。
mail-on-its-way = 邮件正在发送
mail-is-kept = 邮件已保存在发件箱
mail-words-gone = 已发送的内容不会保留。
mail-words-of-owners = 此邮件只有所有者可以阅读。
mail-no-server = 尚未设置邮件服务器，无法发送。
mail-is-sent = 已经发送过了。

## 邮件邀请

invitation-way = 送达方式
invitation-language = 邮件语言
invitation-by-mail = 通过邮件
invitation-by-mail-from = 发件人：{ $sender }
invitation-by-mail-kept = 尚未设置邮件服务器：邮件会保存在发件箱
invitation-by-link = 通过链接
invitation-by-link-note = 链接只显示一次，由你自行转交
invitation-sent = 发往 { $email } 的邀请正在发送
invitation-kept = 发往 { $email } 的邀请已保存在发件箱
invitation-again = 重新发送
invitation-letter-subject = { $who } 邀请你加入 { $workspace }
invitation-letter-text = { $who } 邀请你使用 Kartotek 在 { $workspace } 中一起工作。
invitation-letter-accept = 接受邀请
invitation-letter-until = 链接只能使用一次，有效期至 { $date }。
invitation-letter-foot = 如果你没有预期收到此邮件，则无需做任何事。
