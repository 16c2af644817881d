// 第一责任人 of a unit and the contact for citizens: a public register.
import { Button, Form, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { putResponsiblePerson } from '../../../src/modules/organization/http/contract.ts'
import { useSend } from '../../api/hooks.ts'
import { DayField } from '../../ui/DayField.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { PersonSelect } from '../../ui/PersonSelect.tsx'
import { Facts } from '../../ui/SheetPage.tsx'
import type { Unit } from './unit.ts'

interface Values {
  readonly personId: string
  readonly contactId?: string | null
  readonly contactPhone?: string
  readonly validFrom: string
}

export function ResponsiblePerson(props: { readonly unit: Unit; readonly changeable: boolean }): ReactNode {
  const { unit, changeable } = props
  const now = unit.responsiblePerson
  const save = useSend(putResponsiblePerson)
  const [open, setOpen] = useState(false)
  return (
    <>
      {changeable && (
        <div className="gk-tab-tools">
          <Button onClick={() => setOpen(true)}>{now ? '更换' : '确定第一责任人'}</Button>
        </div>
      )}
      {now ? (
        <Facts
          narrow
          rows={[
            ['第一责任人', `${now.personName} ${now.personTitle}`],
            ['联系人', now.contactName],
            ['联系电话', now.contactPhone],
            ['自', now.validFrom],
          ]}
        />
      ) : (
        <EmptyNote what="还没有确定第一责任人。" how="各行政机关主要负责人是本机关政务公开第一责任人，名册在网站上公布。" />
      )}
      <FormDialog<Values>
        open={open}
        title={`第一责任人：${unit.name}`}
        okText="确定"
        initial={now ? { personId: now.personId, contactId: now.contactId, contactPhone: now.contactPhone } : {}}
        note={now ? '原来的第一责任人在新任前一天止，记录保留。' : undefined}
        onClose={() => setOpen(false)}
        onSubmit={(values) =>
          save.mutateAsync({ params: { unitId: unit.id }, body: { ...values, contactId: values.contactId ?? null, contactPhone: values.contactPhone ?? '' } })
        }
      >
        <Form.Item name="personId" label="第一责任人" rules={[{ required: true, message: '请选择人员' }]}>
          <PersonSelect known={now ? { id: now.personId, name: now.personName } : undefined} />
        </Form.Item>
        <Form.Item name="contactId" label="联系人">
          <PersonSelect known={now?.contactId && now.contactName ? { id: now.contactId, name: now.contactName } : undefined} />
        </Form.Item>
        <Form.Item name="contactPhone" label="联系电话">
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="validFrom" label="从哪一天起" rules={[{ required: true, message: '请选择日期' }]}>
          <DayField />
        </Form.Item>
      </FormDialog>
    </>
  )
}
