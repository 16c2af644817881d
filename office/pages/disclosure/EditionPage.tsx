// The sheet of one edition: what it says, what can be done with it, what happened.
import { Alert, App, Button, Segmented } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { getOriginal } from '../../../src/modules/disclosure/http/attachment-contract.ts'
import {
  getAttachment,
  getEdition,
  getReviewSheet,
  postCopy,
  postStep,
  type EditionAnswer,
  type StepView,
} from '../../../src/modules/disclosure/http/contract.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { StepDialog } from '../../forms/disclosure/StepDialog.tsx'
import { paths } from '../../paths.ts'
import { roleTitles, stateTones, untitled } from '../../ui/edition-words.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { bytesText, whenText } from '../../ui/format.ts'
import { CopyNote, InspectionState } from '../../ui/Inspection.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Facts, Panel, SheetPage } from '../../ui/SheetPage.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { StepButtons } from '../../ui/StepButtons.tsx'
import { TimeLine } from '../../ui/TimeLine.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { ChannelsPanel } from '../channels/ChannelsPanel.tsx'
import { SurveyPanel } from '../followup/SurveyPanel.tsx'
import { FindingsPanel } from './FindingsPanel.tsx'
import { EditionFacts } from './EditionFacts.tsx'
import { Preview } from './Preview.tsx'
import { ReadingsPanel } from './ReadingsPanel.tsx'
import { RelationsPanel } from './RelationsPanel.tsx'
import { ReviewPanels } from './review/ReviewPanels.tsx'

/** A step that asks nothing is taken at the click; the others open their dialog. */
function useSteps(edition: EditionAnswer): {
  readonly take: (step: StepView) => void
  readonly dialog: ReactNode
  readonly busy: string | null
  readonly error: Error | null
} {
  const navigate = useNavigate()
  const { message } = App.useApp()
  const send = useSend(postStep)
  const [asked, setAsked] = useState<StepView | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const after = (step: StepView, taken: { readonly editionId: string }): void => {
    if (taken.editionId !== edition.editionId) void navigate(paths.editionWork(taken.editionId))
    else if (step.asks.includes('reason')) void message.info('公众现在只看到索引号、时间和理由。')
  }
  const take = (step: StepView): void => {
    if (step.confirm !== null || step.opinion !== 'none' || step.asks.length > 0) return setAsked(step)
    setBusy(step.name)
    send.mutate(
      { params: { editionId: edition.editionId }, body: { step: step.name } },
      {
        onSuccess: (taken) => {
          void message.success(`${step.title}：已办理，现为“${taken.stateTitle}”`)
          after(step, taken)
        },
        onSettled: () => setBusy(null),
      },
    )
  }
  const dialog = <StepDialog step={asked} editionId={edition.editionId} title={edition.title || untitled} onClose={() => setAsked(null)} onTaken={after} />
  return { take, dialog, busy, error: send.error }
}

