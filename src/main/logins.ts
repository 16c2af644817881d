// The three logins of the database: owner (migrations, worker), office, portal. Made here, on a server of our own or of the operator's.
import pg from 'pg'
import type { Secrets } from '../platform/settings/secrets.ts'
import { PlainFailure } from './plain-failure.ts'

const leastServerVersion = 150_000

export interface Urls {
  readonly owner: string
  readonly office: string
  readonly portal: string
}

interface Login {
  readonly role: 'gongkai_office' | 'gongkai_portal'
  readonly variable: string
  readonly password: string
  readonly givenUrl: string | undefined
}

const urlFor = (ownerUrl: string, user: string, password: string): string => {
  const url = new URL(ownerUrl)
  url.username = user
  url.password = encodeURIComponent(password)
  return url.href
}

async function refusesPassword(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return false
  } catch (error) {
    if ((error as { code?: string }).code === '28P01') return true
    // Not yet allowed to connect to this database, but let in: the rights come after the migrations.
    if ((error as { code?: string }).code === '42501') return false
    throw error
  } finally {
    await client.end().catch(() => {})
  }
}

async function makeLogin(owner: pg.Client, { role, password }: { role: string; password: string }): Promise<void> {
  try {
    await owner.query(`create role ${role} login password ${pg.escapeLiteral(password)}`)
  } catch (error) {
    const { code } = error as { code?: string }
    // Another process made it a moment ago.
    if (code === '42710' || code === '23505') return
    if (code !== '42501') throw error
    throw new PlainFailure(
      `DATABASE_URL 的用户无权建立登录角色 ${role}：请授予 CREATEROLE，或者由数据库管理员建立 gongkai_office、gongkai_portal 两个登录角色并设置 GONGKAI_OFFICE_DATABASE_URL、GONGKAI_PORTAL_DATABASE_URL。`,
      `The user of DATABASE_URL may not create the login ${role}: grant CREATEROLE, or have gongkai_office and gongkai_portal created and set GONGKAI_OFFICE_DATABASE_URL and GONGKAI_PORTAL_DATABASE_URL.`,
      { cause: error },
    )
  }
}

async function ensureLogin(owner: pg.Client, ownerUrl: string, login: Login, ours: boolean): Promise<string> {
  const url = login.givenUrl ?? urlFor(ownerUrl, login.role, login.password)
  const exists = (await owner.query('select 1 from pg_roles where rolname = $1', [login.role])).rowCount === 1
  if (!exists) {
    const { username, password } = new URL(url)
    await makeLogin(owner, { role: login.role, password: username === login.role ? decodeURIComponent(password) : login.password })
  } else if (ours) {
    if (await refusesPassword(url)) await owner.query(`alter role ${login.role} password ${pg.escapeLiteral(login.password)}`)
  } else if (await refusesPassword(url)) {
    throw new PlainFailure(
      `数据库中已有登录角色 ${login.role}，但密码与密钥文件中的不同：请用 ${login.variable} 给出该角色的地址。`,
      `The login ${login.role} exists on the server with another password than in the secrets file: give its address with ${login.variable}.`,
    )
  }
  return url
}

/** Makes the logins that are missing; `ours` says that the server is the embedded one, whose passwords follow the secrets file. */
export async function ensureLogins(
  ownerUrl: string,
  secrets: Secrets,
  { ours, officeUrl, portalUrl }: { ours: boolean; officeUrl: string | undefined; portalUrl: string | undefined },
): Promise<Urls> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'gongkai logins', connectionTimeoutMillis: 10_000 })
  await owner.connect()
  try {
    const version = Number((await owner.query<{ server_version_num: string }>('show server_version_num')).rows[0]?.server_version_num)
    if (version < leastServerVersion) {
      throw new PlainFailure(
        `数据库服务器版本过低（${version}），需要 PostgreSQL 15 或更高版本。`,
        `The database server is too old (${version}); PostgreSQL 15 or newer is needed.`,
      )
    }
    const office = { role: 'gongkai_office', variable: 'GONGKAI_OFFICE_DATABASE_URL', password: secrets.officePassword, givenUrl: officeUrl } as const
    const portal = { role: 'gongkai_portal', variable: 'GONGKAI_PORTAL_DATABASE_URL', password: secrets.portalPassword, givenUrl: portalUrl } as const
    return { owner: ownerUrl, office: await ensureLogin(owner, ownerUrl, office, ours), portal: await ensureLogin(owner, ownerUrl, portal, ours) }
  } finally {
    await owner.end()
  }
}
