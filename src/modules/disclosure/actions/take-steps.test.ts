// Batch signing: what may be signed is signed, what may not is told one by one.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { county, layCounty, must, secrecy, type County } from '../../../../test/disclosure/cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import type { StepName } from '../law/steps.ts'
import { beginInterpretation } from './interpret.ts'
import { takeSteps, type BatchRow } from './take-steps.ts'

let database: FreshDatabase
let town: County
beforeAll(async () => {
  database = await freshDatabase()
  await layCounty(database)
  town = county(database)
  await sql`insert into publication.site_column (slug, name, kind, changed_at) values ('jiedu', '政策解读', 'interpretation', '2026-01-01')`.execute(
    database.db,
  )
})
afterAll(() => database.close())

async function batch(step: StepName, editionIds: readonly string[]): Promise<Record<string, BatchRow>> {
  const by = await town.by('fen')
  const rows = await database.transaction((tx) => takeSteps(tx, by, { editionIds, step, input: { opinion: '同意。' } }))
  return Object.fromEntries(rows.map((row) => [row.editionId, row]))
}
const awaiting = async (important = false): Promise<string> => {
  const editionId = await town.draft({ important })
  must(await town.step('lin', 'submit', editionId))
  must(await town.step('he', 'approve-section', editionId))
  must(await town.step('bao', 'pass-secrecy', editionId, secrecy))
  return editionId
}

describe('batch signing', () => {
  it('signs what may be signed and tells of each other why not', async () => {
    const [good, important, draft, foreign] = [await awaiting(), await awaiting(true), await town.draft(), '00000000-0000-4000-8000-00000000dead']
    const rows = await batch('sign', [good, important, draft, foreign, good])
    expect(Object.keys(rows)).toHaveLength(4)
    expect(rows[good]).toMatchObject({ title: '关于做好冬季校园取暖工作的通知', outcome: { state: 'signed' }, refusals: [] })
    expect(rows[important]!.refusals.map((refusal) => refusal.code)).toEqual(['main-leader-signs'])
    expect(rows[draft]!.refusals.map((refusal) => refusal.code)).toEqual(['wrong-state', 'secrecy-review-missing'])
    expect(rows[foreign]!.refusals.map((refusal) => refusal.code)).toEqual(['not-found'])
    expect([await town.stateOf(good), await town.stateOf(important), await town.stateOf(draft)]).toEqual(['signed', 'signing', 'draft'])
  })

  it('leaves nothing of a refused one behind', async () => {
    const important = await awaiting(true)
    await batch('sign', [important])
    const { rows } = await sql`select step from disclosure.step_taken where edition_id = ${important} and step = 'sign'`.execute(database.db)
    expect(rows).toEqual([])
  })

  it('is not for steps that ask for something of their own', async () => {
    const editionId = await awaiting()
    expect((await batch('return-from-signing', [editionId]))[editionId]!.refusals.map((refusal) => refusal.code)).toEqual(['step-not-for-many'])
  })
})

describe('a document and its interpretation in a batch', () => {
  const measure = { title: '关于印发《校园供暖办法》的通知', documentNumber: null }
  async function pair(written = true): Promise<[string, string]> {
    const editionId = await town.draft(measure)
    const begun = must(await database.transaction(async (tx) => beginInterpretation(tx, await town.by('lin'), { editionId, form: 'text' })))
    if (written) await sql`update disclosure.edition set body_html = '<p>解读</p>', body_text = '解读' where id = ${begun.editionId}`.execute(database.db)
    return [editionId, begun.editionId]
  }
  async function submit(...editionIds: string[]): Promise<BatchRow[]> {
    const by = await town.by('lin')
    return database.transaction((tx) => takeSteps(tx, by, { editionIds, step: 'submit', input: { opinion: '' } }))
  }

  it('go together, whether both were chosen or the document alone', async () => {
    for (const both of [true, false]) {
      const [document, interpretation] = await pair()
      const rows = await submit(...(both ? [interpretation, document] : [document]))
      expect(rows.map(({ editionId, along, refusals }) => [editionId, along, refusals.length])).toEqual([
        [document, false, 0],
        [interpretation, true, 0],
      ])
      expect([await town.stateOf(document), await town.stateOf(interpretation)]).toEqual(['section-review', 'section-review'])
    }
  })

  it('stay together where one of them may not', async () => {
    const [document, interpretation] = await pair(false)
    const rows = await submit(interpretation, document)
    expect(rows.map(({ editionId, refusals }) => [editionId, refusals.map(({ code }) => code)])).toEqual([
      [document, ['body-missing', 'interpretation-refused']],
      [interpretation, ['document-refused']],
    ])
    expect([await town.stateOf(document), await town.stateOf(interpretation)]).toEqual(['draft', 'draft'])
  })

  it('part only where somebody opens the interpretation by itself', async () => {
    const [document, interpretation] = await pair()
    const [row] = await submit(interpretation)
    expect(row?.refusals).toEqual([{ code: 'document-not-chosen', facts: { title: measure.title } }])
    expect(await town.stateOf(interpretation)).toBe('draft')
    must(await town.step('lin', 'submit', document))
    expect((await submit(interpretation))[0]?.refusals).toEqual([])
  })
})
