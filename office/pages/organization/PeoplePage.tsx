// 人员: everybody in the register, with all their posts.
import { PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, Switch } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import { getPeople, getPeopleCsv, postPerson, postPost, putPerson } from '../../../src/modules/organization/http/contract.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { PostFields, type PostValues } from '../../forms/organization/PostFields.tsx'
import { paths } from '../../paths.ts'
import { useSession } from '../../shell/session.tsx'
import { AccountSelect } from '../../ui/AccountSelect.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { UnitFilter, WordsFilter } from '../../ui/filters.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { OrganizationLinks } from './UnitsPage.tsx'

type Person = AnswerOf<typeof getPeople>['rows'][number]

interface PersonValues {
  readonly name: string
  readonly accountId?: string | null
  readonly officePhone?: string
  readonly email?: string
}

function PersonFields(): ReactNode {
  return (
    <>
      <Form.Item name="name" label="姓名" rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="officePhone" label="办公电话">
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="email" label="电子邮箱">
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="accountId" label="登录账号" extra="没有账号的可以不选。">
        <AccountSelect />
      </Form.Item>
    </>
  )
}

const bodyOf = (values: PersonValues): { name: string; accountId: string | null; officePhone: string; email: string } => ({
  name: values.name,
  accountId: values.accountId ?? null,
  officePhone: values.officePhone ?? '',
  email: values.email ?? '',
})

export function PeoplePage(): ReactNode {
  const state = useListState({ sort: 'unit' })
  const { may } = useSession()
  const former = state.value('former') === 'true'
  const filters = Object.fromEntries(['q', 'unitId'].map((name) => [name, state.value(name)]).filter(([, value]) => value !== ''))
  const query = { ...filters, former: former ? 'true' : 'false' } as const
  const answer = useAnswer(getPeople, { query: { ...query, sort: state.sort as 'unit', page: state.page, size: state.size } }, { keep: true })
  const create = useSend(postPerson)
  const save = useSend(putPerson)
  const give = useSend(postPost)
  const [adding, setAdding] = useState(false)
  const [editing, setEditing] = useState<Person | null>(null)
  const [giving, setGiving] = useState<Person | null>(null)
  return (
    <ListPage
      title="人员"
      note={<OrganizationLinks />}
      main={
        may('unit.manage') && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            登记人员
          </Button>
        )
      }
      csv={addressOf(getPeopleCsv, { query })}
      filters={
        <>
          <WordsFilter state={state} placeholder="姓名、职务" />
          <UnitFilter state={state} />
          <label>
            <Switch size="small" checked={former} onChange={(on) => state.set({ former: on ? 'true' : undefined })} /> 含已离任
          </label>
        </>
      }
    >
      <ListTable
        label="人员"
        answer={answer}
        state={state}
        rowKey={(row) => row.id}
        width={820}
        columns={[
          { title: '姓名', sort: 'name', width: 110, render: (row) => row.name },
          {
            title: '职务',
            sort: 'unit',
            width: 340,
            render: (row) =>
              row.posts.length === 0 ? (
                <span className="gk-muted">没有任职</span>
              ) : (
                row.posts.map((post) => (
                  <div key={post.id}>
                    <Link to={paths.unit(post.unitId)}>{post.sectionName ? `${post.unitName} ${post.sectionName}` : post.unitName}</Link> {post.title}
                    {post.validUntil && <span className="gk-muted">（至 {post.validUntil}）</span>}
                  </div>
                ))
              ),
          },
          { title: '办公电话', width: 130, render: (row) => row.officePhone || '—' },
          { title: '账号', width: 80, render: (row) => (row.accountId ? '有' : <span className="gk-muted">没有</span>) },
          {
            title: '操作',
            width: 150,
            render: (row) =>
              row.mayManage ? (
                <>
                  <Button size="small" type="link" onClick={() => setEditing(row)}>
                    修改
                  </Button>
                  <Button size="small" type="link" onClick={() => setGiving(row)}>
                    再任一职
                  </Button>
                </>
              ) : null,
          },
        ]}
        empty={<EmptyNote what={state.filtered('q', 'unitId') ? '没有符合条件的人员。' : '还没有登记人员。'} how="点“登记人员”，写明单位和职务。" />}
      />
      <FormDialog<PersonValues & { post: PostValues }>
        open={adding}
        title="登记人员"
        okText="登记"
        initial={{}}
        onClose={() => setAdding(false)}
        onSubmit={({ post, ...values }) => create.mutateAsync({ body: { ...bodyOf(values), post: { ...post, sectionId: post.sectionId ?? null } } })}
      >
        <PersonFields />
        <h3>任职</h3>
        <PostFields prefix="post" />
      </FormDialog>
      <FormDialog<PersonValues>
        open={editing !== null}
        title={`修改：${editing?.name ?? ''}`}
        okText="保存"
        initial={editing ?? {}}
        onClose={() => setEditing(null)}
        onSubmit={(values) => save.mutateAsync({ params: { personId: editing?.id ?? '' }, body: bodyOf(values) })}
      >
        <PersonFields />
      </FormDialog>
      <FormDialog<PostValues>
        open={giving !== null}
        title={`任职：${giving?.name ?? ''}`}
        okText="任职"
        initial={{ rank: 0 }}
        onClose={() => setGiving(null)}
        onSubmit={(values) => give.mutateAsync({ params: { personId: giving?.id ?? '' }, body: { ...values, sectionId: values.sectionId ?? null } })}
      >
        <PostFields />
      </FormDialog>
    </ListPage>
  )
}
