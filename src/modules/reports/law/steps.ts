// The way of a report from the form to the competent office: one row a step, from which come the guard, the buttons and the time-line.
import type { Article } from '../../../kernel/article.ts'
import type { Action } from '../../access/law/permissions.ts'
import type { ReportState } from './states.ts'

/** What must hold before a step; each is checked by one row of `rules/needs.ts`. */
export type ReportNeed =
  | 'reason-given'
  | 'sums-hold'
  | 'cells-filled'
  | 'parts-written'
  | 'differences-explained'
  | 'signer-not-writer'
  | 'below-accepted'
  | 'sealed-day'

export interface ReportStep {
  readonly title: string
  readonly action: Action
  /** Whose right it is: that of the unit that reports, or of the office that collects. */
  readonly by: 'reporter' | 'collector'
  readonly from: readonly ReportState[]
  readonly to: ReportState
  readonly needs: readonly ReportNeed[]
  readonly article: Article
  /** What the text of its form is called. */
  readonly text?: string
  readonly confirm?: string
  readonly tone?: 'forward' | 'danger'
}

const handIn: readonly ReportNeed[] = ['sums-hold', 'cells-filled', 'differences-explained', 'parts-written', 'below-accepted']

export const reportSteps = {
  'ask-signature': { title: '送签', action: 'report.write', by: 'reporter', from: ['preparing', 'returned'], to: 'signing', needs: handIn, article: 'ogi-2019/49', confirm: '送签后不能再改，退回或者撤回后才能修改。', tone: 'forward' },
  'take-back': { title: '撤回', action: 'report.write', by: 'reporter', from: ['signing'], to: 'preparing', needs: [], article: 'ogi-2019/49' },
  decline: { title: '退回修改', action: 'report.sign', by: 'reporter', from: ['signing'], to: 'preparing', needs: ['reason-given'], article: 'ogi-2019/49', text: '修改意见' },
  sign: { title: '签发', action: 'report.sign', by: 'reporter', from: ['signing'], to: 'signed', needs: [...handIn, 'signer-not-writer'], article: 'yearly-report-2021/1', confirm: '签发人对报告内容负责。', tone: 'forward' },
  submit: { title: '报送', action: 'report.write', by: 'reporter', from: ['signed'], to: 'submitted', needs: ['sealed-day'], article: 'ogi-2019/49', confirm: '报送主管部门，收到前不能撤回。', tone: 'forward' },
  return: { title: '退回', action: 'report.accept', by: 'collector', from: ['submitted', 'accepted'], to: 'returned', needs: ['reason-given'], article: 'ogi-2019/49', text: '退回意见', tone: 'danger' },
  accept: { title: '接收', action: 'report.accept', by: 'collector', from: ['submitted'], to: 'accepted', needs: [], article: 'ogi-2019/49', tone: 'forward' },
  'enter-paper': { title: '登记纸质报告', action: 'report.accept', by: 'collector', from: ['preparing', 'returned'], to: 'accepted', needs: [...handIn, 'sealed-day'], article: 'ogi-2019/49', text: '纸质报告的来源', confirm: '按单位盖章的纸质报告录入，登记后即为已接收。' },
  // of a year before Gongkai: no state leads there, the file does
  'take-over': { title: '登记历年报告', action: 'report.accept', by: 'collector', from: [], to: 'accepted', needs: [], article: 'ogi-2019/49' },
  replace: { title: '由另一份文件替换', action: 'report.accept', by: 'collector', from: [], to: 'replaced', needs: ['reason-given'], article: 'ogi-2019/49' },
} as const satisfies Record<string, ReportStep> // prettier-ignore

export type ReportStepName = keyof typeof reportSteps

export const reportStepNames = Object.keys(reportSteps) as [ReportStepName, ...ReportStepName[]]
