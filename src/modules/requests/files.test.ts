// Files of an application on a real database and a real store: redacted copies hold nothing of what was removed, and an answer that withholds is not served with anything else.
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { day } from '../../kernel/day.ts'
import { sealUnder } from '../../platform/crypto/seal.ts'
import { testPdf } from '../../platform/documents/read/fixtures.ts'
import { proofOf } from '../../platform/documents/read/proof.ts'
import { hostileDocx, paragraph, run, wordFile } from '../../platform/documents/redact/corpus/docx.ts'
import { secrets, stays } from '../../platform/documents/redact/corpus/secrets.ts'
import { redactBytes, viewOf } from '../../platform/documents/redact/redact-file.ts'
import { folderStore, type FileStore } from '../../platform/files/file-store.ts'
import { createAccount, grantRole, type By } from '../access/index.ts'
import type { Role } from '../access/law/permissions.ts'
import { as, codesOf, grant, must, smallCounty, type SmallCounty } from '../organization/fixtures.ts'
import { addFiles } from './actions/add-files.ts'
import { encloseFile, takeBackEnclosure } from './actions/enclose-file.ts'
import { redactFile } from './actions/redact-file.ts'
import { registerApplication } from './actions/register-application.ts'
import { removeFile } from './actions/remove-file.ts'
import { takeStep } from './actions/take-step.ts'
import type { WithholdingGround } from './law/outcomes.ts'
import type { StepName } from './law/steps.ts'
import { stepsOf } from './queries/application.ts'
import { fileOf, filesOf, type RequestFile } from './queries/files.ts'
import type { StepInput } from './rules/facts.ts'

const seal = sealUnder(Buffer.alloc(32, 7))
const today = '2026-03-02'
const people: Record<string, readonly [name: string, role: Role]> = {
  lin: ['林知夏', 'information-officer'],
  he: ['何若川', 'section-head'],
  bao: ['包子琪', 'secrecy-reviewer'],
  fen: ['冯远', 'leader-in-charge'],
}
const accounts = new Map<string, string>()
let database: FreshDatabase
let county: SmallCounty
let folder: string
let store: FileStore

beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
  folder = await mkdtemp(join(tmpdir(), 'gongkai-files-'))
  store = folderStore(folder)
  const guard = as(county.keeper.actor.accountId, '安全员', grant('security-administrator', county.government))
  await database.transaction(async (tx) => {
    for (const [login, [name, role]] of Object.entries(people)) {
      const { accountId } = must(await createAccount(tx, county.keeper, { login, name, password: 'Young-Willow-7' }))
      accounts.set(login, accountId)
      must(await grantRole(tx, guard, { accountId, role, unitId: county.bureau, sectionId: null, validFrom: day('2015-01-01'), validUntil: null }))
    }
  })
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

function by(login: string): By {
  const [name, role] = people[login] ?? ['', 'inspector' as const]
  return { ...as(accounts.get(login) ?? '', name, grant(role, county.bureau)), at: new Date(`${today}T03:00:00Z`), today: day(today) }
}

async function enter(): Promise<string> {
  const id = randomUUID()
  const identity = { name: '吴敏', document: '居民身份证', documentNumber: '110101199003078515', contactPerson: '', address: '幸福路1号', phone: '', email: '', agent: '' }
  must(
    await database.transaction((tx) =>
      registerApplication(tx, by('lin'), seal, { id, unitId: county.bureau, channel: 'counter', arrivedOn: day(today), applicantKind: 'person', identity, subject: '学区划分依据', description: '学区划分的会议纪要', wishedForm: 'paper', delivery: 'post', needsHelp: false }),
    ),
  )
  return id
} // prettier-ignore

const step = (id: string, login: string, name: StepName, input: Partial<StepInput> = {}) =>
  database.transaction(async (tx) =>
    takeStep(tx, by(login), { id, step: name, seen: (await stepsOf(tx, id)).length, input: { text: '写明的事由', day: day(today), ...input } }),
  )

const partial = {
  name: 'partial' as const,
  facts: { 'provided-part': '纪要的其余部分', 'withheld-part': '第1段姓名和号码' },
  withheldUnder: ['third-party-rights' as const],
}

const add = (id: string, files: Readonly<Record<string, Buffer>>, login = 'lin') =>
  database.transaction((tx) => addFiles(tx, by(login), { id, files: Object.entries(files).map(([name, bytes]) => ({ name, bytes })) }, { store, proofOf }))
