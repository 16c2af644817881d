// The workflow of an edition: one row per step. From it come the guard, the buttons, the confirm text, the time-line and the chart.
import type { Article } from '../../../kernel/article.ts'
import type { Action } from '../../access/law/permissions.ts'
import type { State } from './states.ts'

/** What must hold before a step; each is a fact that `actions` find out and `rules/take-step.ts` checks. */
export type Need =
  | 'metadata-complete'
  | 'reason-given'
  | 'not-author'
  | 'is-author'
  | 'nobody-looked'
  | 'signed-once' // nobody signs twice on one sheet, for themselves or standing in
  | 'secrecy-conclusion'
  | 'secrecy-passed'
  | 'confirmations-answered'
  | 'not-important'
  | 'important'
  | 'asked-unit'
  | 'units-named'
  | 'time-ahead'
  | 'gate-passed'
  | 'is-live'
  | 'reason-coded'
  | 'no-edition-in-work'
  | 'not-yet-urged-today'

export interface Step {
  readonly title: string
  readonly action: Action
  readonly from: readonly State[]
  readonly to: State
  readonly needs: readonly Need[]
  readonly article: Article
  /** What the confirmation says; absent where none is asked. */
  readonly confirm?: string
  /** Where the step asks for an opinion. */
  readonly opinion?: 'optional' | 'required'
  /** Counts as a signature on the review sheet. */
  readonly signature?: boolean
}

export const steps = {
  submit: {
    title: '提交审核',
    action: 'edition.submit',
    from: ['draft', 'returned'],
    to: 'section-review',
    needs: ['metadata-complete'],
    article: 'ogi-2019/17',
  },
  'take-back': {
    title: '撤回',
    action: 'edition.submit',
    from: ['section-review'],
    to: 'draft',
    needs: ['is-author', 'nobody-looked'],
    article: 'ogi-2019/17',
    confirm: '撤回后回到草稿，可以继续修改。',
  },
  'approve-section': {
    title: '同意',
    action: 'edition.section-review',
    from: ['section-review'],
    to: 'secrecy-review',
    needs: ['not-author', 'signed-once'],
    article: 'ogi-2019/17',
    opinion: 'optional',
    signature: true,
  },
  'pass-secrecy': {
    title: '保密审查通过',
    action: 'edition.secrecy-review',
    from: ['secrecy-review'],
    to: 'signing',
    needs: ['not-author', 'signed-once', 'secrecy-conclusion'],
    article: 'secrecy-rules-2024/42',
    opinion: 'optional',
    signature: true,
  },
  'ask-confirmation': {
    title: '送会签',
    action: 'edition.secrecy-review',
    from: ['secrecy-review'],
    to: 'confirming',
    needs: ['not-author', 'signed-once', 'secrecy-conclusion', 'units-named'],
    article: 'ogi-2019/11',
    opinion: 'optional',
    signature: true,
  },
  'answer-confirmation': {
    title: '会签意见',
    action: 'edition.confirm',
    from: ['confirming'],
    to: 'confirming',
    needs: ['asked-unit'],
    article: 'ogi-2019/11',
    opinion: 'required',
  },
  'end-confirmation': {
    title: '会签完成',
    action: 'edition.submit',
    from: ['confirming'],
    to: 'signing',
    needs: ['confirmations-answered'],
    article: 'ogi-2019/11',
  },
  sign: {
    title: '签发',
    action: 'edition.sign',
    from: ['signing'],
    to: 'signed',
    needs: ['not-author', 'signed-once', 'secrecy-passed', 'not-important'],
    article: 'ogi-2019/17',
    opinion: 'optional',
    signature: true,
    confirm: '签发后即可发布。',
  },
  'pass-to-main-leader': {
    title: '同意，报主要领导',
    action: 'edition.sign',
    from: ['signing'],
    to: 'signing-important',
    needs: ['not-author', 'signed-once', 'secrecy-passed', 'important'],
    article: 'ogi-2019/17',
    opinion: 'optional',
    signature: true,
  },
  'sign-important': {
    title: '签发',
    action: 'edition.sign-important',
    from: ['signing-important'],
    to: 'signed',
    needs: ['not-author', 'signed-once', 'secrecy-passed', 'important'],
    article: 'ogi-2019/17',
    opinion: 'optional',
    signature: true,
    confirm: '签发后即可发布。',
  },
  return: {
    title: '退回修改',
    action: 'edition.read',
    from: ['section-review', 'secrecy-review', 'confirming', 'signing', 'signing-important', 'signed'],
    to: 'returned',
    needs: ['reason-given'],
    article: 'ogi-2019/17',
    opinion: 'required',
    confirm: '退回后由起草人修改，再次提交时重新审核。',
  },
  schedule: {
    title: '定时发布',
    action: 'edition.publish',
    from: ['signed'],
    to: 'signed',
    needs: ['secrecy-passed', 'gate-passed', 'time-ahead'],
    article: 'ogi-2019/26',
  },
  publish: {
    title: '发布',
    action: 'edition.publish',
    from: ['signed'],
    to: 'published',
    needs: ['secrecy-passed', 'gate-passed'],
    article: 'ogi-2019/26',
    confirm: '发布后立即对社会公开。',
  },
  revise: {
    title: '修订（新版本）',
    action: 'edition.draft',
    from: ['published'],
    to: 'published',
    needs: ['is-live', 'no-edition-in-work'],
    article: 'ogi-2019/6',
  },
  supersede: { title: '被新版本取代', action: 'edition.publish', from: ['published'], to: 'superseded', needs: [], article: 'ogi-2019/6' },
  withdraw: {
    title: '撤下',
    action: 'edition.withdraw',
    from: ['published'],
    to: 'withdrawn',
    needs: ['is-live', 'reason-coded'],
    article: 'ogi-2019/18',
    opinion: 'optional',
    confirm: '撤下后公众立即看不到标题和正文，只留索引号、时间和理由。',
  },
  discard: {
    title: '作废',
    action: 'edition.draft',
    from: ['draft', 'returned'],
    to: 'discarded',
    needs: [],
    article: 'ogi-2019/17',
    confirm: '作废后不能恢复。',
  },
  urge: {
    title: '催办',
    action: 'edition.urge',
    from: ['section-review', 'secrecy-review', 'confirming', 'signing', 'signing-important', 'signed'],
    to: 'section-review',
    needs: ['not-yet-urged-today'],
    article: 'ogi-2019/26',
  },
} as const satisfies Record<string, Step>

export type StepName = keyof typeof steps
