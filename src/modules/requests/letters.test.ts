// Letters on a real database: numbered without a gap, never changed, and what their service sets in motion.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { day, type Day } from '../../kernel/day.ts'
import { sealUnder } from '../../platform/crypto/seal.ts'
import { reachOf, type By } from '../access/index.ts'
import { as, codesOf, grant, must, smallCounty, type SmallCounty } from '../organization/fixtures.ts'
import { issueLetter, type LetterRequest } from './actions/issue-letter.ts'
import { recordLetterService, type ServiceRequest } from './actions/record-letter-service.ts'
import { registerApplication } from './actions/register-application.ts'
import { setLetterhead, setLetterWording } from './actions/set-letters.ts'
import { serveAnswerLetters } from './actions/serve-answer-letters.ts'
import { takeStep } from './actions/take-step.ts'
import type { LetterKind } from './law/letters.ts'
import type { StepName } from './law/steps.ts'
import { applicationWithin, stepsOf } from './queries/application.ts'
import { lettersOf } from './queries/letters.ts'
import type { StepInput } from './rules/facts.ts'
import { factsOf } from './rules/fold.ts'
import { staff, type HandOn, type Staff } from './fixtures.ts'

const seal = sealUnder(Buffer.alloc(32, 7))
const people: Staff = {
  lin: ['林知夏', 'information-officer'],
  he: ['何若川', 'section-head'],
  bao: ['包子琪', 'secrecy-reviewer'],
  fen: ['冯远', 'leader-in-charge'],
}
let database: FreshDatabase
let county: SmallCounty
let by: HandOn

beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
  by = await staff(database, county, people)
})
afterAll(() => database.close())

const office = (on: string): By => ({
  ...as(county.keeper.actor.accountId, '公开办', grant('disclosure-office', county.government, [county.government, county.bureau])),
  at: new Date(`${on}T03:00:00Z`),
  today: day(on),
})

async function enter(on: string, delivery: 'post' | 'email' = 'post'): Promise<string> {
  const id = randomUUID()
  const identity = { name: '吴敏', document: '居民身份证', documentNumber: '110101199003078515', contactPerson: '', address: '幸福路1号', phone: '', email: '', agent: '' }
  must(
    await database.transaction((tx) =>
      registerApplication(tx, by('lin', on), seal, { id, unitId: county.bureau, channel: 'counter', arrivedOn: day(on), applicantKind: 'person', identity, subject: '学区划分依据', description: '学区划分的会议纪要', wishedForm: 'paper', delivery, needsHelp: false }),
    ),
  )
  return id
} // prettier-ignore

async function step(id: string, login: string, on: string, name: StepName, input: Partial<StepInput> = {}): Promise<void> {
  must(
    await database.transaction(async (tx) =>
      takeStep(tx, by(login, on), { id, step: name, seen: (await stepsOf(tx, id)).length, input: { text: '写明的事由', day: day(on), ...input } }),
    ),
  )
}

const issue = (id: string, on: string, kind: LetterKind, change: Partial<LetterRequest> = {}, who = 'lin') =>
  database.transaction((tx) => issueLetter(tx, by(who, on), { id, letterId: randomUUID(), kind, about: 0, text: null, ...change }))

const serve = (id: string, on: string, letterId: string, change: Partial<ServiceRequest> = {}) =>
  database.transaction((tx) =>
    recordLetterService(tx, by('lin', on), {
      id,
      letterId,
      way: 'post',
      servedOn: day(on),
      receivedOn: null,
      proof: 'XA12345678901',
      consent: false,
      ...change,
    }),
  )

const factsNow = (id: string) => database.transaction(async (tx) => factsOf(await stepsOf(tx, id)))
const letters = (id: string) => database.transaction((tx) => lettersOf(tx, id))

/** Carried to the signature of the leader. */
async function signed(on: string, delivery: 'post' | 'email' = 'post'): Promise<string> {
  const id = await enter(on, delivery)
  await step(id, 'lin', on, 'decide', { outcome: { name: 'granted', facts: { provided: '随函附复印件一份' }, withheldUnder: [] } })
  await step(id, 'he', on, 'approve-draft')
  await step(id, 'bao', on, 'pass-secrecy')
  await step(id, 'fen', on, 'sign')
  return id
}

