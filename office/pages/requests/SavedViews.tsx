// 我的视图: the filters of the list that one keeps under a name: kept, opened, renamed, deleted.
import { App, Button, Form, Input, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { deleteRequestView, listRequestViews, postRequestView, putRequestView, type RequestView } from '../../../src/modules/requests/http/desk-contract.ts'
import { longestViewName, mostSavedViews } from '../../../src/modules/requests/law/saved-views.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { FormDialog, showReasons } from '../../ui/FormDialog.tsx'
import type { ListState } from '../../ui/list-state.ts'

type Filters = RequestView['filters']
interface Named {
  readonly name: string
}

const nameField = (
  <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
    <Input maxLength={longestViewName} autoComplete="off" placeholder="例如：教育局未确认的" />
  </Form.Item>
)

/** As the address spells them; what a view does not name is taken away. */
const addressOf = ({ tab, q, year, line, figure, from, until, sort, unitId, state, channel, kind, outcome, mark }: Filters) => ({
  view: tab,
  q,
  sort,
  unitId,
  state,
  channel,
  kind,
  outcome,
  mark,
  year: year === undefined ? undefined : String(year),
  line,
  figure,
  from,
  until,
})

export function SavedViews(props: { readonly state: ListState; readonly filters: Filters }): ReactNode {
  const { message } = App.useApp()
  const [form] = Form.useForm<Named>()
  const [open, setOpen] = useState(false)
  const [renaming, setRenaming] = useState<RequestView | null>(null)
  const answer = useAnswer(listRequestViews, {})
  const keep = useSend(postRequestView)
  const rename = useSend(putRequestView)
  const drop = useSend(deleteRequestView)
  const views = answer.data?.rows ?? []
  const save = async ({ name }: Named): Promise<void> => {
    try {
      await keep.mutateAsync({ body: { id: crypto.randomUUID(), name, filters: props.filters } })
      form.resetFields()
      void message.success(`已保存视图“${name.trim()}”`)
    } catch (cause) {
      showReasons(form, cause)
    }
  }
  const show = (view: RequestView): void => {
    props.state.set(addressOf(view.filters))
    setOpen(false)
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>我的视图{views.length > 0 && `（${views.length}）`}</Button>
      <Modal open={open} title="我的视图" footer={null} onCancel={() => setOpen(false)}>
        <ErrorNote error={answer.error ?? keep.error} />
        <Form<Named> form={form} layout="vertical" requiredMark={false} onFinish={(values) => void save(values)}>
          {nameField}
          <Button type="primary" htmlType="submit" loading={keep.isPending} disabled={views.length >= mostSavedViews}>
            保存当前筛选
          </Button>
          <span className="gk-cell-sub">保存列表现在的页签、筛选和先后，只有本人看得到，最多 {mostSavedViews} 个。</span>
        </Form>
        {views.length === 0 ? (
          <EmptyNote what="还没有保存的视图。" how="先在列表上选好筛选，再在这里取个名称保存。" />
        ) : (
          <ul className="gk-due-list" aria-label="保存的视图">
            {views.map((view) => (
              <li key={view.id} className="gk-saved-view">
                <Button type="link" onClick={() => show(view)}>
                  {view.name}
                </Button>
                <span>
                  <Button size="small" onClick={() => setRenaming(view)}>
                    改名
                  </Button>{' '}
                  <ConfirmButton
                    label="删除"
                    button={{ size: 'small' }}
                    question={`删除视图“${view.name}”？`}
                    follows="只删除保存的筛选，申请不受影响。"
                    okText="删除"
                    danger
                    onConfirm={() => drop.mutateAsync({ params: { viewId: view.id } })}
                  />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Modal>
      <FormDialog<Named>
        open={renaming !== null}
        title="更改视图的名称"
        okText="保存"
        initial={{ name: renaming?.name ?? '' }}
        onSubmit={({ name }) => rename.mutateAsync({ params: { viewId: renaming?.id ?? '' }, body: { name } })}
        onClose={() => setRenaming(null)}
      >
        {nameField}
      </FormDialog>
    </>
  )
}
