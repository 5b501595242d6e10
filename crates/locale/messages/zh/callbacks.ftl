### The callbacks of the day, one after another.

callbacks = 待回电
callbacks-left = 还剩 { $count } 个
callbacks-none = 所有回电已完成
callbacks-none-text = 约定的回电到期后会出现在这里。
callbacks-next = 接下来
callbacks-start = 逐个回电
callback-promised = 约定内容
callback-open = 打开名片
callback-note = 通话内容
callback-reached = 已接通
callback-no-answer = 无人接听
callback-busy = 占线
callback-later = 稍后
callback-said = { $name }：{ $outcome }
callback-is-done = 此回电已完成。这是下一个。
change-called-back = 已回电 { $subject }