async function addOne(id: string, name: string, bytes: Buffer): Promise<string> {
  const added = must(await add(id, { [name]: bytes }))
  expect(added.refused).toEqual([])
  return added.fileIds[0] ?? ''
}
const files = (id: string): Promise<RequestFile[]> => database.transaction((tx) => filesOf(tx, id))
const ground: WithholdingGround = 'third-party-rights'
const redact = (id: string, fileId: string, texts: readonly string[] = Object.values(secrets)) =>
  database.transaction((tx) =>
    redactFile(tx, by('lin'), { id, fileId, marks: [], texts: texts.map((text) => ({ text, ground })) }, { store, redact: redactBytes }),
  )
const enclose = (id: string, fileId: string, change: { declaration?: string; looked?: boolean } = {}) =>
  database.transaction((tx) => encloseFile(tx, by('lin'), { id, fileId, declaration: '', looked: false, ...change }))
const takeBack = (id: string, fileId: string) => database.transaction((tx) => takeBackEnclosure(tx, by('lin'), { id, fileId }))
const remove = (id: string, fileId: string) => database.transaction((tx) => removeFile(tx, by('lin'), { id, fileId }))

const letter = wordFile(paragraph(run(`申请人${secrets.name}，身份证号${secrets.identity}，电话${secrets.phone}。`)) + paragraph(run(stays)))

describe('files of an application', () => {
  it('are kept with who and when, each once, and refused one by one', async () => {
    const id = await enter()
    const first = must(await add(id, { '纪要.docx': letter, '名单.txt': Buffer.from('甲、乙'), '坏.pdf': Buffer.from('甲') }))
    expect(first.refused.map(({ name, refusal }) => [name, refusal.code])).toEqual([['坏.pdf', 'request-file-disguised']])
    const again = must(await add(id, { '又一份.docx': letter }))
    expect(again.refused).toEqual([{ name: '又一份.docx', refusal: { code: 'request-file-twice', facts: { name: '又一份.docx', other: '纪要.docx' } } }])
    expect((await files(id)).map(({ name, addedByName, bytes }) => [name, addedByName, bytes])).toEqual([
      ['名单.txt', '林知夏', 9],
      ['纪要.docx', '林知夏', letter.byteLength],
    ])
    expect(codesOf(await add(id, { '甲.txt': Buffer.from('甲') }, 'fen'))).toEqual(['not-found'])
  })

  it('are deleted while nothing hangs on them', async () => {
    const id = await enter()
    const original = await addOne(id, '纪要.docx', letter)
    const { fileId: copy } = must(await redact(id, original))
    must(await enclose(id, copy))
    expect(codesOf(await remove(id, original))).toEqual(['request-file-has-copy'])
    expect(codesOf(await remove(id, copy))).toEqual(['request-file-enclosed'])
    expect(codesOf(await remove(await enter(), copy))).toEqual(['not-found'])
    must(await takeBack(id, copy))
    expect(codesOf(await takeBack(id, copy))).toEqual(['not-found'])
    must(await remove(id, copy))
    must(await remove(id, original))
    expect(await files(id)).toEqual([])
  })
})

