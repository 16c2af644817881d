// The levels of review (三审): who answers the questions of the sheet in which state; and how many of them a unit can want.
import type { Action } from '../../access/law/permissions.ts'
import type { State } from './states.ts'

export const reviewLevels = {
  author: { title: '承办人初审', states: ['draft', 'returned'], action: 'edition.draft' },
  section: { title: '科室负责人审核', states: ['section-review'], action: 'edition.section-review' },
  secrecy: { title: '保密审查', states: ['secrecy-review'], action: 'edition.secrecy-review' },
  referral: { title: '上级或者保密部门答复', states: ['referred'], action: 'edition.secrecy-review' },
  leader: { title: '分管领导审核', states: ['signing'], action: 'edition.sign' },
  'main-leader': { title: '主要领导审核', states: ['signing-important'], action: 'edition.sign-important' },
} as const satisfies Record<string, { title: string; states: readonly State[]; action: Action }>

export type ReviewLevel = keyof typeof reviewLevels

/** What a unit can choose; secrecy review and a leader's signature stand in all of them (先审查、后公开). */
export const levelChoices = {
  2: { title: '两级', says: '保密审查、领导签发（不设科室审核）' },
  3: { title: '三级', says: '科室审核、保密审查、领导签发；重要信息由主要领导签发' },
  4: { title: '四级', says: '科室审核、保密审查、分管领导审核、主要领导签发' },
} as const

export type Levels = keyof typeof levelChoices
export const usualLevels: Levels = 3
export const proofTurns = 3
