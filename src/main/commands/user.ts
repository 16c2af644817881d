// `gongkai user …`: accounts, for whoever has a shell on the server. What is changed is audited.
import { Command } from 'commander'
import { sql } from 'kysely'
import type { Ruling } from '../../kernel/ruling.ts'
import { record, resetKeysAtServer, unlockAtServer } from '../../modules/access/index.ts'
import { roles } from '../../modules/access/law/permissions.ts'
import type { Tx } from '../../platform/database/database.ts'
import { withData, type Connection } from '../connect.ts'
import { PlainFailure } from '../plain-failure.ts'
import { tableOf } from '../terminal.ts'

interface AccountRow {
  readonly login: string
  readonly name: string
  readonly roles: readonly string[]
  readonly state: 'disabled' | 'locked' | 'first-password' | 'active'
}

const states: Readonly<Record<AccountRow['state'], string>> = { disabled: '停用', locked: '锁定', 'first-password': '待改初始密码', active: '正常' }

async function accounts(tx: Tx, now: Date, today: string): Promise<readonly AccountRow[]> {
  const { rows } = await sql<AccountRow>`
    select login, account.name,
      coalesce((select array_agg(distinct role order by role) from access.role_grant
        where account_id = account.id and revoked_at is null and valid_from <= ${today} and coalesce(valid_until, 'infinity') >= ${today}), '{}') as roles,
      case when disabled_at is not null then 'disabled' when locked_until > ${now} then 'locked'
        when must_change_password then 'first-password' else 'active' end as state
    from access.account order by login`.execute(tx)
  return rows
}

const titleOf = (role: string): string => (role in roles ? roles[role as keyof typeof roles].title : role)

interface Change {
  readonly action: string
  readonly title: string
  readonly work: (tx: Tx, now: Date) => Promise<Ruling<{ accountId: string }>>
}

/** Does the change and writes its audit row, both or neither. */
async function change({ database, clock }: Connection, login: string, { action, title, work }: Change): Promise<void> {
  await database.transaction(async (tx) => {
    const now = clock.now()
    const ruling = await work(tx, now)
    if (!ruling.ok) throw new PlainFailure(`没有登录名为 ${login} 的账号。`, `There is no account ${login}.`)
    const entry = {
      accountId: null,
      login: null,
      objectKind: 'account',
      objectId: ruling.value.accountId,
      outcome: 'done',
      detail: { login },
      address: '',
    } as const
    await record(tx, { at: now, action, title, ...entry })
  })
}

export function userCommand(): Command {
  const user = new Command('user').description('账号（在服务器上使用，操作记入日志）\naccounts, at the server; changes are audited')
  const list = new Command('list')
    .description('列出账号 list the accounts')
    .option('--json', '以 JSON 输出 answer in JSON', false)
    .action(({ json }: { json: boolean }) =>
      withData(async ({ database, clock }) => {
        const rows = await accounts(database.db, clock.now(), clock.today())
        if (json) console.log(JSON.stringify(rows))
        else
          console.log(
            tableOf(
              ['登录名', '姓名', '状态', '角色'],
              rows.map((row) => [row.login, row.name, states[row.state], row.roles.map(titleOf).join('、')]),
            ),
          )
      }),
    )
  const reset = new Command('reset')
    .description('重置密码，并解除动态口令的绑定 give a new first password and unbind the second factor')
    .argument('<login>', '登录名 the login')
    .action((login: string) =>
      withData(async (connection) => {
        let firstPassword = ''
        await change(connection, login, {
          action: 'server.reset-keys',
          title: '在服务器上重置密码和动态口令',
          work: async (tx, now) => {
            const ruling = await resetKeysAtServer(tx, login, now)
            if (ruling.ok) ({ firstPassword } = ruling.value)
            return ruling
          },
        })
        console.log(`${login} 的初始密码（只显示这一次，登录后须修改）：${firstPassword}\nFirst password of ${login}, shown this once: ${firstPassword}`)
      }),
    )
  const unlock = new Command('unlock')
    .description('解除锁定 unlock after failed sign-ins')
    .argument('<login>', '登录名 the login')
    .action((login: string) =>
      withData(async (connection) => {
        await change(connection, login, { action: 'server.unlock', title: '在服务器上解除锁定', work: (tx) => unlockAtServer(tx, login) })
        console.log(`${login} 已解除锁定。 Unlocked.`)
      }),
    )
  for (const command of [list, reset, unlock]) user.addCommand(command)
  return user
}
