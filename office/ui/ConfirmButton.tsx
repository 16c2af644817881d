// A step that asks before it is taken: names the thing and says what follows.
import { Button, Modal, type ButtonProps } from 'antd'
import { useState, type ReactNode } from 'react'
import { ErrorNote } from './ErrorNote.tsx'

export function ConfirmButton(props: {
  readonly label: ReactNode
  /** The question, with the name of the thing: 停用账号“李敏”？ */
  readonly question: string
  /** What follows. */
  readonly follows: ReactNode
  readonly okText: string
  readonly danger?: boolean
  readonly button?: Pick<ButtonProps, 'type' | 'size' | 'disabled' | 'block' | 'title' | 'icon' | 'className'>
  readonly onConfirm: () => Promise<unknown>
}): ReactNode {
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const confirm = (): void => {
    setBusy(true)
    setError(null)
    props
      .onConfirm()
      .then(() => setOpen(false), setError)
      .finally(() => setBusy(false))
  }
  return (
    <>
      <Button {...props.button} danger={props.danger ?? false} onClick={() => (setError(null), setOpen(true))}>
        {props.label}
      </Button>
      <Modal
        open={open}
        title={props.question}
        okText={props.okText}
        cancelText="取消"
        okButtonProps={{ danger: props.danger ?? false }}
        confirmLoading={busy}
        onOk={confirm}
        onCancel={() => setOpen(false)}
        width={460}
        destroyOnHidden
      >
        <p className="gk-follows">{props.follows}</p>
        <ErrorNote error={error} />
      </Modal>
    </>
  )
}
