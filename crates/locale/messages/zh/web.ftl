### 请求需要符合的要求。

request-too-large = 内容过大。最多发送 { NUMBER($megabytes) } MB。
request-too-many-fields = 字段过多。最多发送 { NUMBER($most) } 个。
request-field-too-large = 文字过长。最多 { NUMBER($kilobytes) } KB。
request-malformed = 无法读取此请求。返回后再试。
request-timed-out = 发送时间过长。检查网络连接后再试。
request-files-not-taken = 此处不接收文件。去掉文件后再提交表单。
