// The sheet of one batch of old stock: its documents, its manifest, its steps and how far its release is.
import { Alert, App, Button, Form, Input, Progress, Switch, Upload } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import {
  getBatchDocuments,
  getBatchManifestTemplate,
  getHistoricBatch,
  putBatchDocument,
  putBatchManifest,
} from '../../../src/modules/disclosure/http/import-batch-contract.ts'
import { batchStates } from '../../../src/modules/disclosure/law/historic-batch.ts'
import { secrecyConclusions } from '../../../src/modules/disclosure/law/secrecy.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { upload } from '../../api/upload.ts'
import { BatchStepDialog, type BatchStepView } from '../../forms/imports/BatchStepDialog.tsx'
import { paths } from '../../paths.ts'
import { useSession } from '../../shell/session.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { countText, whenText } from '../../ui/format.ts'
import { useListState } from '../../ui/list-state.ts'
import { ListTable } from '../../ui/ListTable.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Facts, Panel, SheetPage } from '../../ui/SheetPage.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { StepButtons } from '../../ui/StepButtons.tsx'
import { TimeLine } from '../../ui/TimeLine.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { batchTones } from './BatchesPage.tsx'

type Batch = AnswerOf<typeof getHistoricBatch>
type BatchDocument = AnswerOf<typeof getBatchDocuments>['rows'][number]

interface Correction {
  readonly originalPublishedOn: string | null
  readonly originalIndexNumber: string | null
  readonly originalAddress: string | null
}

/** A conclusion may be written out or be one of the closed list. */
const conclusionText = (text: string): string => Object.entries(secrecyConclusions).find(([key]) => key === text)?.[1].title ?? text

/** Whether things may still be put into the batch: the server offers its submission, open or with what is missing. */
const isCollecting = (batch: Batch): boolean => batch.steps.some((step) => step.name === 'submit')

function Documents(props: { readonly batch: Batch }): ReactNode {
  const { batchId } = props.batch
  const state = useListState({ sort: '' })
  const { may } = useSession()
  const only = state.value('only')
  const answer = useAnswer(
    getBatchDocuments,
    {
      params: { batchId },
      query: { page: state.page, size: state.size, incomplete: only === 'incomplete' ? 'true' : 'false', failed: only === 'failed' ? 'true' : 'false' },
    },
    { keep: true },
  )
  const correct = useSend(putBatchDocument)
  const [asked, setAsked] = useState<BatchDocument | null>(null)
  return (
    <Panel
      title="批次内的信息"
      extra={
        <div className="gk-page-main">
          <label>
            <Switch size="small" checked={only === 'incomplete'} onChange={(on) => state.set({ only: on ? 'incomplete' : undefined })} /> 只看待补正
          </label>
          <label>
            <Switch size="small" checked={only === 'failed'} onChange={(on) => state.set({ only: on ? 'failed' : undefined })} /> 只看未发出
          </label>
        </div>
      }
    >
      <ListTable
        label="批次内的信息"
        answer={answer}
        state={state}
        rowKey={(row) => row.documentId}
        width={760}
        columns={[
          {
            title: '标题',
            width: 300,
            render: (row) => (
              <>
                <Link to={paths.edition(row.editionId)}>{row.title || row.fileName}</Link>
                <span className="gk-cell-sub">{row.fileName}</span>
                {row.missing.map((sentence) => (
                  <span key={sentence} className="gk-cell-sub gk-soon">
                    {sentence}
                  </span>
                ))}
                {row.failure && <span className="gk-cell-sub gk-bad">{row.failure}</span>}
              </>
            ),
          },
          { title: '原发布日期', width: 110, render: (row) => <span className="gk-figure">{row.originalPublishedOn ?? '—'}</span> },
          { title: '原索引号', width: 170, render: (row) => row.originalIndexNumber ?? '—' },
          {
            title: '操作',
            width: 80,
            render: (row) =>
              may('import.run') && isCollecting(props.batch) ? (
                <Button size="small" type="link" onClick={() => setAsked(row)}>
                  补正
                </Button>
              ) : null,
          },
        ]}
        empty={
          <EmptyNote what={only === '' ? '批次里还没有信息。' : '没有这样的信息。'} how={only === '' ? '点“导入文件”，把旧网站的网页或者文件放进来。' : ''} />
        }
      />
      <FormDialog<Correction>
        open={asked !== null}
        title={`补正：${asked?.title || asked?.fileName || ''}`}
        okText="保存"
        initial={asked ?? {}}
        onSubmit={(values) =>
          correct.mutateAsync({
            params: { batchId, documentId: asked?.documentId ?? '' },
            body: {
              originalPublishedOn: values.originalPublishedOn || null,
              originalIndexNumber: values.originalIndexNumber || null,
              originalAddress: values.originalAddress || null,
            },
          })
        }
        onClose={() => setAsked(null)}
      >
        <Form.Item name="originalPublishedOn" label="原发布日期">
          <DayField />
        </Form.Item>
        <Form.Item name="originalIndexNumber" label="原索引号" extra="没有的，发布时按国家规则编排。">
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="originalAddress" label="原地址" extra="填旧网站上的路径；公众打开旧地址会自动转到新页面。">
          <Input maxLength={500} />
        </Form.Item>
      </FormDialog>
    </Panel>
  )
}

