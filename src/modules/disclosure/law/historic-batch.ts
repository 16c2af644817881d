// How old stock of a former site is taken over: states of a batch and the steps between them.
import type { Article } from '../../../kernel/article.ts'
import type { State } from './states.ts'
import type { Action } from '../../access/law/permissions.ts'

export const batchStates = {
  collecting: { title: '收集中', end: false },
  submitted: { title: '待审批', end: false },
  returned: { title: '已退回', end: false },
  approved: { title: '已批准', end: false },
  released: { title: '已发布', end: true },
} as const

export type BatchState = keyof typeof batchStates

/** Where an edition goes out with its batch: nothing does that is on its way by itself. */
export const waitingStates = ['draft', 'returned'] as const satisfies readonly State[]

/** What must hold before a step. */
export type BatchNeed = 'has-documents' | 'documents-complete' | 'not-creator' | 'signed-once' | 'not-yet-reviewed' | 'secrecy-passed' | 'reason-given'

export interface BatchStep {
  readonly title: string
  readonly action: Action
  readonly from: readonly BatchState[]
  readonly to: BatchState
  readonly needs: readonly BatchNeed[]
  readonly article: Article
}

export const batchSteps = {
  submit: {
    title: '提交审批',
    action: 'import.run',
    from: ['collecting', 'returned'],
    to: 'submitted',
    needs: ['has-documents', 'documents-complete'],
    article: 'ogi-2019/17',
  },
  'pass-secrecy': {
    title: '保密审查通过',
    action: 'edition.secrecy-review',
    from: ['submitted'],
    to: 'submitted',
    needs: ['not-creator', 'not-yet-reviewed'],
    article: 'secrecy-rules-2024/42',
  },
  approve: {
    title: '批准发布',
    action: 'batch.approve',
    from: ['submitted'],
    to: 'approved',
    needs: ['not-creator', 'signed-once', 'secrecy-passed'],
    article: 'ogi-2019/17',
  },
  return: { title: '退回', action: 'edition.read', from: ['submitted', 'approved'], to: 'returned', needs: ['reason-given'], article: 'ogi-2019/17' },
  release: { title: '发布', action: 'batch.approve', from: ['approved'], to: 'released', needs: ['secrecy-passed'], article: 'ogi-2019/26' },
} as const satisfies Record<string, BatchStep>

export type BatchStepName = keyof typeof batchSteps
