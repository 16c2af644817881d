// Where an edition is written: the text at the left, its fields at the right, saved by itself while one types.
import type { Editor } from '@tiptap/core'
import { Alert, App, Button, Form, Input, Modal, Segmented } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Link, Navigate, useNavigate, useParams } from 'react-router'
import { getAttachment, getEdition, postAttachments, postLayout, postStep, type EditionAnswer } from '../../../src/modules/disclosure/http/contract.ts'
import { fieldTitles } from '../../../src/modules/disclosure/law/metadata.ts'
import { listFindings, type FindingRow } from '../../../src/modules/disclosure/http/gate-contract.ts'
import { addressOf, call } from '../../api/client.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { sentencesOf } from '../../api/problem.ts'
import { upload } from '../../api/upload.ts'
import { RichText } from '../../editor/RichText.tsx'
import { AttachmentsField } from '../../forms/disclosure/AttachmentsField.tsx'
import { MetadataForm } from '../../forms/disclosure/MetadataForm.tsx'
import { paths } from '../../paths.ts'
import { useSession } from '../../shell/session.tsx'
import { untitled } from '../../ui/edition-words.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { whenText } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Panel } from '../../ui/SheetPage.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { backupOf, dropBackup } from './draft-backup.ts'
import { MergeDialog } from './MergeDialog.tsx'
import { Preview } from './Preview.tsx'
import { FindingsPanel } from './FindingsPanel.tsx'
import { useDraft, type SaveState } from './use-draft.ts'
import { useFindings } from './use-findings.ts'
import { usePresence } from './use-presence.ts'

const mostListed = 6

/** Errors are told before somebody else has to find them; whether they are mended or let stand is decided before the signature. */
function submitAnyway(errors: readonly FindingRow[]): Parameters<ReturnType<typeof App.useApp>['modal']['confirm']>[0] {
  return {
    title: `还有${errors.length}处错误，签发前须改正或者由有权人放行`,
    content: (
      <ul className="gk-plain-list">
        {errors.slice(0, mostListed).map((one, at) => (
          <li key={`${one.fingerprint}-${at}`}>{one.sentence}</li>
        ))}
        {errors.length > mostListed && <li>……等{errors.length}处</li>}
      </ul>
    ),
    okText: '仍然提交',
    cancelText: '回去修改',
  }
}

function SaveNote(props: { readonly state: SaveState; readonly onAgain: () => void }): ReactNode {
  const { state } = props
  if (state.kind === 'saving') return <span role="status">正在保存…</span>
  if (state.kind === 'dirty') return <span role="status">有修改，即将自动保存</span>
  if (state.kind === 'saved') return <span role="status">{state.at ? `已保存 ${whenText(state.at).slice(11)}` : '内容已保存'}</span>
  return (
    <span role="alert" className="gk-bad">
      没有保存：{sentencesOf(state.error)[0]?.sentence}
      <Button type="link" size="small" onClick={props.onAgain}>
        再试一次
      </Button>
    </span>
  )
}

