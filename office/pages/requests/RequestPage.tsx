// One application: what was asked, what is owed by when, what can be done now, and all that happened.
import { Alert, App, Button, Drawer } from 'antd'
import { useState, type ReactNode } from 'react'
import { useParams } from 'react-router'
import { getRequest, postIdentityLook, postRequestStep, type RequestSheet, type ShownStep } from '../../../src/modules/requests/http/contract.ts'
import { applicantKinds, deliveries, wishedForms } from '../../../src/modules/requests/law/applicants.ts'
import { channels } from '../../../src/modules/requests/law/channels.ts'
import { states } from '../../../src/modules/requests/law/states.ts'
import { stepRows } from '../../../src/modules/requests/law/steps.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { StepDialog } from '../../forms/requests/StepDialog.tsx'
import { paths } from '../../paths.ts'
import { articleText } from '../../ui/article.ts'
import { LedgerView } from '../../ui/DayLedger.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Facts, Panel, SheetPage } from '../../ui/SheetPage.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { StepButtons } from '../../ui/StepButtons.tsx'
import { TimeLine } from '../../ui/TimeLine.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { FilesPanel } from './FilesPanel.tsx'
import { IdentityPanel } from './IdentityPanel.tsx'
import { InternalPanel } from './InternalPanel.tsx'
import { LettersPanel } from './LettersPanel.tsx'
import { ProposalPanel } from './ProposalPanel.tsx'
import { RecordsOfRequest } from './RecordsOfRequest.tsx'
import { RelatedPanel } from './RelatedPanel.tsx'
import { RemediesPanel } from './RemediesPanel.tsx'
import { requestTones } from './request-words.tsx'
import { SimilarPanel } from './SimilarRequests.tsx'

function Ledger(props: { readonly sheet: RequestSheet }): ReactNode {
  const { reply, late, concludedOn } = props.sheet
  const [open, setOpen] = useState(false)
  if (!reply) return <span className="gk-muted">现在不计算答复期限</span>
  return (
    <>
      <Button type="link" className="gk-cell-link gk-figure" onClick={() => setOpen(true)} title="查看逐日明细">
        <span className={late ? 'gk-bad' : ''}>{reply.due}</span>
      </Button>
      {late && <strong className="gk-late"> {concludedOn ? '逾期答复' : '已逾期'}</strong>}
      {reply.provisional && <span className="gk-soon">（暂定）</span>}
      <Drawer open={open} onClose={() => setOpen(false)} title="答复期限逐日明细" size={560} destroyOnHidden>
        {open && <LedgerView ledger={reply} />}
      </Drawer>
    </>
  )
}

const proofName = (proof: string): string =>
  `证件复印件.${proof.startsWith('data:application/pdf') ? 'pdf' : proof.startsWith('data:image/png') ? 'png' : 'jpg'}`

function Identity(props: { readonly sheet: RequestSheet }): ReactNode {
  const { sheet } = props
  const send = useSend(postIdentityLook, { until: getRequest })
  if (!sheet.mayOpenIdentity) return null
  return (
    <IdentityPanel
      number={sheet.number}
      deletedOn={sheet.identityDeletedOn}
      kept="身份证明和联系方式加密保存，只有办理这件申请的人可以查看，每次查看都留下记录。归档并且救济期限届满后自动删除。"
      deleted="身份证明和联系方式"
      ended="案件已经归档"
      looks={sheet.looks}
      look={async (reason) => {
        const seen = await send.mutateAsync({ params: { id: sheet.id }, body: { reason } })
        return {
          ...seen,
          files: seen.proof ? [{ title: '证件复印件', name: proofName(seen.proof), data: seen.proof }] : [],
        }
      }}
    />
  )
}

function Side(props: { readonly sheet: RequestSheet }): ReactNode {
  const { sheet } = props
  const { message } = App.useApp()
  const send = useSend(postRequestStep)
  const [asked, setAsked] = useState<ShownStep | null>(null)
  const take = (step: ShownStep): void => {
    if (step.confirm !== null || step.asks.length > 0) return setAsked(step)
    send.mutate(
      { params: { id: sheet.id }, body: { step: step.name, seen: sheet.seen, input: { text: '' } } },
      { onSuccess: (taken) => void message.success(`${step.title}：已办理，现为“${states[taken.state].title}”`) },
    )
  }
  return (
    <>
      <Panel>
        <p className="gk-side-state">
          <StateTag title={states[sheet.state].title} tone={requestTones[sheet.state]} />
        </p>
        <Facts
          narrow
          rows={[
            ['现在', states[sheet.state].now],
            ['答复期限', <Ledger key="due" sheet={sheet} />],
            ...(sheet.correctionNoticeDue ? ([['告知补正', `至 ${sheet.correctionNoticeDue}`]] as const) : []),
            ...(sheet.awaited
              ? ([['等待', <span key="awaited">{`${sheet.awaited.what}，至 ${sheet.awaited.until}`}{sheet.awaited.over && <strong className="gk-soon"> 已届满</strong>}</span>]] as const)
              : []),
            ['收到', sheet.receivedOn ? `${sheet.receivedOn}（${sheet.receiptBasis}）` : `待确认（${sheet.receiptBasis}为收到之日）`],
            ['适用', sheet.law],
            ['承办', [sheet.unitName, sheet.sectionName, sheet.handlerName].filter(Boolean).join(' · ')],
          ]}
        />
      </Panel>
      <Panel title="办理">
        <ErrorNote error={send.error} />
        <StepButtons steps={sheet.steps.filter(({ name }) => !stepRows[name].aside)} busy={null} onTake={take} />
      </Panel>
      <Identity sheet={sheet} />
      <InternalPanel sheet={sheet} />
      <StepDialog step={asked} sheet={sheet} onClose={() => setAsked(null)} />
    </>
  )
} // prettier-ignore

