// Gives a role at a place, from a day, perhaps until a day.
import { Form, Select } from 'antd'
import type { ReactNode } from 'react'
import { postGrant } from '../../../src/modules/access/http/contract.ts'
import { actions, permissions, roles, type Role } from '../../../src/modules/access/law/permissions.ts'
import { useSend } from '../../api/hooks.ts'
import { AccountSelect } from '../../ui/AccountSelect.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { UnitSelect, useUnitNames } from '../../ui/UnitSelect.tsx'

interface Values {
  readonly accountId?: string
  readonly role: Role
  readonly unitId: string
  readonly sectionId?: string
  readonly validFrom?: string
  readonly validUntil?: string
}

const scopeTitles = {
  'own-section': '本科室',
  'own-unit': '本单位',
  'units-below': '本单位和下级单位',
  all: '全部单位',
  'this-task': '被征求意见的那一条',
} as const

function Rights(): ReactNode {
  const role = Form.useWatch<Role | undefined>('role')
  const unitId = Form.useWatch<string | undefined>('unitId')
  const sections = useUnitNames().filter((unit) => unit.kind === 'section' && unit.parentId === unitId)
  return (
    <>
      {role && (
        <div className="gk-rights">
          <p className="gk-muted">{roles[role].title}可以：</p>
          <ul className="gk-plain-list">
            {Object.entries(
              Object.groupBy(
                permissions.filter((row) => row.role === role),
                (row) => row.scope,
              ),
            ).map(([scope, rows]) => (
              <li key={scope}>
                {scopeTitles[scope as keyof typeof scopeTitles]}：{rows?.map((row) => actions[row.action]).join('、')}
              </li>
            ))}
          </ul>
        </div>
      )}
      {sections.length > 0 && (
        <Form.Item name="sectionId" label="科室" extra="不选就是整个单位。">
          <Select allowClear placeholder="整个单位" options={sections.map((unit) => ({ value: unit.id, label: unit.name }))} />
        </Form.Item>
      )}
    </>
  )
}

export function GrantDialog(props: { readonly open: boolean; readonly accountId?: string; readonly name?: string; readonly onClose: () => void }): ReactNode {
  const grant = useSend(postGrant)
  return (
    <FormDialog<Values>
      open={props.open}
      title={props.name ? `分配角色：${props.name}` : '分配角色'}
      okText="分配"
      initial={{}}
      note="系统、安全、审计三类管理员权限分开，不能由同一人兼任，也不能兼办信息。"
      onClose={props.onClose}
      onSubmit={(values) =>
        grant.mutateAsync({
          body: {
            accountId: props.accountId ?? values.accountId ?? '',
            role: values.role,
            unitId: values.unitId,
            sectionId: values.sectionId ?? null,
            validUntil: values.validUntil ?? null,
            ...(values.validFrom ? { validFrom: values.validFrom } : {}),
          },
        })
      }
    >
      {props.accountId === undefined && (
        <Form.Item name="accountId" label="账号" rules={[{ required: true, message: '请选择账号' }]}>
          <AccountSelect />
        </Form.Item>
      )}
      <Form.Item name="role" label="角色" rules={[{ required: true, message: '请选择角色' }]}>
        <Select options={Object.entries(roles).map(([value, { title }]) => ({ value, label: title }))} />
      </Form.Item>
      <Form.Item name="unitId" label="单位" rules={[{ required: true, message: '请选择单位' }]}>
        <UnitSelect allowClear={false} />
      </Form.Item>
      <Rights />
      <Form.Item name="validFrom" label="从哪一天起" extra="不填就是今天。">
        <DayField />
      </Form.Item>
      <Form.Item name="validUntil" label="到哪一天止" extra="不填就是长期。">
        <DayField />
      </Form.Item>
    </FormDialog>
  )
}
