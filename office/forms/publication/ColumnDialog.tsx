// The fields of a column of the site.
import { Form, Input, Select, Switch } from 'antd'
import type { ReactNode } from 'react'
import type { BodyOf } from '../../../src/kernel/contract.ts'
import type { createColumn } from '../../../src/modules/publication/http/contract.ts'
import { columnKinds } from '../../../src/modules/publication/law/column-kinds.ts'
import { statutoryItems } from '../../../src/modules/publication/law/statutory-items.ts'
import { ColumnSelect } from '../../ui/ColumnSelect.tsx'
import { optionsOf } from '../../ui/edition-words.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'

export type ColumnValues = BodyOf<typeof createColumn>

export const emptyColumn: ColumnValues = {
  parentId: null,
  slug: '',
  name: '',
  kind: 'general',
  statutoryItem: null,
  description: '',
  keywords: '',
  shownOnHome: false,
  hidden: false,
}

export function ColumnDialog(props: {
  readonly open: boolean
  readonly title: string
  readonly okText: string
  readonly initial: ColumnValues
  readonly except?: string
  readonly onSubmit: (values: ColumnValues) => Promise<unknown>
  readonly onClose: () => void
}): ReactNode {
  return (
    <FormDialog<ColumnValues>
      open={props.open}
      title={props.title}
      okText={props.okText}
      initial={props.initial}
      onClose={props.onClose}
      onSubmit={(values) => props.onSubmit({ ...values, parentId: values.parentId ?? null, statutoryItem: values.statutoryItem ?? null })}
    >
      <Form.Item name="name" label="栏目名称" rules={[{ required: true, whitespace: true, message: '请填写栏目名称' }]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="parentId" label="上级栏目" extra="不选就是第一级栏目。">
        <ColumnSelect {...(props.except === undefined ? {} : { except: props.except })} placeholder="没有上级" />
      </Form.Item>
      <Form.Item
        name="slug"
        label="网址名"
        extra="出现在网址里，只用小写字母、数字和短横线，如 zhengce-wenjian。"
        rules={[{ required: true, pattern: /^[a-z0-9][a-z0-9-]{0,60}$/, message: '只用小写字母、数字和短横线，以字母或数字开头' }]}
      >
        <Input maxLength={61} spellCheck={false} />
      </Form.Item>
      <Form.Item name="kind" label="栏目类别" rules={[{ required: true }]}>
        <Select options={optionsOf(columnKinds)} />
      </Form.Item>
      <Form.Item name="statutoryItem" label="对应的法定公开内容" extra="对应以后，在“法定主动公开内容”里列出，并统计最近更新。">
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="不对应"
          options={Object.entries(statutoryItems).map(([value, item]) => ({ value, label: item.title }))}
        />
      </Form.Item>
      <Form.Item name="description" label="栏目说明">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 4 }} maxLength={200} />
      </Form.Item>
      <Form.Item name="keywords" label="关键词">
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="shownOnHome" label="在首页显示" valuePropName="checked">
        <Switch checkedChildren="显示" unCheckedChildren="不显示" />
      </Form.Item>
      <Form.Item name="hidden" label="隐藏" valuePropName="checked" extra="隐藏后公众看不到这个栏目；里面的信息仍然可以搜索到。">
        <Switch checkedChildren="隐藏" unCheckedChildren="公开" />
      </Form.Item>
    </FormDialog>
  )
}
