// Files that came with an answer, through the real portal: by number and code after electronic service, and in no other way.
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { day } from '../kernel/day.ts'
import { createAccount, grantRole, type By } from '../modules/access/index.ts'
import { as, grant, must, smallCounty, type SmallCounty } from '../modules/organization/fixtures.ts'
import { putSite, putStandardColumns } from '../modules/publication/index.ts'
import { siteSettings } from '../modules/publication/rules/site.ts'
import { addFiles } from '../modules/requests/actions/add-files.ts'
import { encloseFile } from '../modules/requests/actions/enclose-file.ts'
import { showApplicants } from '../modules/requests/actions/show-applicants.ts'
import { registerApplication, takeStep } from '../modules/requests/index.ts'
import type { ServiceWayName } from '../modules/requests/law/service.ts'
import { standingClock } from '../platform/clock/clock.ts'
import { sealUnder } from '../platform/crypto/seal.ts'
import { openDatabase, type Database } from '../platform/database/database.ts'
import { proofOf } from '../platform/documents/read/proof.ts'
import { folderStore, type FileStore } from '../platform/files/file-store.ts'
import { openPortal } from './app.ts'

const clock = standingClock(new Date('2026-11-23T10:00:00+08:00'), 'Asia/Shanghai')
let database: FreshDatabase
let portalDatabase: Database
let county: SmallCounty
let folder: string
let store: FileStore
let app: FastifyInstance
let handler: By

beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
  portalDatabase = openDatabase({ url: database.portalUrl, name: 'portal under test' })
  folder = await mkdtemp(join(tmpdir(), 'gongkai-files-'))
  store = folderStore(folder)
  await database.transaction(async (tx) => {
    await putSite(tx, siteSettings.parse({ name: '青岚县人民政府', sponsor: '青岚县人民政府办公室' }), clock.now())
    await putStandardColumns(tx, clock.now())
    const { accountId } = must(await createAccount(tx, county.keeper, { login: 'lin', name: '林知夏', password: 'Young-Willow-7' }))
    const guard = as(county.keeper.actor.accountId, '安全员', grant('security-administrator', county.government))
    const role = 'information-officer' as const
    must(await grantRole(tx, guard, { accountId, role, unitId: county.bureau, sectionId: null, validFrom: day('2015-01-01'), validUntil: null }))
    handler = { ...as(accountId, '林知夏', grant(role, county.bureau)), at: clock.now(), today: clock.today() }
  })
  app = await openPortal({ database: portalDatabase, clock, fileStore: store, settings: { basePath: '/', timeZone: 'Asia/Shanghai', pageMemory: 0 } })
})
afterAll(async () => {
  await app.close()
  await portalDatabase.close()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const words = '城关小学学区划分方案全文'

/** Answered on the spot with one file that goes along and one that stays inside. */
async function answered(way: ServiceWayName): Promise<{ number: string; queryCode: string; files: readonly string[] }> {
  const id = randomUUID()
  const identity = { name: '吴敏', document: '居民身份证', documentNumber: '110101199003078515', contactPerson: '', address: '幸福路1号', phone: '', email: '', agent: '' }
  return database.transaction(async (tx) => {
    const made = must(await registerApplication(tx, handler, sealUnder(Buffer.alloc(32, 7)), { id, unitId: county.bureau, channel: 'counter', arrivedOn: clock.today(), applicantKind: 'person', identity, subject: '学区划分方案', description: '学区划分的文件', wishedForm: 'email', delivery: 'email', needsHelp: false }))
    const offered = [{ name: '方案.txt', bytes: Buffer.from(words) }, { name: '内部.txt', bytes: Buffer.from('内部讨论') }]
    const { fileIds } = must(await addFiles(tx, handler, { id, files: offered }, { store, proofOf }))
    must(await encloseFile(tx, handler, { id, fileId: fileIds[0] ?? '', declaration: '', looked: false }))
    const outcome = { name: 'granted' as const, facts: { provided: '随附方案' }, withheldUnder: [] }
    must(await takeStep(tx, handler, { id, step: 'answer-on-spot', seen: 1, input: { text: '', outcome, service: { way, proof: '到达记录', consent: true } } }))
    await showApplicants(tx)
    return { number: made.number, queryCode: made.queryCode ?? '', files: fileIds }
  })
} // prettier-ignore

const post = (url: string, fields: Readonly<Record<string, string>>): Promise<LightMyRequestResponse> =>
  app.inject({ method: 'POST', url, payload: new URLSearchParams(fields).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } })

it('are handed out by number and code after electronic service, as plain bytes that nobody keeps', async () => {
  const { number, queryCode, files } = await answered('electronic')
  const page = await post('/apply/progress', { number, queryCode })
  expect(page.body).toContain('下载 方案.txt')
  expect(page.body).not.toContain('内部.txt')
  const file = await post('/apply/progress/files', { number, queryCode, file: files[0] ?? '' })
  expect([file.statusCode, file.body, file.headers['cache-control'], file.headers['content-type']]).toEqual([
    200,
    words,
    'no-store',
    'application/octet-stream',
  ])
  expect(file.headers['content-disposition']).toContain('attachment')
})

it('stay inside for whoever has no code, the code of another, or the id of a file that did not go out', async () => {
  const { number, queryCode, files } = await answered('electronic')
  const other = await answered('electronic')
  const [sent = '', inside = ''] = files
  const tried = [
    await post('/apply/progress/files', { number, queryCode: 'AAAAAAAAAA', file: sent }),
    await post('/apply/progress/files', { number: other.number, queryCode: other.queryCode, file: sent }),
    await post('/apply/progress/files', { number, queryCode, file: inside }),
    await post('/apply/progress/files', { number, queryCode, file: '../../etc/passwd' }),
    await app.inject(`/apply/progress/files?number=${number}&queryCode=${queryCode}&file=${sent}`),
  ]
  expect(tried.map(({ statusCode }) => statusCode)).toEqual([422, 404, 404, 404, 404])
  for (const { body } of tried) expect(body).not.toMatch(/方案全文|内部讨论/)
})

it('are not on the page where the answer went by post', async () => {
  const { number, queryCode, files } = await answered('post')
  expect((await post('/apply/progress', { number, queryCode })).body).not.toContain('方案.txt')
  expect((await post('/apply/progress/files', { number, queryCode, file: files[0] ?? '' })).statusCode).toBe(404)
})
