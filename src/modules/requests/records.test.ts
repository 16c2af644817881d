// Corrections of records on a real database: entered at the counter and from the public site, carried to the letter, sealed, shown and forgotten.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { day } from '../../kernel/day.ts'
import { sealUnder } from '../../platform/crypto/seal.ts'
import { closeLetter, letterBox } from '../../platform/crypto/sealed-letter.ts'
import { standingClock } from '../../platform/clock/clock.ts'
import { codesOf, must, smallCounty, type SmallCounty } from '../organization/fixtures.ts'
import { addRecordEvidence } from './actions/add-record-evidence.ts'
import { deleteDueRecordSecrets } from './actions/delete-record-secrets.ts'
import { registerRecord, type NewRecord } from './actions/enter-record.ts'
import { lookAtRecord } from './actions/look-at-record.ts'
import { registerApplication } from './actions/register-application.ts'
import { showRecords } from './actions/show-records.ts'
import { takeOnlineRecord } from './actions/take-online-record.ts'
import { takeRecordStep } from './actions/take-record-step.ts'
import { deleteOldIdentities } from './jobs.ts'
import type { RecordStepName } from './law/record-corrections.ts'
import { recordById, recordFileNames, recordLettersOf } from './queries/record-corrections.ts'
import type { RecordInput } from './rules/record-correction.ts'
import { staff, type HandOn, type Staff } from './fixtures.ts'

const seal = sealUnder(Buffer.alloc(32, 7))
const people: Staff = {
  lin: ['林知夏', 'information-officer'],
  he: ['何若川', 'section-head'],
  main: ['周局长', 'main-leader'],
  eye: ['贺长风', 'inspector'],
}
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
let database: FreshDatabase
let county: SmallCounty
let by: HandOn

beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
  by = await staff(database, county, people)
})
afterAll(() => database.close())

const identity = {
  name: '吴敏',
  document: '居民身份证',
  documentNumber: '110101199003078515',
  contactPerson: '',
  address: '幸福路1号',
  phone: '',
  email: '',
  agent: '',
}
const wished = (change: Partial<NewRecord> = {}): NewRecord => ({
  id: randomUUID(), unitId: county.bureau, channel: 'counter', receivedOn: day('2026-03-02'), applicantKind: 'person', identity, subject: '本人2025年度学籍记录', wrong: '记为休学', wanted: '在读', applicationNumber: '', ...change,
}) // prettier-ignore
const enter = (change: Partial<NewRecord> = {}, who = by('lin', '2026-03-02')) => database.transaction((tx) => registerRecord(tx, who, seal, wished(change)))
const take = (id: string, login: string, on: string, step: RecordStepName, input: Partial<RecordInput> = {}, seen?: number) =>
  database.transaction(async (tx) =>
    takeRecordStep(tx, by(login, on), { id, step, seen: seen ?? (await recordById(tx, id))?.steps ?? 0, input: { text: '写明', day: day(on), ...input } }),
  )
async function carried(id: string, until: string): Promise<void> {
  must(await take(id, 'lin', '2026-03-03', 'examine'))
  must(await take(id, 'main', '2026-03-04', 'correct', { text: '由“休学”更正为“在读”。' }))
  must(await take(id, 'lin', '2026-03-05', 'issue-letter'))
  must(await take(id, 'lin', until, 'serve', { service: { way: 'post', proof: 'XA12345678901', consent: false } }))
}
const told = async (login: string, number: string): Promise<string[]> =>
  (
    await sql<{
      title: string
    }>`select title from notices.notice where account_id = ${by(login, '2026-01-05').actor.accountId} and title like ${`%${number}`} order by created_at`.execute(
      database.db,
    )
  ).rows.map(({ title }) => title.replace(`：${number}`, ''))

