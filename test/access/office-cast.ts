// One signed-in person of every role in one bureau, and the same people in another bureau, over the real office server.
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import { officeRoutes, sentences } from '../../src/main/wiring.ts'
import { officeGuard } from '../../src/modules/access/index.ts'
import { roles, type Role } from '../../src/modules/access/law/permissions.ts'
import { standingClock } from '../../src/platform/clock/clock.ts'
import { hashPassword } from '../../src/platform/crypto/passwords.ts'
import { sealUnder } from '../../src/platform/crypto/seal.ts'
import { folderStore } from '../../src/platform/files/file-store.ts'
import { openOffice } from '../../src/platform/http/office-app.ts'
import type { FreshDatabase } from '../database.ts'

export const ownBureau = randomUUID()
export const otherBureau = randomUUID()
const county = randomUUID()
const password = 'Aa-12345678'

export type Caller = (method: string, url: string, body?: unknown) => Promise<LightMyRequestResponse>

export interface CallHeaders {
  readonly cookie: string
  readonly 'x-csrf-token': string
}

export interface OfficeCast {
  readonly app: FastifyInstance
  readonly nobody: Caller
  readonly as: (role: Role, bureau?: string) => Caller
  readonly headersOf: (role: Role, bureau?: string) => CallHeaders
}

async function layUnits({ db }: FreshDatabase): Promise<void> {
  const units = [
    { id: county, parent: null, kind: 'government', name: '县人民政府', slug: 'county', code: '000014349' },
    { id: ownBureau, parent: county, kind: 'department', name: '县教育局', slug: 'education', code: '014320144' },
    { id: otherBureau, parent: county, kind: 'department', name: '县财政局', slug: 'finance', code: '014416330' },
  ]
  for (const { id, parent, kind, name, slug, code } of units) {
    await sql`insert into organization.unit (id, kind, parent_id, name, slug, organization_code, valid_from) values (${id}, ${kind}, ${parent}, ${name}, ${slug}, ${code}, '2019-01-01')`.execute(
      db,
    )
    await sql`insert into access.unit_reach (ancestor_id, descendant_id) values (${id}, ${id})`.execute(db)
    if (parent) await sql`insert into access.unit_reach (ancestor_id, descendant_id) values (${parent}, ${id})`.execute(db)
  }
}

const cookiesOf = (answer: LightMyRequestResponse): string => answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')

/** Signs in as a browser does: the first visit brings the token that the sign-in must repeat. */
export async function signIn(app: FastifyInstance, login: string): Promise<{ cookie: string; csrfToken: string }> {
  const visit = await app.inject({ method: 'GET', url: '/api/session' })
  const headers = { cookie: cookiesOf(visit), 'x-csrf-token': visit.json<{ csrfToken: string }>().csrfToken }
  const signedIn = await app.inject({ method: 'POST', url: '/api/session', payload: { login, password }, headers })
  return { cookie: `${headers.cookie}; ${cookiesOf(signedIn)}`, csrfToken: signedIn.json<{ csrfToken: string }>().csrfToken }
}

/** Lays three units and twenty accounts into the database and signs everybody in. */
export async function openOfficeCast(database: FreshDatabase, folder: string): Promise<OfficeCast> {
  await layUnits(database)
  const clock = standingClock(new Date('2026-11-20T02:00:00Z'), 'Asia/Shanghai')
  const app = await openOffice({
    database,
    clock,
    fileStore: folderStore(folder),
    seal: sealUnder(Buffer.alloc(32, 7)),
    guard: officeGuard,
    routes: officeRoutes,
    sentences,
    signInsPerMinute: 1000,
  })

  const passwordHash = await hashPassword(password)
  const signedIn = new Map<string, CallHeaders>()
  const callWith =
    (headers: Record<string, string>): Caller =>
    (method, url, body) =>
      app.inject({ method: method as 'GET', url, headers, ...(body === undefined ? {} : { payload: body as object }) })

  for (const bureau of [ownBureau, otherBureau]) {
    for (const role of Object.keys(roles) as Role[]) {
      const id = randomUUID()
      const login = `${role}.${bureau === ownBureau ? 'own' : 'other'}`
      await sql`insert into access.account (id, login, name, password_hash, password_set_at, must_change_password, created_at)
        values (${id}, ${login}, ${login}, ${passwordHash}, '2026-11-01', false, '2026-11-01')`.execute(database.db)
      await sql`insert into access.role_grant (account_id, role, unit_id, valid_from, granted_at) values (${id}, ${role}, ${bureau}, '2026-01-01', '2026-01-01')`.execute(
        database.db,
      )
      const { cookie, csrfToken } = await signIn(app, login)
      signedIn.set(`${role} ${bureau}`, { cookie, 'x-csrf-token': csrfToken })
    }
  }
  const headersOf = (role: Role, bureau: string = ownBureau): CallHeaders => {
    const headers = signedIn.get(`${role} ${bureau}`)
    if (headers === undefined) throw new Error(`nobody is ${role}`)
    return headers
  }
  return { app, headersOf, nobody: callWith({}), as: (role, bureau) => callWith({ ...headersOf(role, bureau) }) }
}
