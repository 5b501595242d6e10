### A lead from a pasted signature.

paste = 粘贴签名
paste-title = 从签名新建线索
paste-lead = 粘贴邮件签名或名片上的文字。识别出的内容会填入表单，其余放入备注。保存前由您检查。
paste-text = 文字
paste-read = 填写表单
paste-empty = 请先粘贴文字
paste-too-long = 对签名来说太长了。请只粘贴签名部分。
lead-links = 网站
lead-socials = 社交网络
