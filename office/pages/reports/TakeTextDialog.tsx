// The frame of a dialog that puts words into chosen parts of a report's text.
import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Waiting } from '../../ui/Waiting.tsx'

export interface TakingText {
  readonly reportId: string
  readonly version: number
  readonly onTaken: () => void
  readonly onClose: () => void
}

export function TakeTextDialog(props: {
  readonly title: string
  readonly okText: string
  readonly note: string
  /** Nothing is chosen yet. */
  readonly idle: boolean
  readonly waiting: boolean
  readonly sending: boolean
  readonly error: unknown
  /** A refusal stands in `error`. */
  readonly onTake: () => Promise<void>
  readonly onClose: () => void
  readonly children: ReactNode
}): ReactNode {
  const { title, okText, note, idle, waiting, sending, error, onTake, onClose, children } = props
  return (
    <Modal
      open
      width={820}
      title={title}
      okText={okText}
      cancelText="取消"
      okButtonProps={{ disabled: idle, loading: sending }}
      onOk={() => void onTake().catch(() => undefined)}
      onCancel={onClose}
    >
      <p className="gk-follows">{note}</p>
      <ErrorNote error={error} />
      {waiting && <Waiting />}
      {children}
    </Modal>
  )
}