function Consultations(props: { readonly sheet: RequestSheet }): ReactNode {
  const { consultations } = props.sheet
  if (consultations.length === 0) return null
  return (
    <Panel title="征求意见">
      <ul className="gk-rows">
        {consultations.map((one) => (
          <li key={one.number}>
            <div className="gk-rows-main">
              {one.kind}：{one.name}
              <span className="gk-cell-sub">
                {one.sentOn} 发函 · {one.receivedOn ? `${one.receivedOn} 收到` : '收到日期尚未登记'}
                {one.due && ` · 意见期限 ${one.due}`}
              </span>
            </div>
            <span className={one.open ? 'gk-soon' : ''}>{one.opinion}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Outcome(props: { readonly sheet: RequestSheet }): ReactNode {
  const { outcome, replyNumber, concludedOn } = props.sheet
  if (!outcome) return null
  return (
    <Panel title={concludedOn ? '答复' : '拟定的答复'}>
      <Facts
        rows={[
          ['处理结果', outcome.title],
          ['依据', articleText(outcome.article)],
          ...(replyNumber ? ([['发文字号', replyNumber]] as const) : []),
          ...outcome.facts.map(({ title, text }) => [title, text] as const),
        ]}
      />
      {outcome.remedy && (
        <>
          <h3 className="gk-request-head">救济途径</h3>
          <p>{outcome.remedy}</p>
        </>
      )}
    </Panel>
  )
}

export function RequestPage(): ReactNode {
  const { requestId = '' } = useParams()
  const answer = useAnswer(getRequest, { params: { id: requestId } })
  const crumbs = [{ title: '依申请公开', path: paths.requests }, { title: answer.data?.number ?? '' }]
  if (answer.error) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  if (!answer.data) return <Waiting />
  const sheet = answer.data
  return (
    <SheetPage head={<PageHead title={sheet.subject} crumbs={crumbs} />} side={<Side sheet={sheet} />}>
      {sheet.needsHelp && <Alert type="info" showIcon className="gk-request-note" title="申请人阅读、视听有困难，请提供必要的帮助（条例第四十三条）。" />}
      <Panel title="申请">
        <Facts
          rows={[
            ['编号', sheet.number],
            ['申请人', `${sheet.applicantName}（${applicantKinds[sheet.applicantKind].title}）`],
            ['渠道', `${channels[sheet.channel].title}，${sheet.arrivedOn}`],
            ['获取方式', `${wishedForms[sheet.wishedForm]}，${deliveries[sheet.delivery]}`],
            ['电子送达', sheet.agreedOn ? `申请人 ${sheet.agreedOn} 同意` : '申请人没有同意'],
          ]}
        />
        <h3 className="gk-request-head">所需信息</h3>
        <p className="gk-lines">{sheet.description}</p>
      </Panel>
      <Consultations sheet={sheet} />
      {sheet.fee && (
        <Panel title="信息处理费">
          <Facts
            rows={[
              ['计收', `${sheet.fee.title}，${sheet.fee.yuan} 元`],
              ['通知', sheet.fee.notifiedOn],
              ['申请人收到', sheet.fee.receivedOn],
              ['缴费', sheet.fee.paidOn],
            ]}
          />
        </Panel>
      )}
      <Outcome sheet={sheet} />
      <FilesPanel sheet={sheet} />
      <LettersPanel sheet={sheet} />
      <RelatedPanel sheet={sheet} />
      <SimilarPanel sheet={sheet} />
      <ProposalPanel sheet={sheet} />
      <RemediesPanel requestId={sheet.id} />
      <RecordsOfRequest requestId={sheet.id} />
      <Panel title="办理经过">
        <TimeLine happenings={sheet.happened.map(({ text, day: _day, ...one }) => ({ ...one, ...(text ? { opinion: text } : {}) }))} />
      </Panel>
    </SheetPage>
  )
}
