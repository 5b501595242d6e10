### 导入文件：文件的问题和导入的结果。

import-uid = 在其他程序中的编号
import-done = 新建 { NUMBER($created) } 张，更新 { NUMBER($updated) } 张，未接受 { NUMBER($bad) } 行
import-undone = 已撤回 { NUMBER($count) } 处更改；{ NUMBER($kept) } 处因后来又被修改而保留原样
import-is-a-backup = 这是工作区的备份。请从命令行恢复：kartotek import 文件
import-unknown-format = 这既不是表格（CSV）也不是 vCard 文件。将联系人导出为其中一种格式，再选择该文件。
import-started-already = 此导入已经开始。要更改读取方式，重新导入文件。
import-match-needed = 选择各行按哪些字段查找卡片。
import-cannot-match = 不能按此字段查找卡片。选择邮箱、电话、姓名或文本字段。
import-no-such-target = 此字段已不存在。选择其他字段。
import-mapped-twice = 已有另一列填入此字段。略去其中一列。
import-nothing-mapped = 还没有任何列对应字段。至少为一列选择字段。
import-file-changed = 各列与文件不再相符。重新导入文件。
import-nothing-to-undo = 此导入没有可以撤销的更改。
import-several-match = 有多张卡片与此行相符。合并这些卡片，或按其他字段匹配。
import-row-refused = 此行无法按原样保存。
import-row-too-long = 从这里起无法读取文件：引号没有闭合，或者此行太长。
import-unreadable = 从这里起无法读取文件。
import-card-too-large = 此卡片太大。
import-card-empty = 此卡片没有任何人的信息。
import-outside-card = 这段文字不属于任何卡片。
