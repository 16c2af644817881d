// 内部期限: how many working days before the day for the reply a unit drafts, reviews and sends.
import { App, Button, Form, InputNumber } from 'antd'
import type { ReactNode } from 'react'
import { getInternalDays, putInternalDays, type InternalDaysAnswer } from '../../../src/modules/requests/http/internal-contract.ts'
import { internalStageNames, internalStageRows, mostInternalDays } from '../../../src/modules/requests/law/internal-stages.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { showReasons } from '../../ui/FormDialog.tsx'
import { Panel } from '../../ui/SheetPage.tsx'
import { UnitSettingsPage } from '../../ui/UnitSettingsPage.tsx'
import { Waiting } from '../../ui/Waiting.tsx'

type Days = NonNullable<InternalDaysAnswer['days']>

/** What the fields hold while nothing is set. */
const proposed: Days = { draft: 8, review: 5, send: 2 }

function DaysForm({ set }: { readonly set: InternalDaysAnswer }): ReactNode {
  const { message } = App.useApp()
  const [form] = Form.useForm<Days>()
  const send = useSend(putInternalDays)
  const save = async (days: Days | null): Promise<void> => {
    try {
      await send.mutateAsync({ params: { unitId: set.unitId }, body: { days } })
      void message.success(days ? '内部期限已经设定' : '不再设内部期限')
    } catch (cause) {
      showReasons(form, cause)
    }
  }
  return (
    <Panel title={set.unitName}>
      <p className="gk-muted gk-follows">{set.days ? `${set.setByName ?? ''}设定。` : '还没有设定：申请列表和申请页面不显示内部期限，也不提醒。'}</p>
      <ErrorNote error={send.error} />
      <Form<Days> form={form} layout="vertical" initialValues={set.days ?? proposed} onFinish={(days) => void save(days)}>
        {internalStageNames.map((stage) => (
          <Form.Item
            key={stage}
            name={stage}
            label={`${internalStageRows[stage].title}：答复期限以前的工作日`}
            rules={[{ required: true, message: '请填写天数' }]}
          >
            <InputNumber min={0} max={mostInternalDays} precision={0} />
          </Form.Item>
        ))}
        <p className="gk-letter-make">
          <Button type="primary" htmlType="submit" loading={send.isPending}>
            保存
          </Button>
          {set.days && (
            <Button loading={send.isPending} onClick={() => void save(null)}>
              不设内部期限
            </Button>
          )}
        </p>
      </Form>
    </Panel>
  )
}

function Settings({ unitId }: { readonly unitId: string }): ReactNode {
  const answer = useAnswer(getInternalDays, { params: { unitId } })
  if (answer.error) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  return answer.data ? <DaysForm key={`${unitId} ${answer.data.days === null}`} set={answer.data} /> : <Waiting />
}

export const InternalDaysPage = (): ReactNode => (
  <UnitSettingsPage
    title="内部期限"
    note="答复期限以前多少个工作日应当拟稿、审核签发、送达；只供内部提醒，不影响法定期限。"
    under={{ title: '依申请公开', path: paths.requests }}
    how="各单位分别设定。"
    settings={(unitId) => <Settings unitId={unitId} />}
  />
)