describe('a redacted copy', () => {
  it.each([
    ['纪要.docx', letter],
    ['纪要.txt', Buffer.from(`申请人${secrets.name}，${secrets.identity}，${secrets.phone}。\n${stays}`)],
    ['纪要.pdf', testPdf([[{ text: `${secrets.name}，身份证号${secrets.identity}，电话${secrets.phone}` }], [{ text: stays }]])],
  ])('of %s stands beside its original, holds nothing of it, and its record does not tell it', async (name, bytes) => {
    const id = await enter()
    const original = await addOne(id, name, bytes)
    const { fileId } = must(await redact(id, original))
    const [first, copy] = await files(id)
    expect([first?.id, copy?.id, copy?.redactedFrom]).toEqual([original, fileId, original])
    expect(copy?.redaction).toMatchObject({ passages: Object.values(secrets).map(() => ({ place: '全文', ground })), checks: expect.arrayContaining([expect.stringContaining('重新提取文字')]) })
    const written = await store.read(copy?.sha256 ?? '')
    const view = JSON.stringify(await viewOf({ name, bytes: written }))
    expect(view).toContain(stays)
    const { rows } = await sql<{ all: string }>`select (select jsonb_agg(file)::text from requests.file where application_id = ${id}::uuid) as all`.execute(database.db)
    for (const secret of Object.values(secrets)) expect(view + written.toString('latin1') + rows[0]?.all).not.toContain(secret)
    expect(await store.read(first?.sha256 ?? '')).toEqual(bytes)
  }) // prettier-ignore

  it('is not made where something remains, is encrypted or of another kind, and nothing is kept then', async () => {
    const id = await enter()
    const remaining = await addOne(id, '纪要.txt', Buffer.from(`身份证号${secrets.identity}，末四位${secrets.identity.slice(-4)}`))
    const refusal = await redact(id, remaining, [secrets.identity])
    expect(refusal).toMatchObject({ refusals: [{ code: 'redaction-remains', facts: { places: '第1行' } }] })
    expect(JSON.stringify(refusal)).not.toContain(secrets.identity)
    expect(codesOf(await redact(id, remaining, []))).toEqual(['redaction-nothing-marked'])
    const hostile = hostileDocx.find(({ refusedAs }) => refusedAs === 'unsafe-xml' || refusedAs === 'part-unreadable')
    if (!hostile) throw new Error('the corpus has no such file')
    const odd = await addOne(id, '附件.docx', Buffer.from(await hostile.bytes()))
    expect(codesOf(await redact(id, odd))).toEqual([`redaction-${hostile.refusedAs}`])
    const picture = await addOne(id, '照片.csv.png', Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64'))
    expect(codesOf(await redact(id, picture))).toEqual(['redaction-unsupported'])
    expect((await files(id)).every(({ redactedFrom }) => redactedFrom === null)).toBe(true)
    expect(codesOf(await redact(await enter(), remaining))).toEqual(['not-found'])
  }) // prettier-ignore

  it('that holds pages of pictures goes out only when somebody has looked at them', async () => {
    const id = await enter()
    const { fileId } = must(await redact(id, await addOne(id, '纪要.pdf', testPdf([[{ text: `联系人${secrets.name}` }]])), [secrets.name]))
    expect(codesOf(await enclose(id, fileId))).toEqual(['copy-not-looked-at'])
    must(await enclose(id, fileId, { looked: true }))
    expect((await database.transaction((tx) => fileOf(tx, id, fileId)))?.enclosure).toMatchObject({ looked: true, byName: '林知夏' })
  })
})

describe('an answer that withholds something', () => {
  it('goes to nobody with an unredacted file, until it is redacted or spoken for, and then stays as it was reviewed', async () => {
    const id = await enter()
    const original = await addOne(id, '纪要.docx', letter)
    must(await enclose(id, original))
    expect(codesOf(await step(id, 'lin', 'decide', { outcome: partial }))).toEqual(['enclosure-unredacted'])
    must(await takeBack(id, original))
    const { fileId: copy } = must(await redact(id, original))
    must(await enclose(id, copy))
    const list = await addOne(id, '目录.txt', Buffer.from('已经主动公开的目录'))
    must(await enclose(id, list))
    expect(codesOf(await step(id, 'lin', 'decide', { outcome: partial }))).toEqual(['enclosure-unredacted'])
    must(await enclose(id, list, { declaration: '已经主动公开的目录，没有不予公开的内容' }))
    must(await step(id, 'lin', 'decide', { outcome: partial }))

    expect(codesOf(await enclose(id, original))).toEqual(['enclosures-fixed'])
    expect(codesOf(await takeBack(id, copy))).toEqual(['enclosures-fixed'])
    must(await step(id, 'he', 'approve-draft'))
    must(await step(id, 'bao', 'pass-secrecy'))
    must(await step(id, 'fen', 'sign'))

    // somebody who reaches past the actions is still stopped before the post
    await sql`update requests.enclosure set declaration = '' where file_id = ${list}`.execute(database.db)
    expect(codesOf(await step(id, 'lin', 'seal', { number: '教信复〔2026〕1号' }))).toEqual(['enclosure-unredacted'])
    await sql`update requests.enclosure set declaration = '没有不予公开的内容' where file_id = ${list}`.execute(database.db)
    must(await step(id, 'lin', 'seal', { number: '教信复〔2026〕1号' }))
    must(await step(id, 'lin', 'serve', { service: { way: 'post', proof: 'XA12345678901', consent: false } }))
    expect(codesOf(await remove(id, copy))).toEqual(['request-file-served', 'request-file-enclosed'])
  })
})
