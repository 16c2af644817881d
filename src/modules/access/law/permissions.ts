// Who may do what, and how far: one row per role and action. Read by `rules/may.ts`, by lists and by the office's menu.
import type { Article } from '../../../kernel/article.ts'

export const roles = {
  'system-administrator': { title: '系统管理员', administrator: true, article: 'mlps-2019/8.1.5.1' },
  'security-administrator': { title: '安全管理员', administrator: true, article: 'mlps-2019/8.1.5.3' },
  'audit-administrator': { title: '审计管理员', administrator: true, article: 'mlps-2019/8.1.5.2' },
  'disclosure-office': { title: '政府信息公开工作机构', administrator: false, article: 'ogi-2019/4' },
  'information-officer': { title: '信息员', administrator: false, article: 'ogi-2019/4' },
  'section-head': { title: '科室负责人', administrator: false, article: 'ogi-2019/17' },
  'secrecy-reviewer': { title: '保密审查员', administrator: false, article: 'secrecy-rules-2024/42' },
  'legal-reviewer': { title: '合法性审查员', administrator: false, article: 'ogi-2019/45' },
  'leader-in-charge': { title: '分管领导', administrator: false, article: 'ogi-2019/17' },
  'main-leader': { title: '主要领导', administrator: false, article: 'ogi-2019/17' },
  inspector: { title: '督查员', administrator: false, article: 'ogi-2019/47' },
} as const satisfies Record<string, { title: string; administrator: boolean; article: Article }>

export type Role = keyof typeof roles

export const actions = {
  'edition.read': '查看信息',
  'edition.draft': '起草和修改信息',
  'edition.submit': '提交审核',
  'edition.section-review': '科室审核',
  'edition.secrecy-review': '保密审查',
  'edition.sign': '签发',
  'edition.sign-important': '签发重要信息',
  'edition.confirm': '会签',
  'edition.decide-confirmation': '裁定会签分歧',
  'edition.publish': '发布',
  'edition.withdraw': '撤下已发布信息',
  'edition.urge': '催办',
  'gate.waive-warning': '说明提醒后放行',
  'gate.waive': '说明错误后放行',
  'gate.waive-personal': '说明个人信息后放行',
  'gate.words': '维护错敏词和隐去格式',
  'import.run': '批量导入',
  'batch.approve': '审批历史数据',
  'column.manage': '栏目管理',
  'site.manage': '站点设置',
  'outgoing.manage': '查看和重发邮件、短信',
  'calendar.read': '查看节假日安排',
  'calendar.manage': '录入节假日安排',
  'unit.read': '查看机构与人员',
  'unit.manage': '维护机构与人员',
  'account.read': '查看账号',
  'account.manage': '维护账号',
  'grant.manage': '分配角色',
  'stand-in.manage': '登记代办',
  'audit.read': '查看操作日志',
  'channel.read': '查看渠道台账和公开数量',
  'channel.enter': '登记发布渠道',
  'archive.export': '导出公开档案',
  'bulletin.manage': '编发简报',
  'delivery.manage': '登记送交',
  'catalogue.read': '查看公开目录和公开任务',
  'catalogue.manage': '维护公开目录',
  'duty.handle': '办理公开任务',
  'duty.assign': '指定责任科室',
  'duty.close': '审批不公开的任务',
  'internal.read': '阅读内部公开',
  'request.read': '查看公开申请',
  'request.register': '登记公开申请',
  'request.handle': '办理公开申请',
  'request.assign': '转办公开申请',
  'request.extend': '批准延期答复',
  'request.review': '审核答复',
  'request.secrecy-review': '答复保密审查',
  'request.legality-review': '答复合法性审查',
  'request.sign': '签发答复',
  'request.identity': '查看申请人身份',
  'request.wording': '设定文书用语',
  'request.note': '写公开申请的内部记录',
  'request.internal-days': '设定公开申请的内部期限',
  'request.legality-setting': '设定答复是否经过合法性审查',
  'error-report.read': '查看网站找错',
  'error-report.answer': '办理网站找错',
  'report.check': '检查报告',
  'report.citations': '维护引用文件表',
  'report.read': '查看年度报告和总结',
  'report.write': '填报年度报告和总结',
  'report.sign': '签发年度报告和总结',
  'report.round': '组织年度报告和总结的填报',
  'report.accept': '接收和退回年度报告和总结',
} as const