describe('issuing a letter', () => {
  it('numbers each kind of a year by itself, without a gap where one was refused or rolled back', async () => {
    const [one, two] = [await enter('2026-03-02'), await enter('2026-03-02')]
    const first = must(await issue(one, '2026-03-02', 'receipt'))
    await expect(
      database.transaction(async (tx) => {
        await issueLetter(tx, by('lin', '2026-03-02'), { id: two, letterId: randomUUID(), kind: 'receipt', about: 0, text: null })
        throw new Error('the lamp went out')
      }),
    ).rejects.toThrow('the lamp went out')
    expect(codesOf(await issue(two, '2026-03-02', 'receipt', { text: '〔待填：答复期限〕以前答复' }))).toEqual(['letter-unfilled'])
    const second = must(await issue(two, '2026-03-02', 'receipt'))
    expect([first.number, second.number].map((number) => number.replace(/^.*公/, ''))).toEqual(['收〔2026〕1号', '收〔2026〕2号'])
    await step(two, 'lin', '2026-03-03', 'ask-correction', { until: day('2026-03-20') })
    expect(must(await issue(two, '2026-03-03', 'correction-notice')).number).toMatch(/公补〔2026〕1号$/)
  })

  it('gives two people at the same moment two numbers', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => enter('2027-03-02')))
    const issued = await Promise.all(ids.map((id) => issue(id, '2027-03-02', 'receipt')))
    expect(issued.map((one) => must(one).number.replace(/^.*公/, '')).toSorted()).toEqual([1, 2, 3, 4, 5, 6].map((serial) => `收〔2027〕${serial}号`))
  })

  it('writes a new version under the same number and leaves the old one as it was', async () => {
    const id = await enter('2026-03-02')
    const first = must(await issue(id, '2026-03-02', 'receipt'))
    const again = must(await issue(id, '2026-03-03', 'receipt', { text: '更正：本机关已经收到你的申请。' }))
    expect([again.number, again.version]).toEqual([first.number, 2])
    expect((await letters(id)).map(({ version, replaced }) => [version, replaced])).toEqual([
      [2, false],
      [1, true],
    ])
    expect((await letters(id))[1]?.body).toContain('学区划分的会议纪要')
    expect(codesOf(await serve(id, '2026-03-03', first.letterId))).toEqual(['letter-replaced'])
    must(await serve(id, '2026-03-03', again.letterId))
    expect(codesOf(await issue(id, '2026-03-04', 'receipt'))).toEqual(['letter-served'])
  })

  it('refuses what the case does not call for, and hides the case from who does not handle it', async () => {
    const id = await enter('2026-03-02')
    expect(codesOf(await issue(id, '2026-03-02', 'granted'))).toEqual(['letter-not-due'])
    expect(codesOf(await issue(id, '2026-03-02', 'third-party-consult', { about: 3 }))).toEqual(['letter-not-due'])
    expect(codesOf(await issue(id, '2026-03-02', 'receipt', {}, 'fen'))).toEqual(['not-found'])
  })

  it('wants the channel of reconsideration for an answer that goes by e-mail', async () => {
    const id = await signed('2026-03-02', 'email')
    expect(codesOf(await issue(id, '2026-03-03', 'granted'))).toEqual(['review-channel-missing'])
  })

  it('seals an answer under the number of its letter, or gives the letter the number it was sealed under', async () => {
    const [one, two, three] = [await signed('2026-03-02'), await signed('2026-03-02'), await signed('2026-03-02')]
    const { number } = must(await issue(one, '2026-03-02', 'granted'))
    await step(one, 'lin', '2026-03-02', 'seal', { number })
    await step(two, 'lin', '2026-03-02', 'seal', { number: '教信复〔2026〕41号' })
    expect(must(await issue(two, '2026-03-02', 'granted')).number).toBe('教信复〔2026〕41号')
    await step(three, 'lin', '2026-03-02', 'seal', { number })
    expect(codesOf(await issue(three, '2026-03-02', 'granted'))).toEqual(['letter-number-taken'])
  })
})

