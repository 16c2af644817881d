// The columns of an entry of the catalogue, and from which day they hold.
import { Col, Form, Input, InputNumber, Row, Select } from 'antd'
import type { ReactNode } from 'react'
import type { BodyOf } from '../../../src/kernel/contract.ts'
import type { postEntry } from '../../../src/modules/catalogue/http/contract.ts'
import { audiences, channels, entryKinds, entryModes, lineOfEntry, tiers, type EntryKind } from '../../../src/modules/catalogue/law/entries.ts'
import { unitKinds } from '../../../src/modules/organization/law/unit-kinds.ts'
import { statutoryItems } from '../../../src/modules/publication/law/statutory-items.ts'
import { ColumnsSelect } from '../../ui/ColumnSelect.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { optionsOf } from '../../ui/edition-words.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { UnitsSelect } from '../../ui/UnitSelect.tsx'
import { RhythmFields, rhythmOfForm } from './RhythmFields.tsx'

export type EntryValues = BodyOf<typeof postEntry>
type Content = EntryValues['content']

export const emptyContent: Content = {
  kind: 'government', field: '', serial: 1, item1: '', item2: '', item3: '', elements: '', basis: '【行政法规】《中华人民共和国政府信息公开条例》', limitText: '自该信息形成或者变更之日起20个工作日内', bodyText: '',
  unitIds: [], unitKinds: [], channels: ['website'], channelOther: '', audience: 'society', audienceWho: '', mode: 'proactive', tiers: ['county'], statutoryItem: null, columnIds: [],
  rhythm: { kind: 'ad-hoc', days: 20, unit: 'working' },
} // prettier-ignore

export const emptyPartyContent: Content = {
  ...emptyContent,
  kind: 'party',
  basis: '【党内法规】《中国共产党党务公开条例（试行）》',
  limitText: '长期公开，变更后及时更新',
  rhythm: { kind: 'permanent', months: 12 },
  channels: ['website', 'notice-board'],
}

const titled = <Key extends string>(table: Readonly<Record<Key, { readonly title: string }>>) =>
  (Object.entries(table) as [Key, { title: string }][]).map(([value, { title }]) => ({ value, label: title }))

const agencyKinds = titled(unitKinds).filter(({ value }) => value !== 'section')

