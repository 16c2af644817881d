// The guide of a unit: written from data and law, made as an ordinary draft, never over what people wrote, and stale until it is out.
import { sql, type RawBuilder } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { accounts, county, layCounty, must, secrecy, today, noon, units, type County } from '../../../test/disclosure/cast.ts'
import { day } from '../../kernel/day.ts'
import { standingClock } from '../../platform/clock/clock.ts'
import { putStartingCatalogue } from '../catalogue/index.ts'
import { editionById, openProposals, saveEdition } from '../disclosure/index.ts'
import { putStandardColumns } from '../publication/index.ts'
import { keepParticulars } from './actions/keep-particulars.ts'
import { refreshGuidesOf } from './actions/refresh-guide.ts'
import { takeOver } from './actions/take-over.ts'
import { refreshGuides } from './jobs.ts'
import { guidesOwed } from './queries/guides.ts'
import { noParticulars, type GuideFacts } from './rules/facts.ts'
import { fingerprintOf } from './rules/fingerprint.ts'
import { mergedGuide } from './rules/merge-guide.ts'
import { guideStateOf, whatToDo, type GuideStanding } from './rules/what-to-do.ts'
import { htmlOfGuide, missingOf, writeGuide } from './rules/write-guide.ts'

const facts: GuideFacts = {
  unit: {
    name: '青岚县教育局',
    address: '青岚县文昌路8号',
    postcode: '314300',
    hours: '工作日8:30—17:30',
    phone: '0573-86020001',
    fax: '',
    email: 'jyj@example.gov.cn',
  },
  bodyKind: 'department',
  superior: '青岚县人民政府',
  particulars: noParticulars,
  site: { name: '青岚县人民政府', domain: 'www.example.gov.cn', sponsor: '青岚县人民政府办公室', receiving: null },
  columns: ['履职依据', '机构职能'],
  fields: ['义务教育'],
  channels: ['公告栏'],
}
const on = day('2026-11-20')
const part = (of: GuideFacts, name: string, when = on): string => writeGuide(of, when).find((one) => one.name === name)?.html ?? ''

