// How often an entry of the catalogue comes round: its rhythm, its term, and what happens on the site that raises it.
import { Col, Form, InputNumber, Row, Select } from 'antd'
import type { ReactNode } from 'react'
import { lineOfEntry, type EntryKind } from '../../../src/modules/catalogue/law/entries.ts'
import { triggerEventKinds, triggerEvents, type TriggerEventKind } from '../../../src/modules/catalogue/law/events.ts'
import { rhythmKinds, shifts, spans } from '../../../src/modules/catalogue/law/rhythms.ts'
import { ColumnsSelect } from '../../ui/ColumnSelect.tsx'
import { optionsOf } from '../../ui/edition-words.ts'

const titled = <Key extends string>(table: Readonly<Record<Key, { readonly title: string }>>) =>
  (Object.entries(table) as [Key, { title: string }][]).map(([value, { title }]) => ({ value, label: title }))

const eventOptions = triggerEventKinds.map((value) => ({
  value,
  label: `${triggerEvents[value].title}：${triggerEvents[value].hint}`,
  title: triggerEvents[value].title,
}))

function eventOption({ value }: { readonly value?: string | number | undefined }): ReactNode {
  const event = triggerEventKinds.find((kind) => kind === value)
  return (
    event && (
      <>
        {triggerEvents[event].title}
        <span className="gk-cell-sub gk-wrapped">{triggerEvents[event].hint}</span>
      </>
    )
  )
}

/** Nothing chosen: people enter what happened. */
function EventFields(): ReactNode {
  const events: readonly TriggerEventKind[] | undefined = Form.useWatch(['content', 'rhythm', 'on', 'events'])
  const entry: EntryKind | undefined = Form.useWatch(['content', 'kind'])
  return (
    <>
      <Form.Item
        name={['content', 'rhythm', 'on', 'events']}
        label="自动产生任务的事项"
        extra="网站上发生这些事时，责任单位自动得到一项公开任务；不选的，由人登记触发事项。"
      >
        <Select mode="multiple" allowClear optionLabelProp="title" options={eventOptions} optionRender={eventOption} placeholder="由人登记" />
      </Form.Item>
      {events !== undefined && events.length > 0 && (
        <Form.Item name={['content', 'rhythm', 'on', 'columnIds']} label="只限这些栏目里的信息" extra="不选的，本单位发布的都算；“信息发布”必须指定栏目。">
          <ColumnsSelect line={lineOfEntry(entry ?? 'government')} />
        </Form.Item>
      )}
    </>
  )
}

/** The form holds empty lists where nothing was chosen; an entry leaves them out. */
export function rhythmOfForm<
  Written extends { readonly kind: string; readonly on?: { readonly events?: readonly unknown[]; readonly columnIds?: readonly string[] } | undefined },
>(rhythm: Written): Written {
  if (rhythm.kind !== 'ad-hoc') return rhythm
  const { on, ...rest } = rhythm
  return (on?.events?.length ? { ...rest, on: { events: on.events, columnIds: on.columnIds ?? [] } } : rest) as Written
}

export function RhythmFields(): ReactNode {
  const kind: string | undefined = Form.useWatch(['content', 'rhythm', 'kind'])
  const span: string | undefined = Form.useWatch(['content', 'rhythm', 'span'])
  return (
    <>
      <Form.Item
        name={['content', 'rhythm', 'kind']}
        label="公开频次"
        rules={[{ required: true }]}
        extra={kind && rhythmKinds[kind as keyof typeof rhythmKinds].hint}
      >
        <Select options={titled(rhythmKinds)} />
      </Form.Item>
      {kind === 'regular' && (
        <Row gutter={12}>
          <Col xs={12} sm={5}>
            <Form.Item name={['content', 'rhythm', 'every']} label="每" initialValue={1} rules={[{ required: true }]}>
              <InputNumber min={1} max={52} className="gk-wide" />
            </Form.Item>
          </Col>
          <Col xs={12} sm={5}>
            <Form.Item name={['content', 'rhythm', 'span']} label="单位" initialValue="quarter" rules={[{ required: true }]}>
              <Select options={titled(spans)} />
            </Form.Item>
          </Col>
          {span !== 'week' && (
            <Col xs={12} sm={5}>
              <Form.Item
                name={['content', 'rhythm', 'month']}
                label="第几个月"
                initialValue={1}
                rules={[{ required: true }]}
                tooltip="从每期第一个月数起；超过一期的月数，表示期满以后。"
              >
                <InputNumber min={1} max={24} className="gk-wide" />
              </Form.Item>
            </Col>
          )}
          <Col xs={12} sm={4}>
            <Form.Item name={['content', 'rhythm', 'day']} label={span === 'week' ? '星期' : '日'} initialValue={20} rules={[{ required: true }]}>
              <InputNumber min={1} max={span === 'week' ? 7 : 31} className="gk-wide" />
            </Form.Item>
          </Col>
          <Col xs={24} sm={5}>
            <Form.Item name={['content', 'rhythm', 'shift']} label="遇休息日" initialValue="forward" rules={[{ required: true }]}>
              <Select options={optionsOf(shifts)} popupMatchSelectWidth={false} />
            </Form.Item>
          </Col>
        </Row>
      )}
      {kind === 'ad-hoc' && (
        <Row gutter={12}>
          <Col span={12}>
            <Form.Item name={['content', 'rhythm', 'days']} label="期限" initialValue={20} rules={[{ required: true }]}>
              <InputNumber min={1} max={365} className="gk-wide" />
            </Form.Item>
          </Col>
          <Col span={12}>
            <Form.Item name={['content', 'rhythm', 'unit']} label="单位" initialValue="working" rules={[{ required: true }]}>
              <Select
                options={[
                  { value: 'working', label: '工作日' },
                  { value: 'calendar', label: '自然日' },
                ]}
              />
            </Form.Item>
          </Col>
        </Row>
      )}
      {kind === 'ad-hoc' && <EventFields />}
      {kind === 'permanent' && (
        <Form.Item name={['content', 'rhythm', 'months']} label="多少个月内更新或者核对" initialValue={6} rules={[{ required: true }]}>
          <InputNumber min={1} max={120} className="gk-wide" />
        </Form.Item>
      )}
    </>
  )
}
