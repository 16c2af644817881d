// The fields of a post: where, as what, since when.
import { Form, Input, InputNumber, Select, Switch } from 'antd'
import type { ReactNode } from 'react'
import { DayField } from '../../ui/DayField.tsx'
import { UnitSelect, useUnitNames } from '../../ui/UnitSelect.tsx'

export interface PostValues {
  readonly unitId: string
  readonly sectionId?: string | null
  readonly title: string
  readonly isLeader?: boolean
  readonly rank?: number
  readonly duties?: string
  readonly validFrom: string
}

export function PostFields(props: { readonly prefix?: string; readonly fixedPlace?: boolean }): ReactNode {
  const name = (field: string): string | string[] => (props.prefix === undefined ? field : [props.prefix, field])
  const unitId = Form.useWatch<string | undefined>(name('unitId'), { preserve: true })
  const sections = useUnitNames().filter((unit) => unit.kind === 'section' && unit.parentId === unitId)
  return (
    <>
      {!props.fixedPlace && (
        <>
          <Form.Item name={name('unitId')} label="单位" rules={[{ required: true, message: '请选择单位' }]}>
            <UnitSelect allowClear={false} />
          </Form.Item>
          {sections.length > 0 && (
            <Form.Item name={name('sectionId')} label="科室">
              <Select allowClear placeholder="选择科室" options={sections.map((unit) => ({ value: unit.id, label: unit.name }))} />
            </Form.Item>
          )}
        </>
      )}
      <Form.Item name={name('title')} label="职务" rules={[{ required: true, whitespace: true, message: '请填写职务' }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name={name('validFrom')} label="任职日期" rules={[{ required: true, message: '请选择任职日期' }]}>
        <DayField />
      </Form.Item>
      <Form.Item name={name('isLeader')} label="是否负责人" valuePropName="checked" extra="负责人的姓名、职务和分工在机构页面公开。">
        <Switch checkedChildren="是" unCheckedChildren="否" />
      </Form.Item>
      <Form.Item name={name('rank')} label="排名" extra="小的在前。">
        <InputNumber min={0} max={10_000} />
      </Form.Item>
      <Form.Item name={name('duties')} label="分工">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={4000} />
      </Form.Item>
    </>
  )
}