describe('a correction', () => {
  it('is entered once with all its reasons at once, sealed, and belongs to one bureau', async () => {
    expect(codesOf(await enter({ subject: ' ', wrong: '', wanted: '', identity: { ...identity, name: '', documentNumber: '' }, receivedOn: day('2019-05-14') }))).toEqual([
      'applicant-name-missing', 'document-missing', 'record-subject-missing', 'record-wrong-missing', 'record-wanted-missing', 'day-early',
    ])
    expect(codesOf(await enter({}, by('main', '2026-03-02')))).toEqual(['not-yours-to-do'])
    const id = randomUUID()
    const [one, again] = [must(await enter({ id })), must(await enter({ id }))]
    expect([one.number, one.queryCode?.length, again.number, again.queryCode]).toEqual([expect.stringMatching(/^GZ2026-\d{6}$/), 10, one.number, null])
    expect(await told('he', one.number)).toEqual(['收到更正本人信息的申请，请办理'])
    const { rows } = await sql<{ row: string }>`select record_correction::text || (select string_agg(step.input::text, '') from requests.record_step_taken step) as row from requests.record_correction where id = ${id}`.execute(database.db)
    expect(rows[0]?.row).not.toContain('110101199003078515')
    expect(codesOf(await database.transaction((tx) => takeRecordStep(tx, { ...by('lin', '2026-03-03'), actor: county.stranger.actor }, { id, step: 'examine', seen: 1, input: { text: '路过' } })))).toEqual(['not-found'])
  }) // prettier-ignore

  it('goes from hand to hand to a letter with its own number, and tells each whose turn it is', async () => {
    const { id, number } = must(await enter())
    const second = must(await enter())
    expect(codesOf(await take(id, 'lin', '2026-03-03', 'examine', {}, 5))).toEqual(['stale-record'])
    must(await take(id, 'he', '2026-03-03', 'examine'))
    expect(codesOf(await take(id, 'he', '2026-03-04', 'correct'))).toEqual(['own-examination'])
    expect(codesOf(await take(id, 'lin', '2026-03-04', 'correct'))).toEqual(['not-yours-to-do'])
    must(await take(id, 'main', '2026-03-04', 'forward', { body: '县医保局', text: '由医保机关记载。' }))
    expect([await told('main', number), (await told('lin', number)).at(-1)]).toEqual([['更正本人信息：请决定是否更正'], '更正本人信息：请制发告知书'])
    must(await take(id, 'lin', '2026-03-05', 'issue-letter'))
    must(await take(second.id, 'lin', '2026-03-03', 'examine'))
    must(await take(second.id, 'main', '2026-03-04', 'refuse', { text: '凭证为他人所有。' }))
    must(await take(second.id, 'lin', '2026-03-05', 'issue-letter'))
    const letters = await database.transaction((tx) => recordLettersOf(tx, [id, second.id]))
    expect([letters.get(id)?.number, letters.get(second.id)?.number].map((one) => one?.replace(/^.*公/, ''))).toEqual(['更〔2026〕1号', '更〔2026〕2号'])
    expect(letters.get(id)).toMatchObject({ addressee: '吴敏', issuedOn: '2026-03-05', body: expect.stringContaining('转送县医保局处理') })
    must(await take(id, 'lin', '2026-03-06', 'serve', { service: { way: 'counter', proof: '吴敏', consent: false } }))
    expect(await database.transaction((tx) => recordById(tx, id))).toMatchObject({ state: 'closed', result: 'forwarded', concludedOn: '2026-03-06' })
  })

  it('is handed to a section of its unit only', async () => {
    const { id } = must(await enter())
    expect(codesOf(await take(id, 'main', '2026-03-03', 'assign', { section: county.government }))).toEqual(['assignee-unknown'])
  })

  it('hangs on the application upon which the record came, where it is one of the unit', async () => {
    const asked = { id: randomUUID(), unitId: county.bureau, channel: 'counter', arrivedOn: day('2026-03-02'), applicantKind: 'person', identity, subject: '学籍', description: '本人学籍记录', wishedForm: 'paper', delivery: 'post', needsHelp: false } as const
    const { number } = must(await database.transaction((tx) => registerApplication(tx, by('lin', '2026-03-02'), seal, asked)))
    const { id } = must(await enter({ applicationNumber: number.toLowerCase() }))
    expect(await database.transaction((tx) => recordById(tx, id))).toMatchObject({ applicationId: asked.id, applicationNumber: number })
    expect(codesOf(await enter({ applicationNumber: 'SQ2026-999999' }))).toEqual(['application-unknown'])
  }) // prettier-ignore
})

