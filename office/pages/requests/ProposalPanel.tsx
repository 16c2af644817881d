// 转为主动公开 on the page of an application: why it is proposed, what was decided, what became of it.
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import type { RequestSheet } from '../../../src/modules/requests/http/contract.ts'
import { getProposal } from '../../../src/modules/requests/http/proposal-contract.ts'
import { proposalSteps } from '../../../src/modules/requests/law/making-public.ts'
import { useAnswer } from '../../api/hooks.ts'
import { AcceptDialog, DeclineDialog, SuggestDialog } from '../../forms/requests/ProposalDialogs.tsx'
import { whenText } from '../../ui/format.ts'
import { Facts, Panel } from '../../ui/SheetPage.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { proposalTitle, proposalTones, ResultOf, whyOf } from './proposal-words.tsx'

export function ProposalPanel(props: { readonly sheet: RequestSheet }): ReactNode {
  const { id, number } = props.sheet
  const answer = useAnswer(getProposal, { params: { id } })
  const [asking, setAsking] = useState<'accept' | 'decline' | 'suggest' | null>(null)
  if (!answer.data) return null
  const { proposal, mayDecide, happened } = answer.data
  if (!proposal && !mayDecide) return null
  const asked = (what: typeof asking) => (asking === what ? { id, number } : null)
  const close = (): void => setAsking(null)
  return (
    <Panel
      title="转为主动公开"
      extra={
        mayDecide && (
          <span className="gk-letter-files">
            {!proposal && <Button onClick={() => setAsking('suggest')}>建议转为主动公开</Button>}
            {proposal && proposal.state !== 'accepted' && <Button onClick={() => setAsking('accept')}>采纳</Button>}
            {proposal?.state === 'open' && <Button onClick={() => setAsking('decline')}>不采纳</Button>}
          </span>
        )
      }
    >
      {proposal ? (
        <>
          <Facts
            rows={[
              ['状态', <StateTag key="state" title={proposalTitle(proposal)} tone={proposalTones[proposal.state]} />],
              ['为什么建议', whyOf(proposal).join('；')],
              ...(proposal.entryName ? ([['公开目录', proposal.entryName]] as const) : []),
              ...(proposal.wished && !proposal.entryName
                ? ([['公开目录', `建议新增：${proposal.wished.name}（${proposal.wished.field}），等待录入`]] as const)
                : []),
              ...(proposal.state === 'accepted' ? ([['结果', <ResultOf key="result" row={proposal} />]] as const) : []),
            ]}
          />
          <details>
            <summary>办理记录（{happened.length}）</summary>
            <ul className="gk-rows">
              {happened.map((one) => (
                <li key={one.at + one.step}>
                  {one.byName} {whenText(one.at)}：{proposalSteps[one.step]}
                  {one.reason && `（${one.reason}）`}
                </li>
              ))}
            </ul>
          </details>
        </>
      ) : (
        <p className="gk-muted">答复公开以后自动提出建议；申请人建议纳入主动公开范围的，也可以在这里提出（条例第四十四条）。</p>
      )}
      <AcceptDialog asked={asked('accept')} onClose={close} />
      <DeclineDialog asked={asked('decline')} onClose={close} />
      <SuggestDialog asked={asked('suggest')} onClose={close} />
    </Panel>
  )
}
