// The workflow of an edition: one row per step. From it come the guard, the buttons, the confirm text, the time-line and the chart.
import type { Article } from '../../../kernel/article.ts'
import type { Action } from '../../access/law/permissions.ts'
import type { State } from './states.ts'

/** What must hold before a step; each is checked by one row of `rules/needs.ts`. */
export type Need =
  | 'metadata-complete'
  | 'reason-given'
  | 'not-author'
  | 'is-author'
  | 'nobody-looked'
  | 'signed-once'
  | 'secrecy-conclusion'
  | 'secrecy-passed'
  | 'confirmations-agreed'
  | 'answer-given'
  | 'asked-unit'
  | 'units-named'
  | 'not-important'
  | 'important'
  | 'signed-sheet'
  | 'is-proactive'
  | 'not-proactive'
  | 'is-internal'
  | 'reach-chosen'
  | 'unit-has-nobody'
  | 'time-ahead'
  | 'is-scheduled'
  | 'gate-passed'
  | 'is-live'
  | 'never-live'
  | 'reason-coded'
  | 'no-edition-in-work'
  | 'not-own-turn'
  | 'not-yet-urged-today'
  | 'section-reviews'
  | 'no-section-review'
  | 'questions-answered'
  | 'nothing-uncertain'
  | 'nothing-forbids'
  | 'review-clear'
  | 'others-asked'
  | 'proposals-settled'
  | 'confirmations-settled'
  | 'something-uncertain'
  | 'referral-addressed'
  | 'referral-answered'
  | 'unit-to-decide'
  | 'decision-named'
  | 'urgent-ordered'
  | 'paper-owed'
  | 'sheet-kept'
  | 'proofs-wanted'
  | 'proofread'

/** What a step asks for in its form, besides an opinion. */
export type Ask =
  | 'secrecy'
  | 'units'
  | 'answer'
  | 'time'
  | 'reason'
  | 'paper'
  | 'review'
  | 'proposals'
  | 'referral'
  | 'referral-answer'
  | 'decision'
  | 'urgent'
  | 'sheet'
  | 'reach'

export interface Step {
  readonly title: string
  readonly action: Action
  readonly from: readonly State[]
  /** `same` leaves the edition where it is. */
  readonly to: State | 'same'
  readonly needs: readonly Need[]
  readonly article: Article
  /** What the confirmation says; absent where none is asked. */
  readonly confirm?: string
  readonly opinion?: 'optional' | 'required'
  readonly asks?: readonly Ask[]
  /** Counts as a signature on the review sheet. */
  readonly signature?: true
  /** Begins a new sheet: earlier signatures and answers no longer count. */
  readonly begins?: true
  /** Follows from another step; nobody is offered it. */
  readonly automatic?: true
  readonly tone?: 'forward' | 'danger'
}

const returning = {
  to: 'returned',
  needs: ['reason-given'],
  article: 'ogi-2019/17',
  opinion: 'required',
  confirm: '退回后由起草人修改，再次提交时重新审核。',
} as const

