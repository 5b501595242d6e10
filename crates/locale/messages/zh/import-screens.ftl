### 导入向导。

## 步骤

import-steps = 导入步骤
import-step-file = 文件
import-step-understood = 识别结果
import-step-columns = 列
import-step-try = 试运行
import-step-result = 结果

## 文件

import-drop = 将文件拖到此处，或选择文件
import-drop-kinds = 来自任何通讯录或 CRM 的 Excel（XLSX）、CSV、TSV 或 vCard，最大 2 GB
import-drop-promise = 在您看到结果之前，不会保存任何内容。
import-template = 或者先填写空白工作簿：
import-read-file = 读取文件
import-no-file = 选择一个文件
import-empty-file = 此文件为空。选择其他文件。
import-other-file = 其他文件
import-another-file = 导入其他文件
import-earlier = 以往的导入
import-file = 文件
import-what-happened = 结果
import-by = 导入人：{ $name }
import-state-mapping = 未开始
import-state-dry-run = 统计中
import-state-running = 进行中
import-state-done = 已完成
import-state-failed = 失败
import-state-undone = 已撤销
import-state-cancelled = 已停止
import-count-created = 新建 { $count }
import-count-updated = 更新 { $count }
import-count-unchanged = 未变 { $count }
import-count-rejected = 拒绝 { $count }

## 识别结果

import-about = 约 { $rows }
import-rows = { $count } 行
import-cards = { $count } 张卡片
import-from-program = 这是从 { $program } 导出的文件，其中的列均可识别。
import-encoding = 编码
import-separator = 分隔符
import-sheet = 工作表
import-sheet-hidden = 隐藏
import-comma = 逗号
import-semicolon = 分号
import-bar = 竖线
import-tab = 制表符
import-first-row = 首行
import-first-row-names = 列名
import-first-row-card = 已是卡片
import-each-row = 每行是
import-column = 文件中的列
import-column-number = 第 { $number } 列
import-samples = 示例
import-beginning = 文件开头
import-more-columns = 另有 { $count } 列
import-to-columns = 匹配列
import-read-again = 重新读取文件
import-no-rows = 此文件中没有数据行。检查分隔符和首行，或选择其他文件。
import-no-cards = 此文件中没有卡片。选择其他文件。
import-cards-understood = 文件中的前几张卡片：
import-script-western = 西欧
import-script-turkish = 土耳其语
import-script-cyrillic = 西里尔字母
import-script-central-european = 中欧
import-script-greek = 希腊语
import-script-hebrew = 希伯来语
import-script-arabic = 阿拉伯语
import-script-baltic = 波罗的海
import-script-chinese = 中文
import-script-chinese-traditional = 繁体中文
import-script-japanese = 日语
import-script-korean = 韩语

## 列

import-goes-to = 对应
import-column-goes-to = { $column } 对应
import-note = 说明
import-leave-out = 不导入
import-left-out = 不导入
import-empty-columns = 文件开头有 { $count } 个空列
import-other-targets = 其他
import-related = 相关人员
import-related-role = 相关人员的关系
import-labelled = 标签为“{ $label }”
import-several-values = 多个值，以 { $mark } 分隔
import-cells-of-errors = { $count } 个单元格为 { $error }，视为空
import-yes-means = “是”表示：{ $meaning }
import-written = 书写方式
import-written-as-found = 自动判断
import-day-first = 日、月、年
import-month-first = 月、日、年
import-decimal-comma = 1.250,50
import-decimal-point = 1,250.50
import-look-again = 确认顺序
import-mode = 导入方式
import-mode-both = 新建卡片并更新已有卡片
import-mode-both-note = 文件中为空的内容保持原样。
import-mode-create = 仅新建卡片
import-mode-create-note = 跳过已有的内容。
import-mode-update = 仅更新已有卡片
import-mode-update-note = 跳过尚不存在的内容。
import-match = 通过以下内容识别已有卡片
import-match-help = 以先匹配到的为准。若均不选，全部新建为卡片。
import-try = 试运行，不保存

## 试运行

import-nothing-saved = 尚未保存
import-whole-file = 整个文件
import-counting = 正在统计将发生的变化
import-stop-counting = 停止统计
import-count-whole-file = 统计整个文件
import-done-of = { $done } / { $total }
import-would-happen = 将发生的变化
import-created = 新建
import-updated = 更新
import-unchanged = 未变
import-skipped = 跳过
import-rejected = 拒绝
import-named = 新建的关联卡片
import-nothing-to-do = 所有卡片都已与文件一致，或没有可用的行。没有需要导入的内容。
import-start = 开始导入
import-start-count = 导入 { $count } 张卡片
import-discard = 放弃
import-discarded = 已放弃此次导入
import-row-by-row = 逐行查看
import-line = 行号
import-row-number = 行号
import-what-happens = 处理方式
import-create = 新建
import-update = 更新
import-same = 未变
import-skip = 跳过
import-reject = 拒绝
import-no-match = 尚无此卡片
import-changes = 更改：{ $fields }
import-same-why = 卡片上已有全部内容
import-skip-why = 未要求处理
import-card-of-this-file = 前面某行的卡片
import-first-rows-only = 仅显示前 { $count } 行。

## 进行中

import-progress = 进度
import-waiting = 正在等待其他任务完成
import-beginning-to-read = 正在读取文件
import-linking = 正在关联卡片
import-rate = 每秒 { $count } 行
import-left = 剩余 { $time }
import-may-close = 可以关闭此页面，导入会继续进行。
import-stop = 停止
import-stopping = 正在停止

## 结果

import-are-in = 已有 { $count } 张卡片入库。
import-took = 用时 { $time }。
import-can-be-undone = 可以整体撤销此次导入。
import-was-undone = 此次导入已撤销。之后被他人修改的内容保持不变。
import-was-discarded = 此次导入在开始前已放弃。
import-was-stopped = 此次导入已停止。已导入的内容仍在，可以撤销。
import-has-failed = 此次导入因错误而停止。已导入的内容仍在，可以撤销。
import-taking-back = 正在撤销导入
import-see-cards = 查看卡片
import-rejected-rows = { $count } 行被拒绝
import-rejected-file = 被拒绝的行
import-undo = 撤销导入
