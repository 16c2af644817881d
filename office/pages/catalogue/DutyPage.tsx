// One duty: what looks like its answer (是，履行), how it may be closed by its article, and the days behind its due day.
import { App, Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import { getDuty, putClosingDecision, putFulfilment } from '../../../src/modules/catalogue/http/contract.ts'
import { causes, closings, ledgerReasons } from '../../../src/modules/catalogue/law/duties.ts'
import { raisedByName } from '../../../src/modules/catalogue/law/events.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { ClosingDialog, ExaminationDialog } from '../../forms/catalogue/DutyDialogs.tsx'
import { paths } from '../../paths.ts'
import { articleText } from '../../ui/article.ts'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { KnownLedger, LedgerView } from '../../ui/DayLedger.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { whenText } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Facts, Panel, SheetPage } from '../../ui/SheetPage.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { DaysLeft } from './DutiesPage.tsx'

type Answer = AnswerOf<typeof getDuty>

function Proposals(props: { readonly answer: Answer }): ReactNode {
  const { duty, proposals } = props.answer
  const send = useSend(putFulfilment)
  const { message } = App.useApp()
  const [error, setError] = useState<unknown>(null)
  return (
    <Panel title="这些信息是不是履行了这项任务？">
      <ErrorNote error={error} />
      {proposals.length === 0 && <EmptyNote what="本期还没有相符的信息。" how="发布到这一条对应的栏目后，会出现在这里，点一下就可以确认。" />}
      <ul className="gk-rows">
        {proposals.map((one) => (
          <li key={one.documentId}>
            <div className="gk-rows-main">
              {one.title}
              <span className="gk-cell-sub">
                {one.publishedOn} 发布{one.inColumn ? ' · 栏目相符' : ' · 标题相近'}
              </span>
            </div>
            {duty.mayHandle && (
              <Button
                size="small"
                type="primary"
                loading={send.isPending}
                aria-label={`是，${one.title}履行了任务`}
                onClick={() =>
                  send.mutate(
                    { params: { dutyId: duty.dutyId }, body: { documentId: one.documentId } },
                    { onSuccess: () => void message.success('已确认履行'), onError: setError },
                  )
                }
              >
                是，履行
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** What brought the duty about, who entered it, and the text that it came from. */
function EventSource(props: { readonly duty: Answer['duty'] }): ReactNode {
  const { event, eventEnteredBy, eventAddress } = props.duty
  if (event === null) return ''
  return (
    <>
      {event}
      <span className="gk-cell-sub">
        {eventEnteredBy === raisedByName ? '网站上的信息变动，自动登记' : `${eventEnteredBy ?? ''}登记`}
        {eventAddress !== null && (
          <>
            {' · '}
            <a href={eventAddress} target="_blank" rel="noreferrer">
              查看原文
            </a>
          </>
        )}
      </span>
    </>
  )
}

/** Where the count of a due day begins, in the words of its rhythm. */
const beginnings: Readonly<Record<Answer['duty']['cause'], string>> = {
  trigger: '事项发生之日，当日不计',
  regular: '目录规定的日期；遇休息日按条目的规定移动',
  permanent: '开始负责之日，当日不计',
  're-examination': '',
}

/** The due day, behind which the days stand where days were counted. */
function DueDay(props: { readonly answer: Answer }): ReactNode {
  const { ledger, duty, limitText } = props.answer
  const { periodFrom, dueOn, provisional, cause } = duty
  if (ledger.length === 0)
    return (
      <>
        {dueOn}
        {provisional && '（暂定：放假安排还没有发布）'}
        <span className="gk-cell-sub">按月计算，不逐日计数。</span>
      </>
    )
  const days = ledger.map((one) => ({
    ...one,
    why: `${one.holiday ?? ledgerReasons[one.reason] ?? one.reason}${one.assumed ? '（放假安排未发布，暂定）' : ''}`,
  }))
  const known = { title: causes[cause], startsOn: '', from: periodFrom, due: dueOn, provisional, article: '', basis: limitText || '目录条目', days }
  return (
    <KnownLedger due={dueOn} provisional={provisional} late={duty.outcome === null && duty.daysLeft < 0}>
      <LedgerView ledger={known} begins={`${cause === 'regular' ? '' : `${periodFrom}，`}${beginnings[cause]}`} />
    </KnownLedger>
  )
}

function Closings(props: { readonly answer: Answer }): ReactNode {
  const send = useSend(putClosingDecision)
  const decide = (closingId: string, granted: boolean, opinion: string) => send.mutateAsync({ params: { closingId }, body: { granted, opinion } })
  if (props.answer.closings.length === 0) return null
  return (
    <Panel title="办结申请">
      <ul className="gk-rows">
        {props.answer.closings.map((one) => (
          <li key={one.closingId}>
            <div className="gk-rows-main">
              <strong>{closings[one.kind].title}</strong>（{articleText(one.article)}）：{one.reason}
              <span className="gk-cell-sub">
                {one.askedByName} {whenText(one.askedAt)} 申请
                {one.granted !== null &&
                  `；${one.decidedByName ?? ''} ${whenText(one.decidedAt)} ${one.granted ? '同意' : '不同意'}${one.opinion && `：${one.opinion}`}`}
              </span>
            </div>
            {one.granted === null && !one.mayDecide && <span className="gk-mark gk-soon">等待领导审批</span>}
            {one.mayDecide && (
              <div className="gk-rows-end">
                <ConfirmButton
                  label="同意"
                  question={`同意按“${closings[one.kind].title}”办结？`}
                  follows="这项任务办结，不再要求公开。"
                  okText="同意"
                  button={{ size: 'small', type: 'primary' }}
                  onConfirm={() => decide(one.closingId, true, '同意')}
                />
                <ConfirmButton
                  label="不同意"
                  question={`不同意按“${closings[one.kind].title}”办结？`}
                  follows="任务继续有效，应当按期公开。"
                  okText="不同意"
                  danger
                  button={{ size: 'small' }}
                  onConfirm={() => decide(one.closingId, false, '应当公开')}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

export function DutyPage(): ReactNode {
  const { dutyId = '' } = useParams()
  const answer = useAnswer(getDuty, { params: { dutyId } })
  const [closing, setClosing] = useState(false)
  if (answer.error && !answer.data) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  if (!answer.data) return <Waiting />
  const { duty, fulfilment, limitText, elements } = answer.data
  const examined = duty.cause === 're-examination'
  return (
    <>
      <SheetPage
        head={<PageHead title={duty.name} crumbs={[{ title: '公开任务', path: paths.duties }, { title: duty.unitName }]} />}
        side={
          <Panel title="状态">
            <p>
              <DaysLeft row={duty} />
            </p>
            {duty.mayHandle && (
              <div className="gk-stack">
                <Button block disabled={duty.waitingClosing} onClick={() => setClosing(true)} {...(examined ? { type: 'primary' as const } : {})}>
                  {examined ? '作出评估结论' : duty.waitingClosing ? '办结申请等待审批' : '不能公开？申请办结'}
                </Button>
              </div>
            )}
          </Panel>
        }
      >
        <Panel title="任务">
          <Facts
            narrow
            rows={[
              ['责任单位', duty.sectionName ? `${duty.unitName} · ${duty.sectionName}` : duty.unitName],
              ['产生方式', causes[duty.cause]],
              ...(duty.event === null ? [] : [['触发事项', <EventSource key="event" duty={duty} />] as const]),
              ['期间', `${duty.periodFrom} 至 ${duty.periodTo}`],
              ['应公开日期', <DueDay key="due" answer={answer.data} />],
              ['公开时限', limitText],
              ['公开内容', elements],
              ['目录条目', duty.entryId ? <Link to={paths.catalogueEntry(duty.entryId)}>查看条目</Link> : ''],
            ]}
          />
        </Panel>
        {fulfilment && (
          <Panel title="履行情况">
            <p>
              {fulfilment.title}
              {fulfilment.documentId && `，${fulfilment.publishedOn} 发布`}
            </p>
            {fulfilment.note && <p className="gk-opinion">{fulfilment.note}</p>}
            <p className="gk-muted">
              {fulfilment.confirmedByName} {whenText(fulfilment.confirmedAt)} 确认
            </p>
          </Panel>
        )}
        {duty.outcome === null && !examined && <Proposals answer={answer.data} />}
        <Closings answer={answer.data} />
      </SheetPage>
      {examined ? (
        <ExaminationDialog answer={answer.data} open={closing} onClose={() => setClosing(false)} />
      ) : (
        <ClosingDialog line={duty.line} dutyId={duty.dutyId} name={duty.name} open={closing} onClose={() => setClosing(false)} />
      )}
    </>
  )
}
