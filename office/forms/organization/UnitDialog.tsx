// The fields of a unit. Codes are checked for their shape; a check digit that does not fit is only a warning.
import { App, Form, Input, InputNumber, Radio, Select, Switch } from 'antd'
import type { ReactNode } from 'react'
import type { BodyOf } from '../../../src/kernel/contract.ts'
import type { postUnit } from '../../../src/modules/organization/http/contract.ts'
import { unitKinds } from '../../../src/modules/organization/law/unit-kinds.ts'
import { DayField } from '../../ui/DayField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'

export type UnitValues = BodyOf<typeof postUnit>

export const emptyUnit: Omit<UnitValues, 'kind' | 'parentId' | 'validFrom'> = {
  name: '',
  shortName: '',
  organizationCode: null,
  creditCode: null,
  slug: '',
  duties: '',
  address: '',
  officeHours: '',
  phone: '',
  fax: '',
  email: '',
  postcode: '',
  position: 0,
  hasOwnStaff: true,
  emptyColumns: 'none-held',
}

export function UnitDialog(props: {
  readonly open: boolean
  readonly title: string
  readonly okText: string
  readonly isNew: boolean
  readonly initial: Partial<UnitValues>
  readonly onSubmit: (values: UnitValues) => Promise<readonly { readonly field: string; readonly sentence: string }[]>
  readonly onClose: () => void
}): ReactNode {
  const { message } = App.useApp()
  return (
    <FormDialog<UnitValues>
      open={props.open}
      title={props.title}
      okText={props.okText}
      initial={props.initial}
      width={720}
      onClose={props.onClose}
      onSubmit={async (values) => {
        const warnings = await props.onSubmit({
          ...values,
          parentId: values.parentId ?? null,
          organizationCode: values.organizationCode || null,
          creditCode: values.creditCode || null,
        })
        for (const warning of warnings) void message.warning(warning.sentence, 8)
      }}
    >
      <div className="gk-form-grid">
        <Form.Item name="name" label="机构名称" rules={[{ required: true, whitespace: true, message: '请填写机构名称' }]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="shortName" label="简称">
          <Input maxLength={200} />
        </Form.Item>
        {props.isNew && (
          <Form.Item name="kind" label="类别" rules={[{ required: true, message: '请选择类别' }]}>
            <Select options={Object.entries(unitKinds).map(([value, { title }]) => ({ value, label: title }))} />
          </Form.Item>
        )}
        <Form.Item name="parentId" label="上级机构">
          <UnitSelect placeholder="没有上级" />
        </Form.Item>
        <Form.Item
          name="validFrom"
          label={props.isNew ? '设立日期' : '从哪一天起变更'}
          extra={props.isNew ? undefined : '改名称或者上级的，这一天以前仍按原来的显示。'}
          rules={[{ required: true, message: '请选择日期' }]}
        >
          <DayField />
        </Form.Item>
        <Form.Item name="creditCode" label="统一社会信用代码" extra="18位，作为索引号的前段。">
          <Input maxLength={18} spellCheck={false} />
        </Form.Item>
        <Form.Item name="organizationCode" label="组织机构代码" extra="9位；有它时，索引号用它。">
          <Input maxLength={10} spellCheck={false} />
        </Form.Item>
        <Form.Item name="slug" label="网址名" extra="留空时按代码生成。">
          <Input maxLength={100} spellCheck={false} />
        </Form.Item>
        <Form.Item name="position" label="排列次序" extra="小的在前。">
          <InputNumber min={0} max={100_000} className="gk-wide" />
        </Form.Item>
        <Form.Item name="phone" label="电话">
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="fax" label="传真">
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="email" label="电子邮箱">
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="postcode" label="邮政编码">
          <Input maxLength={10} />
        </Form.Item>
        <Form.Item name="officeHours" label="办公时间">
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="address" label="办公地址">
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="duties" label="职责" className="gk-span">
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4000} />
        </Form.Item>
        <Form.Item name="hasOwnStaff" label="有没有专人" valuePropName="checked" extra="没有专人的，由上级公开工作机构代发。">
          <Switch checkedChildren="有" unCheckedChildren="没有" />
        </Form.Item>
        <Form.Item name="emptyColumns" label="没有信息的栏目">
          <Radio.Group
            options={[
              { value: 'none-held', label: '注明“本机关无此类信息”' },
              { value: 'hidden', label: '不显示' },
            ]}
          />
        </Form.Item>
      </div>
    </FormDialog>
  )
}
