### 使用其他服务的账户登录。

open-id = 使用公司账户登录
open-id-lead = 任何支持 OpenID Connect 的服务，例如 Microsoft Entra、Google、Keycloak 或 authentik。
open-id-back = 回调地址
open-id-back-help = 请在该服务中登记为重定向 URI。
open-id-label = 按钮上的名称
open-id-issuer = 颁发者 (issuer)
open-id-issuer-help = 例如：https://login.example.com/realms/work
open-id-client = 客户端 ID
open-id-secret = 客户端密钥
open-id-secret-kept = 已保存且不显示。留空则保持不变。
open-id-newcomers = 在此尚无账户的人
open-id-nobody = 未受邀请前不得进入
open-id-becomes = 成为{ $role }
open-id-domains = 电子邮箱域名为
open-id-domains-help = 例如：example.com, example.cn
open-id-claim = 包含群组的声明 (claim)
open-id-claim-help = 通常为 “groups” 或 “roles”。留空则仅在此处分配角色。
open-id-roles = 群组与角色
open-id-roles-help = 每行一个：群组 = 角色。角色可为 admin、member、read_only 或您自定义角色的名称。
open-id-saved = 现在可以使用 { $name } 登录
open-id-forget = 停止使用
open-id-forgotten = 不再使用其他服务登录
open-id-continue = 通过 { $name } 继续
