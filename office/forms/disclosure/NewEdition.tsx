// Begins a new edition: where more than one place is possible, asks for which.
import { PlusOutlined } from '@ant-design/icons'
import { Button, Form, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { postEdition } from '../../../src/modules/disclosure/http/contract.ts'
import { useSend } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { useSession } from '../../shell/session.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { UnitSelect, useUnitNames } from '../../ui/UnitSelect.tsx'
import { usePlaces } from './use-places.ts'

interface Values {
  readonly unitId: string
  readonly sectionId?: string
}

export function NewEdition(): ReactNode {
  const navigate = useNavigate()
  const create = useSend(postEdition)
  const { may } = useSession()
  const { own, only } = usePlaces('edition.draft')
  const units = useUnitNames()
  const [open, setOpen] = useState(false)
  const begin = async (values: Values): Promise<void> => {
    const made = await create.mutateAsync({ body: { unitId: values.unitId, sectionId: values.sectionId ?? null } })
    void navigate(paths.editionWork(made.editionId))
  }
  if (!may('edition.draft')) return null
  const single = only !== undefined && only.length === 1 && own.length === 1 ? own[0] : undefined
  return (
    <>
      <Button
        type="primary"
        icon={<PlusOutlined />}
        loading={create.isPending}
        onClick={() =>
          single
            ? void begin({ unitId: single.unitId, ...(single.sectionId ? { sectionId: single.sectionId } : {}) }).catch(() => setOpen(true))
            : setOpen(true)
        }
      >
        新建信息
      </Button>
      <FormDialog<Values>
        open={open}
        title="新建信息"
        okText="开始起草"
        initial={{ ...(own[0] ? { unitId: own[0].unitId } : {}), ...(own[0]?.sectionId ? { sectionId: own[0].sectionId } : {}) }}
        onSubmit={begin}
        onClose={() => setOpen(false)}
      >
        {(form) => (
          <>
            <Form.Item name="unitId" label="发布单位" rules={[{ required: true, message: '请选择发布单位' }]} extra="没有专人的单位，由公开工作机构代发。">
              <UnitSelect {...(only ? { only } : {})} allowClear={false} onChange={() => form.resetFields(['sectionId'])} />
            </Form.Item>
            <Form.Item noStyle shouldUpdate>
              {() => {
                const sections = units.filter((unit) => unit.kind === 'section' && unit.parentId === form.getFieldValue('unitId'))
                return (
                  sections.length > 0 && (
                    <Form.Item name="sectionId" label="科室">
                      <Select allowClear placeholder="选择科室" options={sections.map((unit) => ({ value: unit.id, label: unit.name }))} />
                    </Form.Item>
                  )
                )
              }}
            </Form.Item>
          </>
        )}
      </FormDialog>
    </>
  )
}
