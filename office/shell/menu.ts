// The side menu: what stands in it, and which right opens each entry.
import type { Action } from '../../src/modules/access/law/permissions.ts'
import { paths } from '../paths.ts'

export interface MenuEntry {
  readonly path: string
  readonly title: string
  readonly icon:
    | 'home'
    | 'task'
    | 'done'
    | 'document'
    | 'review'
    | 'import'
    | 'history'
    | 'column'
    | 'catalogue'
    | 'duty'
    | 'heartbeat'
    | 'site'
    | 'unit'
    | 'account'
    | 'audit'
    | 'report'
    | 'standIn'
    | 'channel'
    | 'figure'
    | 'calendar'
    | 'clock'
    | 'bulletin'
    | 'delivery'
    | 'archive'
    | 'link'
    | 'explain'
    | 'internal'
    | 'mail'
    | 'survey'
    | 'paper'
    | 'summary'
    | 'request'
    | 'table'
  /** Any one of these; everybody where empty. */
  readonly may: readonly Action[]
  /** Other addresses whose pages belong to the entry. */
  readonly also?: readonly string[]
}

export interface MenuGroup {
  readonly title: string
  readonly entries: readonly MenuEntry[]
}

export const menu: readonly MenuGroup[] = [
  {
    title: '我的工作',
    entries: [
      { path: paths.home, title: '工作台', icon: 'home', may: [] },
      { path: paths.tasks, title: '待办事项', icon: 'task', may: ['edition.read'] },
      { path: paths.internal, title: '内部公开', icon: 'internal', may: ['internal.read'] },
      { path: paths.done, title: '已办事项', icon: 'done', may: ['edition.read'] },
    ],
  },
  {
    title: '信息公开',
    entries: [
      { path: paths.duties, title: '公开任务', icon: 'duty', may: ['catalogue.read'] },
      { path: paths.heartbeat, title: '目录运行', icon: 'heartbeat', may: ['catalogue.read'], also: [paths.quotas, paths.columnHeartbeat] },
      { path: paths.catalogue, title: '公开目录', icon: 'catalogue', may: ['catalogue.read'] },
      { path: paths.guides, title: '公开指南', icon: 'bulletin', may: ['catalogue.read'] },
      { path: paths.editions, title: '信息管理', icon: 'document', may: ['edition.read'] },
      {
        path: paths.review,
        title: '审核签发',
        icon: 'review',
        may: ['edition.section-review', 'edition.secrecy-review', 'edition.sign', 'edition.sign-important', 'edition.confirm'],
      },
      { path: paths.paper, title: '纸质审查表', icon: 'paper', may: ['edition.read'] },
      { path: paths.secrecySummary, title: '保密审查汇总', icon: 'summary', may: ['edition.read'] },
      { path: paths.interpretations, title: '政策解读', icon: 'explain', may: ['edition.read'] },
      { path: paths.basisChanges, title: '依据已变化', icon: 'link', may: ['edition.read'] },
      { path: paths.imports, title: '批量导入', icon: 'import', may: ['import.run'] },
      { path: paths.batches, title: '历史数据', icon: 'history', may: ['import.run', 'batch.approve', 'edition.secrecy-review'] },
      { path: paths.surveys, title: '实施效果调查', icon: 'survey', may: ['edition.read'] },
      { path: paths.errorReports, title: '网站找错', icon: 'report', may: ['error-report.read'] },
    ],
  },
  {
    title: '依申请公开',
    entries: [
      { path: paths.requests, title: '公开申请', icon: 'request', may: ['request.read'] },
      { path: paths.recordCorrections, title: '更正本人信息', icon: 'explain', may: ['request.read'] },
      { path: paths.requestCalendar, title: '期限日历', icon: 'calendar', may: ['request.read'] },
      { path: paths.requestRemedies, title: '投诉、复议和诉讼', icon: 'audit', may: ['request.read'] },
      { path: paths.requestProposals, title: '转为主动公开', icon: 'column', may: ['request.read'] },
      { path: paths.requestFigures, title: '办理数量和时效', icon: 'figure', may: ['request.read'] },
      { path: paths.requestTable, title: '办理情况统计表', icon: 'table', may: ['request.read'] },
      { path: paths.letterWording, title: '文书用语', icon: 'document', may: ['request.wording'] },
      { path: paths.internalDays, title: '内部期限', icon: 'clock', may: ['request.internal-days'] },
      { path: paths.legalityReview, title: '合法性审查', icon: 'review', may: ['request.legality-setting'] },
    ],
  },
  {
    title: '公开渠道',
    entries: [
      { path: paths.channels, title: '渠道台账', icon: 'channel', may: ['channel.read'] },
      { path: paths.figures, title: '公开数量', icon: 'figure', may: ['channel.read'] },
      { path: paths.bulletins, title: '政务公开简报', icon: 'bulletin', may: ['bulletin.manage'] },
      { path: paths.deliveries, title: '送交登记', icon: 'delivery', may: ['channel.read'] },
      { path: paths.archives, title: '公开档案', icon: 'archive', may: ['archive.export'] },
    ],
  },
  {
    title: '报告',
    entries: [
      { path: paths.statistics, title: '数据统计', icon: 'figure', may: ['request.read', 'channel.read'] },
      { path: paths.reportRounds, title: '报告填报', icon: 'table', may: ['report.read'], also: ['/reports'] },
      { path: paths.reportHistory, title: '历年年报', icon: 'history', may: ['report.read'] },
      { path: paths.reportCheck, title: '报告检查', icon: 'review', may: ['report.check'] },
      { path: paths.citedDocuments, title: '引用文件表', icon: 'link', may: ['report.citations'] },
    ],
  },
  {
    title: '期限',
    entries: [
      { path: paths.deadline, title: '期限计算', icon: 'clock', may: ['calendar.read'] },
      { path: paths.holidays, title: '节假日安排', icon: 'calendar', may: ['calendar.read'] },
    ],
  },
  {
    title: '站点',
    entries: [
      { path: paths.columns, title: '栏目管理', icon: 'column', may: ['column.manage'] },
      { path: paths.site, title: '站点设置', icon: 'site', may: ['site.manage'] },
      { path: paths.outgoing, title: '发件箱', icon: 'mail', may: ['outgoing.manage'] },
      { path: paths.gateWords, title: '错敏词', icon: 'review', may: ['gate.words'] },
    ],
  },
  {
    title: '组织与权限',
    entries: [
      { path: paths.units, title: '机构与人员', icon: 'unit', may: ['unit.read'], also: [paths.people, paths.responsiblePeople] },
      { path: paths.accounts, title: '账号与角色', icon: 'account', may: ['account.read', 'grant.manage'], also: [paths.grants] },
      { path: paths.standIns, title: '代办登记', icon: 'standIn', may: ['stand-in.manage'] },
      { path: paths.audit, title: '操作日志', icon: 'audit', may: ['audit.read'] },
    ],
  },
]

/** The groups with what `actions` open; empty groups are left out. */
export function menuFor(actions: readonly Action[]): readonly MenuGroup[] {
  return menu
    .map((group) => ({ ...group, entries: group.entries.filter((entry) => entry.may.length === 0 || entry.may.some((action) => actions.includes(action))) }))
    .filter((group) => group.entries.length > 0)
}

/** The entry that a page belongs to: the longest path that the address begins with. */
export function entryOf(pathname: string): MenuEntry | undefined {
  return menu
    .flatMap((group) => group.entries)
    .filter((entry) => [entry.path, ...(entry.also ?? [])].some((path) => pathname === path || (path !== '/' && pathname.startsWith(`${path}/`))))
    .toSorted((a, b) => b.path.length - a.path.length)[0]
}