describe('the text', () => {
  it('has the headings that a guide must have, in their order', () => {
    expect([...htmlOfGuide(writeGuide(facts, on)).matchAll(/<h2>(.*?)<\/h2>/gu)].map((found) => found[1])).toEqual([
      '一、公开范围与分类', '二、公开形式', '三、公开时限', '四、获取方式', '五、依申请公开的申请流程', '六、收费', '七、监督与救济', '八、政府信息公开工作机构',
    ]) // prettier-ignore
  })

  it.each([
    { name: 'limit', says: '自政府信息形成或者变更之日起 20 个工作日内公开', because: 'ogi-2019/26' },
    { name: 'procedure', says: '收到申请之日起 20 个工作日内', because: 'ogi-2019/33' },
    { name: 'procedure', says: '收到申请之日起 7 个工作日内一次性告知补正', because: 'ogi-2019/30' },
    { name: 'fees', says: '1—10件，不收费；11—30件，每件 100 元；31件以上，每增加 10 件为一档，自每件 200 元起每档提高 100 元', because: 'fee-2020/4' },
    { name: 'fees', says: '31—100页，每页 10 元；101—200页，每页 20 元；201页以上，每页 40 元', because: 'fee-2020/5' },
    { name: 'remedies', says: '60 日内向青岚县人民政府提出', because: 'recon-2023/24: the government of the same level' },
    { name: 'remedies', says: '应当先申请行政复议', because: 'recon-2023/23: withheld under Articles 14 to 16' },
    { name: 'remedies', says: '6 个月内向人民法院提出', because: 'litigation-2017/46' },
    { name: 'bodies', says: '青岚县文昌路8号', because: 'ogi-2019/12' },
  ])('$name says “$says” ($because)', ({ name, says }) => expect(part(facts, name).replaceAll(/<[^>]*>/gu, '')).toContain(says))

  it('goes by the law of the day', () => {
    expect(part(facts, 'remedies', day('2023-12-31'))).not.toContain('应当先申请行政复议')
    expect(part(facts, 'procedure', day('2019-05-14'))).toContain('收到申请之日起 15 个工作日内')
    const [before, after] = [day('2023-12-31'), day('2024-01-01')].map((when) => fingerprintOf('指南', writeGuide(facts, when)))
    expect(before).not.toBe(after)
    expect(fingerprintOf('指南', writeGuide(facts, on))).toBe(fingerprintOf('指南', writeGuide(facts, day('2026-11-21'))))
  })

  it.each([
    {
      bodyKind: 'dispatched',
      says: '60 日内向青岚县人民政府提出（《行政复议法》第二十条，《行政复议法》第二十四条）',
      because: 'the government that set the street office up',
    },
    { bodyKind: 'government', says: '60 日内向青岚县人民政府提出（《行政复议法》第二十条，《行政复议法》第二十四条）', because: 'the government above a town' },
  ] as const)('names who reconsiders for a body of the kind $bodyKind: $because', ({ bodyKind, says }) => {
    expect(part({ ...facts, bodyKind }, 'remedies')).toContain(says)
  })

  it('quotes another article for a street office before 2024, and the body in words where nothing stands above it', () => {
    expect(part({ ...facts, bodyKind: 'dispatched' }, 'remedies', day('2023-12-31'))).toContain('《行政复议法》（1999年施行）第十五条')
    expect(part({ ...facts, bodyKind: 'dispatched', superior: '' }, 'remedies')).toContain('向设立该派出机关的人民政府提出')
  })

  it('lets what the unit says of its receiving office go first, escapes it, and tells what the law misses', () => {
    const said = { ...facts, particulars: { ...noParticulars, receivingOffice: '<b>政务公开科</b>', reconsiderationBody: '某某海关' } }
    expect(part(said, 'bodies')).toContain('&#60;b&#62;政务公开科')
    expect(part(said, 'remedies')).toContain('向某某海关提出')
    expect(missingOf(facts)).toEqual(['传真号码'])
  })

  it('puts changed parts into a text that people worked on and leaves theirs', () => {
    const before = writeGuide(facts, on)
    const live = htmlOfGuide(before).replace('<h2>二、公开形式</h2>', '<h2>二、公开形式</h2><p>另设阅读点。</p>')
    const now = writeGuide({ ...facts, unit: { ...facts.unit, phone: '0573-86029999' } }, on)
    const merged = mergedGuide(live, before, now)
    expect([merged.includes('另设阅读点'), merged.includes('86029999'), merged.includes('86020001')]).toEqual([true, true, false])
  })
})

describe('what is to be done', () => {
  const none: GuideStanding = { live: null, open: null, discardedFingerprint: null, offeredFingerprint: null }
  const open = { state: 'draft', fingerprint: 'old', touched: false }
  it.each([
    { standing: none, deed: 'draft', state: 'missing' },
    { standing: { ...none, live: { fingerprint: 'now' } }, deed: 'nothing', state: 'current' },
    { standing: { ...none, live: { fingerprint: 'old' } }, deed: 'revise', state: 'stale' },
    { standing: { ...none, live: { fingerprint: null } }, deed: 'revise', state: 'stale' },
    { standing: { ...none, open }, deed: 'refresh', state: 'offered' },
    { standing: { ...none, open: { ...open, touched: true } }, deed: 'offer', state: 'offered' },
    { standing: { ...none, open: { ...open, state: 'signing' } }, deed: 'offer', state: 'offered' },
    { standing: { ...none, open: { ...open, touched: true }, offeredFingerprint: 'now' }, deed: 'nothing', state: 'offered' },
    { standing: { ...none, open: { ...open, fingerprint: 'now' } }, deed: 'nothing', state: 'drafting' },
    { standing: { ...none, live: { fingerprint: 'old' }, discardedFingerprint: 'now' }, deed: 'nothing', state: 'stale' },
  ] as const)('$standing: $deed', ({ standing, deed, state }) => {
    expect([whatToDo(standing, 'now'), guideStateOf(standing, 'now')]).toEqual([deed, state])
  })
})

