// How a unit ends, and who takes over its people and records.
import { Form, Input, Select, Switch } from 'antd'
import type { ReactNode } from 'react'
import { putUnitEnd } from '../../../src/modules/organization/http/contract.ts'
import { successionKinds, type SuccessionKind } from '../../../src/modules/organization/law/succession-kinds.ts'
import { useSend } from '../../api/hooks.ts'
import { DayField } from '../../ui/DayField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { UnitsSelect } from '../../ui/UnitSelect.tsx'

interface Values {
  readonly kind: SuccessionKind
  readonly lastDay: string
  readonly successorIds?: string[]
  readonly note?: string
  readonly handOver?: boolean
}

function Successors(): ReactNode {
  const kind = Form.useWatch<SuccessionKind | undefined>('kind')
  const count = kind && successionKinds[kind].successors
  if (!count || count === 'none') return null
  return (
    <>
      <Form.Item name="successorIds" label={count === 'one' ? '承继机构' : '承继机构（可选多个）'} rules={[{ required: true, message: '请选择承继机构' }]}>
        <UnitsSelect />
      </Form.Item>
      {count === 'one' && (
        <Form.Item name="handOver" label="移交" valuePropName="checked" extra="任职、科室和下级机构一起转到承继机构。">
          <Switch checkedChildren="移交" unCheckedChildren="不移交" />
        </Form.Item>
      )}
    </>
  )
}

export function EndUnitDialog(props: {
  readonly open: boolean
  readonly unit: { readonly id: string; readonly name: string; readonly version: number }
  readonly onClose: () => void
}): ReactNode {
  const { unit } = props
  const end = useSend(putUnitEnd)
  return (
    <FormDialog<Values>
      open={props.open}
      title={`撤并：${unit.name}`}
      okText="撤并"
      danger
      initial={{ handOver: true }}
      note="撤并以后，这个机构不能再发布新信息；已经发布的信息和索引号都保留，机构页面注明由谁承继。"
      onSubmit={(values) =>
        end.mutateAsync({
          params: { unitId: unit.id },
          body: {
            version: unit.version,
            kind: values.kind,
            lastDay: values.lastDay,
            successorIds: values.successorIds ?? [],
            note: values.note ?? '',
            handOver: values.handOver ?? true,
          },
        })
      }
      onClose={props.onClose}
    >
      <Form.Item name="kind" label="方式" rules={[{ required: true, message: '请选择方式' }]}>
        <Select options={Object.entries(successionKinds).map(([value, { title }]) => ({ value, label: title }))} />
      </Form.Item>
      <Successors />
      <Form.Item name="lastDay" label="存续的最后一天" rules={[{ required: true, message: '请选择日期' }]}>
        <DayField />
      </Form.Item>
      <Form.Item name="note" label="依据和说明">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={4000} placeholder="如：青编发〔2026〕3号" />
      </Form.Item>
    </FormDialog>
  )
}
