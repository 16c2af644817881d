// 转为主动公开 on a real database: raised by the rule or by hand, accepted into a draft without the applicant, or declined with a reason.
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { day } from '../../kernel/day.ts'
import { standingClock } from '../../platform/clock/clock.ts'
import { openReader } from '../../platform/documents/read/reader.ts'
import { folderStore } from '../../platform/files/file-store.ts'
import { createAccount, grantRole, type By } from '../access/index.ts'
import { addEntryOf } from '../catalogue/actions/add-entry-of.ts'
import { editionById, readingWith } from '../disclosure/index.ts'
import { publicItemOf } from '../disclosure/queries/public-item.ts'
import { as, codesOf, grant, must, smallCounty, type SmallCounty } from '../organization/fixtures.ts'
import { acceptProposal, type Acceptance } from './actions/accept-proposal.ts'
import { declineProposal } from './actions/decline-proposal.ts'
import { enterProposedEntry } from './actions/enter-proposed-entry.ts'
import { proposeDisclosures, suggestDisclosure } from './actions/propose.ts'
import { proposeAllDisclosures } from './jobs.ts'
import { proposalOf, proposalSteps, proposals } from './queries/proposals.ts'

let database: FreshDatabase
let county: SmallCounty
let folder: string
/** Handles the bureau's applications and drafts there. */
let officer: By
/** Keeps the catalogue of the county. */
let keeper: By
const reader = openReader()
const parts = () => ({ store: folderStore(folder), reading: readingWith(reader) })
const everywhere = { everywhere: true, unitIds: [], sectionIds: [], askedUnitIds: [] } as const

interface Laid {
  readonly name?: string
  readonly subject: string
  readonly description?: string
  readonly outcome?: string
  readonly concluded?: string
  readonly unitId?: string
}

let laid = 0
async function lay({ name = '吴敏', subject, description = subject, outcome, concluded, unitId = county.bureau }: Laid): Promise<string> {
  const id = randomUUID()
  await sql`
    insert into requests.application (id, number, query_code_hash, unit_id, channel, applicant_kind, applicant_name, subject, description, wished_form, delivery, entered_at, state, steps,
      arrived_on, received_on, calendar_version, provisional, outcome, concluded_on, changed_at)
    values (${id}, ${`SQ2026-${(laid += 1)}`}, '\\x00', ${unitId}, 'counter', 'person', ${name}, ${subject}, ${description}, 'paper', 'post', clock_timestamp(),
      ${concluded ? 'closed' : 'in-progress'}, 1, '2026-11-02', '2026-11-02', 'shipped', false, ${outcome ?? null}, ${concluded ?? null}, now())`.execute(
    database.db,
  )
  return id
}

const asked = (id: string, change: Partial<Acceptance> = {}): Acceptance => ({
  id,
  title: '学区划分依据',
  summary: '',
  text: '第一段\n\n第二段 <b>',
  entryId: null,
  wished: null,
  fileIds: [],
  ...change,
})
const accept = (id: string, change: Partial<Acceptance> = {}, by = officer) => database.transaction((tx) => acceptProposal(tx, by, asked(id, change), parts()))
const suggest = (id: string, by = officer) => database.transaction((tx) => suggestDisclosure(tx, by, { id, text: '申请人建议纳入主动公开' }))
const consider = () => database.transaction((tx) => proposeDisclosures(tx, officer.today, officer.at))
const told = async (accountId: string): Promise<string[]> =>
  (await sql<{ title: string }>`select title from notices.notice where account_id = ${accountId} order by title`.execute(database.db)).rows.map(
    ({ title }) => title,
  )

beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'gongkai-proposals-'))
  county = await smallCounty(database)
  const guard = as(county.keeper.actor.accountId, '安全员', grant('security-administrator', county.government))
  await database.transaction(async (tx) => {
    const holds = async (
      login: string,
      name: string,
      role: 'information-officer' | 'disclosure-office',
      unitId: string,
      reach: readonly string[],
    ): Promise<By> => {
      const { accountId } = must(await createAccount(tx, county.keeper, { login, name, password: 'Young-Willow-7' }))
      must(await grantRole(tx, guard, { accountId, role, unitId, sectionId: null, validFrom: day('2019-01-01'), validUntil: null }))
      return as(accountId, name, grant(role, unitId, reach))
    }
    officer = await holds('lin', '林知', 'information-officer', county.bureau, [county.bureau])
    keeper = await holds('he', '何若', 'disclosure-office', county.government, [county.government, county.bureau, county.office, county.town])
  })
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the rule', () => {
  it('proposes what was granted once, tells who handles it, and asks again only when something happened', async () => {
    const id = await lay({ subject: '校车运营补贴标准', outcome: 'granted', concluded: '2026-11-16' })
    await lay({ subject: '教师招聘面试评分', outcome: 'process', concluded: '2026-11-16' })
    expect(await consider()).toEqual({ considered: 2, raised: 1 })
    expect(await consider()).toEqual({ considered: 0, raised: 0 })
    await sql`update requests.application set steps = steps + 1 where id = ${id}`.execute(database.db)
    expect(await consider()).toEqual({ considered: 1, raised: 0 })
    expect(await proposalOf(database.db, everywhere, id)).toMatchObject({ state: 'open', grantedOn: '2026-11-16', alike: 1, suggested: '' })
    expect(await proposalSteps(database.db, id)).toMatchObject([{ step: 'raise', byName: '系统' }])
    expect(await told(officer.actor.accountId)).toContain('可以转为主动公开，请决定是否采纳：SQ2026-1')
  })

  it('proposes once for several that ask for the like', async () => {
    const clock = standingClock(officer.at, 'Asia/Shanghai')
    for (const name of ['李强', '王芳']) await lay({ name, subject: '普惠性幼儿园认定标准和收费标准' })
    expect(await proposeAllDisclosures(database, clock)).toBe(0)
    for (const name of ['赵启', '陶然']) await lay({ name, subject: '普惠性幼儿园的认定标准和收费标准' })
    expect(await proposeAllDisclosures(database, clock)).toBe(1)
    const { rows } = await proposals(database.db, everywhere, { view: 'open', words: '普惠性', unitId: county.bureau }, { limit: 20, offset: 0 })
    expect(rows).toMatchObject([{ grantedOn: null, alike: 4 }])
  })
})

describe('a proposal by hand', () => {
  it('is raised once for an application, with who suggested it and why, by whoever handles it', async () => {
    const id = await lay({ subject: '河东片区幼儿园选址论证' })
    expect(codesOf(await suggest(id, county.stranger))).toEqual(['not-found'])
    must(await suggest(id))
    expect(codesOf(await suggest(id))).toEqual(['proposed-before'])
    expect(await proposalOf(database.db, everywhere, id)).toMatchObject({ state: 'open', suggested: '申请人建议纳入主动公开', grantedOn: null })
  })
})

describe('a proposal that is accepted', () => {
  it('becomes a draft of the unit without applicant and number, in the columns of the entry, and remembers it', async () => {
    const id = await lay({ subject: '学区划分依据', outcome: 'granted', concluded: '2026-11-16' })
    must(await suggest(id))
    const entryId = must(await database.transaction((tx) => addEntryOf(tx, keeper, { unitId: county.bureau, field: '义务教育', name: '学区划分', article: 'ogi-2019/44', note: '' }))) // prettier-ignore
    const { editionId } = must(await accept(id, { entryId }))
    const edition = await database.transaction((tx) => editionById(tx, editionId))
    expect(edition).toMatchObject({ title: '学区划分依据', state: 'draft', unitId: county.bureau, disclosureMode: 'proactive', fromApplication: true })
    expect(edition?.bodyText).toBe('第一段\n第二段 <b>')
    const item = edition && (await database.transaction((tx) => publicItemOf(tx, edition)))
    expect(item?.fromApplication).toBe(true)
    expect(JSON.stringify(item)).not.toMatch(/吴敏|SQ2026/)
    expect(await proposalOf(database.db, everywhere, id)).toMatchObject({ state: 'accepted', editionId, editionState: 'draft', published: false, entryName: '学区划分', decidedByName: '林知' }) // prettier-ignore
    expect(codesOf(await accept(id))).toEqual(['proposal-decided'])
    expect(codesOf(await database.transaction((tx) => declineProposal(tx, officer, { id, reason: '不再需要' })))).toEqual(['proposal-decided'])
  })

  it('is refused with every reason where it tells of a person, names no title, or an entry of another unit', async () => {
    const id = await lay({ subject: '营养餐供应企业', outcome: 'granted', concluded: '2026-11-16' })
    must(await suggest(id))
    const other = must(await database.transaction((tx) => addEntryOf(tx, keeper, { unitId: county.town, field: '救灾', name: '物资发放', article: 'ogi-2019/44', note: '' }))) // prettier-ignore
    expect(codesOf(await accept(id, { entryId: other }))).toEqual(['proposal-entry-unknown'])
    const ruling = await accept(id, { title: ' ', text: '电话13800138000，吴敏收' })
    expect(ruling.ok ? [] : ruling.refusals).toMatchObject([
      { code: 'proposal-title-missing' },
      { code: 'proposal-personal', facts: { what: '个人电话、申请人的姓名或者名称' } },
    ])
    expect(await proposalOf(database.db, everywhere, id)).toMatchObject({ state: 'open', documentId: null })
    expect(codesOf(await accept(id, {}, county.stranger))).toEqual(['not-found'])
  })

  it('takes along files of the answer, and none that names the applicant', async () => {
    const id = await lay({ subject: '经费使用情况', outcome: 'granted', concluded: '2026-11-16' })
    must(await suggest(id))
    const keep = async (name: string, text: string): Promise<string> => {
      const fileId = randomUUID()
      const bytes = Buffer.from(text)
      await sql`
        insert into requests.file (id, application_id, name, media_type, bytes, sha256, added_by, added_by_name, added_at)
        values (${fileId}, ${id}, ${name}, 'text/plain', ${bytes.byteLength}, ${await folderStore(folder).put(bytes)}, ${officer.actor.accountId}, '林知', now())`.execute(database.db) // prettier-ignore
      return fileId
    }
    const [clean, named] = [await keep('经费表.txt', '支出合计四百六十万元'), await keep('送达回证.txt', '受送达人：吴敏')]
    const ruling = await accept(id, { fileIds: [clean, named] })
    expect(ruling.ok ? [] : ruling.refusals).toMatchObject([{ code: 'proposal-file-personal', facts: { name: '送达回证.txt', what: '申请人的姓名或者名称' } }])
    const { editionId } = must(await accept(id, { fileIds: [clean] }))
    const { rows } = await sql`select name from disclosure.attachment where edition_id = ${editionId}`.execute(database.db)
    expect(rows).toEqual([{ name: '经费表.txt' }])
  })
})

