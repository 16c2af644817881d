// 期限计算: every term of the law from a given day, with pauses, restarts and an extension; the answer is the due day and its ledger.
import { Button, Form, Input, Select, Table } from 'antd'
import { useState, type ReactNode } from 'react'
import { getDueDay, listTerms } from '../../../src/modules/calendar/http/contract.ts'
import { terms } from '../../../src/law/terms.ts'
import type { AskOf } from '../../api/client.ts'
import { useAnswer } from '../../api/hooks.ts'
import { DayField } from '../../ui/DayField.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { DayLedger, LedgerView } from '../../ui/DayLedger.tsx'
import { todayText } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Panel } from '../../ui/SheetPage.tsx'
import { Waiting } from '../../ui/Waiting.tsx'

interface Values {
  readonly term: string
  readonly from: string
  readonly extend?: string
  readonly pauses?: readonly { readonly from?: string; readonly to?: string }[]
  readonly restart?: string
}

const options = Object.entries(terms).map(([value, { title }]) => ({ value, label: title }))

const askOf = ({ term, from, extend, pauses = [], restart }: Values): NonNullable<AskOf<typeof getDueDay>['query']> => ({
  term,
  from,
  extend: extend ?? '',
  pause: pauses.filter((one) => one?.from || one?.to).map((one) => `${one.from ?? ''}..${one.to ?? ''}`),
  restart: restart ? [restart] : [],
})

function Result(props: { readonly ask: NonNullable<AskOf<typeof getDueDay>['query']> }): ReactNode {
  const answer = useAnswer(getDueDay, { query: props.ask }, { keep: true })
  if (answer.error) return <ErrorNote error={answer.error} />
  return answer.data ? <LedgerView ledger={answer.data} /> : <Waiting />
}

/** What would be due when, had it begun today. */
function TermsFromToday(): ReactNode {
  const answer = useAnswer(listTerms, { query: {} })
  if (answer.error) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  if (!answer.data) return <Waiting />
  const { from, rows } = answer.data
  return (
    <Table
      size="small"
      rowKey="term"
      dataSource={rows}
      pagination={false}
      scroll={{ x: 640 }}
      columns={[
        { title: '期限', dataIndex: 'title', width: 150 },
        {
          title: '到期日',
          dataIndex: 'due',
          width: 150,
          render: (due: string, row) => <DayLedger due={due} provisional={row.provisional} ask={{ term: row.term, from }} />,
        },
        { title: '长度', dataIndex: 'length', width: 190 },
        { title: '依据', dataIndex: 'basis', width: 210 },
      ]}
    />
  )
}

export function DeadlinePage(): ReactNode {
  const [ask, setAsk] = useState<NonNullable<AskOf<typeof getDueDay>['query']> | null>(null)
  return (
    <>
      <PageHead title="期限计算" note="按现行和历次的法律、法规计算到期日，列出每一天计入或者不计的理由。" />
      <div className="gk-two">
        <Panel title="条件">
          <Form<Values> layout="vertical" initialValues={{ term: 'reply', from: todayText() }} onFinish={(values) => setAsk(askOf(values))}>
            <Form.Item name="term" label="期限" rules={[{ required: true, message: '请选择期限' }]}>
              <Select options={options} showSearch={{ optionFilterProp: 'label' }} />
            </Form.Item>
            <Form.Item name="from" label="起算的事件发生之日（当日不计）" rules={[{ required: true, message: '请选择日期' }]}>
              <DayField />
            </Form.Item>
            <Form.Item name="extend" label="延长（单位同期限）" rules={[{ pattern: /^\d{1,4}$/, message: '请填写整数' }]}>
              <Input inputMode="numeric" maxLength={4} placeholder="不延长" />
            </Form.Item>
            <Form.Item name="restart" label="重新起算之日（收到补正后的申请、完成缴费）">
              <DayField />
            </Form.Item>
            <Form.List name="pauses">
              {(rows, { add, remove }) => (
                <fieldset className="gk-fieldset">
                  <legend>中止（发出征求意见之日的次日至收到意见之日不计）</legend>
                  {rows.map(({ key, name }) => (
                    <div key={key} className="gk-range-row">
                      <Form.Item name={[name, 'from']}>
                        <DayField label={`第${name + 1}次发出之日`} placeholder="发出之日" />
                      </Form.Item>
                      <Form.Item name={[name, 'to']}>
                        <DayField label={`第${name + 1}次收到之日`} placeholder="收到之日" />
                      </Form.Item>
                      <Button onClick={() => remove(name)} aria-label={`删去第${name + 1}次中止`}>
                        删去
                      </Button>
                    </div>
                  ))}
                  <Button onClick={() => add({})}>增加一次中止</Button>
                </fieldset>
              )}
            </Form.List>
            <Button type="primary" htmlType="submit">
              计算
            </Button>
          </Form>
        </Panel>
        <Panel title={ask ? '结果' : '今日起算的各项期限'}>{ask ? <Result ask={ask} /> : <TermsFromToday />}</Panel>
      </div>
    </>
  )
}
