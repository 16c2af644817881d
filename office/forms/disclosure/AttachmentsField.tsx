// Attachments of a draft: sent with progress, each with its size and SHA-256, refused ones with their reason, in an order of one's own.
import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { Alert, Button, Progress, Upload } from 'antd'
import { useState, type ReactNode } from 'react'
import { getOriginal } from '../../../src/modules/disclosure/http/attachment-contract.ts'
import { deleteAttachment, getAttachment, postAttachments, putAttachmentOrder, type AttachmentAnswer } from '../../../src/modules/disclosure/http/contract.ts'
import { addressOf } from '../../api/client.ts'
import { useSend } from '../../api/hooks.ts'
import { sentencesOf } from '../../api/problem.ts'
import { upload } from '../../api/upload.ts'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { roleTitles } from '../../ui/edition-words.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { bytesText } from '../../ui/format.ts'
import { CopyNote, InspectionFindings, InspectionState } from '../../ui/Inspection.tsx'
import { CleanButtons } from './CleanButtons.tsx'

interface Sending {
  readonly key: number
  readonly name: string
  readonly part: number
}

export function AttachmentsField(props: {
  readonly editionId: string
  readonly attachments: readonly AttachmentAnswer[]
  readonly onChanged: () => void
}): ReactNode {
  const { editionId, onChanged } = props
  const [sending, setSending] = useState<readonly Sending[]>([])
  const [refused, setRefused] = useState<readonly { name: string; sentence: string }[]>([])
  const remove = useSend(deleteAttachment, { quiet: true })
  const order = useSend(putAttachmentOrder, { quiet: true })
  const own = props.attachments.filter((one) => one.role === 'attachment')
  const others = props.attachments.filter((one) => one.role === 'original' || one.role === 'signed-sheet')

  const send = async (file: File): Promise<void> => {
    const key = performance.now() + Math.random()
    setSending((before) => [...before, { key, name: file.name, part: 0 }])
    const progress = (part: number): void => setSending((before) => before.map((one) => (one.key === key ? { ...one, part } : one)))
    try {
      const answer = await upload(postAttachments, { params: { editionId } }, [file], { role: 'attachment' }, progress).answer
      if (answer.refused.length > 0) setRefused((before) => [...before, ...answer.refused])
      onChanged()
    } catch (error) {
      setRefused((before) => [
        ...before,
        {
          name: file.name,
          sentence: sentencesOf(error)
            .map((one) => one.sentence)
            .join(''),
        },
      ])
    } finally {
      setSending((before) => before.filter((one) => one.key !== key))
    }
  }
  const move = (at: number, by: number): void => {
    const ids = own.map((one) => one.attachmentId)
    const [moved] = ids.splice(at, 1)
    if (moved === undefined) return
    ids.splice(at + by, 0, moved)
    order.mutate({ params: { editionId }, body: { attachmentIds: ids } }, { onSuccess: onChanged })
  }
  return (
    <>
      <Upload.Dragger multiple showUploadList={false} customRequest={({ file }) => void send(file as File)} className="gk-dragger">
        <p>点击选择附件，或者把文件拖到这里</p>
        <p className="gk-muted">支持 PDF、OFD、Word、WPS、Excel、图片等，一次可选多个。文件类型按内容识别，改了扩展名的不收。</p>
      </Upload.Dragger>
      {sending.map((one) => (
        <div key={one.key} className="gk-sending">
          <span>
            {one.name}
            {one.part >= 1 && <span className="gk-muted"> 正在识别和检查…</span>}
          </span>
          <Progress percent={Math.round(one.part * 100)} size="small" aria-label={`上传 ${one.name}`} />
        </div>
      ))}
      {refused.length > 0 && (
        <Alert
          className="gk-note gk-note-above"
          type="error"
          showIcon
          title="这些文件没有收下："
          closable={{ onClose: () => setRefused([]) }}
          description={
            <ul className="gk-plain-list">
              {refused.map((one) => (
                <li key={one.name + one.sentence}>
                  {one.name}：{one.sentence}
                </li>
              ))}
            </ul>
          }
        />
      )}
      <ErrorNote error={remove.error ?? order.error} />
      {own.length + others.length > 0 && (
        <ul className="gk-rows">
          {[...own, ...others].map((one, at) => (
            <li key={one.attachmentId}>
              <div className="gk-rows-main">
                <a href={addressOf(getAttachment, { params: { editionId, attachmentId: one.attachmentId } })} download>
                  {one.name}
                </a>
                <span className="gk-cell-sub">
                  {roleTitles[one.role]} · {bytesText(one.bytes)}
                  {one.hasText ? '' : ' · 无文字层'} · SHA-256 <code className="gk-hash">{one.sha256}</code>
                </span>
                {one.copy && <CopyNote copy={one.copy} original={addressOf(getOriginal, { params: { editionId, attachmentId: one.attachmentId } })} />}
                {one.inspection && (
                  <>
                    <InspectionState inspection={one.inspection} />
                    <InspectionFindings inspection={one.inspection} name={one.name} />
                    <CleanButtons editionId={editionId} attachment={one} onCleaned={onChanged} />
                  </>
                )}
              </div>
              {one.role === 'attachment' && (
                <div className="gk-row-tools">
                  <Button
                    size="small"
                    type="text"
                    icon={<ArrowUpOutlined />}
                    aria-label={`上移 ${one.name}`}
                    disabled={at === 0}
                    onClick={() => move(at, -1)}
                  />
                  <Button
                    size="small"
                    type="text"
                    icon={<ArrowDownOutlined />}
                    aria-label={`下移 ${one.name}`}
                    disabled={at >= own.length - 1}
                    onClick={() => move(at, 1)}
                  />
                  <ConfirmButton
                    label="删除"
                    danger
                    button={{ size: 'small', type: 'text' }}
                    question={`删除附件“${one.name}”？`}
                    follows="删除后这一版信息不再带这个附件。"
                    okText="删除"
                    onConfirm={() => remove.mutateAsync({ params: { editionId, attachmentId: one.attachmentId } }).then(onChanged)}
                  />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