function Work(props: { readonly edition: EditionAnswer; readonly reload: () => void }): ReactNode {
  const { edition } = props
  const { editionId } = edition
  const { answer: session } = useSession()
  const accountId = session.person?.accountId ?? ''
  const navigate = useNavigate()
  const { message, modal } = App.useApp()
  const editor = useRef<Editor | null>(null)
  const draft = useDraft(
    edition,
    accountId,
    (html) => editor.current?.commands.setContent(html, { emitUpdate: false }),
    (by, taken) => void message.info(`${by} 也在修改，已合并：${taken.map((field) => fieldTitles[field]).join('、')}`, 6),
  )
  const viewers = usePresence(editionId, draft.catchUp)
  const { flush } = draft
  const refused = draft.saveState.kind === 'failed'
  const signedIn = session.stage === 'complete'
  const wasAway = useRef(false)
  useEffect(() => {
    // what could not be saved while the session was over is saved as soon as the person is back
    if (signedIn && wasAway.current && refused) void flush()
    wasAway.current = !signedIn
  }, [signedIn, refused, flush])
  const [backup, setBackup] = useState(() => backupOf(editionId, accountId))
  const [preview, setPreview] = useState<'desktop' | 'phone' | null>(null)
  const layout = useSend(postLayout, { quiet: true })
  const step = useSend(postStep)
  const change: typeof draft.change = (patch) => {
    // what was refused before is answered by typing on
    if (step.error) step.reset()
    draft.change(patch)
  }
  const submit = edition.steps.find((one) => one.name === 'submit')
  const findings = useFindings({ editor, content: draft.content, change })

  const shownAt = (src: string): string => {
    const picture = edition.attachments.find((one) => one.src === src)
    return picture ? addressOf(getAttachment, { params: { editionId, attachmentId: picture.attachmentId } }) : src
  }
  const sendPictures = async (files: readonly File[]): Promise<readonly string[]> => {
    try {
      const answer = await upload(postAttachments, { params: { editionId } }, files, { role: 'picture' }, () => {}).answer
      for (const one of answer.refused) void message.error(`${one.name}：${one.sentence}`, 6)
      props.reload()
      return answer.rows.flatMap((row) => (row.src === null ? [] : [row.src]))
    } catch (error) {
      void message.error(sentencesOf(error)[0]?.sentence ?? '图片没有传上去')
      return []
    }
  }
  const layOut = (): void =>
    layout.mutate(
      { body: { bodyHtml: draft.content.bodyHtml } },
      {
        onSuccess: ({ bodyHtml }) => {
          editor.current?.commands.setContent(bodyHtml)
          void message.success('已按公文版式排好；不合适可以撤销')
        },
      },
    )
  const openPreview = async (): Promise<void> => {
    if (await draft.flush()) setPreview('desktop')
  }
  const takeSubmit = async (): Promise<void> => {
    if (!(await draft.flush())) return
    const found = await call(listFindings, { params: { editionId } }).catch(() => null)
    const against = found?.rows.filter((one) => one.stands && one.severity === 'error') ?? []
    if (against.length > 0 && !(await modal.confirm(submitAnyway(against)))) return
    // awaited, because the page is closed by the fresh answer before callbacks of its own would run
    const taken = await step.mutateAsync({ params: { editionId }, body: { step: 'submit' } }).catch(() => null)
    if (!taken) return
    void message.success(`已提交，现为“${taken.stateTitle}”`)
    void navigate(paths.edition(editionId))
  }
  const titleFinding = draft.findings.find((finding) => finding.field === 'title')
  return (
    <>
      <PageHead
        title={draft.content.title || untitled}
        crumbs={[{ title: '信息管理', path: paths.editions }, { title: '信息', path: paths.edition(editionId) }, { title: '编辑' }]}
      />
      <div className="gk-work-bar">
        <SaveNote state={draft.saveState} onAgain={() => void draft.flush()} />
        <span className="gk-head-gap" />
        <Button onClick={() => void draft.flush()}>保存草稿</Button>
        <Button onClick={() => void openPreview()}>预览</Button>
        <Button onClick={() => void draft.flush().then((saved) => saved && navigate(paths.edition(editionId)))}>返回</Button>
        {submit && (
          <Button type="primary" loading={step.isPending} onClick={() => void takeSubmit()}>
            {submit.title}
          </Button>
        )}
      </div>
      {viewers.length > 0 && (
        <Alert
          className="gk-note"
          type="warning"
          showIcon
          title={`${viewers.join('、')} 正在编辑`}
          description="各自的修改都会自动保存并合并；改到同一处时，会请您选择。"
        />
      )}
      {backup && (
        <Alert
          className="gk-note"
          type="info"
          showIcon
          title="上次有没保存到服务器的修改，留在这台电脑上。"
          action={
            <>
              <Button size="small" type="primary" onClick={() => (draft.restore(backup), setBackup(null))}>
                恢复
              </Button>{' '}
              <Button size="small" onClick={() => (dropBackup(editionId), setBackup(null))}>
                不要了
              </Button>
            </>
          }
        />
      )}
      <ErrorNote error={step.error ?? layout.error} {...(step.error ? { title: '还不能提交：' } : {})} />
      <div className="gk-work">
        <div className="gk-work-text">
          <Panel>
            <Form.Item {...(titleFinding ? { validateStatus: 'warning' as const, help: titleFinding.sentence } : {})} className="gk-title-item">
              <Input.TextArea
                aria-label="标题"
                placeholder="标题"
                className="gk-title-field"
                autoSize={{ minRows: 1, maxRows: 4 }}
                maxLength={300}
                value={draft.content.title}
                onChange={(event) => change({ title: event.target.value.replaceAll('\n', '') })}
              />
            </Form.Item>
            <RichText
              initial={draft.content.bodyHtml}
              label="正文"
              onReady={(ready) => (editor.current = ready)}
              onChange={(bodyHtml) => change({ bodyHtml })}
              onPictures={sendPictures}
              shownAt={shownAt}
              onLayout={layOut}
              layoutBusy={layout.isPending}
            />
          </Panel>
          <Panel title="附件">
            <AttachmentsField editionId={editionId} attachments={edition.attachments} onChanged={props.reload} />
          </Panel>
        </div>
        <aside className="gk-work-side" aria-label="信息要素">
          <FindingsPanel editionId={editionId} version={draft.version} editor={findings} />
          <Panel>
            <MetadataForm
              content={draft.content}
              findings={draft.findings}
              documentId={edition.documentId}
              unitId={edition.unitId}
              replacedByTitle={edition.replacedByTitle}
              revises={edition.number > 1}
              change={change}
            />
          </Panel>
        </aside>
      </div>
      <MergeDialog conflicts={draft.conflicts} onSettle={draft.settle} />
      <Modal open={preview !== null} title="预览" footer={null} width={preview === 'phone' ? 480 : 1160} onCancel={() => setPreview(null)} destroyOnHidden>
        <Segmented
          className="gk-note"
          aria-label="预览宽度"
          value={preview ?? 'desktop'}
          onChange={setPreview}
          options={[
            { value: 'desktop', label: '电脑' },
            { value: 'phone', label: '手机' },
          ]}
        />
        <Preview editionId={editionId} version={draft.version} width={preview ?? 'desktop'} />
      </Modal>
    </>
  )
}

export function EditionWorkPage(): ReactNode {
  const { editionId = '' } = useParams()
  const answer = useAnswer(getEdition, { params: { editionId } })
  if (answer.error && !answer.data) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  if (!answer.data) return <Waiting />
  if (!answer.data.editable && answer.isFetching) return <Waiting />
  if (!answer.data.editable) return <Closed edition={answer.data} />
  return <Work key={editionId} edition={answer.data} reload={() => void answer.refetch()} />
}

/** The edition cannot be changed now: says why, and leads to its sheet. */
function Closed(props: { readonly edition: EditionAnswer }): ReactNode {
  const { closedBecause, editionId } = props.edition
  if (closedBecause.length === 0) return <Navigate to={paths.edition(editionId)} replace />
  return (
    <Alert
      type="info"
      showIcon
      title="现在不能修改这条信息"
      description={
        <ul className="gk-plain-list">
          {closedBecause.map((reason) => (
            <li key={reason.code}>{reason.sentence}</li>
          ))}
        </ul>
      }
      action={<Link to={paths.edition(editionId)}>查看信息</Link>}
    />
  )
}
