// One correction of records: what is said to be wrong, what proves it, what was decided, and what can be done now.
import { App, Button, Upload } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import {
  getRecord,
  getRecordLetterFile,
  postRecordEvidence,
  postRecordLook,
  type RecordSheet,
  type ShownRecordStep,
} from '../../../src/modules/requests/http/record-contract.ts'
import { applicantKinds } from '../../../src/modules/requests/law/applicants.ts'
import { recordChannels, recordLetter, recordResultRows, recordStates } from '../../../src/modules/requests/law/record-corrections.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { upload } from '../../api/upload.ts'
import { RecordStepDialog } from '../../forms/requests/RecordStepDialog.tsx'
import { paths } from '../../paths.ts'
import { articleText } from '../../ui/article.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { bytesText } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Facts, Panel, SheetPage } from '../../ui/SheetPage.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { StepButtons } from '../../ui/StepButtons.tsx'
import { TimeLine } from '../../ui/TimeLine.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { IdentityPanel } from './IdentityPanel.tsx'
import { recordTones } from './request-words.tsx'

function Side({ sheet }: { readonly sheet: RecordSheet }): ReactNode {
  const look = useSend(postRecordLook, { until: getRecord })
  const [asked, setAsked] = useState<ShownRecordStep | null>(null)
  return (
    <>
      <Panel>
        <p className="gk-side-state">
          <StateTag title={recordStates[sheet.state].title} tone={recordTones[sheet.state]} />
        </p>
        <Facts
          narrow
          rows={[
            ...(recordStates[sheet.state].now ? ([['现在', recordStates[sheet.state].now]] as const) : []),
            ['办理期限', <span key="term" className="gk-muted">{recordStates[sheet.state].end ? '条例没有规定' : '条例没有规定，请及时办理'}</span>],
            ['收到', sheet.receivedOn],
            ['依据', articleText(sheet.article)],
            ['承办', [sheet.unitName, sheet.sectionName].filter(Boolean).join(' · ')],
          ]}
        />
      </Panel>
      <Panel title="办理">
        <StepButtons steps={sheet.steps} busy={null} onTake={setAsked} />
      </Panel>
      {sheet.mayOpenIdentity && (
        <IdentityPanel
          number={sheet.number}
          deletedOn={sheet.identityDeletedOn}
          kept="身份证明、联系方式和证据加密保存，只有办理的人可以查看，每次查看都留下记录。办结并且救济期限届满后自动删除。"
          deleted="身份证明、联系方式和证据"
          ended="案件已经办结"
          looks={sheet.looks}
          look={async (reason) => {
            const seen = await look.mutateAsync({ params: { id: sheet.id }, body: { reason } })
            return { ...seen, files: seen.files.map(({ kind, name, data }) => ({ title: kind, name, data })) }
          }}
        />
      )}
      <RecordStepDialog step={asked} sheet={sheet} onClose={() => setAsked(null)} />
    </>
  )
} // prettier-ignore

function Files({ sheet, onDone }: { readonly sheet: RecordSheet; readonly onDone: () => void }): ReactNode {
  const { message } = App.useApp()
  const [part, setPart] = useState<number | null>(null)
  const [error, setError] = useState<unknown>(null)
  const send = async (file: File): Promise<void> => {
    setPart(0)
    setError(null)
    try {
      await upload(postRecordEvidence, { params: { id: sheet.id } }, [file], {}, setPart).answer
      void message.success('证据已上传并加密')
      onDone()
    } catch (cause) {
      setError(cause)
    } finally {
      setPart(null)
    }
  }
  return (
    <Panel
      title="证件和证据"
      extra={
        sheet.mayAddEvidence && (
          <Upload
            showUploadList={false}
            accept=".jpg,.jpeg,.png,.pdf"
            beforeUpload={(file) => {
              void send(file)
              return false
            }}
          >
            <Button loading={part !== null}>{part === null ? '上传证据' : `正在上传 ${Math.round(part * 100)}%`}</Button>
          </Upload>
        )
      }
    >
      <ErrorNote error={error} />
      {sheet.files.length === 0 ? (
        <p className="gk-muted">
          {sheet.identityDeletedOn
            ? '已经按规定删除。'
            : sheet.mayAddEvidence
              ? '还没有证据。JPG、PNG 图片或者 PDF 文件，每个不超过 2MB，加密保存。'
              : '没有上传证据。'}
        </p>
      ) : (
        <>
          <ul className="gk-rows" aria-label="证件和证据">
            {sheet.files.map((one, at) => (
              <li key={`${at} ${one.name}`}>
                <div className="gk-rows-main">{one.name.startsWith(one.kind) ? one.name : `${one.kind}：${one.name}`}</div>
                <span className="gk-nowrap gk-figure">{bytesText(one.bytes)}</span>
              </li>
            ))}
          </ul>
          <p className="gk-muted">在“申请人身份”里写明用途后查看。</p>
        </>
      )}
    </Panel>
  )
}

