// Accounts to try the town with: what README and the first start print.
export const demoPassword = 'Qinglan-2026'

export interface DemoAccount {
  readonly name: string
  readonly login: string
  readonly role: string
  readonly unit: string
  readonly tryThis: string
}

const account = (name: string, login: string, role: string, unit: string, tryThis: string): DemoAccount => ({ name, login, role, unit, tryThis })

export const demoAccounts: readonly DemoAccount[] = [
  account('林知夏', 'linzhixia', '信息员', '县教育局基础教育科', '起草信息、上传附件、提交审核；有一件草稿和一件被退回的'),
  account('宋南舟', 'songnanzhou', '科室负责人', '县教育局基础教育科', '审核本科室提交的信息'),
  account('俞清和', 'yuqinghe', '保密审查员', '县教育局', '保密审查，送其他单位会签'),
  account('蒋予薇', 'jiangyuwei', '分管领导', '县教育局', '签发、定时发布、撤下'),
  account('陈可为', 'chenkewei', '主要领导', '县教育局', '签发重要信息'),
  account('白素心', 'baisuxin', '信息员', '县民政局', '对其他单位送来的信息会签'),
  account('叶蓁', 'yezhen', '政府信息公开工作机构', '县政府办公室政务公开科', '全县信息、栏目、历史数据，为没有人员的村和街道代发'),
  account('顾明川', 'gumingchuan', '分管领导', '县政府', '签发县政府文件'),
  account('沈怀远', 'shenhuaiyuan', '主要领导', '县政府', '签发重要文件，审批历史数据批次'),
  account('贺长风', 'hechangfeng', '督查员', '县政府办公室督查科', '查看全部信息和日志，不能改动'),
  account('谭溪', 'tanxi', '信息员、党务公开工作机构', '县委办公室党务公开科', '党务公开目录、任务和党务信息，与政务公开分开'),
  account('程立', 'chengli', '系统管理员', '县政府办公室', '账号、机构与人员、站点设置'),
  account('罗晓静', 'luoxiaojing', '安全管理员', '县政府办公室', '分配角色、登记代办'),
  account('孟繁星', 'mengfanxing', '审计管理员', '县政府办公室', '查看操作日志'),
]
