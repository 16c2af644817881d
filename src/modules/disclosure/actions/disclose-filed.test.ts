// What was kept inside: examined every year also where it was filed long ago, begun as an edition where it is to be disclosed, closed for a unit without people by the leader above.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { codesOf, county, layCounty, must, noon, secrecy, today, units, type County } from '../../../../test/disclosure/cast.ts'
import { standingClock } from '../../../platform/clock/clock.ts'
import { askClosing, decideOnClosing, dutyList } from '../../catalogue/index.ts'
import { oweUnexamined } from '../jobs.ts'
import { editionById } from '../queries/edition.ts'
import { discloseFiled } from './disclose-filed.ts'

let database: FreshDatabase
let town: County
let documentId: string
beforeAll(async () => {
  database = await freshDatabase()
  await layCounty(database)
  town = county(database)
  const editionId = await town.draft({ disclosureMode: 'not-disclosed', modeReason: '内部事务', modeArticle: 'ogi-2019/16' })
  must(await town.step('lin', 'submit', editionId))
  must(await town.step('he', 'approve-section', editionId))
  must(await town.step('bao', 'pass-secrecy', editionId, { ...secrecy, secrecy: { basis: '《教育工作国家秘密范围的规定》', conclusion: 'not-to-disclose' } }))
  must(await town.step('fen', 'sign', editionId, { opinion: '同意。' }))
  documentId = must(await town.step('fen', 'file', editionId)).documentId
})
afterAll(() => database.close())

const owed = async (): Promise<string[]> => {
  const { rows } = await sql<{ due: string }>`select due_on as due from catalogue.duty where subject_id = ${documentId} and outcome is null`.execute(
    database.db,
  )
  return rows.map((row) => row.due)
}

it('is owed an examination although it was filed before these were noted, once', async () => {
  expect(await owed()).toEqual(['2027-11-20'])
  await sql`delete from catalogue.duty`.execute(database.db)
  expect([await oweUnexamined(database, standingClock(noon, 'Asia/Shanghai')), await oweUnexamined(database, standingClock(noon, 'Asia/Shanghai'))]).toEqual([
    1, 0,
  ])
  expect(await owed()).toEqual(['2027-11-20'])
})

it('begins a draft of the same document with the same text, once, by who may draft there', async () => {
  const [lin, cai] = [await town.by('lin'), await town.by('cai')]
  expect(codesOf(await database.transaction((tx) => discloseFiled(tx, cai, documentId)))).toEqual(['not-yours-to-do'])
  const { editionId } = must(await database.transaction((tx) => discloseFiled(tx, lin, documentId)))
  const draft = await editionById(database.db, editionId)
  expect(draft).toMatchObject({
    documentId,
    number: 2,
    state: 'draft',
    disclosureMode: 'proactive',
    modeReason: '',
    modeArticle: null,
    title: '关于做好冬季校园取暖工作的通知',
  })
  expect(draft?.bodyText).toContain('为保障师生温暖过冬')
  expect(must(await database.transaction((tx) => discloseFiled(tx, lin, documentId))).editionId).toBe(editionId)
})

it('closes the duty of a unit without people by the leader of the unit above, who sees it in the list; nobody else may', async () => {
  const entry = await sql<{
    id: string
  }>`insert into catalogue.entry (kind, begins_on, key, created_at) values ('government', '2026-01-01', 'k', ${noon}) returning id`.execute(database.db)
  const held = await sql<{
    id: string
  }>`insert into catalogue.responsibility (entry_id, unit_id, since) values (${entry.rows[0]?.id}, ${units.village}, '2026-01-01') returning id`.execute(
    database.db,
  )
  const duty = await sql<{ id: string }>`
    insert into catalogue.duty (cause, responsibility_id, unit_id, period_from, period_to, due_on, calendar_version, provisional, made_at)
    values ('regular', ${held.rows[0]?.id}, ${units.village}, '2026-10-01', '2026-12-31', '2026-12-31', '', false, ${noon}) returning id`.execute(database.db)
  const dutyId = duty.rows[0]?.id ?? ''
  const [ke, ban, fen] = [await town.by('ke'), await town.by('ban'), await town.by('fen')]
  const seenBy = async (unitId: string) =>
    (
      await dutyList(database.db, {
        view: 'open',
        line: 'government',
        today,
        reach: { everywhere: false, unitIds: [unitId], sectionIds: [], askedUnitIds: [] },
        words: '',
        sort: 'due',
        limit: 10,
        offset: 0,
      })
    ).rows.map((one) => one.dutyId)
  expect([
    (await seenBy(units.office)).includes(dutyId),
    (await seenBy(units.finance)).includes(dutyId),
    (await seenBy(units.county)).includes(dutyId),
  ]).toEqual([true, false, false])
  const asked = { dutyId, kind: 'none-held', article: 'ogi-2019/20', reason: '本季度没有形成' } as const
  expect(codesOf(await database.transaction((tx) => askClosing(tx, fen, asked)))).toEqual(['not-found'])
  const { id } = must(await database.transaction((tx) => askClosing(tx, ke, asked)))
  expect((await town.toldTo('ban')).some((title) => title.includes('本机关无此类信息'))).toBe(true)
  expect(codesOf(await database.transaction((tx) => decideOnClosing(tx, ke, id, { granted: true, opinion: '' })))).toEqual(['not-allowed'])
  expect(codesOf(await database.transaction((tx) => decideOnClosing(tx, fen, id, { granted: true, opinion: '' })))).toEqual(['not-found'])
  must(await database.transaction((tx) => decideOnClosing(tx, ban, id, { granted: true, opinion: '同意' })))
  expect(await seenBy(units.office)).toEqual([])
})