describe('an entry that is wished for', () => {
  const wished = { field: '义务教育', name: '校车运营补贴' }

  it('waits for the keeper of the catalogue, who is told and enters it through the catalogue', async () => {
    const id = await lay({ subject: '校车线路', outcome: 'granted', concluded: '2026-11-16' })
    must(await suggest(id))
    must(await accept(id, { wished }))
    expect(await proposalOf(database.db, everywhere, id)).toMatchObject({ state: 'accepted', entryId: null, wishedName: '校车运营补贴' })
    expect(await told(keeper.actor.accountId)).toContain('青岚县教育局建议新增公开目录条目：校车运营补贴')
    const enter = (by: By) => database.transaction((tx) => enterProposedEntry(tx, by, { id, ...wished }))
    expect(codesOf(await enter(officer))).toEqual(['not-allowed'])
    const { entryId } = must(await enter(keeper))
    expect(codesOf(await enter(keeper))).toEqual(['proposal-no-wish'])
    expect(await proposalOf(database.db, everywhere, id)).toMatchObject({ entryId, entryName: '校车运营补贴' })
    expect((await proposalSteps(database.db, id)).map(({ step }) => step)).toEqual(['raise', 'accept', 'enter'])
  })

  it('is there at once where the keeper accepts', async () => {
    const id = await lay({ subject: '教辅材料选用', outcome: 'granted', concluded: '2026-11-16' })
    must(await suggest(id))
    must(await accept(id, { wished: { field: '义务教育', name: '教辅材料选用' } }, keeper))
    expect(await proposalOf(database.db, everywhere, id)).toMatchObject({ state: 'accepted', entryName: '教辅材料选用' })
  })
})

describe('a proposal that is declined', () => {
  it('keeps the reason, and can be accepted after all', async () => {
    const id = await lay({ subject: '困难学生资助发放', outcome: 'partial', concluded: '2026-11-16' })
    must(await suggest(id))
    const decline = (reason: string) => database.transaction((tx) => declineProposal(tx, officer, { id, reason }))
    expect(codesOf(await decline(' '))).toEqual(['words-missing'])
    must(await decline('涉及学生隐私，不宜公开'))
    expect(await proposalOf(database.db, everywhere, id)).toMatchObject({ state: 'declined', reason: '涉及学生隐私，不宜公开', decidedByName: '林知' })
    must(await accept(id))
    expect((await proposalSteps(database.db, id)).map(({ step }) => step)).toEqual(['raise', 'decline', 'accept'])
  })
})
