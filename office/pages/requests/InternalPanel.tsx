// 内部办理 on the page of an application: the office's own days, who watches, and notes for the staff. No applicant sees any of it.
import { App, Button, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import type { BodyOf } from '../../../src/kernel/contract.ts'
import type { RequestSheet } from '../../../src/modules/requests/http/contract.ts'
import { getInternal, postNote, putWatch, type RequestInternal } from '../../../src/modules/requests/http/internal-contract.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { showReasons } from '../../ui/FormDialog.tsx'
import { whenText } from '../../ui/format.ts'
import { Facts, Panel } from '../../ui/SheetPage.tsx'

function Dates({ dates }: { readonly dates: RequestInternal['dates'] }): ReactNode {
  if (dates.length === 0) return null
  return (
    <Facts
      narrow
      rows={dates.map(({ title, on, now, over }) => [
        title,
        <span key={title} className={now ? '' : 'gk-muted'}>
          <span className="gk-figure">{on}</span>
          {over ? <strong className="gk-late"> 已过</strong> : now ? '（现在）' : ''}
        </span>,
      ])}
    />
  )
}

function Notes(props: { readonly sheet: RequestSheet; readonly internal: RequestInternal }): ReactNode {
  const { sheet, internal } = props
  const [form] = Form.useForm<Pick<BodyOf<typeof postNote>, 'text'>>()
  const send = useSend(postNote, { until: getInternal })
  const keep = async ({ text }: { text: string }): Promise<void> => {
    try {
      await send.mutateAsync({ params: { id: sheet.id }, body: { noteId: crypto.randomUUID(), text } })
      form.resetFields()
    } catch (cause) {
      showReasons(form, cause)
    }
  }
  return (
    <>
      <h3 className="gk-request-head">内部记录</h3>
      <p className="gk-muted">只有工作人员可见，写下后不能修改、删除。</p>
      {internal.mayNote && (
        <Form form={form} layout="vertical" onFinish={(values) => void keep(values)}>
          <ErrorNote error={send.error} />
          <Form.Item name="text" rules={[{ required: true, whitespace: true, min: 2, message: '请填写内容' }]}>
            <Input.TextArea aria-label="内部记录" autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} placeholder="例：档案室答复三天后可以查阅" />
          </Form.Item>
          <Button htmlType="submit" loading={send.isPending}>
            记下
          </Button>
        </Form>
      )}
      <ul className="gk-rows" aria-label="内部记录">
        {internal.notes.map(({ id, text, byName, at }) => (
          <li key={id}>
            <div className="gk-rows-main">
              <span className="gk-lines">{text}</span>
              <span className="gk-cell-sub">
                {byName} {whenText(at)}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

export function InternalPanel(props: { readonly sheet: RequestSheet }): ReactNode {
  const { sheet } = props
  const { message } = App.useApp()
  const answer = useAnswer(getInternal, { params: { id: sheet.id } })
  const send = useSend(putWatch, { until: getInternal })
  if (answer.error) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  const internal = answer.data
  if (!internal) return null
  const turn = (): void =>
    send.mutate(
      { params: { id: sheet.id }, body: { watching: !internal.watching } },
      { onSuccess: ({ watching }) => void message.success(watching ? '已关注，轮到办理和临近、超过期限时通知您' : '已取消关注') },
    )
  return (
    <Panel
      title="内部办理"
      extra={
        <Button loading={send.isPending} onClick={turn}>
          {internal.watching ? '取消关注' : '关注'}
        </Button>
      }
    >
      <ErrorNote error={send.error} />
      {internal.watchers.length > 0 && <p>关注：{internal.watchers.join('、')}</p>}
      <Dates dates={internal.dates} />
      <Notes sheet={sheet} internal={internal} />
    </Panel>
  )
}
