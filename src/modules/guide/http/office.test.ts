// The guides of the units through the real server: the list, what would change, what the unit adds, and who may do which.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOfficeCast, otherBureau, ownBureau, type Caller, type OfficeCast } from '../../../../test/access/office-cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { day } from '../../../kernel/day.ts'
import { standingClock } from '../../../platform/clock/clock.ts'
import { actorOf } from '../../access/index.ts'
import { putStartingCatalogue } from '../../catalogue/index.ts'
import { putStandardColumns } from '../../publication/index.ts'
import { refreshGuides } from '../jobs.ts'

const now = new Date('2026-11-20T02:00:00Z')
const today = day('2026-11-20')
const blank = {
  receivingOffice: '', receivingAddress: '', receivingPhone: '', receivingHours: '', onlineAddress: '', supervisor: '', supervisorPhone: '', reconsiderationBody: '',
} // prettier-ignore

interface Sheet {
  readonly state: string
  readonly openEditionId: string
  readonly mayKeep: boolean
  readonly mayTakeOver: boolean
  readonly particulars: Record<string, string>
  readonly comparisons: { of: string; paragraphs: { kind: string; text: string; parts: { kind: string; text: string }[] }[] }[]
}

let database: FreshDatabase
let folder: string
let cast: OfficeCast
beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'gongkai-files-'))
  cast = await openOfficeCast(database, folder)
  const { rows } = await sql<{ id: string }>`select id from access.account where login = 'disclosure-office.own'`.execute(database.db)
  const actor = await actorOf(database.db, { accountId: rows[0]?.id ?? '' }, today)
  if (!actor) throw new Error('nobody keeps the catalogue')
  await database.transaction(async (tx) => {
    await putStandardColumns(tx, now)
    await putStartingCatalogue(tx, { actor, at: now, today }, today, (entry) => entry.item2 === '政府信息公开指南')
  })
  await sql`update organization.unit set phone = '0573-1' where id = ${ownBureau}`.execute(database.db)
  await refreshGuides(database, standingClock(now, 'Asia/Shanghai'))
})
afterAll(async () => {
  await cast.app.close()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const officer = (): Caller => cast.as('information-officer')
const stranger = (): Caller => cast.as('information-officer', otherBureau)
const sheetOf = async (caller = officer()): Promise<Sheet> => (await caller('GET', `/api/guides/${ownBureau}`)).json<Sheet>()
const addedIn = (sheet: Sheet, of: string): string =>
  (sheet.comparisons.find((one) => one.of === of)?.paragraphs ?? []).map(({ kind, text, parts }) => (kind === 'same' ? '' : text + parts.map((part) => part.text).join(''))).join('\n') // prettier-ignore

describe('the list of guides', () => {
  it('shows the units that the caller reaches, with what is missing, and pages and filters them', async () => {
    const own = (await officer()('GET', '/api/guides')).json<{ rows: { unitId: string; state: string; missing: string[] }[]; total: number }>()
    expect(own).toMatchObject({ total: 1, rows: [{ unitId: ownBureau, state: 'drafting', missing: ['办公地址', '办公时间', '传真号码', '互联网联系方式'] }] })
    expect((await officer()('GET', '/api/guides?q=财政')).json<{ total: number }>().total).toBe(0)
    expect((await officer()('GET', '/api/guides?state=current')).json<{ total: number }>().total).toBe(0)
    expect((await officer()('GET', '/api/guides?page=2&size=1')).json<{ rows: unknown[] }>().rows).toEqual([])
  })

  it('refuses a state and a page that do not exist', async () => {
    for (const query of ['state=fine', 'page=0', 'size=1000'])
      expect((await officer()('GET', `/api/guides?${query}`)).json<{ code: string }>().code, query).toBe('wrong-shape')
  })

  it('goes out as a list that no spreadsheet runs', async () => {
    const csv = await officer()('GET', '/api/guides.csv')
    expect([csv.statusCode, csv.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
    expect(csv.body).toContain('县教育局,新稿在办')
  })

  it('is not for those who are not signed in', async () => {
    expect((await cast.nobody('GET', '/api/guides')).statusCode).toBe(401)
    expect((await cast.nobody('GET', `/api/guides/${ownBureau}`)).statusCode).toBe(401)
  })
})

describe('the guide of one unit', () => {
  it('shows the draft to those who may read it, and is unknown to another bureau', async () => {
    const sheet = await sheetOf()
    expect([sheet.state, sheet.mayKeep, sheet.mayTakeOver, sheet.comparisons.map((one) => one.of)]).toEqual(['drafting', true, true, ['new']])
    expect(addedIn(sheet, 'new')).toContain('0573-1')
    const elsewhere = await stranger()('GET', `/api/guides/${ownBureau}`)
    expect([elsewhere.statusCode, elsewhere.json<{ code: string }>().code]).toEqual([404, 'not-found'])
    expect((await officer()('GET', '/api/guides/nothing')).statusCode).toBe(404)
  })

  it('takes what the unit says of its receiving office into the draft that nobody touched', async () => {
    const said = { ...blank, receivingAddress: '文昌路8号', onlineAddress: 'https://apply.example.gov.cn' }
    const kept = await officer()('PUT', `/api/guides/${ownBureau}/particulars`, said)
    expect([kept.statusCode, kept.json()]).toEqual([200, { id: ownBureau }])
    const sheet = await sheetOf()
    expect([sheet.particulars['receivingAddress'], sheet.state]).toEqual(['文昌路8号', 'drafting'])
    expect(addedIn(sheet, 'new')).toContain('文昌路8号')
  })

  it('refuses an address that is none, a word too long, and those who do not handle the duties of the unit', async () => {
    const put = (caller: Caller, body: object) => caller('PUT', `/api/guides/${ownBureau}/particulars`, body)
    expect((await put(officer(), { ...blank, onlineAddress: 'javascript:alert(1)' })).body).toContain('在线申请地址应以 http:// 或 https:// 开头')
    expect((await put(officer(), { ...blank, supervisor: '长'.repeat(201) })).statusCode).toBe(422)
    expect((await put(officer(), {})).statusCode).toBe(422)
    expect([(await put(stranger(), blank)).statusCode, (await put(cast.as('audit-administrator'), blank)).statusCode, (await put(cast.nobody, blank)).statusCode]).toEqual([404, 403, 401]) // prettier-ignore
    expect((await sheetOf()).particulars['receivingAddress']).toBe('文昌路8号')
  })
})

describe('a draft that people changed', () => {
  const take = (caller: Caller, how: string) => caller('PUT', `/api/guides/${ownBureau}/text`, { how })

  it('shows what each way of taking over would make of it before anybody decides', async () => {
    const { openEditionId } = await sheetOf()
    await sql`update disclosure.edition set version = version + 1, body_html = body_html || '<h2>九、便民服务</h2><p>自助查阅机。</p>', body_text = body_text || E'\n九、便民服务\n自助查阅机。'
      where id = ${openEditionId}`.execute(database.db)
    await sql`update organization.unit set phone = '0573-2' where id = ${ownBureau}`.execute(database.db)
    await refreshGuides(database, standingClock(now, 'Asia/Shanghai'))
    const sheet = await sheetOf()
    expect([sheet.state, sheet.comparisons.map((one) => one.of)]).toEqual(['offered', ['changed-parts', 'whole']])
    expect([addedIn(sheet, 'changed-parts').includes('自助查阅机'), addedIn(sheet, 'whole').includes('自助查阅机')]).toEqual([false, true])
    expect(addedIn(sheet, 'changed-parts')).toContain('0573-2')
  })

  it('is changed by those who may draft there, as was shown', async () => {
    expect([(await take(stranger(), 'whole')).statusCode, (await take(cast.as('audit-administrator'), 'whole')).statusCode]).toEqual([404, 403])
    expect((await take(officer(), 'everything')).statusCode).toBe(422)
    const { openEditionId } = await sheetOf()
    const taken = await take(officer(), 'changed-parts')
    expect([taken.statusCode, taken.json()]).toEqual([200, { editionId: openEditionId }])
    const sheet = await sheetOf()
    expect([sheet.state, addedIn(sheet, 'new').includes('自助查阅机'), addedIn(sheet, 'new').includes('0573-2')]).toEqual(['drafting', true, true])
  })

  it('is not there to be changed where no guide is in work', async () => {
    const { openEditionId } = await sheetOf()
    await sql`update disclosure.edition set state = 'discarded' where id = ${openEditionId}`.execute(database.db)
    const taken = await take(officer(), 'whole')
    expect([taken.statusCode, taken.json<{ code: string; title: string }>()]).toMatchObject([
      422,
      { code: 'guide-no-draft', title: '现在没有在办的指南稿件，请刷新页面。' },
    ])
  })
})
