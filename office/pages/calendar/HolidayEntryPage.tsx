// 录入或者更正一个年度: paste the notice or type it, look at the months, see which due days move, then apply.
import { Alert, App, Button, Form, Input, InputNumber } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useNavigate, useParams } from 'react-router'
import { getCalendarYear, postNoticeReading, postYearEffect, putCalendarYearRoute, type YearEntryBody } from '../../../src/modules/calendar/http/contract.ts'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import { CallError } from '../../api/problem.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { HolidayFields } from '../../forms/calendar/HolidayFields.tsx'
import { paths } from '../../paths.ts'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { showReasons } from '../../ui/FormDialog.tsx'
import { countText } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Panel } from '../../ui/SheetPage.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { YearCalendar } from '../../ui/YearCalendar.tsx'
import { EffectTables } from './EffectTables.tsx'

type Effect = AnswerOf<typeof postYearEffect>

const names = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节']

/** A year that nobody typed yet: the seven holidays, without days. */
const blank = (year: number): YearEntryBody => ({
  year,
  notice: `国务院办公厅关于${year}年部分节假日安排的通知`,
  off: names.map((name) => ({ name, from: '', to: '' })),
  worked: [],
})

/** What the form holds, without rows that are still empty. */
function typed(values: Partial<YearEntryBody> | undefined, year: number): YearEntryBody {
  const { notice = '', off = [], worked = [] } = values ?? {}
  return {
    year: values?.year ?? year,
    notice,
    off: off.filter((row) => row?.from).map(({ name, from, to }) => ({ name, from, to: to || from })),
    worked: worked.filter(Boolean),
  }
}

function PasteNotice(props: { readonly onRead: (entry: YearEntryBody, doubts: readonly string[]) => void }): ReactNode {
  const [text, setText] = useState('')
  const [doubts, setDoubts] = useState<readonly string[]>([])
  const { message } = App.useApp()
  const read = useSend(postNoticeReading, { quiet: true })
  const submit = (): void =>
    read.mutate(
      { body: { text } },
      {
        onSuccess: (found) => {
          setDoubts(found.doubts)
          if (found.entry) props.onRead(found.entry, found.doubts)
          if (found.entry && found.doubts.length === 0) void message.success('已读出，请对照原文核对下面的日期')
        },
      },
    )
  return (
    <Panel title="粘贴通知">
      <ErrorNote error={read.error} />
      <label htmlFor="notice-text" className="gk-muted">
        粘贴通知全文（连同标题），由系统读出日期，再对照原文核对。
      </label>
      <Input.TextArea
        id="notice-text"
        value={text}
        onChange={(event) => setText(event.target.value)}
        autoSize={{ minRows: 4, maxRows: 14 }}
        maxLength={20_000}
      />
      <div className="gk-drawer-tools">
        <Button onClick={submit} loading={read.isPending} disabled={text.trim() === ''}>
          读出日期
        </Button>
      </div>
      {doubts.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="gk-note"
          title="请对照原文核对："
          description={
            <ul className="gk-plain-list">
              {doubts.map((doubt) => (
                <li key={doubt}>{doubt}</li>
              ))}
            </ul>
          }
        />
      )}
    </Panel>
  )
}

function EntryForm(props: { readonly initial: YearEntryBody }): ReactNode {
  const [form] = Form.useForm<YearEntryBody>()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const look = useSend(postYearEffect, { quiet: true })
  const save = useSend(putCalendarYearRoute)
  const [shown, setShown] = useState<YearEntryBody>(props.initial)
  const [effect, setEffect] = useState<Effect | null>(null)
  /** What was changed after the effect was shown must be shown again. */
  const changed = (): void => {
    setEffect(null)
    setShown(typed(form.getFieldsValue(true) as YearEntryBody, props.initial.year))
  }
  const entry = (): YearEntryBody => typed(form.getFieldsValue(true) as YearEntryBody, props.initial.year)
  const lookAt = (): void => look.mutate({ body: entry() }, { onSuccess: setEffect, onError: (error) => showReasons(form, error) })
  const apply = async (): Promise<void> => {
    if (!effect) return
    const { year, ...body } = entry()
    try {
      const { moved } = await save.mutateAsync({ params: { year }, body: { ...body, basedOn: effect.version } })
      void message.success(moved === 0 ? `已应用${year}年安排` : `已应用${year}年安排，${countText(moved)} 个期限已重新计算`)
      void navigate(paths.holidayYear(year))
    } catch (error) {
      if (error instanceof CallError && error.code === 'stale-calendar') setEffect(null)
      throw error
    }
  }
  const total = effect?.keepers.reduce((sum, { count }) => sum + count, 0) ?? 0
  return (
    <>
      <PasteNotice
        onRead={(found) => {
          form.setFieldsValue(found)
          changed()
        }}
      />
      <Form<YearEntryBody> form={form} layout="vertical" initialValues={props.initial} onValuesChange={changed} onFinish={lookAt} scrollToFirstError>
        <Panel title="放假和上班的日期">
          <div className="gk-form-grid">
            <Form.Item name="year" label="年度" rules={[{ required: true, message: '请填写年度' }]}>
              <InputNumber min={2008} max={2200} precision={0} />
            </Form.Item>
            <Form.Item name="notice" label="通知名称和文号" rules={[{ required: true, whitespace: true, message: '请填写通知的名称' }]}>
              <Input maxLength={200} />
            </Form.Item>
          </div>
          <HolidayFields />
        </Panel>
        <Panel title="月历">
          <YearCalendar entry={shown} />
        </Panel>
        <Panel title="影响的期限">
          <ErrorNote error={look.error} />
          {effect ? <EffectTables effect={effect} year={shown.year} /> : <p className="gk-muted gk-follows">保存以前，先查看哪些未办结的期限会变化。</p>}
          <div className="gk-drawer-tools">
            <Button htmlType="submit" {...(effect ? {} : { type: 'primary' as const })} loading={look.isPending}>
              查看影响
            </Button>
            {effect && (
              <ConfirmButton
                label="保存并应用"
                question={`应用${shown.year}年放假安排？`}
                follows={
                  total === 0 ? '没有未办结的期限因此变化。应用后，新的期限按此计算。' : `${countText(total)} 个未办结的期限将立即改为新的到期日，并记入经过。`
                }
                okText="保存并应用"
                button={{ type: 'primary' }}
                onConfirm={apply}
              />
            )}
          </div>
        </Panel>
      </Form>
    </>
  )
}

export function HolidayEntryPage(): ReactNode {
  const year = Number(useParams()['year'])
  const answer = useAnswer(getCalendarYear, { params: { year } })
  const unknown = answer.data?.versions.length === 0
  const [initial, setInitial] = useState<YearEntryBody | null>(null)
  const holds = answer.data?.versions[0]?.entry
  useEffect(() => {
    // What is being typed is never overwritten by a fresh answer.
    setInitial((before) => before ?? holds ?? (unknown ? blank(year) : null))
  }, [holds, unknown, year])
  return (
    <>
      <PageHead
        title={holds ? `更正${year}年放假安排` : `录入${year}年放假安排`}
        crumbs={[{ title: '节假日安排', path: paths.holidays }, { title: holds ? '更正' : '录入' }]}
        note="照录国务院办公厅的通知。应用前先看影响；应用后，所有未办结的期限一起重新计算，公众查询的期限计算器同时更新。"
      />
      <ErrorNote error={answer.error} again={() => void answer.refetch()} />
      {initial ? <EntryForm initial={initial} /> : !answer.error && <Waiting />}
    </>
  )
}
