// The public site with its forms for applicants, the desk behind them, and the work between the two; for tests.
import { randomBytes } from 'node:crypto'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { day } from '../../kernel/day.ts'
import { takeInbox } from '../../main/inbox.ts'
import { reactionsWith } from '../../main/reactions.ts'
import { createAccount, grantRole, type By } from '../../modules/access/index.ts'
import { as, grant, must, smallCounty, type SmallCounty } from '../../modules/organization/fixtures.ts'
import { putSite, putStandardColumns, putUnit } from '../../modules/publication/index.ts'
import { siteSettings } from '../../modules/publication/rules/site.ts'
import { unitProfile } from '../../modules/publication/rules/unit-profile.ts'
import { showAllApplicants, type Keys } from '../../modules/requests/index.ts'
import type { OnlineForm } from '../../modules/requests/rules/online-application.ts'
import { standingClock } from '../../platform/clock/clock.ts'
import { letterBox } from '../../platform/crypto/sealed-letter.ts'
import { sealUnder } from '../../platform/crypto/seal.ts'
import { openDatabase, type Database } from '../../platform/database/database.ts'
import { folderStore } from '../../platform/files/file-store.ts'
import { makeLog } from '../../platform/log/log.ts'
import { openPortal } from '../app.ts'

export const clock = standingClock(new Date('2026-11-23T10:00:00+08:00'), 'Asia/Shanghai')
export const keys: Keys = { seal: sealUnder(Buffer.alloc(32, 7)), box: letterBox(Buffer.alloc(32, 7)) }
export const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const log = makeLog('info', { write: () => {} })

/** What makes one filling in one application. */
export const secret = (): string => randomBytes(32).toString('base64url')

export const receiptOf = ({ body }: LightMyRequestResponse): { number: string; queryCode: string } => ({
  number: /SQ2026-\d{6}/.exec(body)?.[0] ?? '',
  queryCode: /id="query-code">([A-Z2-9]{10})</.exec(body)?.[1] ?? '',
})

export function multipart(fields: Readonly<Record<string, string>>, file: Buffer | null): { payload: Buffer; headers: Record<string, string> } {
  const line = (text: string): Buffer => Buffer.from(`${text}\r\n`)
  const parts = Object.entries(fields).flatMap(([name, value]) => [
    line('--edge'),
    line(`content-disposition: form-data; name="${name}"`),
    line(''),
    line(value),
  ])
  const proof = file
    ? [line('--edge'), line('content-disposition: form-data; name="proof"; filename="id.png"'), line('content-type: image/png'), line(''), file, line('')]
    : []
  return { payload: Buffer.concat([...parts, ...proof, line('--edge--')]), headers: { 'content-type': 'multipart/form-data; boundary=edge' } }
}

export interface Sender {
  /** A form as a browser sends it. */
  readonly post: (url: string, fields: Readonly<Record<string, string>>) => Promise<LightMyRequestResponse>
  /** Bytes that no browser would send. */
  readonly throw: (url: string, payload: Buffer, headers: Readonly<Record<string, string>>) => Promise<LightMyRequestResponse>
}

export interface ApplicantsPortal extends Sender {
  readonly database: FreshDatabase
  /** With the login of the portal. */
  readonly portalDatabase: Database
  readonly county: SmallCounty
  readonly handler: By
  /** A form that is in order. */
  readonly filled: OnlineForm
  readonly app: FastifyInstance
  /** Somebody who stays at one address; the others come from a new one with each call, so that the limit of calls is not met by the way. */
  readonly neighbour: () => Sender
  readonly submit: (secret: string, form: OnlineForm, file?: Buffer | null) => Promise<LightMyRequestResponse>
  /** What the worker does: takes over what was sent, and shows applicants how it stands. */
  readonly work: () => Promise<void>
  readonly count: (table: string) => Promise<number>
  readonly idOf: (number: string) => Promise<{ id: string; steps: number }>
  readonly close: () => Promise<void>
}

export async function applicantsPortal(): Promise<ApplicantsPortal> {
  const database = await freshDatabase()
  const county = await smallCounty(database)
  const portalDatabase = openDatabase({ url: database.portalUrl, name: 'portal under test' })
  const accountId = await database.transaction(async (tx) => {
    await putSite(tx, siteSettings.parse({ name: '青岚县人民政府', sponsor: '青岚县人民政府办公室' }), clock.now())
    await putStandardColumns(tx, clock.now())
    const unit = {
      id: county.bureau,
      parentId: null,
      kind: 'department',
      name: '青岚县教育局',
      shortName: '教育局',
      slug: 'jyj',
      frontCode: '',
      position: 1,
    } as const
    await putUnit(tx, { ...unit, emptyColumns: 'none-held', successorId: null, validUntil: null, profile: unitProfile.parse({}) }, clock.now())
    const account = must(await createAccount(tx, county.keeper, { login: 'lin', name: '林知夏', password: 'Young-Willow-7' })).accountId
    const guard = as(county.keeper.actor.accountId, '安全员', grant('security-administrator', county.government))
    const post = { accountId: account, role: 'information-officer', unitId: county.bureau, sectionId: null } as const
    must(await grantRole(tx, guard, { ...post, validFrom: day('2015-01-01'), validUntil: null }))
    return account
  })
  const settings = { basePath: '/', timeZone: 'Asia/Shanghai', pageMemory: 0 }
  const app = await openPortal({ database: portalDatabase, clock, fileStore: folderStore('/nonexistent'), settings })
  let addresses = 0
  const newAddress = (): string => {
    addresses += 1
    return `10.${addresses >> 16}.${(addresses >> 8) & 255}.${addresses & 255}`
  }
  const senderAt = (addressOf: () => string): Sender => {
    const send: Sender['throw'] = (url, payload, headers) => app.inject({ method: 'POST', url, payload, headers, remoteAddress: addressOf() })
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    return { throw: send, post: (url, fields) => send(url, Buffer.from(new URLSearchParams(fields).toString()), headers) }
  }
  const anyone = senderAt(newAddress)
  return {
    ...anyone,
    database,
    portalDatabase,
    county,
    app,
    handler: { ...as(accountId, '林知夏', grant('information-officer', county.bureau)), at: clock.now(), today: clock.today() },
    filled: {
      unitId: county.bureau, kind: 'person', name: '吴敏', document: '居民身份证', documentNumber: '110101199003078515', contactPerson: '',
      address: '河口镇幸福路1号', phone: '13800000000', email: 'wumin@example.com', agent: '', others: '', subject: '学区划分方案',
      description: '2025年城关小学学区划分的文件', wishedForm: 'paper', delivery: 'post', needsHelp: '', eService: '', mailNotices: '', textNotices: '',
    }, // prettier-ignore
    neighbour() {
      const address = newAddress()
      return senderAt(() => address)
    },
    submit(one, form, file = png) {
      const { payload, headers } = multipart({ secret: one, ...form, website: '' }, file)
      return anyone.throw('/apply/online/submit', payload, headers)
    },
    async work() {
      await takeInbox({ database, clock, log, reactions: reactionsWith(keys) })
      await showAllApplicants(database)
    },
    count: async (table) => Number((await sql<{ n: string }>`select count(*) as n from ${sql.raw(table)}`.execute(database.db)).rows[0]?.n),
    idOf: async (number) =>
      (await sql<{ id: string; steps: number }>`select id, steps from requests.application where number = ${number}`.execute(database.db)).rows[0] ?? {
        id: '',
        steps: 0,
      },
    async close() {
      await app.close()
      await portalDatabase.close()
      await database.close()
    },
  }
}
