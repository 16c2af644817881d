// Joint confirmation: units that the text names, who was asked until when, what they answered, what followed where they did not.
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import type { ReviewAnswerView } from '../../../../src/modules/disclosure/http/review-contract.ts'
import { Places } from '../../../forms/disclosure/review/ProposalsField.tsx'
import { DayLedger } from '../../../ui/DayLedger.tsx'
import { dayText, whenText } from '../../../ui/format.ts'
import { Panel } from '../../../ui/SheetPage.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { daysLeftText } from './days-left.ts'

type Confirmation = ReviewAnswerView['confirmations'][number]

function stateOf(one: Confirmation): { title: string; tone: 'good' | 'bad' | 'soon' } {
  if (one.decided === 'release') return { title: '裁定可以公开', tone: 'good' }
  if (one.decided === 'change') return { title: '裁定修改', tone: 'bad' }
  if (one.answer === 'agreed') return { title: '同意公开', tone: 'good' }
  if (one.answer === 'objected') return { title: '不同意公开', tone: 'bad' }
  return { title: `等待答复，${daysLeftText(one.daysLeft)}`, tone: (one.daysLeft ?? 0) < 0 ? 'bad' : 'soon' }
}

function Row(props: { readonly one: Confirmation; readonly urgent: boolean }): ReactNode {
  const { one, urgent } = props
  const { title, tone } = stateOf(one)
  return (
    <li>
      <div className="gk-rows-main">
        {one.unitName}{' '}
        <DayLedger
          due={one.dueOn}
          label={`${one.dueOn}前答复`}
          provisional={one.provisional}
          late={(one.daysLeft ?? 0) < 0}
          ask={{ term: urgent ? 'urgent-confirmation' : 'joint-confirmation', from: dayText(one.askedAt) }}
        />
        {one.question && <span className="gk-cell-sub">请确认：{one.question}</span>}
        {one.opinion && <p className="gk-opinion">{one.opinion}</p>}
        {one.answeredByName && (
          <span className="gk-cell-sub">
            {one.answeredByName} {whenText(one.answeredAt)}
          </span>
        )}
        {one.chases.map((chase) => (
          <span className={chase.level === 'reminder' ? 'gk-cell-sub' : 'gk-cell-sub gk-bad'} key={chase.level}>
            {chase.title} {whenText(chase.at)}
          </span>
        ))}
        {one.decided && (
          <>
            <p className="gk-opinion">{one.decisionReason}</p>
            <span className="gk-cell-sub">
              {one.decidedByName} {whenText(one.decidedAt)} 裁定
            </span>
          </>
        )}
      </div>
      <StateTag title={title} tone={tone} />
    </li>
  )
}

export function ConfirmationsPanel(props: { readonly review: ReviewAnswerView }): ReactNode {
  const { proposals, strikes, confirmations, earlier } = props.review
  const [all, setAll] = useState(false)
  const urgent = props.review.urgent !== null
  const open = proposals.filter((one) => one.open)
  if (open.length + strikes.length + confirmations.length + earlier.length === 0) return null
  return (
    <Panel title="会签">
      {open.length > 0 && (
        <>
          <p>正文提到{open.length}个单位，保密审查时须送会签，或者注明不需会签的理由：</p>
          <ul className="gk-rows">
            {open.map((one) => (
              <li key={one.unitId}>
                <div className="gk-rows-main">
                  {one.unitName}
                  <Places places={one.places} />
                </div>
                <span className="gk-muted gk-nowrap">{one.times}处</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <ul className="gk-rows">
        {confirmations.map((one) => (
          <Row key={one.unitId} one={one} urgent={urgent} />
        ))}
        {strikes.map((one) => (
          <li key={one.unitId}>
            <div className="gk-rows-main">
              {one.unitName}
              <span className="gk-cell-sub">
                不需会签：{one.reason} {one.struckByName} {whenText(one.at)}
              </span>
            </div>
            <StateTag title="未送会签" tone="neutral" />
          </li>
        ))}
      </ul>
      {earlier.length > 0 && (
        <Button type="link" className="gk-steps-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? '收起以前各轮' : `以前各轮的会签（${earlier.length}）`}
        </Button>
      )}
      {all && (
        <ul className="gk-rows">
          {earlier.map((one) => (
            <Row key={`${one.round}-${one.unitId}`} one={one} urgent={urgent} />
          ))}
        </ul>
      )}
    </Panel>
  )
}
