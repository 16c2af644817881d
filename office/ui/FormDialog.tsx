// A form in a dialog: one column, errors of the server under their fields and in a list at the top.
import { Form, Modal, type FormInstance } from 'antd'
import { useEffect, useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { CallError } from '../api/problem.ts'
import { ErrorNote } from './ErrorNote.tsx'

/** Puts what the server says about a field under that field. */
export function showReasons(form: FormInstance, error: unknown): void {
  if (!(error instanceof CallError)) return
  const fields = error.reasons.flatMap((reason) =>
    reason.field === undefined ? [] : [{ name: reason.field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part)), errors: [reason.sentence] }],
  )
  if (fields.length > 0) form.setFields(fields as never)
}

/** Enter settles the date that was typed; it must not send the form. */
function keepEnterOfDates(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === 'Enter' && event.target instanceof Element && event.target.closest('.ant-picker')) event.preventDefault()
}

export interface FormDialogProps<Values> {
  readonly open: boolean
  readonly title: string
  readonly okText: string
  readonly initial: Partial<Values>
  readonly note?: ReactNode
  readonly danger?: boolean
  readonly width?: number
  readonly onSubmit: (values: Values) => Promise<unknown>
  readonly onClose: () => void
  readonly children: ReactNode | ((form: FormInstance<Values>) => ReactNode)
}

export function FormDialog<Values extends object>(props: FormDialogProps<Values>): ReactNode {
  const [form] = Form.useForm<Values>()
  // Behind the dialog stands a page whose own fields may be called alike: a label must lead to the field below it.
  const name = useId()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const { open } = props
  useEffect(() => {
    if (open) setError(null)
  }, [open])
  const submit = async (): Promise<void> => {
    const values = await form.validateFields().catch(() => undefined)
    if (values === undefined) return
    setBusy(true)
    setError(null)
    try {
      await props.onSubmit(values)
      props.onClose()
    } catch (cause) {
      setError(cause)
      showReasons(form, cause)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open={open}
      title={props.title}
      okText={props.okText}
      cancelText="取消"
      okButtonProps={{ danger: props.danger ?? false }}
      confirmLoading={busy}
      onOk={() => void submit()}
      onCancel={props.onClose}
      width={props.width ?? 560}
      mask={{ closable: false }}
      destroyOnHidden
    >
      {props.note && <p className="gk-follows">{props.note}</p>}
      <ErrorNote error={error} />
      <Form<Values>
        name={name}
        form={form}
        layout="vertical"
        requiredMark
        preserve={false}
        initialValues={props.initial}
        onFinish={() => void submit()}
        onKeyDown={keepEnterOfDates}
        scrollToFirstError
      >
        {typeof props.children === 'function' ? props.children(form) : props.children}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </Form>
    </Modal>
  )
}
