### 工作区、用户、登录和邀请。

identity-name-empty = 输入名称。
identity-name-too-long = 名称最多 { $most } 个字符。
identity-email-unreadable = 输入电子邮件地址，例如 anna@example.com。
identity-email-taken = 其他用户已使用此电子邮件地址。
identity-language-unknown = 从列表中选择一种语言。
identity-country-unknown = 选择国家或地区。
identity-currency-unknown = 选择货币。
identity-time-zone-unknown = 选择时区，例如 Asia/Shanghai。
identity-choice-unknown = 从选项中选择一项。
identity-password-too-short = 至少使用 { $least } 个字符。
identity-password-too-long = 最多使用 { $most } 个字符。
identity-password-is-yours = 密码不能与你的姓名或电子邮件地址相同。
identity-password-common = 很多人使用这个密码，容易被猜到。换一个密码。
identity-password-wrong = 密码不正确。
identity-sign-in-wrong = 电子邮件地址或密码不正确。
identity-sign-in-no-workspace = 你不是任何工作区的成员。联系管理员邀请你加入。
identity-sign-in-busy = 当前登录人数较多，稍后再试。
identity-already-set-up = Kartotek 已完成设置，直接登录即可。
identity-last-owner = 工作区必须有一位所有者。先将其他人设为所有者。
identity-already-member = 使用此电子邮件地址的人已是成员。
identity-invitation-over = 此邀请已过期、已使用或已撤回。重新索取一份邀请。