function Attachments(props: { readonly edition: EditionAnswer }): ReactNode {
  const { attachments, editionId } = props.edition
  // a picture is seen in the text; here only where something was found in it
  const shown = attachments.filter((one) => one.role !== 'picture' || (one.inspection?.findings.length ?? 0) > 0)
  if (shown.length === 0) return null
  return (
    <Panel title="附件">
      <ul className="gk-rows">
        {shown.map((one) => (
          <li key={one.attachmentId}>
            <div className="gk-rows-main">
              <a href={addressOf(getAttachment, { params: { editionId, attachmentId: one.attachmentId } })} download>
                {one.name}
              </a>
              <span className="gk-cell-sub">
                {roleTitles[one.role]} · {bytesText(one.bytes)} · {one.addedByName} {whenText(one.addedAt)}
                {!one.hasText && one.role === 'attachment' && ' · 无文字层，检索不到其中文字'}
              </span>
              <span className="gk-cell-sub">
                SHA-256 <code className="gk-hash">{one.sha256}</code>
              </span>
              {one.copy && <CopyNote copy={one.copy} original={addressOf(getOriginal, { params: { editionId, attachmentId: one.attachmentId } })} />}
              {/* what was found stands once, in the panel of the gate above, where it is mended or let stand */}
              {one.inspection && <InspectionState inspection={one.inspection} />}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Side(props: { readonly edition: EditionAnswer }): ReactNode {
  const { edition } = props
  const navigate = useNavigate()
  const { take, dialog, busy, error } = useSteps(edition)
  const copy = useSend(postCopy)
  return (
    <>
      <Panel>
        <p className="gk-side-state">
          <StateTag title={edition.stateTitle} tone={stateTones[edition.state]} />
        </p>
        <Facts
          narrow
          rows={[
            ['单位', edition.sectionName ? `${edition.unitName} ${edition.sectionName}` : edition.unitName],
            ['起草人', edition.author.name],
            ['版本', `第${edition.number}版`],
            ['最近变动', whenText(edition.updatedAt)],
            ...(edition.scheduledFor ? ([['定时发布', whenText(edition.scheduledFor)]] as const) : []),
            ...(edition.handledByUnitName ? ([['代发单位', edition.handledByUnitName]] as const) : []),
          ]}
        />
      </Panel>
      <Panel title="办理">
        <ErrorNote error={error} />
        <StepButtons
          steps={edition.steps}
          busy={busy}
          onTake={take}
          before={
            edition.editable && (
              <Button
                block
                type={edition.steps.some((step) => step.open && step.tone === 'forward') ? 'default' : 'primary'}
                onClick={() => void navigate(paths.editionWork(edition.editionId))}
              >
                编辑
              </Button>
            )
          }
        />
        {dialog}
      </Panel>
      <Panel title="其他">
        <div className="gk-side-links">
          {edition.number > 1 && <Link to={paths.editionComparison(edition.editionId)}>与上一版本比较</Link>}
          <a href={addressOf(getReviewSheet, { params: { editionId: edition.editionId } })} target="_blank" rel="noreferrer">
            打印审查表
          </a>
          <Button
            type="link"
            loading={copy.isPending}
            onClick={() =>
              copy.mutate({ params: { editionId: edition.editionId }, body: {} }, { onSuccess: (made) => void navigate(paths.editionWork(made.editionId)) })
            }
          >
            复制为新信息
          </Button>
        </div>
        <ErrorNote error={copy.error} />
      </Panel>
    </>
  )
}

function Notes(props: { readonly edition: EditionAnswer }): ReactNode {
  const { edition } = props
  return (
    <>
      {edition.viewers.length > 0 && (
        <Alert className="gk-note" type="warning" showIcon title={`${edition.viewers.map((viewer) => viewer.name).join('、')} 正在查看或编辑`} />
      )}
      {edition.inWorkEditionId && edition.inWorkEditionId !== edition.editionId && (
        <Alert
          className="gk-note"
          type="info"
          showIcon
          title={
            <>
              新版本正在办理，公众看到的仍是本版。<Link to={paths.edition(edition.inWorkEditionId)}>查看新版本</Link>
            </>
          }
        />
      )}
      {edition.live && edition.live.editionId !== edition.editionId && (
        <Alert
          className="gk-note"
          type="info"
          showIcon
          title={
            <>
              公众现在看到的是第{edition.live.number}版（索引号 {edition.live.indexNumber}）。<Link to={paths.edition(edition.live.editionId)}>查看</Link>
            </>
          }
        />
      )}
    </>
  )
}

export function EditionPage(): ReactNode {
  const { editionId = '' } = useParams()
  const answer = useAnswer(getEdition, { params: { editionId } })
  const [width, setWidth] = useState<'desktop' | 'phone'>('desktop')
  if (answer.error) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  if (!answer.data) return <Waiting />
  const edition = answer.data
  return (
    <SheetPage
      head={<PageHead title={edition.title || untitled} crumbs={[{ title: '信息管理', path: paths.editions }, { title: '信息' }]} />}
      side={<Side edition={edition} />}
      below={
        <Panel title="办理过程">
          {edition.history.length === 0 && <EmptyNote what="还没有办理记录。" how="提交审核以后，每一步由谁办理、意见是什么，都列在这里。" />}
          <TimeLine
            happenings={edition.history.toReversed().map((step, at) => ({
              key: `${step.at}-${at}`,
              at: step.at,
              title: step.title,
              who: `${step.byName}（${step.roleTitle}${step.onBehalfOfName ? `，代${step.onBehalfOfName}` : ''}）`,
              opinion: step.opinion,
              notes: step.notes,
            }))}
          />
        </Panel>
      }
    >
      <Notes edition={edition} />
      <EditionFacts edition={edition} />
      <Panel
        title="正文"
        extra={
          <Segmented
            size="small"
            aria-label="预览宽度"
            value={width}
            onChange={setWidth}
            options={[
              { value: 'desktop', label: '电脑' },
              { value: 'phone', label: '手机' },
            ]}
          />
        }
      >
        <Preview editionId={edition.editionId} version={edition.version} width={width} />
      </Panel>
      <FindingsPanel editionId={edition.editionId} version={edition.version} />
      <Attachments edition={edition} />
      <RelationsPanel edition={edition} />
      <ReviewPanels edition={edition} />
      {edition.state === 'published-internally' && <ReadingsPanel editionId={edition.editionId} />}
      {edition.state === 'published' && <SurveyPanel documentId={edition.documentId} title={edition.title || untitled} />}
      <ChannelsPanel documentId={edition.documentId} title={edition.title || untitled} />
    </SheetPage>
  )
}
