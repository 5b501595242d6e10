### 各处共用的词语、时间和错误提示。

## 操作

save = 保存
cancel = 取消
undo = 撤销
delete = 删除
restore = 恢复
edit = 编辑
add = 添加
remove = 移除
close = 关闭
open = 打开
search = 搜索
new = 新建
back = 返回
next = 下一个
previous = 上一个
more = 更多
show-more = 显示更多
copy = 复制
clear = 清除
done = 完成

## 回答

yes = 是
no = 否
none = 无
all = 全部
optional = 选填

## 日期和时间

today = 今天
yesterday = 昨天
tomorrow = 明天
today-at = 今天 { $time }
yesterday-at = 昨天 { $time }
tomorrow-at = 明天 { $time }
just-now = 刚刚
minutes-ago = { NUMBER($count) } 分钟前
in-minutes = { NUMBER($count) } 分钟后
days-ago = { NUMBER($count) } 天前
in-days = { NUMBER($count) } 天后
count-seconds = { NUMBER($count) } 秒
count-minutes = { NUMBER($count) } 分钟
count-hours = { NUMBER($count) } 小时
count-days = { NUMBER($count) } 天

## 出错时

not-found = 这里没有内容，或者你没有查看权限。
denied = 你没有权限执行此操作。管理员可以为你开通。
conflict = 期间有人修改了此内容。刷新页面后再试。
too-many-attempts = 尝试次数过多。等几分钟再试。
internal-error = 我们这边出了故障。再试一次，如果仍然出错，告诉管理员。
required = 必填
not-a-number = 输入数字
not-a-date = 输入日期，例如 11月22日 或 明天
not-a-time = 输入时间，例如 14:30
not-an-email = 输入邮箱地址，例如 name@example.com
not-a-phone = 输入电话号码，例如 +86 10 1234 5678
not-an-amount = 输入金额，例如 1250
not-a-choice = 从列表中选择一项
not-a-link = 输入以 https:// 开头的链接
too-long = 最多 { NUMBER($max) } 个字符
