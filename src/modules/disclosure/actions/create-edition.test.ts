// Who may open a document, and for which unit; and that nobody else's lists, tasks and sheets show it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { codesOf, county, layCounty, must, today, units, type County, type Person } from '../../../../test/disclosure/cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { doneBy } from '../queries/done.ts'
import { editionById } from '../queries/edition.ts'
import { editionList, type EditionQuestion } from '../queries/edition-list.ts'
import { tasksOf } from '../queries/tasks.ts'
import { workbenchOf } from '../queries/workbench.ts'
import './answer-confirmation.ts'
import './tell.ts'
import { createEdition } from './create-edition.ts'

let database: FreshDatabase
let town: County
beforeAll(async () => {
  database = await freshDatabase()
  await layCounty(database)
  town = county(database)
})
afterAll(() => database.close())

const slice = { limit: 100, offset: 0 }
const titles = async (login: Person, asked: EditionQuestion = {}): Promise<string[]> => {
  const { actor } = await town.by(login)
  return (await editionList(database.db, actor, asked, slice)).rows.map((row) => row.title)
}
const waiting = async (login: Person): Promise<string[]> => {
  const { actor } = await town.by(login)
  return (await tasksOf(database.db, actor, 'all', {}, slice)).rows.map((row) => row.title)
}

describe('opening a document', () => {
  it('is for whoever may draft there', async () => {
    const open = async (login: Person, unitId: string, sectionId: string | null = null) => {
      const by = await town.by(login)
      return database.transaction((tx) => createEdition(tx, by, { unitId, sectionId }))
    }
    expect((await open('lin', units.education, units.schools)).ok).toBe(true)
    expect(codesOf(await open('lin', units.finance))).toEqual(['not-allowed'])
    expect(codesOf(await open('bao', units.education))).toEqual(['not-allowed'])
    expect(codesOf(await open('lin', units.schools))).toEqual(['unit-not-found'])
    expect(codesOf(await open('lin', units.education, units.finance))).toEqual(['section-of-other-unit'])
  })

  it('puts the nearest unit with people of its own in charge of a village that has nobody', async () => {
    const editionId = await town.draft({}, 'gong', units.village)
    expect(await editionById(database.db, editionId)).toMatchObject({ unitName: '青岚县石桥村', handledByName: '青岚县人民政府办公室' })
  })

  it('is refused for a unit that has ended', async () => {
    await sql`update organization.unit set valid_until = '2025-12-31' where id = ${units.finance}`.execute(database.db)
    const by = await town.by('cai')
    expect(codesOf(await database.transaction((tx) => createEdition(tx, by, { unitId: units.finance })))).toEqual(['unit-ended'])
    await sql`update organization.unit set valid_until = null where id = ${units.finance}`.execute(database.db)
  })
})

describe('lists', () => {
  it('show what the reach of the reader covers, and nothing else', async () => {
    await town.draft({ title: '教育局的草稿' })
    await town.draft({ title: '财政局的草稿' }, 'cai', units.finance)
    expect(await titles('lin', { q: '的草稿' })).toEqual(['教育局的草稿'])
    expect(await titles('cai', { q: '的草稿' })).toEqual(['财政局的草稿'])
    expect((await titles('gong', { q: '的草稿' })).toSorted()).toEqual(['教育局的草稿', '财政局的草稿'])
    expect((await titles('dao', { q: '的草稿' })).toSorted()).toEqual(['教育局的草稿', '财政局的草稿'])
  })

  it('filter and sort', async () => {
    await town.draft({ title: '甲 100% 完成', kind: '公告' })
    await town.draft({ title: '乙', kind: '公告', important: true })
    expect(await titles('lin', { kind: '公告', sort: 'title' })).toEqual(['乙', '甲 100% 完成'])
    expect(await titles('lin', { kind: '公告', important: true })).toEqual(['乙'])
    expect(await titles('lin', { q: '100%' })).toEqual(['甲 100% 完成'])
    expect(await titles('lin', { kind: '公告', state: 'signed,published' })).toEqual([])
    expect(await titles('lin', { theme: '科技、教育', kind: '公告', updatedFrom: '2026-11-21' })).toEqual([])
  })
})

describe('tasks', () => {
  it('follow the sheet from hand to hand', async () => {
    const editionId = await town.draft({ title: '待办跟踪' })
    expect(await waiting('he')).not.toContain('待办跟踪')
    must(await town.step('lin', 'submit', editionId))
    expect([(await waiting('he')).includes('待办跟踪'), (await waiting('bao')).includes('待办跟踪')]).toEqual([true, false])
    must(await town.step('he', 'approve-section', editionId))
    expect([(await waiting('he')).includes('待办跟踪'), (await waiting('bao')).includes('待办跟踪')]).toEqual([false, true])
    must(await town.step('bao', 'return-from-secrecy', editionId, { opinion: '请核实。' }))
    expect([(await waiting('lin')).includes('待办跟踪'), (await waiting('bao')).includes('待办跟踪')]).toEqual([true, false])
  })

  it('do not show the author their own for approval, nor a signed sheet to its signer', async () => {
    const editionId = await town.draft({ title: '何若川自己写的' }, 'he')
    must(await town.step('he', 'submit', editionId))
    expect(await waiting('he')).not.toContain('何若川自己写的')
  })

  it('count for the workbench what the lists show', async () => {
    const { actor } = await town.by('lin')
    const bench = await workbenchOf(database.db, actor, today)
    const returned = await tasksOf(database.db, actor, 'returned', {}, slice)
    expect(bench.counts.returned).toBe(returned.total)
    expect(bench.counts.drafts).toBe((await editionList(database.db, actor, { mine: true, state: 'draft' }, slice)).total)
  })

  it('that were done stay in the list of the one who did them', async () => {
    const { actor } = await town.by('bao')
    const { rows } = await doneBy(database.db, actor, { q: '待办跟踪' }, slice)
    expect(rows).toMatchObject([{ step: 'return-from-secrecy', opinion: '请核实。', state: 'returned' }])
  })
})