describe('the service of a letter', () => {
  it('starts the term of a third party with the day on which the letter arrived', async () => {
    const id = await enter('2026-03-02')
    await step(id, 'lin', '2026-03-04', 'ask-third-party', { other: { name: '宏达建设公司' } })
    const { letterId } = must(await issue(id, '2026-03-04', 'third-party-consult', { about: 1 }))
    must(await serve(id, '2026-03-04', letterId))
    expect((await factsNow(id)).consultations[0]?.receivedOn).toBeNull()
    must(await serve(id, '2026-03-09', letterId, { servedOn: day('2026-03-04'), receivedOn: day('2026-03-06') }))
    expect((await factsNow(id)).consultations[0]?.receivedOn).toBe('2026-03-06')
    // 6 March + 15 working days, none of them a holiday
    const application = await database.transaction((tx) => applicationWithin(tx, reachOf(by('lin', '2026-03-09').actor, 'request.read'), id))
    const { rows } = await sql<{ until: Day }>`select awaited_until as until from requests.application where id = ${application?.id}`.execute(database.db)
    expect(rows[0]?.until).toBe('2026-03-27')
    expect(codesOf(await serve(id, '2026-03-10', letterId, { receivedOn: day('2026-03-10') }))).toEqual(['letter-served-before'])
  })

  it('answers in time by the day of posting', async () => {
    const id = await signed('2026-03-02')
    const { letterId, number } = must(await issue(id, '2026-03-02', 'granted'))
    expect(codesOf(await serve(id, '2026-03-03', letterId))).toEqual(['wrong-state'])
    expect((await letters(id))[0]?.servedOn).toBeNull()
    await step(id, 'lin', '2026-03-03', 'seal', { number })
    must(await serve(id, '2026-03-30', letterId, { servedOn: day('2026-03-27') }))
    expect(await factsNow(id)).toMatchObject({ state: 'served', concludedOn: '2026-03-27', service: { way: 'post', on: '2026-03-27' } })
  })

  it('comes with the step that serves the answer, and is entered once', async () => {
    const id = await signed('2026-03-02')
    const { letterId, number } = must(await issue(id, '2026-03-02', 'granted'))
    await step(id, 'lin', '2026-03-03', 'seal', { number })
    await step(id, 'lin', '2026-03-05', 'serve', { service: { way: 'post', proof: 'XA12345678902', consent: false } })
    expect(await letters(id)).toMatchObject([{ way: 'post', servedOn: '2026-03-05', receivedOn: null, proof: 'XA12345678902', recordedByName: '林知夏' }])
    must(await serve(id, '2026-03-09', letterId, { servedOn: day('2026-03-05'), receivedOn: day('2026-03-07') }))
    expect(await letters(id)).toMatchObject([{ servedOn: '2026-03-05', receivedOn: '2026-03-07' }])
  })

  it('does not come with a step of an earlier day than its own', async () => {
    const id = await signed('2026-03-02')
    must(await issue(id, '2026-03-02', 'granted'))
    const input = { text: '', service: { way: 'post', proof: 'XA12345678904', consent: false } } as const
    await database.transaction((tx) => serveAnswerLetters(tx, by('lin', '2026-03-03'), id, input, day('2026-03-01')))
    expect((await letters(id))[0]?.servedOn).toBeNull()
  })

  it('takes the consent of an applicant as given from its day on, for letters to them alone', async () => {
    const id = await enter('2026-03-02')
    await step(id, 'lin', '2026-03-03', 'ask-third-party', { other: { name: '某公司' } })
    const toApplicant = must(await issue(id, '2026-03-03', 'receipt')).letterId
    const toOther = must(await issue(id, '2026-03-03', 'third-party-consult', { about: 1 })).letterId
    await step(id, 'lin', '2026-03-05', 'agree-electronic', { text: '书面同意书' })
    const on = { way: 'electronic', proof: '到达记录' } as const
    expect(codesOf(await serve(id, '2026-03-05', toOther, on))).toEqual(['consent-missing'])
    expect(codesOf(await serve(id, '2026-03-05', toApplicant, { ...on, servedOn: day('2026-03-04') }))).toEqual(['consent-missing'])
    must(await serve(id, '2026-03-05', toApplicant, on))
  })

  it('refuses days out of order, a missing proof and electronic service without consent, all at once', async () => {
    const id = await enter('2026-03-02')
    const { letterId } = must(await issue(id, '2026-03-02', 'receipt'))
    expect(codesOf(await serve(id, '2026-03-03', letterId, { way: 'electronic', proof: ' ', servedOn: day('2026-03-01') }))).toEqual([
      'proof-missing',
      'consent-missing',
      'day-early',
    ])
    expect(codesOf(await serve(id, '2026-03-03', letterId, { servedOn: day('2026-03-04') }))).toEqual(['day-ahead'])
  })
})

describe('a unit words its letters', () => {
  it('numbers by its own code and writes its own text from then on, and can go back', async () => {
    const settle = (text: string) => database.transaction((tx) => setLetterWording(tx, office('2026-05-06'), county.bureau, { kind: 'receipt', text }))
    const head = (code: string) =>
      database.transaction((tx) => setLetterhead(tx, office('2026-05-06'), county.bureau, { code, redHead: true, reviewChannel: '掌上复议小程序' }))
    expect(codesOf(await head('青教公〔'))).toEqual(['letter-code-odd'])
    must(await head('青教公'))
    expect(codesOf(await settle('{申请人}：{检索记录}已经收到。'))).toEqual(['letter-name-unknown'])
    must(await settle('{申请编号}已经收到，{答复期限}以前答复。'))
    const id = await enter('2026-05-06')
    expect(must(await issue(id, '2026-05-06', 'receipt')).number).toMatch(/^青教公收〔2026〕\d+号$/)
    expect((await letters(id))[0]).toMatchObject({ redHead: true, body: expect.stringMatching(/^SQ2026-\d{6}已经收到，2026年6月2日以前答复。$/) })
    must(await settle(''))
    const later = await enter('2026-05-06')
    must(await issue(later, '2026-05-06', 'receipt'))
    expect((await letters(later))[0]?.body).toContain('本机关于2026年5月6日收到')
  })

  it('is not for the section that handles applications, nor for another government', async () => {
    const set = (who: By, unitId: string) => database.transaction((tx) => setLetterWording(tx, who, unitId, { kind: 'receipt', text: '' }))
    expect(codesOf(await set(by('lin', '2026-05-06'), county.bureau))).toEqual(['not-found'])
    expect(codesOf(await set(office('2026-05-06'), randomUUID()))).toEqual(['not-found'])
  })
})
