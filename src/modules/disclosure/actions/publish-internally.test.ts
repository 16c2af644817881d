// 内部公开: read by the staff it is meant for, counted for its issuer, and nowhere in what is public.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { codesOf, county, giveRole, layCounty, must, secrecy, units, type County, type Person } from '../../../../test/disclosure/cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { reachOf } from '../../access/index.ts'
import { internalDocument, internalList, readingsOf } from '../queries/internal.ts'
import { saveReading } from '../store/internal.ts'

const secret = '公务接待明细柒捌玖'
const content = { title: `2026年上半年${secret}`, documentNumber: null, disclosureMode: 'internal', columnIds: [], bodyHtml: `<p>${secret}的全文</p>` } as const

let database: FreshDatabase
let town: County
beforeAll(async () => {
  database = await freshDatabase()
  await layCounty(database)
  await giveRole(database.db, 'dai', 'information-officer', units.office)
  town = county(database)
})
afterAll(() => database.close())

const reader = async (login: Person) => {
  const { actor } = await town.by(login)
  return { accountId: actor.accountId, reach: reachOf(actor, 'internal.read') }
}
const titlesFor = async (login: Person, q = ''): Promise<string[]> =>
  (await internalList(database.db, await reader(login), { q, unread: false }, { limit: 50, offset: 0 })).rows.map(({ title }) => title)

async function signedInside(more: { readonly title?: string } = {}): Promise<string> {
  const editionId = await town.draft({ ...content, ...more })
  must(await town.step('lin', 'submit', editionId))
  must(await town.step('he', 'approve-section', editionId))
  must(await town.step('bao', 'pass-secrecy', editionId, secrecy))
  must(await town.step('fen', 'sign', editionId))
  return editionId
}

/** Every row of every table that the public side may read or write, as text. */
async function publicRowsHolding(words: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
    where table_schema in ('publication', 'intake') and table_type = 'BASE TABLE'`.execute(database.db)
  const found: string[] = []
  for (const { name } of rows) {
    const held = await sql`select from ${sql.raw(name)} row where strpos(row::text, ${words}) > 0 limit 1`.execute(database.db)
    if (held.rows.length > 0) found.push(name)
  }
  return found
}

describe('what is disclosed inside', () => {
  it('is read by the staff of its unit only, found by its words, and never public', async () => {
    const editionId = await signedInside()
    expect(codesOf(await town.step('fen', 'publish', editionId))).toEqual(['not-for-publication'])
    expect(codesOf(await town.step('fen', 'file', editionId))).toEqual(['must-be-shown-inside'])
    expect(codesOf(await town.step('fen', 'publish-internally', editionId))).toEqual(['reach-missing'])
    const { documentId } = must(await town.step('fen', 'publish-internally', editionId, { reach: 'unit' }))
    expect(await town.stateOf(editionId)).toBe('published-internally')

    expect(await titlesFor('lin')).toEqual([content.title])
    expect(await titlesFor('bao', '的全文')).toEqual([content.title])
    expect(await titlesFor('cai')).toEqual([])
    expect(await titlesFor('gong')).toEqual([])
    expect(await internalDocument(database.db, await reader('cai'), documentId)).toBeUndefined()
    expect(await publicRowsHolding('柒捌玖')).toEqual([])

    await saveReading(database.db, { editionId, accountId: (await reader('lin')).accountId, at: new Date('2026-11-21T01:00:00Z') })
    await saveReading(database.db, { editionId, accountId: (await reader('lin')).accountId, at: new Date('2026-11-22T01:00:00Z') })
    expect(await readingsOf(database.db, editionId)).toMatchObject({ total: 1, rows: [{ name: '林知夏', firstReadAt: new Date('2026-11-21T01:00:00Z') }] })
    expect((await internalList(database.db, await reader('lin'), { q: '', unread: true }, { limit: 50, offset: 0 })).total).toBe(0)

    const revised = must(await town.step('lin', 'revise', editionId))
    expect(await titlesFor('lin')).toEqual([content.title])
    must(await town.step('lin', 'discard', revised.editionId))
    expect(codesOf(await town.step('fen', 'withdraw', editionId, { reason: 'duplicate' }))).toContain('wrong-state')
    must(await town.step('fen', 'withdraw-internally', editionId, { opinion: '数据有误' }))
    expect(await titlesFor('lin')).toEqual([])
    expect((await readingsOf(database.db, editionId)).total).toBe(1)
  })

  it('reaches the units below where it says so', async () => {
    const [own, below] = [await signedInside({ title: '只给本单位' }), await signedInside({ title: '也给下级单位' })]
    must(await town.step('fen', 'publish-internally', own, { reach: 'unit' }))
    must(await town.step('fen', 'publish-internally', below, { reach: 'units-below' }))
    await giveRole(database.db, 'dai', 'information-officer', units.schools)
    expect(await titlesFor('dai')).toEqual(['也给下级单位'])
  })

  it('is superseded when it is made public, and public texts do not go back inside', async () => {
    const publicly = await town.published({ title: '先对社会公开', documentNumber: null })
    const next = must(await town.step('lin', 'revise', publicly.editionId))
    await sql`update disclosure.edition set disclosure_mode = 'internal', change_note = '改为内部' where id = ${next.editionId}`.execute(database.db)
    must(await town.step('lin', 'submit', next.editionId))
    must(await town.step('he', 'approve-section', next.editionId))
    must(await town.step('bao', 'pass-secrecy', next.editionId, secrecy))
    must(await town.step('fen', 'sign', next.editionId))
    expect(codesOf(await town.step('fen', 'publish-internally', next.editionId, { reach: 'unit' }))).toEqual(['public-already'])
  })
})
