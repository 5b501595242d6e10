### 后台任务。

jobs-state-waiting = 等待中
jobs-state-running = 运行中
jobs-state-done = 已完成
jobs-state-failed = 失败
jobs-state-cancelled = 已取消
jobs-not-over = 只有失败或已取消的任务可以重新运行。
jobs-cancelled = 任务已取消。
jobs-lease-lost = 任务已在别处继续运行。
jobs-released = 任务已中断，稍后会继续。
