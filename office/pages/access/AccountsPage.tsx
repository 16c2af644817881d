// 账号: who may sign in, with what, and what an administrator can do about it.
import { PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, Switch } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { exportAccounts, listAccounts, postAccount } from '../../../src/modules/access/http/contract.ts'
import { roles } from '../../../src/modules/access/law/permissions.ts'
import { accountStateTitles } from '../../../src/modules/access/law/sessions.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { FirstPassword } from '../../forms/access/FirstPassword.tsx'
import { paths } from '../../paths.ts'
import { useSession } from '../../shell/session.tsx'
import { optionsOf } from '../../ui/edition-words.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ChoiceFilter, UnitFilter, WordsFilter } from '../../ui/filters.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { whenText } from '../../ui/format.ts'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { AccessLinks } from './access-links.tsx'
import { accountTones, totpTitles } from './account-words.ts'
import { AccountDrawer } from './AccountDrawer.tsx'

interface NewAccount {
  readonly login: string
  readonly name: string
  readonly totpRequired?: boolean
}

export function AccountsPage(): ReactNode {
  const { accountId } = useParams()
  const navigate = useNavigate()
  const state = useListState({ sort: 'login' })
  const { may } = useSession()
  const filters = Object.fromEntries(['q', 'state', 'role', 'unitId'].map((name) => [name, state.value(name)]).filter(([, value]) => value !== ''))
  const query = { ...filters, sort: state.sort as 'login' }
  const answer = useAnswer(listAccounts, { query: { ...query, page: state.page, size: state.size } }, { keep: true })
  const create = useSend(postAccount)
  const [adding, setAdding] = useState(false)
  const [made, setMade] = useState<{ name: string; password: string } | null>(null)
  return (
    <ListPage
      title="账号与角色"
      note={<AccessLinks />}
      main={
        may('account.manage') && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            新建账号
          </Button>
        )
      }
      csv={addressOf(exportAccounts, { query })}
      filters={
        <>
          <WordsFilter state={state} placeholder="姓名、登录名" />
          <ChoiceFilter state={state} name="state" placeholder="状态" options={optionsOf(accountStateTitles)} />
          <ChoiceFilter state={state} name="role" placeholder="角色" options={Object.entries(roles).map(([value, { title }]) => ({ value, label: title }))} />
          <UnitFilter state={state} />
        </>
      }
    >
      <ListTable
        label="账号"
        answer={answer}
        state={state}
        rowKey={(row) => row.accountId}
        width={960}
        columns={[
          {
            title: '姓名',
            sort: 'name',
            width: 120,
            render: (row) => <Link to={`${paths.account(row.accountId)}${window.location.search}`}>{row.name}</Link>,
          },
          { title: '登录名', sort: 'login', width: 150, render: (row) => row.login },
          {
            title: '角色',
            width: 320,
            render: (row) => {
              const current = row.grants.filter((grant) => grant.current)
              return current.length === 0 ? (
                <span className="gk-muted">没有角色</span>
              ) : (
                current.map((grant) => (
                  <div key={grant.grantId}>{`${grant.unitName}${grant.sectionName ? ` ${grant.sectionName}` : ''} · ${grant.roleTitle}`}</div>
                ))
              )
            },
          },
          {
            title: '状态',
            width: 130,
            render: (row) => (
              <>
                <StateTag title={accountStateTitles[row.state]} tone={accountTones[row.state]} />
                {row.lockedUntil && <span className="gk-cell-sub">至 {whenText(row.lockedUntil)}</span>}
              </>
            ),
          },
          { title: '动态口令', width: 130, render: (row) => totpTitles[row.totp] },
          { title: '上次登录', sort: 'lastSignedInAt', width: 150, render: (row) => <span className="gk-figure">{whenText(row.lastSignedInAt)}</span> },
        ]}
        empty={<EmptyNote what="没有符合条件的账号。" how="换一个条件，或者由系统管理员新建账号。" />}
      />
      <FormDialog<NewAccount>
        open={adding}
        title="新建账号"
        okText="新建"
        initial={{}}
        note="新建后给出一个初始密码，只显示一次。角色由安全管理员分配。"
        onClose={() => setAdding(false)}
        onSubmit={async (values) => {
          const answered = await create.mutateAsync({ body: values })
          setMade({ name: values.name, password: answered.firstPassword })
        }}
      >
        <Form.Item name="name" label="姓名" rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item
          name="login"
          label="登录名"
          extra="2—40位小写字母、数字、点、横线或下划线，如 lin.fang。"
          rules={[
            {
              required: true,
              pattern: /^\s*[a-zA-Z0-9][a-zA-Z0-9._-]{1,39}\s*$/,
              message: '登录名须为2—40位小写字母、数字、点、横线或下划线，以字母或数字开头',
            },
          ]}
        >
          <Input maxLength={40} autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item name="totpRequired" label="动态口令" valuePropName="checked" extra="要求以后，首次登录必须绑定手机动态口令。">
          <Switch checkedChildren="必须使用" unCheckedChildren="不要求" />
        </Form.Item>
      </FormDialog>
      <FirstPassword name={made?.name ?? ''} password={made?.password ?? null} onClose={() => setMade(null)} />
      <AccountDrawer accountId={accountId ?? null} onClose={() => void navigate(`${paths.accounts}${window.location.search}`)} />
    </ListPage>
  )
}