export function EntryDialog(props: {
  readonly open: boolean
  readonly title: string
  readonly okText: string
  readonly initial: EntryValues
  readonly fields: readonly string[]
  readonly onSubmit: (values: EntryValues) => Promise<unknown>
  readonly onClose: () => void
}): ReactNode {
  const { initial } = props
  return (
    <FormDialog<EntryValues>
      open={props.open}
      title={props.title}
      okText={props.okText}
      width={760}
      initial={initial}
      onClose={props.onClose}
      onSubmit={({ content, begins, note }) =>
        props.onSubmit({
          content: { ...initial.content, ...content, rhythm: rhythmOfForm(content.rhythm), statutoryItem: content.statutoryItem ?? null },
          begins,
          note: note ?? '',
        })
      }
    >
      <Row gutter={12}>
        <Col xs={24} sm={8}>
          <Form.Item name={['content', 'kind']} label="类别" rules={[{ required: true }]}>
            <Select options={optionsOf(entryKinds)} />
          </Form.Item>
        </Col>
        <Col xs={16} sm={10}>
          <Form.Item name={['content', 'field']} label="领域" rules={[{ required: true, whitespace: true, message: '请填写领域' }]}>
            <Input maxLength={60} list="catalogue-fields" />
          </Form.Item>
          <datalist id="catalogue-fields">
            {props.fields.map((field) => (
              <option key={field} value={field}>
                {field}
              </option>
            ))}
          </datalist>
        </Col>
        <Col xs={8} sm={6}>
          <Form.Item name={['content', 'serial']} label="序号" rules={[{ required: true }]}>
            <InputNumber min={1} max={99999} className="gk-wide" />
          </Form.Item>
        </Col>
        <Col xs={24} sm={8}>
          <Form.Item name={['content', 'item1']} label="一级事项" rules={[{ required: true, whitespace: true, message: '请填写一级事项' }]}>
            <Input maxLength={200} />
          </Form.Item>
        </Col>
        <Col xs={24} sm={8}>
          <Form.Item name={['content', 'item2']} label="二级事项">
            <Input maxLength={200} />
          </Form.Item>
        </Col>
        <Col xs={24} sm={8}>
          <Form.Item name={['content', 'item3']} label="三级事项">
            <Input maxLength={200} />
          </Form.Item>
        </Col>
      </Row>
      <Form.Item name={['content', 'elements']} label="公开内容（要素）" rules={[{ required: true, whitespace: true, message: '请填写公开内容' }]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={8000} />
      </Form.Item>
      <Form.Item name={['content', 'basis']} label="公开依据" extra="每项以【法律】【行政法规】【部门规章】【规范性文件】开头，写明条款。">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={8000} />
      </Form.Item>
      <Form.Item name={['content', 'limitText']} label="公开时限">
        <Input maxLength={500} />
      </Form.Item>
      <RhythmFields />
      <Form.Item name={['content', 'bodyText']} label="公开主体（目录上的文字）">
        <Input maxLength={500} />
      </Form.Item>
      <Row gutter={12}>
        <Col xs={24} sm={12}>
          <Form.Item name={['content', 'unitIds']} label="责任单位">
            <UnitsSelect />
          </Form.Item>
        </Col>
        <Col xs={24} sm={12}>
          <Form.Item name={['content', 'unitKinds']} label="责任单位类别" extra="这一类的每个单位都负责。">
            <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={agencyKinds} />
          </Form.Item>
        </Col>
      </Row>
      <Form.Item name={['content', 'channels']} label="公开渠道和载体">
        <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={titled(channels)} />
      </Form.Item>
      <Form.Item name={['content', 'channelOther']} label="其他渠道">
        <Input maxLength={200} />
      </Form.Item>
      <Row gutter={12}>
        <Col xs={12} sm={6}>
          <Form.Item name={['content', 'audience']} label="公开对象" rules={[{ required: true }]}>
            <Select options={optionsOf(audiences)} />
          </Form.Item>
        </Col>
        <Col xs={12} sm={6}>
          <Form.Item name={['content', 'audienceWho']} label="特定群体">
            <Input maxLength={200} />
          </Form.Item>
        </Col>
        <Col xs={12} sm={6}>
          <Form.Item name={['content', 'mode']} label="公开方式" rules={[{ required: true }]}>
            <Select options={optionsOf(entryModes)} />
          </Form.Item>
        </Col>
        <Col xs={12} sm={6}>
          <Form.Item name={['content', 'tiers']} label="公开层级">
            <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={titled(tiers)} />
          </Form.Item>
        </Col>
      </Row>
      <Form.Item noStyle shouldUpdate={(before: EntryValues, after: EntryValues) => before.content.kind !== after.content.kind}>
        {(form) => (
          <Form.Item name={['content', 'columnIds']} label="网站栏目" extra="在这些栏目发布的信息，会作为履行这一条的候选。">
            <ColumnsSelect line={lineOfEntry((form.getFieldValue(['content', 'kind']) as EntryKind | undefined) ?? 'government')} />
          </Form.Item>
        )}
      </Form.Item>
      <Form.Item name={['content', 'statutoryItem']} label="条例条目" extra="属于条例第二十条、第二十一条哪一项；法定条目不能直接免除。">
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={Object.entries(statutoryItems).map(([value, item]) => ({ value, label: item.column }))}
          placeholder="不属于法定条目"
        />
      </Form.Item>
      <Row gutter={12}>
        <Col xs={24} sm={8}>
          <Form.Item name="begins" label="自何日起生效" rules={[{ required: true, message: '请选择日期' }]}>
            <DayField allowClear={false} />
          </Form.Item>
        </Col>
        <Col xs={24} sm={16}>
          <Form.Item name="note" label="说明">
            <Input maxLength={500} placeholder="为何新增或者修改" />
          </Form.Item>
        </Col>
      </Row>
    </FormDialog>
  )
}
