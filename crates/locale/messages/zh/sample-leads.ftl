### What leads of the sample want.

sample-form = 联系表单
sample-lead-1 = 想在夏天前得到十件的报价
sample-lead-2 = 询问价目表和交货期
sample-lead-3 = 在展会上见过我们，希望上门拜访
sample-lead-4 = 对现有供应商不满意
sample-lead-5 = 只想知道周六是否送货
sample-lead-6 = 需要三年的服务合同
sample-lead-7 = 要开第二家店，需要装修配置
sample-lead-8 = 夜里留言，希望早上回电