function Manifest(props: { readonly batch: Batch; readonly onChanged: () => void }): ReactNode {
  const { batch } = props
  const { message } = App.useApp()
  const [part, setPart] = useState<number | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [problems, setProblems] = useState<readonly { line: number; sentence: string }[]>([])
  const send = (file: File): void => {
    setPart(0)
    setError(null)
    upload(putBatchManifest, { params: { batchId: batch.batchId } }, [file], {}, setPart)
      .answer.then((answer) => {
        setProblems(answer.problems)
        void message.success(`清单 ${answer.rows} 行，对上 ${answer.matched} 个文件`)
        props.onChanged()
      }, setError)
      .finally(() => setPart(null))
  }
  return (
    <Panel title="清单">
      <p className="gk-follows">
        清单写明每个文件的标题、原发布日期、原索引号、原地址、文号、成文日期和栏目；文件里认不出的，以清单为准。
        <a href={addressOf(getBatchManifestTemplate, {})} download>
          下载模板
        </a>
      </p>
      {batch.manifestRows > 0 && (
        <p className="gk-follows">
          已有清单 {countText(batch.manifestRows)} 行
          {batch.manifestUnmatched > 0 && <span className="gk-soon">，其中 {countText(batch.manifestUnmatched)} 行还没有对应的文件</span>}。
        </p>
      )}
      <ErrorNote error={error} />
      {problems.length > 0 && (
        <Alert
          className="gk-note"
          type="warning"
          showIcon
          title={`清单有 ${problems.length} 行需要修改：`}
          description={
            <ul className="gk-plain-list">
              {problems.slice(0, 20).map((problem) => (
                <li key={`${problem.line}-${problem.sentence}`}>
                  第 {problem.line} 行：{problem.sentence}
                </li>
              ))}
              {problems.length > 20 && <li>还有 {problems.length - 20} 行。</li>}
            </ul>
          }
        />
      )}
      <Upload accept=".csv" showUploadList={false} customRequest={({ file }) => send(file as File)}>
        <Button loading={part !== null}>上传清单（CSV）</Button>
      </Upload>
    </Panel>
  )
}

export function BatchPage(): ReactNode {
  const { batchId = '' } = useParams()
  const navigate = useNavigate()
  const { may } = useSession()
  const answer = useAnswer(getHistoricBatch, { params: { batchId } }, { every: 5_000 })
  const [asked, setAsked] = useState<BatchStepView | null>(null)
  if (answer.error && !answer.data) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  if (!answer.data) return <Waiting />
  const batch = answer.data
  const sent = batch.published + batch.failed
  return (
    <SheetPage
      head={<PageHead title={batch.name} crumbs={[{ title: '历史数据', path: paths.batches }, { title: '批次' }]} />}
      side={
        <>
          <Panel>
            <p className="gk-side-state">
              <StateTag title={batchStates[batch.state].title} tone={batchTones[batch.state]} />
            </p>
            <Facts
              narrow
              rows={[
                ['单位', batch.unitName],
                ['建立', `${batch.createdByName} ${whenText(batch.createdAt)}`],
                ['信息', `${countText(batch.documents)} 条`],
                ...(batch.state === 'released' ? [] : ([['待补正', `${countText(batch.incomplete)} 条`]] as const)),
                ...(batch.secrecy ? ([['保密审查', `${batch.secrecy.byName}：${conclusionText(batch.secrecy.conclusion)}`]] as const) : []),
                ...(batch.approval ? ([['批准', `${batch.approval.byName} ${whenText(batch.approval.at)}`]] as const) : []),
              ]}
            />
            {sent > 0 && batch.documents > 0 && (
              <div role="status">
                <Progress percent={Math.round((sent / batch.documents) * 100)} aria-label="发布进度" />
                <p className="gk-muted">
                  已发布 {countText(batch.published)} 条{batch.failed > 0 && <span className="gk-bad">，{countText(batch.failed)} 条没有发出</span>}。
                  {sent < batch.documents && '在后台进行，可以离开这个页面。'}
                </p>
              </div>
            )}
          </Panel>
          <Panel title="办理">
            <StepButtons
              steps={batch.steps.map((step): BatchStepView => ({ ...step, tone: step.name === 'return' ? 'plain' : 'forward' }))}
              onTake={setAsked}
            />
            <BatchStepDialog step={asked} batchId={batchId} name={batch.name} documents={batch.documents} onClose={() => setAsked(null)} />
          </Panel>
          {may('import.run') && isCollecting(batch) && (
            <Panel title="放进批次">
              <Button block onClick={() => void navigate(`${paths.importRun}?batch=${batchId}`)}>
                导入文件
              </Button>
            </Panel>
          )}
        </>
      }
      below={
        <Panel title="办理过程">
          <TimeLine
            happenings={batch.history
              .toReversed()
              .map((step, at) => ({ key: `${at}-${step.at}`, at: step.at, title: step.title, who: step.byName, opinion: step.opinion }))}
          />
        </Panel>
      }
    >
      {may('import.run') && isCollecting(batch) && <Manifest batch={batch} onChanged={() => void answer.refetch()} />}
      <Documents batch={batch} />
    </SheetPage>
  )
}
