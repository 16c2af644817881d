// How states and days of an application look on the screen.
import type { ReactNode } from 'react'
import type { RequestRow } from '../../../src/modules/requests/http/contract.ts'
import type { RemedyState } from '../../../src/modules/requests/law/remedy-cases.ts'
import type { RecordState } from '../../../src/modules/requests/law/record-corrections.ts'
import type { State } from '../../../src/modules/requests/law/states.ts'
import type { Tone } from '../../theme.ts'

export const requestTones: Readonly<Record<State, Tone>> = {
  start: 'neutral',
  registered: 'soon',
  'in-progress': 'work',
  'correction-asked': 'neutral',
  'reasons-asked': 'neutral',
  'fee-notified': 'neutral',
  consulting: 'neutral',
  reviewing: 'work',
  'secrecy-reviewing': 'work',
  'legality-reviewing': 'work',
  signing: 'work',
  signed: 'work',
  sealed: 'soon',
  served: 'good',
  closed: 'good',
  archived: 'good',
}

export const remedyTones: Readonly<Record<RemedyState, Tone>> = {
  start: 'neutral',
  received: 'soon',
  answered: 'neutral',
  decided: 'work',
  appealed: 'neutral',
  closed: 'good',
}

export const recordTones: Readonly<Record<RecordState, Tone>> = {
  start: 'neutral',
  received: 'work',
  examined: 'work',
  decided: 'work',
  issued: 'soon',
  closed: 'good',
}

/** 还有 3 天 / 逾期 5 天, never by colour alone. */
export function DaysLeft(props: { readonly row: RequestRow }): ReactNode {
  const { daysLeft, concludedOn, awaitedUntil, dueOn, provisional, internal } = props.row
  if (concludedOn !== null)
    return daysLeft !== null && daysLeft < 0 ? <strong className="gk-late">逾期 {-daysLeft} 天答复</strong> : <span className="gk-muted">已办结</span>
  if (daysLeft === null) return <span className="gk-muted">{awaitedUntil ? `等待对方至 ${awaitedUntil}` : '尚未起算'}</span>
  return (
    <>
      {daysLeft < 0 ? (
        <strong className="gk-late">逾期 {-daysLeft} 天</strong>
      ) : (
        <span className={daysLeft <= 5 ? 'gk-soon' : ''}>{daysLeft === 0 ? '今天到期' : `还有 ${daysLeft} 天`}</span>
      )}
      <span className="gk-cell-sub gk-figure">
        {dueOn}
        {provisional && '（暂定）'}
      </span>
      {internal && (
        <span className="gk-cell-sub">
          内部{internal.title} <span className="gk-figure">{internal.on}</span>
          {internal.over && <strong className="gk-soon gk-nowrap"> 已过</strong>}
        </span>
      )}
    </>
  )
}