describe('in the office', () => {
  let database: FreshDatabase
  let town: County
  beforeAll(async () => {
    database = await freshDatabase()
    await layCounty(database)
    town = county(database)
    const gong = await town.by('gong')
    await database.transaction(async (tx) => {
      await putStandardColumns(tx, noon)
      must(await putStartingCatalogue(tx, gong, today, (entry) => entry.item2 === '政府信息公开指南'))
      await sql`delete from catalogue.responsibility where unit_id <> ${units.education}`.execute(tx)
    })
  })
  afterAll(() => database.close())

  const refresh = (): Promise<number> => refreshGuides(database, standingClock(noon, 'Asia/Shanghai'))
  const standing = async () => {
    const [guide] = await guidesOwed(database.db, today, { unitId: units.education })
    if (!guide) throw new Error('no guide is owed')
    const { rows } = await sql<{ stale: boolean }>`select stale from catalogue.responsibility where unit_id = ${units.education}`.execute(database.db)
    return { state: guideStateOf(guide.standing, guide.fingerprint), stale: rows[0]?.stale, editionId: guide.document?.openEditionId ?? '' }
  }
  const move = (phone: string) => sql`update organization.unit set phone = ${phone} where id = ${units.education}`.execute(database.db)
  const bodyOf = async (editionId: string): Promise<string> => (await editionById(database.db, editionId))?.bodyHtml ?? ''

  it('is not drafted for a unit that owes none', async () => {
    expect(await database.transaction((tx) => refreshGuidesOf(tx, { at: noon, today }, [units.finance]))).toBe(0)
  })

  it('is drafted once for the information officer, and brought up to date while nobody touched it', async () => {
    expect([await refresh(), await refresh()]).toEqual([1, 0])
    const { editionId } = await standing()
    expect(await editionById(database.db, editionId)).toMatchObject({ state: 'draft', authorId: expect.any(String), title: '青岚县教育局政府信息公开指南' })
    await move('0573-11112222')
    expect(await refresh()).toBe(1)
    expect([(await standing()).editionId, (await bodyOf(editionId)).includes('0573-11112222')]).toEqual([editionId, true])
    expect([await refresh(), (await standing()).state]).toEqual([0, 'drafting'])
  })

  it('leaves a draft that people changed, tells its author once, and lets them take the changed parts', async () => {
    const { editionId } = await standing()
    const edition = await editionById(database.db, editionId)
    if (!edition) throw new Error('no draft')
    const author = Object.entries(accounts).find(([, id]) => id === edition.authorId)?.[0] as 'lin' | 'he'
    const by = await town.by(author)
    const bodyHtml = edition.bodyHtml.replace('<h2>二、公开形式</h2>', '<h2>二、公开形式</h2><p>另设阅读点。</p>')
    must(await database.transaction((tx) => saveEdition(tx, by, { editionId, version: edition.version, content: { ...edition, bodyHtml } })))
    await move('0573-33334444')
    expect([await refresh(), await refresh()]).toEqual([1, 0])
    expect([(await bodyOf(editionId)).includes('另设阅读点'), (await bodyOf(editionId)).includes('33334444')]).toEqual([true, false])
    expect((await town.toldTo(author)).filter((title) => title.includes('您的稿件没有改动'))).toHaveLength(1)
    must(await database.transaction((tx) => takeOver(tx, by, units.education, 'changed-parts')))
    expect([(await bodyOf(editionId)).includes('另设阅读点'), (await bodyOf(editionId)).includes('33334444')]).toEqual([true, true])
    const stranger = await town.by('cai')
    expect(await database.transaction((tx) => takeOver(tx, stranger, units.education, 'whole'))).toMatchObject({ ok: false })
  })

  it('is out through the review like everything else, stale once its data change, and its own words live on in the next draft', async () => {
    const { editionId } = await standing()
    const author = (await editionById(database.db, editionId))?.authorId === accounts.he ? 'he' : 'lin'
    if (author === 'he') await sql`update disclosure.edition set author_id = ${accounts.lin} where id = ${editionId}`.execute(database.db)
    must(await town.step('lin', 'submit', editionId))
    must(await town.step('he', 'approve-section', editionId))
    // the text names the government above, which reconsiders: the reviewer strikes it from those to be asked
    const named = await openProposals(database.db, await town.by('bao'), editionId)
    const struck = named.map(({ unitId }) => ({ unitId, reason: '只列明复议机关' }))
    must(await town.step('bao', 'pass-secrecy', editionId, { ...secrecy, struck }))
    must(await town.step('fen', 'sign', editionId, { opinion: '同意公开。' }))
    must(await town.step('fen', 'publish', editionId))
    await refresh()
    expect(await standing()).toMatchObject({ state: 'current', stale: false, editionId: '' })

    await move('0573-55556666')
    expect(await refresh()).toBe(1)
    const next = await standing()
    expect(next).toMatchObject({ state: 'drafting', stale: true })
    expect([(await bodyOf(next.editionId)).includes('另设阅读点'), (await bodyOf(next.editionId)).includes('55556666')]).toEqual([true, true])
  })

  it('follows what the unit says of its receiving office, which only those who handle its duties may say', async () => {
    const said = { ...noParticulars, supervisorPhone: '0573-99990000' }
    const [lin, cai] = [await town.by('lin'), await town.by('cai')]
    expect(await database.transaction((tx) => keepParticulars(tx, cai, units.education, said))).toMatchObject({ ok: false, refusals: [{ code: 'not-found' }] })
    must(await database.transaction((tx) => keepParticulars(tx, lin, units.education, said)))
    const { editionId } = await standing()
    expect((await bodyOf(editionId)).includes('0573-99990000') || (await standing()).state === 'offered').toBe(true)
  })
})