export const steps = {
  submit: { title: '提交审核', action: 'edition.submit', from: ['draft', 'returned'], to: 'section-review', needs: ['metadata-complete', 'section-reviews'], article: 'ogi-2019/17', begins: true, tone: 'forward' },
  'submit-to-secrecy': { title: '提交保密审查', action: 'edition.submit', from: ['draft', 'returned'], to: 'secrecy-review', needs: ['metadata-complete', 'no-section-review'], article: 'ogi-2019/17', begins: true, tone: 'forward' },
  'submit-urgent': { title: '紧急提交', action: 'edition.submit', from: ['draft', 'returned'], to: 'secrecy-review', needs: ['metadata-complete', 'urgent-ordered'], article: 'secrecy-rules-2024/42', asks: ['urgent'], begins: true, confirm: '突发事件等紧急信息直接送保密审查，经一位领导签发即可发布；先审查、后公开不变，纸质审查表须在限期内补齐。' },
  'take-back': { title: '撤回', action: 'edition.submit', from: ['section-review'], to: 'draft', needs: ['is-author', 'nobody-looked'], article: 'ogi-2019/17', confirm: '撤回后回到草稿，可以继续修改。' },
  discard: { title: '作废', action: 'edition.draft', from: ['draft', 'returned'], to: 'discarded', needs: [], article: 'ogi-2019/17', confirm: '作废后不能恢复。', tone: 'danger' },

  'approve-section': { title: '同意', action: 'edition.section-review', from: ['section-review'], to: 'secrecy-review', needs: ['not-author', 'signed-once'], article: 'ogi-2019/17', opinion: 'optional', signature: true, tone: 'forward' },
  'return-from-section': { title: '退回修改', action: 'edition.section-review', from: ['section-review'], ...returning },

  'pass-secrecy': { title: '保密审查通过', action: 'edition.secrecy-review', from: ['secrecy-review'], to: 'signing', needs: ['not-author', 'signed-once', 'secrecy-conclusion', 'questions-answered', 'nothing-uncertain', 'nothing-forbids', 'others-asked', 'proposals-settled'], article: 'secrecy-rules-2024/42', opinion: 'optional', asks: ['review', 'secrecy', 'proposals'], signature: true, tone: 'forward' },
  'ask-confirmation': { title: '审查通过并送会签', action: 'edition.secrecy-review', from: ['secrecy-review'], to: 'confirming', needs: ['not-author', 'signed-once', 'secrecy-conclusion', 'questions-answered', 'nothing-uncertain', 'nothing-forbids', 'units-named', 'proposals-settled'], article: 'ogi-2019/11', opinion: 'optional', asks: ['review', 'secrecy', 'units', 'proposals'], signature: true },
  refer: { title: '报请确定', action: 'edition.secrecy-review', from: ['secrecy-review'], to: 'referred', needs: ['not-author', 'something-uncertain', 'referral-addressed'], article: 'ogi-2019/17', opinion: 'optional', asks: ['review', 'referral'] },
  'return-from-secrecy': { title: '退回修改', action: 'edition.secrecy-review', from: ['secrecy-review'], ...returning },

  'record-referral-answer': { title: '登记答复', action: 'edition.secrecy-review', from: ['referred'], to: 'secrecy-review', needs: ['not-author', 'referral-answered'], article: 'ogi-2019/17', opinion: 'optional', asks: ['referral-answer'], tone: 'forward' },
  'return-from-referred': { title: '退回修改', action: 'edition.secrecy-review', from: ['referred'], ...returning },

  'answer-confirmation': { title: '会签', action: 'edition.confirm', from: ['confirming'], to: 'same', needs: ['asked-unit', 'answer-given', 'reason-given'], article: 'ogi-2019/11', opinion: 'required', asks: ['answer'], tone: 'forward' },
  'end-confirmation': { title: '会签完成', action: 'edition.confirm', from: ['confirming'], to: 'signing', needs: ['confirmations-agreed'], article: 'ogi-2019/11', automatic: true },
  'overrule-confirmation': { title: '裁定可以公开', action: 'edition.decide-confirmation', from: ['confirming'], to: 'same', needs: ['not-author', 'unit-to-decide', 'decision-named', 'reason-given'], article: 'ogi-2019/11', opinion: 'required', asks: ['decision'], confirm: '裁定及理由记入审查表，其余会签单位答复后送签发。' },
  'uphold-confirmation': { title: '裁定修改', action: 'edition.decide-confirmation', from: ['confirming'], to: 'returned', needs: ['not-author', 'unit-to-decide', 'decision-named', 'reason-given'], article: 'ogi-2019/11', opinion: 'required', asks: ['decision'], confirm: '采纳会签单位意见，退回起草人修改，修改后重新审查、重新会签。' },
  'return-from-confirming': { title: '退回修改', action: 'edition.secrecy-review', from: ['confirming'], ...returning },

  sign: { title: '签发', action: 'edition.sign', from: ['signing'], to: 'signed', needs: ['not-author', 'signed-once', 'secrecy-passed', 'review-clear', 'confirmations-settled', 'proofread', 'not-important', 'gate-passed'], article: 'ogi-2019/17', opinion: 'optional', signature: true, confirm: '签发后即可发布。', tone: 'forward' },
  'pass-to-main-leader': { title: '同意，报主要领导', action: 'edition.sign', from: ['signing'], to: 'signing-important', needs: ['not-author', 'signed-once', 'secrecy-passed', 'review-clear', 'confirmations-settled', 'proofread', 'important'], article: 'ogi-2019/17', opinion: 'optional', signature: true, tone: 'forward' },
  'return-from-signing': { title: '退回修改', action: 'edition.sign', from: ['signing'], ...returning },
  'sign-important': { title: '签发', action: 'edition.sign-important', from: ['signing-important'], to: 'signed', needs: ['not-author', 'signed-once', 'secrecy-passed', 'review-clear', 'confirmations-settled', 'proofread', 'important', 'gate-passed'], article: 'ogi-2019/17', opinion: 'optional', signature: true, confirm: '签发后即可发布。', tone: 'forward' },
  'return-from-main-leader': { title: '退回修改', action: 'edition.sign-important', from: ['signing-important'], ...returning },
  'record-paper-signature': { title: '登记纸质签发', action: 'edition.submit', from: ['signing', 'signing-important'], to: 'signed', needs: ['secrecy-passed', 'review-clear', 'confirmations-settled', 'proofread', 'signed-sheet', 'gate-passed'], article: 'ogi-2019/17', opinion: 'optional', asks: ['paper'], signature: true, confirm: '签批单扫描件将与本次签发一并存档。' },

  schedule: { title: '定时发布', action: 'edition.publish', from: ['signed'], to: 'same', needs: ['is-proactive', 'unit-has-nobody', 'secrecy-passed', 'gate-passed', 'time-ahead'], article: 'ogi-2019/26', asks: ['time'] },
  unschedule: { title: '取消定时', action: 'edition.publish', from: ['signed'], to: 'same', needs: ['is-scheduled'], article: 'ogi-2019/26' },
  publish: { title: '发布', action: 'edition.publish', from: ['signed'], to: 'published', needs: ['is-proactive', 'unit-has-nobody', 'secrecy-passed', 'gate-passed'], article: 'ogi-2019/26', confirm: '发布后立即对社会公开。', tone: 'forward' },
  file: { title: '存档（不公开）', action: 'edition.publish', from: ['signed'], to: 'filed', needs: ['not-proactive', 'never-live', 'secrecy-passed'], article: 'ogi-2019/17', confirm: '存档后不对社会发布，公开属性和理由留存备查。', tone: 'forward' },
  'publish-internally': { title: '内部发布', action: 'edition.publish', from: ['signed'], to: 'published-internally', needs: ['is-internal', 'unit-has-nobody', 'secrecy-passed', 'gate-passed', 'reach-chosen'], article: 'ogi-2019/16', asks: ['reach'], confirm: '发布后本范围的干部职工登录即可阅读，不对社会公开。', tone: 'forward' },
  'return-from-publishing': { title: '退回修改', action: 'edition.publish', from: ['signed'], ...returning },

  revise: { title: '修订（新版本）', action: 'edition.draft', from: ['published', 'published-internally'], to: 'same', needs: ['is-live', 'no-edition-in-work'], article: 'ogi-2019/6' },
  supersede: { title: '被新版本取代', action: 'edition.publish', from: ['published', 'published-internally'], to: 'superseded', needs: [], article: 'ogi-2019/6', automatic: true },
  withdraw: { title: '撤下', action: 'edition.withdraw', from: ['published'], to: 'withdrawn', needs: ['is-live', 'reason-coded'], article: 'ogi-2019/18', opinion: 'optional', asks: ['reason'], confirm: '撤下后公众立即看不到标题和正文，只留索引号、时间和理由。', tone: 'danger' },
  'withdraw-internally': { title: '撤下（内部）', action: 'edition.withdraw', from: ['published-internally'], to: 'withdrawn', needs: ['is-live', 'reason-given'], article: 'ogi-2019/16', opinion: 'required', confirm: '撤下后干部职工不能再阅读，阅读记录保留。', tone: 'danger' },

  proofread: { title: '校对', action: 'edition.draft', from: ['section-review', 'secrecy-review', 'signing', 'signing-important'], to: 'same', needs: ['proofs-wanted'], article: 'ogi-2019/6', opinion: 'optional' },
  'complete-paper': { title: '补齐纸质审查表', action: 'edition.submit', from: ['signed', 'published', 'superseded', 'withdrawn', 'filed'], to: 'same', needs: ['paper-owed', 'sheet-kept'], article: 'secrecy-rules-2024/42', opinion: 'optional', asks: ['sheet'] },
  urge: { title: '催办', action: 'edition.urge', from: ['section-review', 'secrecy-review', 'referred', 'confirming', 'signing', 'signing-important', 'signed'], to: 'same', needs: ['not-own-turn', 'not-yet-urged-today'], article: 'ogi-2019/26' },
} as const satisfies Record<string, Step> // prettier-ignore

export type StepName = keyof typeof steps

/** The rows under their common shape, for code that walks them. */
export const stepRows: Readonly<Record<StepName, Step>> = { ...steps }

/** Steps that begin a new sheet. */
export const beginningSteps: readonly StepName[] = (Object.keys(stepRows) as StepName[]).filter((name) => stepRows[name].begins)
