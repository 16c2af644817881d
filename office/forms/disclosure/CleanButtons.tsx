// What one press can take out of an attachment: its properties, or also its tracked changes and comments.
import type { ReactNode } from 'react'
import { Button } from 'antd'
import { postCleanCopy } from '../../../src/modules/disclosure/http/attachment-contract.ts'
import type { AttachmentAnswer } from '../../../src/modules/disclosure/http/contract.ts'
import { useSend } from '../../api/hooks.ts'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'

export function CleanButtons(props: { readonly editionId: string; readonly attachment: AttachmentAnswer; readonly onCleaned: () => void }): ReactNode {
  const { editionId, attachment, onCleaned } = props
  const send = useSend(postCleanCopy, { quiet: true })
  const mends = new Set((attachment.inspection?.findings ?? []).map((one) => one.mend))
  const isWord = /\.(?:docx|wps)$/i.test(attachment.name)
  const clean = (how: 'properties' | 'changes') =>
    send.mutateAsync({ params: { editionId, attachmentId: attachment.attachmentId }, body: { how } }).then(onCleaned)
  if (!mends.has('clean') && !(mends.has('accept') && isWord)) return null
  return (
    <div className="gk-clean-buttons">
      {mends.has('clean') && (
        <Button size="small" loading={send.isPending} onClick={() => void clean('properties').catch(() => {})}>
          清除文件属性
        </Button>
      )}
      {mends.has('accept') && isWord && (
        <ConfirmButton
          label="接受修订并清除批注"
          button={{ size: 'small' }}
          question={`接受“${attachment.name}”的全部修订并清除批注？`}
          follows="公众下载的是处理后的副本，原文件留在内部，可以随时下载核对。"
          okText="接受并清除"
          onConfirm={() => clean('changes')}
        />
      )}
      <ErrorNote error={send.error} />
    </div>
  )
}
