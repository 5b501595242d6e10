### Invitations by mail, and what those answer who were invited.

appointment-invite = 用邮件邀请来宾，并通知变更
invited-subject-new = 邀请：{ $what }，{ $when }
invited-subject-changed = 变更：{ $what }，{ $when }
invited-subject-cancelled = 取消：{ $what }，{ $when }
invited-lead-new = { $workspace } 邀请您：
invited-lead-changed = 您与 { $workspace } 的日程有变更：
invited-lead-cancelled = 您与 { $workspace } 的以下日程已取消：
invited-foot = 您收到此邮件，是因为 { $workspace } 邀请了您。
invited-accepted = 我会参加
invited-tentative = 也许参加
invited-declined = 无法参加
invited-said-accepted = 您已答复将会参加。
invited-said-tentative = 您已答复也许参加。
invited-said-declined = 您已答复无法参加。
invited-note-new = 已邀请 { $address }：{ $what }，{ $when }
invited-note-changed = 已将变更通知 { $address }：{ $what }，{ $when }
invited-note-cancelled = 已将取消通知 { $address }：{ $what }，{ $when }
invited-note-accepted = { $name } 将会参加：{ $what }，{ $when }
invited-note-tentative = { $name } 也许参加：{ $what }，{ $when }
invited-note-declined = { $name } 无法参加：{ $what }，{ $when }
invited-task-declined = { $name } 无法参加 { $what }
invited-answers-taken = { $count ->
    [0] 文件中没有新的答复
   *[other] 已收取 { $count } 个答复
}
