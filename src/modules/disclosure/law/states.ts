// Where an edition is, and whose turn it is there. How it ended and whether it is late are other questions.
import type { Action } from '../../access/law/permissions.ts'

export interface StateRow {
  readonly title: string
  readonly end: boolean
  /** Who can carry it on from here: the action; `author` where it lies with whoever writes it. */
  readonly turn: Action | 'author' | null
  /** What is awaited of them, for the list of tasks. */
  readonly awaits: string
}

export const states = {
  draft: { title: '草稿', end: false, turn: 'author', awaits: '起草' },
  'section-review': { title: '待审核（科室）', end: false, turn: 'edition.section-review', awaits: '科室审核' },
  'secrecy-review': { title: '待保密审查', end: false, turn: 'edition.secrecy-review', awaits: '保密审查' },
  referred: { title: '待上级确定', end: false, turn: 'edition.secrecy-review', awaits: '登记答复' },
  confirming: { title: '待会签', end: false, turn: 'edition.confirm', awaits: '会签' },
  signing: { title: '待签发', end: false, turn: 'edition.sign', awaits: '签发' },
  'signing-important': { title: '待主要领导签发', end: false, turn: 'edition.sign-important', awaits: '签发' },
  signed: { title: '待发布', end: false, turn: 'edition.publish', awaits: '发布' },
  returned: { title: '已退回', end: false, turn: 'author', awaits: '修改' },
  published: { title: '已发布', end: false, turn: null, awaits: '' },
  'published-internally': { title: '已内部公开', end: false, turn: null, awaits: '' },
  superseded: { title: '已被新版本取代', end: true, turn: null, awaits: '' },
  withdrawn: { title: '已撤下', end: true, turn: null, awaits: '' },
  filed: { title: '已存档（不公开）', end: true, turn: null, awaits: '' },
  discarded: { title: '已作废', end: true, turn: null, awaits: '' },
} as const satisfies Record<string, StateRow>

export type State = keyof typeof states
