// One entry of the ledger beside the list: its evidence, its corrections, and what can be done with it.
import { Button, Drawer, Form, Input, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { deleteEvidence, getEntry, getEvidence, putEntry, putEntryStrike, type AppearanceBody } from '../../../src/modules/channels/http/contract.ts'
import { channels, type EnteredChannel } from '../../../src/modules/channels/law/channels.ts'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { AppearanceFields } from '../../forms/channels/AppearanceFields.tsx'
import { EvidencePicker, sendEvidence } from '../../forms/channels/EvidencePicker.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { bytesText, whenText } from '../../ui/format.ts'
import { Facts, Panel } from '../../ui/SheetPage.tsx'
import { TimeLine } from '../../ui/TimeLine.tsx'

type Entry = AnswerOf<typeof getEntry>

function CorrectDialog(props: { readonly entry: Entry; readonly open: boolean; readonly onClose: () => void }): ReactNode {
  const { entry } = props
  const send = useSend(putEntry)
  const { channel, shownOn, place, address, note } = entry
  return (
    <FormDialog<AppearanceBody & { reason: string }>
      open={props.open}
      title="更正渠道登记"
      okText="更正"
      width={720}
      initial={{ channel, shownOn, place, address, note }}
      note="更正前的内容、理由和更正人都留在这条登记的经过里。"
      onSubmit={(values) => send.mutateAsync({ params: { entryId: entry.entryId }, body: { ...values, version: entry.version } })}
      onClose={props.onClose}
    >
      {(form) => (
        <>
          <Form.Item noStyle shouldUpdate={(before: AppearanceBody, after: AppearanceBody) => before.channel !== after.channel}>
            {() => <AppearanceFields base={[]} channel={form.getFieldValue('channel') as EnteredChannel} />}
          </Form.Item>
          <ReasonField />
        </>
      )}
    </FormDialog>
  )
}

const ReasonField = (): ReactNode => (
  <Form.Item name="reason" label="理由" rules={[{ required: true, whitespace: true, message: '请写明理由' }]}>
    <Input maxLength={500} />
  </Form.Item>
)

function EvidenceDialog(props: { readonly entryId: string; readonly open: boolean; readonly onClose: () => void }): ReactNode {
  const [files, setFiles] = useState<readonly File[]>([])
  const [refused, setRefused] = useState<readonly string[]>([])
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const client = useQueryClient()
  const close = (): void => (setFiles([]), setRefused([]), setError(null), props.onClose())
  const send = async (): Promise<void> => {
    setBusy(true)
    setError(null)
    try {
      const lost = await sendEvidence([props.entryId], files)
      await client.invalidateQueries()
      if (lost.length === 0) return close()
      setRefused(lost)
      setFiles([])
    } catch (cause) {
      setError(cause)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open={props.open}
      title="补充佐证"
      okText="上传"
      cancelText="取消"
      confirmLoading={busy}
      okButtonProps={{ disabled: files.length === 0 }}
      onOk={() => void send()}
      onCancel={close}
      destroyOnHidden
    >
      <ErrorNote error={error} />
      {refused.map((line) => (
        <p key={line} className="gk-soon">
          {line}
        </p>
      ))}
      <EvidencePicker files={files} onChange={setFiles} />
    </Modal>
  )
}

function Evidence(props: { readonly entry: Entry; readonly onAdd: () => void }): ReactNode {
  const { entry } = props
  const [asked, setAsked] = useState<Entry['evidenceFiles'][number] | null>(null)
  const remove = useSend(deleteEvidence)
  return (
    <Panel
      title="佐证"
      extra={
        entry.mayChange && (
          <Button size="small" onClick={props.onAdd}>
            补充
          </Button>
        )
      }
    >
      {entry.evidenceFiles.length === 0 && <EmptyNote what="还没有佐证。" how="公开栏、显示屏等没有网址的渠道，请拍照留存。" />}
      <ul className="gk-rows">
        {entry.evidenceFiles.map((file) => {
          const address = addressOf(getEvidence, { params: { entryId: entry.entryId, evidenceId: file.evidenceId } })
          return (
            <li key={file.evidenceId}>
              <div className="gk-rows-main">
                <a href={address} target="_blank" rel="noreferrer">
                  {/^image\/(png|jpeg|webp)$/.test(file.mediaType) && <img className="gk-evidence" src={address} alt="" />}
                  {file.name}
                </a>
                <span className="gk-cell-sub">
                  {bytesText(file.bytes)} · {file.addedByName} {whenText(file.addedAt)}
                </span>
                <span className="gk-cell-sub">
                  SHA-256 <code className="gk-hash">{file.sha256}</code>
                </span>
              </div>
              {entry.mayChange && (
                <Button size="small" type="text" danger onClick={() => setAsked(file)} aria-label={`撤去 ${file.name}`}>
                  撤去
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      <FormDialog<{ reason: string }>
        open={asked !== null}
        title={`撤去佐证“${asked?.name ?? ''}”？`}
        okText="撤去"
        danger
        initial={{}}
        note="文件不再作为这条登记的佐证，经过里仍记着谁、什么时候、为什么撤去。"
        onSubmit={(values) => remove.mutateAsync({ params: { entryId: entry.entryId, evidenceId: asked?.evidenceId ?? '' }, body: values })}
        onClose={() => setAsked(null)}
      >
        <ReasonField />
      </FormDialog>
    </Panel>
  )
}

export function EntryDrawer(props: { readonly entryId: string | null; readonly onClose: () => void }): ReactNode {
  const answer = useAnswer(getEntry, { params: { entryId: props.entryId ?? '' } }, { enabled: props.entryId !== null })
  const strike = useSend(putEntryStrike)
  const [dialog, setDialog] = useState<'correct' | 'strike' | 'evidence' | null>(null)
  const entry = props.entryId === null ? undefined : answer.data
  const close = (): void => setDialog(null)
  return (
    <Drawer open={props.entryId !== null} onClose={props.onClose} size={560} title="渠道登记" destroyOnHidden>
      {answer.error && <ErrorNote error={answer.error} />}
      {entry && (
        <>
          <Panel>
            <Facts
              narrow
              rows={[
                ['信息', entry.title ?? '（已撤下的信息）'],
                ['索引号', entry.indexNumber],
                ['单位', entry.unitName],
                ['渠道', channels[entry.channel].title],
                ['公开日期', entry.shownOn],
                [channels[entry.channel].place, entry.place],
                [
                  '网址',
                  entry.address && (
                    <a href={entry.address} target="_blank" rel="noreferrer">
                      {entry.address}
                    </a>
                  ),
                ],
                ['备注', entry.note],
                ['登记', `${entry.enteredByName} ${whenText(entry.enteredAt)}`],
                ...(entry.struckAt ? ([['作废', `${entry.struckByName} ${whenText(entry.struckAt)}：${entry.struckReason}`]] as const) : []),
              ]}
            />
            {entry.mayChange && (
              <div className="gk-drawer-tools">
                <Button onClick={() => setDialog('correct')}>更正</Button>
                <Button danger onClick={() => setDialog('strike')}>
                  作废
                </Button>
              </div>
            )}
          </Panel>
          <Evidence entry={entry} onAdd={() => setDialog('evidence')} />
          <Panel title="经过">
            <TimeLine
              happenings={entry.history.map((one, at) => ({
                key: `${one.at}-${at}`,
                at: one.at,
                title: one.title,
                who: one.byName,
                opinion: one.reason,
                notes: one.notes,
              }))}
            />
          </Panel>
          <CorrectDialog entry={entry} open={dialog === 'correct'} onClose={close} />
          <EvidenceDialog entryId={entry.entryId} open={dialog === 'evidence'} onClose={close} />
          <FormDialog<{ reason: string }>
            open={dialog === 'strike'}
            title="作废这条登记？"
            okText="作废"
            danger
            initial={{}}
            note="作废后不再计数，登记和佐证仍然保留，可以在“已作废”里查到。"
            onSubmit={(values) => strike.mutateAsync({ params: { entryId: entry.entryId }, body: values })}
            onClose={close}
          >
            <ReasonField />
          </FormDialog>
        </>
      )}
    </Drawer>
  )
}