/** A county with nothing but the entry of the guide, changed by one statement; gone when the test is over. */
async function inAnotherCounty(change: RawBuilder<unknown>, run: (database: FreshDatabase, town: County) => Promise<void>): Promise<void> {
  const database = await freshDatabase()
  try {
    await layCounty(database)
    const town = county(database)
    const gong = await town.by('gong')
    await database.transaction(async (tx) => {
      await putStandardColumns(tx, noon)
      must(await putStartingCatalogue(tx, gong, today, (entry) => entry.item2 === '政府信息公开指南'))
      await change.execute(tx)
    })
    await run(database, town)
  } finally {
    await database.close()
  }
}

describe('the guides of a whole county', () => {
  it('are drafted in one go and told of in one notice a person', async () => {
    // all are of one person: the bureaus have nobody of their own
    const alone = sql`update access.role_grant set valid_until = '2026-02-01' where account_id <> ${accounts.gong}`
    await inAnotherCounty(alone, async (database, town) => {
      const refresh = (): Promise<number> => refreshGuides(database, standingClock(noon, 'Asia/Shanghai'))
      const owed = (await guidesOwed(database.db, today)).map((guide) => guide.unitName)
      expect(owed.length).toBeGreaterThan(2)
      expect(await refresh()).toBe(owed.length)
      const [notice, ...others] = (await town.toldTo('gong')).filter((title) => title.includes('指南'))
      expect([notice?.startsWith(`${owed.length} 个单位的公开指南已据最新情况起草或者更新（`), others]).toEqual([true, []])
      // one that changes alone is told of by its name
      await sql`update organization.unit set phone = '0573-7' where id = ${units.finance}`.execute(database.db)
      expect([await refresh(), await refresh()]).toEqual([1, 0])
      expect((await town.toldTo('gong')).filter((title) => title.startsWith('青岚县财政局政府信息公开指南：'))).toHaveLength(1)
    })
  })

  it('keep what people wrote in the public text in the first draft and in each that is brought up to date', async () => {
    const ofOne = sql`delete from catalogue.responsibility where unit_id <> ${units.education}`
    await inAnotherCounty(ofOne, async (database, town) => {
      const { rows } = await sql<{ id: string }>`select id from publication.site_column where kind = 'guide'`.execute(database.db)
      const bodyHtml = '<p>编制本指南。</p><h2>一、公开范围</h2><p>旧的范围。</p><h2>二、阅览室</h2><p>图书馆二层。</p>'
      await town.published({ title: '青岚县教育局信息公开指南', documentNumber: '', columnIds: rows.map((row) => row.id), bodyHtml })
      const draft = async (): Promise<string> => {
        const [guide] = await guidesOwed(database.db, today, { unitId: units.education })
        return (await editionById(database.db, guide?.document?.openEditionId ?? ''))?.bodyHtml ?? ''
      }
      await refreshGuides(database, standingClock(noon, 'Asia/Shanghai'))
      const first = await draft()
      expect(['编制本指南', '图书馆二层', '旧的范围'].map((words) => first.includes(words))).toEqual([true, true, false])
      await sql`update organization.unit set phone = '0573-8' where id = ${units.education}`.execute(database.db)
      await refreshGuides(database, standingClock(noon, 'Asia/Shanghai'))
      const second = await draft()
      expect(['编制本指南', '图书馆二层', '0573-8'].map((words) => second.includes(words))).toEqual([true, true, true])
    })
  })
})
