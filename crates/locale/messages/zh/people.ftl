### 联系人、公司和家庭。

person = 联系人
person-many = 联系人
new-person = 新建联系人
create-person = 创建联系人
empty-person = 还没有联系人
empty-person-text = 与你往来的每个人在这里都有一张卡片：怎么联系、谈过什么、答应过什么。创建第一张卡片，或导入别处已有的联系人。
company = 公司
company-many = 公司
new-company = 新建公司
create-company = 创建公司
empty-company = 还没有公司
empty-company-text = 客户、供应商和合作伙伴在这里都有一张卡片，与在那里工作的联系人放在一起，让大家都能看到约定了什么。创建第一张卡片，或导入一份名单。
household = 家庭
household-many = 家庭
new-household = 新建家庭
create-household = 创建家庭
empty-household = 还没有家庭
empty-household-text = 家庭把住在一起的人放到一起，共用一个地址，只需寄一封信，不必寄三封。创建第一个家庭，再添加成员。
household-and = { $first }和{ $last }

## 字段分组

group-about = 基本信息
group-reach = 联系方式
group-work = 工作
group-account = 跟进

## 联系人字段

person-name = 姓名
person-company = 公司
person-job-title = 职位
person-department = 部门
person-phones = 电话
person-emails = 邮箱
person-addresses = 地址
person-links = 网站
person-socials = 社交账号
person-preferred-channel = 首选联系方式
person-language = 语言
person-do-not-contact = 不要联系
person-standing = 意向
person-standing-reason = 不感兴趣的原因
person-standing-until = 不感兴趣至
person-nickname = 昵称
person-birthday = 生日
person-anniversary = 纪念日
person-gender = 性别
person-household = 家庭
person-tags = 标签
person-about = 简介
person-owner = 负责人
person-source = 来源
person-rating = 评级
person-last-talk-at = 上次联系
person-last-talk-by = 上次联系人员
person-refused-since = 拒绝起始时间
person-photo = 照片
person-foreign = 来自其他程序的信息
person-needs-a-name = 输入姓名、电话号码或邮箱地址

## 公司字段

company-name = 名称
company-phones = 电话
company-emails = 邮箱
company-addresses = 地址
company-links = 网站
company-socials = 社交账号
company-preferred-channel = 首选联系方式
company-language = 语言
company-do-not-contact = 不要联系
company-standing = 意向
company-standing-reason = 不感兴趣的原因
company-standing-until = 不感兴趣至
company-industry = 行业
company-registration-number = 统一社会信用代码
company-employees = 员工人数
company-parent = 母公司
company-tags = 标签
company-about = 简介
company-owner = 负责人
company-source = 来源
company-rating = 评级
company-last-talk-at = 上次联系
company-last-talk-by = 上次联系人员
company-refused-since = 拒绝起始时间
company-photo = 标志
company-foreign = 来自其他程序的信息

## 家庭字段

household-name = 名称
household-greeting = 信件抬头
household-greeting-found = 建议的信件抬头
household-addresses = 地址
household-phones = 电话
household-emails = 邮箱
household-do-not-contact = 不要联系
household-tags = 标签
household-about = 简介
household-owner = 负责人
household-last-talk-at = 上次联系
household-last-talk-by = 上次联系人员
household-refused-since = 拒绝起始时间
household-foreign = 来自其他程序的信息

## 选项

gender-female = 女
gender-male = 男
gender-other = 其他
standing-not-interested = 无意向
source-referral = 他人推荐
source-website = 网站
source-phone = 电话
source-event = 活动
source-advertisement = 广告
source-import = 导入
source-other = 其他
language-en = 英语
language-da = 丹麦语
language-sv = 瑞典语
language-no = 挪威语
language-fi = 芬兰语
language-de = 德语
language-fr = 法语
language-es = 西班牙语
language-it = 意大利语
language-nl = 荷兰语
language-pl = 波兰语
language-tr = 土耳其语
language-bg = 保加利亚语
language-ru = 俄语
language-uk = 乌克兰语
language-ar = 阿拉伯语
language-zh = 中文
language-ja = 日语
language-ko = 韩语

## 关系：另一张卡片是什么

link-works-at-forth = 任职公司
link-works-at-back = 员工
link-member-of-forth = 所属家庭
link-member-of-back = 成员
link-spouse-forth = 配偶或伴侣
link-parent-forth = 子女
link-parent-back = 父母
link-friend-forth = 朋友
link-referred-by-forth = 推荐人
link-referred-by-back = 被推荐人
link-parent-company-forth = 母公司
link-parent-company-back = 子公司
link-contact-of-forth = 对接公司
link-contact-of-back = 对接人

## 联系之前

make-call = 拨打
mail = 写邮件
do-not-contact = 不要联系
until-date = 至 { $date }
contact-first = 联系 { $name } 之前
contact-clear = 可以联系。
back-to-card = 返回卡片
call-anyway = 仍然拨打
mail-anyway = 仍然写邮件
guard-in-touch = 联系过
guard-open = 有未完成的事项
guard-holds = 正在查看此卡片
guard-calls = 正在通话
guard-since = 自 { $time } 起
assign-in-contact =
    { $count ->
       *[other] { $names } 正在与此客户联系
    }
guard-somebody = 有人
guard-ask = 询问 { $name }
guard-more = 还有 { $count } 条
guard-refused = 不希望被联系
guard-refused-person = 同一公司或家庭中有人不希望被联系
guard-refused-company = 该公司不希望被联系
guard-refused-household = 该家庭不希望被联系
refusal-from-earlier-card = 这是 { $date } 在之前的卡片上说明的，新建此卡片时一并带入。
guard-nearby-person = 与此卡片相关的人
guard-nearby-company = 与该公司
guard-nearby-household = 与该家庭

settings-guard = 联系提醒
guard-lead = 在打电话、写信或把卡片交给别人之前会看到的提示。
guard-days = 同事的联系在多久之内算新消息
guard-days-help = 在这段时间内，会提示谁联系过该客户，或联系过同一公司、同一家庭中的人。
guard-saved = 提醒设置已保存
guard-days-choice = { NUMBER($count) } 天
change-despite = 不顾提醒而执行：{ $subject }