export type Action = keyof typeof actions

/** own-section: the section of the post, the whole unit where it has none. this-task: only what the unit was asked about. */
export type Scope = 'own-section' | 'own-unit' | 'units-below' | 'all' | 'this-task'

export interface Permission {
  readonly role: Role
  readonly action: Action
  readonly scope: Scope
}

const rows = (role: Role, scope: Scope, ...may: Action[]): Permission[] => may.map((action) => ({ role, action, scope }))

export const permissions: readonly Permission[] = [
  // 内部公开: every member of the staff reads what their unit, or a unit above for those below it, discloses inside.
  ...(Object.keys(roles) as Role[]).flatMap((role) => rows(role, 'own-unit', 'internal.read')),

  ...rows('system-administrator', 'all', 'account.read', 'account.manage', 'unit.read', 'unit.manage', 'site.manage', 'calendar.read', 'calendar.manage'),
  ...rows('system-administrator', 'all', 'gate.words', 'outgoing.manage'),
  ...rows('security-administrator', 'all', 'account.read', 'grant.manage', 'stand-in.manage', 'unit.read'),
  ...rows('audit-administrator', 'all', 'audit.read', 'account.read', 'unit.read'),

  ...rows('disclosure-office', 'units-below', 'edition.read', 'edition.draft', 'edition.submit', 'edition.publish', 'edition.withdraw', 'edition.urge'),
  ...rows('disclosure-office', 'units-below', 'edition.decide-confirmation'),
  ...rows('disclosure-office', 'units-below', 'import.run', 'batch.approve', 'column.manage', 'site.manage', 'unit.read', 'unit.manage'),
  ...rows('disclosure-office', 'units-below', 'calendar.read', 'calendar.manage'),
  ...rows('disclosure-office', 'units-below', 'stand-in.manage', 'error-report.read', 'error-report.answer'),
  ...rows('disclosure-office', 'units-below', 'channel.read', 'channel.enter', 'archive.export', 'bulletin.manage', 'delivery.manage'),

  ...rows('disclosure-office', 'units-below', 'catalogue.read', 'catalogue.manage', 'duty.handle', 'duty.assign'),

  ...rows('information-officer', 'own-unit', 'catalogue.read'),
  ...rows('information-officer', 'own-section', 'duty.handle'),
  ...rows('disclosure-office', 'units-below', 'gate.waive-warning', 'gate.waive', 'gate.words'),

  ...rows('information-officer', 'own-section', 'gate.waive-warning'),
  ...rows('section-head', 'own-section', 'gate.waive-warning', 'gate.waive'),
  ...rows('secrecy-reviewer', 'own-unit', 'gate.waive-warning', 'gate.waive', 'gate.waive-personal'),
  ...rows('leader-in-charge', 'own-unit', 'gate.waive-warning', 'gate.waive'),
  ...rows('main-leader', 'own-unit', 'gate.waive-warning', 'gate.waive'),

  ...rows('information-officer', 'own-section', 'edition.read', 'edition.draft', 'edition.submit', 'edition.urge', 'import.run'),
  ...rows('information-officer', 'own-unit', 'unit.read'),
  ...rows('information-officer', 'own-unit', 'calendar.read'),
  ...rows('information-officer', 'this-task', 'edition.confirm'),

  ...rows('section-head', 'own-unit', 'catalogue.read'),
  ...rows('section-head', 'own-section', 'duty.handle'),
  ...rows('section-head', 'own-section', 'edition.read', 'edition.draft', 'edition.submit', 'edition.section-review', 'edition.urge'),
  ...rows('section-head', 'own-unit', 'unit.read'),
  ...rows('section-head', 'own-unit', 'calendar.read'),
  ...rows('section-head', 'this-task', 'edition.confirm'),

  ...rows('secrecy-reviewer', 'own-unit', 'edition.read', 'edition.secrecy-review', 'unit.read', 'calendar.read'),

  ...rows('secrecy-reviewer', 'own-unit', 'catalogue.read'),

  ...rows('leader-in-charge', 'own-unit', 'catalogue.read', 'duty.assign', 'duty.close'),
  ...rows('leader-in-charge', 'own-unit', 'edition.read', 'edition.sign', 'edition.publish', 'edition.withdraw', 'edition.urge', 'unit.read'),
  ...rows('leader-in-charge', 'own-unit', 'calendar.read'),
  ...rows('leader-in-charge', 'this-task', 'edition.confirm'),

  ...rows(
    'main-leader',
    'own-unit',
    'edition.read',
    'edition.sign',
    'edition.sign-important',
    'edition.publish',
    'edition.withdraw',
    'edition.urge',
    'unit.read',
  ),
  ...rows('main-leader', 'own-unit', 'catalogue.read', 'duty.assign', 'duty.close'),
  ...rows('main-leader', 'own-unit', 'batch.approve'),
  ...rows('main-leader', 'own-unit', 'calendar.read'),
  ...rows('main-leader', 'this-task', 'edition.confirm'),

  ...rows('information-officer', 'own-unit', 'channel.read', 'channel.enter', 'bulletin.manage', 'delivery.manage'),
  ...rows('section-head', 'own-unit', 'channel.read'),
  ...rows('leader-in-charge', 'own-unit', 'channel.read', 'archive.export'),
  ...rows('main-leader', 'own-unit', 'channel.read', 'archive.export'),

  ...rows('inspector', 'all', 'catalogue.read'),
  ...rows('inspector', 'all', 'calendar.read', 'channel.read', 'archive.export'),
  ...rows('inspector', 'all', 'edition.read', 'unit.read', 'account.read', 'audit.read', 'error-report.read'),

  // 依申请公开: the disclosure office receives and hands on, a section works on its own, and who signs never drafts.
  ...rows(
    'disclosure-office',
    'units-below',
    'request.read',
    'request.register',
    'request.handle',
    'request.assign',
    'request.identity',
    'request.wording',
    'request.note',
    'request.internal-days',
    'request.legality-setting',
  ),
  ...rows('information-officer', 'own-unit', 'request.register'),
  ...rows('information-officer', 'own-section', 'request.read', 'request.handle', 'request.identity', 'request.note'),
  ...rows('section-head', 'own-section', 'request.read', 'request.handle', 'request.review', 'request.identity', 'request.note'),
  ...rows('secrecy-reviewer', 'own-unit', 'request.read', 'request.secrecy-review', 'request.note'),
  ...rows('legal-reviewer', 'own-unit', 'request.read', 'request.legality-review', 'request.note', 'unit.read', 'calendar.read'),
  ...rows('leader-in-charge', 'own-unit', 'request.read', 'request.assign', 'request.extend', 'request.review', 'request.sign', 'request.note'),
  ...rows('main-leader', 'own-unit', 'request.read', 'request.assign', 'request.extend', 'request.review', 'request.sign', 'request.note'),
  ...rows('inspector', 'all', 'request.read'),

  // 报告检查: whoever writes, reviews, signs or supervises reports; a check reads a file of one's own and no record.
  ...rows('disclosure-office', 'units-below', 'report.check'),
  ...(['information-officer', 'section-head', 'legal-reviewer', 'leader-in-charge', 'main-leader'] as const).flatMap((role) =>
    rows(role, 'own-unit', 'report.check'),
  ),
  ...rows('inspector', 'all', 'report.check', 'report.read'),
  ...rows('system-administrator', 'all', 'report.citations'),
  ...rows('disclosure-office', 'units-below', 'report.citations'),

  // 年度报告、总结、自查: the disclosure office of a unit writes for it, its leader signs, and the office that opened the round takes it in or sends it back.
  ...rows('disclosure-office', 'units-below', 'report.read', 'report.write', 'report.round', 'report.accept'),
  ...rows('information-officer', 'own-unit', 'report.read', 'report.write'),
  ...rows('section-head', 'own-unit', 'report.read'),
  ...(['leader-in-charge', 'main-leader'] as const).flatMap((role) => rows(role, 'own-unit', 'report.read', 'report.sign')),
]