function Letter({ sheet }: { readonly sheet: RecordSheet }): ReactNode {
  const { letter, service, id } = sheet
  if (!letter) return null
  const file = (form: 'pdf' | 'word' | 'receipt'): string => addressOf(getRecordLetterFile, { params: { id, form } })
  return (
    <Panel title={recordLetter.title}>
      <Facts
        rows={[
          ['文号', <span key="number" className="gk-figure">{letter.number}</span>],
          ['制发', `${letter.issuedByName}，${letter.issuedOn}`],
          ['送达', service ? `${service.way}，${service.on}` : '还没有送达'],
        ]}
      />
      <h3 className="gk-request-head">正文</h3>
      <p className="gk-lines">{letter.body}</p>
      <p className="gk-letter-files">
        <a href={file('pdf')}>下载 PDF</a> <a href={file('word')}>下载 Word</a> <a href={file('receipt')}>送达回证</a>
      </p>
    </Panel>
  )
} // prettier-ignore

export function RecordPage(): ReactNode {
  const { recordId = '' } = useParams()
  const answer = useAnswer(getRecord, { params: { id: recordId } })
  if (answer.error) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  if (!answer.data) return <Waiting />
  const sheet = answer.data
  const crumbs = [{ title: '更正本人信息', path: paths.recordCorrections }, { title: sheet.number }]
  return (
    <SheetPage head={<PageHead title={sheet.subject} crumbs={crumbs} />} side={<Side sheet={sheet} />}>
      <Panel title="更正申请">
        <Facts
          rows={[
            ['编号', sheet.number],
            ['申请人', `${sheet.applicantName}（${applicantKinds[sheet.applicantKind].title}）`],
            ['渠道', recordChannels[sheet.channel]],
            ...(sheet.applicationId
              ? ([['公开申请', <Link key="request" to={paths.request(sheet.applicationId)}>{sheet.applicationNumber}</Link>]] as const)
              : []),
          ]}
        />
        <h3 className="gk-request-head">哪里不准确</h3>
        <p className="gk-lines">{sheet.wrong}</p>
        <h3 className="gk-request-head">应当怎样记录</h3>
        <p className="gk-lines">{sheet.wanted}</p>
      </Panel>
      <Files sheet={sheet} onDone={() => void answer.refetch()} />
      {sheet.result && sheet.decision && (
        <Panel title="决定">
          <Facts rows={[['结果', recordResultRows[sheet.result].title], ...(sheet.decision.body ? ([['有权更正的机关', sheet.decision.body]] as const) : [])]} />
          <h3 className="gk-request-head">决定的内容和理由</h3>
          <p className="gk-lines">{sheet.decision.text}</p>
        </Panel>
      )}
      <Letter sheet={sheet} />
      <Panel title="办理经过">
        <TimeLine happenings={sheet.happened.map(({ text, ...one }) => ({ ...one, ...(text ? { opinion: text } : {}) }))} />
      </Panel>
    </SheetPage>
  )
} // prettier-ignore