describe('identity and evidence', () => {
  const file = { name: '学籍证明.png', bytes: png, kind: 'png' }
  const add = (id: string, given: typeof file | undefined, who = by('lin', '2026-03-03')) =>
    database.transaction((tx) => addRecordEvidence(tx, who, seal, { id, file: given }))
  const look = (id: string, login: string, reason = '核对证据') => database.transaction((tx) => lookAtRecord(tx, by(login, '2026-03-03'), seal, { id, reason }))

  it('are sealed, and opened with a reason by whoever handles it', async () => {
    const { id } = must(await enter())
    must(await add(id, file))
    expect(codesOf(await add(id, undefined))).toEqual(['evidence-file-missing'])
    expect(codesOf(await add(id, { ...file, kind: 'other' }))).toEqual(['proof-file-kind'])
    expect(codesOf(await add(id, file, by('main', '2026-03-03')))).toEqual(['not-found'])
    const { rows } = await sql<{ sealed: Buffer }>`select sealed from requests.record_file where record_id = ${id}`.execute(database.db)
    expect(rows[0]?.sealed.includes(png)).toBe(false)
    expect(codesOf(await look(id, 'eye'))).toEqual(['not-found'])
    expect(codesOf(await look(id, 'lin', ' '))).toEqual(['look-reason-missing'])
    expect(must(await look(id, 'lin'))).toMatchObject({ documentNumber: '110101199003078515', files: [{ kind: '证据', name: '学籍证明.png', data: `data:image/png;base64,${png.toString('base64')}` }] })
    expect((await sql`select 1 from requests.record_look where record_id = ${id}`.execute(database.db)).rows).toHaveLength(1)
  }) // prettier-ignore

  it('are deleted when no remedy can be sought any more, not before, and not of what goes on', async () => {
    const [ended, open] = [must(await enter()).id, must(await enter()).id]
    must(await add(ended, file))
    await carried(ended, '2026-03-06')
    expect(codesOf(await add(ended, file))).toEqual(['record-closed'])
    // six months from 6 March, as of an application: to 6 September, a Sunday, and so to Monday the 7th
    const kept = async (id: string): Promise<number> => (await database.transaction((tx) => recordFileNames(tx, id))).length
    await database.transaction((tx) => deleteDueRecordSecrets(tx, day('2026-09-07'), '00000000-0000-0000-0000-000000000000'))
    expect(await kept(ended)).toBe(1)
    await deleteOldIdentities(database, standingClock(new Date('2026-09-08T02:00:00Z'), 'Asia/Shanghai'))
    expect(await kept(ended)).toBe(0)
    expect(codesOf(await look(ended, 'lin'))).toEqual(['not-found'])
    expect(await database.transaction((tx) => recordById(tx, ended))).toMatchObject({ identityDeletedOn: '2026-09-08', applicantName: '吴敏' })
    must(await look(open, 'lin'))
  })
})

describe('from the public site', () => {
  const form = { unitId: '', kind: 'person', name: '吴敏', document: '居民身份证', documentNumber: '110101199003078515', contactPerson: '', address: '幸福路1号', phone: '', email: '', agent: '', subject: '本人学籍记录', wrong: '记为休学', wanted: '在读', applicationNumber: '' } // prettier-ignore
  const picture = { kind: 'png', bytes: png.toString('base64') }
  const box = letterBox(Buffer.alloc(32, 7))
  const arrives = (change: object, id = randomUUID(), closedFor = id) => {
    const body = { form: { ...form, unitId: county.bureau }, number: 'GZ2026-900001', queryCodeHash: '', on: '2026-03-02', proof: picture, evidence: picture, ...change } // prettier-ignore
    const sealed = closeLetter(box.publicKey, Buffer.from(JSON.stringify(body)), `record-correction ${closedFor}`).toString('base64')
    return database.transaction((tx) => takeOnlineRecord(tx, { box, seal }, { id, body: { sealed } }, { at: new Date('2026-03-02T03:00:00Z'), today: day('2026-03-02') }))
  } // prettier-ignore

  it('is checked again: what the portal should not have let through is refused, and a letter for another place is not opened', async () => {
    expect(codesOf(await arrives({ form: { ...form, unitId: county.bureau, wrong: '' } }))).toEqual(['online-record-wrong'])
    expect(codesOf(await arrives({ evidence: { kind: 'other', bytes: picture.bytes } }))).toEqual(['proof-file-kind'])
    expect(codesOf(await arrives({ proof: { kind: 'png', bytes: '' } }))).toEqual(['proof-file-missing'])
    expect(codesOf(await arrives({ on: '2026-03-03' }))).toEqual(['day-ahead'])
    await expect(arrives({}, randomUUID(), randomUUID())).rejects.toThrow('authenticate')
    await expect(arrives({ number: 'SQ2026-000001' })).rejects.toThrow('Invalid')
  })

  it('hangs on an application only where number, unit and name are those of one', async () => {
    const { rows } = await sql<{ number: string; id: string }>`select number, id from requests.application where applicant_name = '吴敏' limit 1`.execute(database.db)
    const mine = { ...form, unitId: county.bureau, applicationNumber: rows[0]?.number ?? '' }
    const [own, other] = [randomUUID(), randomUUID()]
    must(await arrives({ form: mine, number: 'GZ2026-900101' }, own))
    must(await arrives({ form: { ...mine, name: '旁人' }, number: 'GZ2026-900102' }, other))
    const linked = async (id: string) => (await database.transaction((tx) => recordById(tx, id)))?.applicationId
    expect([await linked(own), await linked(other)]).toEqual([rows[0]?.id, null])
  }) // prettier-ignore
})

describe('the progress page', () => {
  it('is made anew after each step', async () => {
    const { id } = must(await enter())
    const shown = async () => {
      await database.transaction((tx) => showRecords(tx))
      const { rows } = await sql<{ body: object }>`select body from intake.applicant_view where application_id = ${id}`.execute(database.db)
      return rows[0]?.body
    }
    expect(await shown()).toMatchObject({ correction: true, state: '待核查', outcome: null, letters: [] })
    await carried(id, '2026-03-06')
    expect(await shown()).toMatchObject({ state: '已办结', outcome: '予以更正', letters: [{ title: '政府信息更正告知书', servedOn: '2026-03-06' }] })
  })
})
