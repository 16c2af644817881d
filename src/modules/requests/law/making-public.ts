// 转为主动公开 (ogi-2019/44): when an application proposes that its answer be disclosed to everybody, and what becomes of the proposal.
import type { OutcomeName } from './outcomes.ts'

/** 多个申请人: the law says several and names no number; how many applications, and how far back, is the office's own rule. */
export const proposingLaw = {
  article: 'ogi-2019/44',
  applications: 3,
  applicants: 2,
  /** Answers that are older have had their time. */
  withinDays: 365,
} as const

/** Outcomes by which information goes out that is not public yet. */
export const disclosing: readonly OutcomeName[] = ['granted', 'partial']

export const proposalStates = {
  open: { title: '待决定', now: '由承办单位决定是否转为主动公开' },
  accepted: { title: '已采纳', now: '已起草信息，按发布流程审核' },
  declined: { title: '不采纳', now: '理由已经记录，可以重新采纳' },
} as const satisfies Record<string, { title: string; now: string }>

export type ProposalState = keyof typeof proposalStates

export const proposalStateNames = Object.keys(proposalStates) as [ProposalState, ...ProposalState[]]

export const proposalSteps = { raise: '提出', accept: '采纳', decline: '不采纳', enter: '录入公开目录' } as const

export type ProposalStep = keyof typeof proposalSteps
