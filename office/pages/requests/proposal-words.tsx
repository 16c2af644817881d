// Why an answer is proposed to become public, and what became of the proposal, in words.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { states, type State } from '../../../src/modules/disclosure/law/states.ts'
import type { ProposalRow } from '../../../src/modules/requests/http/proposal-contract.ts'
import { proposalStates, type ProposalState } from '../../../src/modules/requests/law/making-public.ts'
import { paths } from '../../paths.ts'
import type { Tone } from '../../theme.ts'

type Told = Omit<ProposalRow, 'mayDecide' | 'mayEnter'>

export const proposalTones: Readonly<Record<ProposalState, Tone>> = { open: 'soon', accepted: 'good', declined: 'neutral' }

export const proposalTitle = ({ state, published }: Pick<Told, 'state' | 'published'>): string => (published ? '已公开' : proposalStates[state].title)

/** 2026-11-16 答复公开；相似申请 4 件；… */
export const whyOf = ({ grantedOn, alike, suggested }: Told): string[] => [
  ...(grantedOn ? [`${grantedOn} 答复公开`] : []),
  ...(alike > 1 ? [`相似申请 ${alike} 件`] : []),
  ...(suggested ? [`建议：${suggested}`] : []),
]

export function ResultOf(props: { readonly row: Told }): ReactNode {
  const { state, editionId, editionState, published, reason, decidedByName } = props.row
  if (state === 'declined')
    return (
      <>
        {reason}
        <span className="gk-cell-sub">{decidedByName}</span>
      </>
    )
  if (!editionId || editionState === null) return <span className="gk-muted">—</span>
  return (
    <>
      <Link to={paths.edition(editionId)}>{published ? '已公开的信息' : '起草的信息'}</Link>
      <span className="gk-cell-sub">{states[editionState as State].title}</span>
    </>
  )
}
