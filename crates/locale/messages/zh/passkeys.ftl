### 通行密钥：无需密码登录。

passkeys = 通行密钥
passkeys-lead = 保存在您设备上的密钥，通过指纹、面容或 PIN 登录。他人无法猜到，也无法骗取。
passkeys-none = 暂无通行密钥。
passkeys-count =
    { $count ->
       *[other] { $count } 个通行密钥
    }
passkeys-manage = 管理
passkey-add = 添加通行密钥
passkey-name-help = 便于识别的名称，例如“工作笔记本”。
passkey-used = 上次使用
passkey-never = 从未
passkey-made = 创建
passkey-for = 适用于
passkey-remove-of = 移除 { $name }
passkey-added = 今后可用 { $name } 登录
passkey-renamed = 已保存 { $name }
passkey-removed = 该通行密钥已失效
passkey-unable = 您的浏览器无法在此创建通行密钥。需要启用脚本的新版浏览器。
passkey-sign-in = 使用通行密钥登录
passkey-or = 或
passkey-stopped = 设备未响应。请重试。
