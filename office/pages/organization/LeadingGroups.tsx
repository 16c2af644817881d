// Leading groups of a unit with their offices and members; terms of service by dates.
import { Button, Form, Input, Select, Table } from 'antd'
import { useState, type ReactNode } from 'react'
import { postLeadingGroup, postMember, putLeadingGroup, putLeadingGroupEnd, putMemberEnd } from '../../../src/modules/organization/http/contract.ts'
import { seats, type Seat } from '../../../src/modules/organization/law/seats.ts'
import { useSend } from '../../api/hooks.ts'
import { DayField } from '../../ui/DayField.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { PersonSelect } from '../../ui/PersonSelect.tsx'
import type { Unit } from './unit.ts'

type Group = Unit['leadingGroups'][number]
type Member = Group['members'][number]

interface GroupValues {
  readonly name: string
  readonly officeSection?: string
  readonly validFrom: string
}

function LastDay(props: { readonly label: string }): ReactNode {
  return (
    <Form.Item name="lastDay" label={props.label} rules={[{ required: true, message: '请选择日期' }]}>
      <DayField />
    </Form.Item>
  )
}

function GroupFields(): ReactNode {
  return (
    <>
      <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
        <Input maxLength={200} placeholder="如：县政务公开领导小组" />
      </Form.Item>
      <Form.Item name="officeSection" label="办公室设在">
        <Input maxLength={200} placeholder="如：县政府办公室" />
      </Form.Item>
      <Form.Item name="validFrom" label="设立日期" rules={[{ required: true, message: '请选择日期' }]}>
        <DayField />
      </Form.Item>
    </>
  )
}

function GroupSheet(props: { readonly group: Group; readonly changeable: boolean }): ReactNode {
  const { group, changeable } = props
  const change = useSend(putLeadingGroup)
  const end = useSend(putLeadingGroupEnd)
  const seat = useSend(postMember)
  const unseat = useSend(putMemberEnd)
  const [open, setOpen] = useState<'change' | 'end' | 'seat' | null>(null)
  const [leaving, setLeaving] = useState<Member | null>(null)
  const close = (): void => setOpen(null)
  return (
    <section className="gk-group" aria-label={group.name}>
      <div className="gk-panel-head">
        <div>
          <h3>{group.name}</h3>
          <p className="gk-muted">
            {group.officeSection && `办公室设在${group.officeSection}，`}自 {group.validFrom} 起{group.validUntil && `，至 ${group.validUntil}`}
          </p>
        </div>
        {changeable && (
          <div className="gk-page-main">
            <Button size="small" onClick={() => setOpen('seat')}>
              增加成员
            </Button>
            <Button size="small" onClick={() => setOpen('change')}>
              调整
            </Button>
            <Button size="small" danger onClick={() => setOpen('end')}>
              撤销
            </Button>
          </div>
        )}
      </div>
      <Table<Member>
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ x: 480 }}
        dataSource={group.members}
        locale={{ emptyText: <EmptyNote what="还没有成员。" how="点“增加成员”，从组长开始。" /> }}
        columns={[
          { title: '席位', width: 110, render: (_, member) => seats[member.seat].title },
          { title: '姓名', width: 90, render: (_, member) => member.personName },
          { title: '职务', render: (_, member) => member.postTitle || '—' },
          { title: '自', width: 110, render: (_, member) => <span className="gk-figure">{member.validFrom}</span> },
          ...(changeable
            ? [
                {
                  title: '操作',
                  width: 70,
                  render: (_: unknown, member: Member) => (
                    <Button size="small" type="link" danger onClick={() => setLeaving(member)}>
                      离任
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      <FormDialog<GroupValues>
        open={open === 'change'}
        title={`调整：${group.name}`}
        okText="保存"
        initial={group}
        onClose={close}
        onSubmit={(values) => change.mutateAsync({ params: { groupId: group.id }, body: values })}
      >
        <GroupFields />
      </FormDialog>
      <FormDialog<{ lastDay: string }>
        open={open === 'end'}
        title={`撤销：${group.name}`}
        okText="撤销"
        danger
        initial={{}}
        note="撤销后不再在网站上公布；记录保留。"
        onClose={close}
        onSubmit={(values) => end.mutateAsync({ params: { groupId: group.id }, body: values })}
      >
        <LastDay label="存续的最后一天" />
      </FormDialog>
      <FormDialog<{ personId: string; seat: Seat; validFrom: string }>
        open={open === 'seat'}
        title={`增加成员：${group.name}`}
        okText="增加"
        initial={{ seat: 'member' }}
        onClose={close}
        onSubmit={(values) => seat.mutateAsync({ params: { groupId: group.id }, body: values })}
      >
        <Form.Item name="personId" label="人员" rules={[{ required: true, message: '请选择人员' }]}>
          <PersonSelect />
        </Form.Item>
        <Form.Item name="seat" label="席位" rules={[{ required: true }]}>
          <Select options={Object.entries(seats).map(([value, { title }]) => ({ value, label: title }))} />
        </Form.Item>
        <Form.Item name="validFrom" label="从哪一天起" rules={[{ required: true, message: '请选择日期' }]}>
          <DayField />
        </Form.Item>
      </FormDialog>
      <FormDialog<{ lastDay: string }>
        open={leaving !== null}
        title={leaving ? `离任：${leaving.personName}（${seats[leaving.seat].title}）` : ''}
        okText="离任"
        danger
        initial={{}}
        onClose={() => setLeaving(null)}
        onSubmit={(values) => unseat.mutateAsync({ params: { memberId: leaving?.id ?? '' }, body: values })}
      >
        <LastDay label="在任的最后一天" />
      </FormDialog>
    </section>
  )
}

export function LeadingGroups(props: { readonly unit: Unit; readonly changeable: boolean }): ReactNode {
  const { unit, changeable } = props
  const create = useSend(postLeadingGroup)
  const [open, setOpen] = useState(false)
  return (
    <>
      {changeable && (
        <div className="gk-tab-tools">
          <Button onClick={() => setOpen(true)}>设立领导小组</Button>
        </div>
      )}
      {unit.leadingGroups.length === 0 && <EmptyNote what="没有政务公开领导小组。" how="设立后，名单在网站上公布。" />}
      {unit.leadingGroups.map((group) => (
        <GroupSheet key={group.id} group={group} changeable={changeable && group.validUntil === null} />
      ))}
      <FormDialog<GroupValues>
        open={open}
        title={`在“${unit.name}”设立领导小组`}
        okText="设立"
        initial={{}}
        onClose={() => setOpen(false)}
        onSubmit={(values) => create.mutateAsync({ params: { unitId: unit.id }, body: values })}
      >
        <GroupFields />
      </FormDialog>
    </>
  )
}
