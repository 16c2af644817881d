// How documents come to belong together, on a real database: nothing of a draft is public, and both ends decide.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarOf } from '../../../kernel/calendar.ts'
import { day } from '../../../kernel/day.ts'
import { codesOf, county, layCounty, must, noon, secrecy, type County, type Person } from '../../../../test/disclosure/cast.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { contentHashOf, publish } from '../../publication/index.ts'
import { anItem } from '../../publication/fixtures.ts'
import { connectionsOf } from '../../publication/queries/pages/connections.ts'
import { interpretationList } from '../queries/interpretations.ts'
import { beginInterpretation, waiveInterpretation } from './interpret.ts'
import { interpretationTerms } from './interpretation-terms.ts'
import { carryRelations, relate, unrelate } from './relate.ts'
import { takeStepTogether } from './take-step-together.ts'
import type { StepName } from '../law/steps.ts'
import type { RelationFacts } from '../rules/relation.ts'
import { sql } from 'kysely'

let database: FreshDatabase
let town: County
const policy = '0c000000-0000-4000-8000-0000000000a1'
beforeAll(async () => {
  database = await freshDatabase()
  await layCounty(database)
  town = county(database)
  await sql`insert into publication.site_column (id, slug, name, kind, changed_at) values
    (${policy}, 'zhengce', '政策文件', 'policy', '2026-01-01'), (gen_random_uuid(), 'jiedu', '政策解读', 'interpretation', '2026-01-01')`.execute(database.db)
})
afterAll(() => database.close())

const blank = { form: null, periodFrom: null, periodTo: null, shortReason: '' } as const
const relateAs = async (login: Person, editionId: string, relation: RelationFacts, isSo = true) =>
  database.transaction(async (tx) => relate(tx, await town.by(login), { editionId, relation, isSo }))
const documentOf = async (editionId: string): Promise<string> =>
  (await sql<{ id: string }>`select document_id as id from disclosure.edition where id = ${editionId}`.execute(database.db)).rows[0]!.id
const life = async (documentId: string): Promise<string[]> =>
  (await connectionsOf(database.db, documentId)).life.map(({ step, here }) => `${step}${here ? ' *' : ''}`)

describe('a relation', () => {
  it('is seen, too, where both documents go out at the same moment', async () => {
    const [one, other] = [await town.draft({ title: '校园通风管理办法' }), await town.draft({ title: '校园通风管理办法解读' })]
    const [toId, fromId] = [await documentOf(one), await documentOf(other)]
    must(await relateAs('lin', other, { ...blank, kind: 'interprets', form: 'text', fromId, toId }))
    // Of two units, so that neither waits for the other's number.
    const goOut = async (tx: Tx, documentId: string, frontCode: string): Promise<void> => {
      const item = anItem({ documentId, frontCode, columnIds: [policy] })
      must(await publish(tx, item, { contentHash: contentHashOf(item), passed: true }, noon))
      await carryRelations(tx, [documentId])
    }
    let second: Promise<void> | undefined
    await database.transaction(async (tx) => {
      await goOut(tx, toId, '11100000000013338W')
      second = database.transaction((also) => goOut(also, fromId, '11100000000013339W'))
      // It has come to where it would look for the first, and waits there.
      const waiting = async () => (await sql`select from pg_locks where locktype = 'advisory' and not granted`.execute(database.db)).rows.length
      await expect.poll(waiting, { timeout: 5000 }).toBe(1)
    })
    await second
    const { rows } = await sql<{ to: string }>`select to_id as to from publication.relation where from_id = ${fromId}`.execute(database.db)
    expect(rows).toEqual([{ to: toId }])
  })

  it('of a draft goes out with it, is seen from both ends, and is taken back by who may publish', async () => {
    const draft = must(await town.step('fen', 'publish', await town.signed({ title: '校园取暖管理办法（征求意见稿）公开征求意见', documentNumber: null })))
    const editionId = await town.draft({ title: '校园取暖管理办法', documentNumber: null })
    const documentId = await documentOf(editionId)
    const relation = {
      ...blank,
      kind: 'consults',
      fromId: draft.documentId,
      toId: documentId,
      periodFrom: day('2026-09-01'),
      periodTo: day('2026-10-10'),
    } as const
    expect(codesOf(await relateAs('lin', editionId, { ...relation, periodTo: day('2026-09-10') }))).toEqual(['consultation-short'])
    expect(codesOf(await relateAs('cai', editionId, relation))).toEqual(['not-found'])
    const { id } = must(await relateAs('lin', editionId, relation))
    expect(await life(draft.documentId)).toEqual([])

    must(await town.step('lin', 'submit', editionId))
    must(await town.step('he', 'approve-section', editionId))
    must(await town.step('bao', 'pass-secrecy', editionId, secrecy))
    must(await town.step('fen', 'sign', editionId))
    must(await town.step('fen', 'publish', editionId))
    expect(await life(draft.documentId)).toEqual(['公开征求意见', '草案征求意见 *', '文件发布'])
    expect(await life(documentId)).toEqual(['公开征求意见', '草案征求意见', '文件发布 *'])

    const end = async (login: Person) => database.transaction(async (tx) => unrelate(tx, await town.by(login), { editionId, relationId: id }))
    expect(codesOf(await end('lin'))).toEqual(['relation-seen-at-once'])
    must(await end('fen'))
    expect(await life(documentId)).toEqual([])
    expect(codesOf(await end('fen'))).toEqual(['not-found'])
  })

  it('between public documents is for those who may publish; a circle does no harm', async () => {
    const [a, b] = [await town.published({ title: '甲决定', documentNumber: null }), await town.published({ title: '乙决定', documentNumber: null })]
    const relation = { ...blank, kind: 'amends', fromId: a.documentId, toId: b.documentId } as const
    expect(codesOf(await relateAs('lin', a.editionId, relation))).toEqual(['relation-seen-at-once'])
    must(await relateAs('fen', a.editionId, relation))
    must(await relateAs('fen', b.editionId, { ...relation, fromId: b.documentId, toId: a.documentId }))
    expect(await life(a.documentId)).toEqual(expect.arrayContaining(['文件发布 *', '修改']))
    expect((await connectionsOf(database.db, a.documentId)).about.map(({ kind, title }) => `${kind} ${title}`)).toEqual(['amends 乙决定'])
    must(await town.step('fen', 'withdraw', b.editionId, { reason: 'duplicate', opinion: '重复' }))
    expect(await connectionsOf(database.db, a.documentId)).toMatchObject({ life: [], about: [] })
  })
})

describe('an interpretation', () => {
  const measure = { title: '关于印发《校园供暖办法》的通知', kind: '通知', columnIds: [policy], documentNumber: null }
  const together = async (login: Person, step: StepName, editionId: string, input = {}) =>
    must(await database.transaction(async (tx) => takeStepTogether(tx, await town.by(login), { editionId, step, input: { opinion: '', ...input } })))
  const duties = async (state: 'open' | 'late' | 'given' | 'waived', today = '2026-11-20') =>
    (await interpretationList(database.db, (await town.by('lin')).actor, { state, q: '' }, day(today), { limit: 50, offset: 0 })).rows

  it('goes round with its document and is out with it', async () => {
    const editionId = await town.draft(measure)
    const begun = must(await database.transaction(async (tx) => beginInterpretation(tx, await town.by('lin'), { editionId, form: 'questions' })))
    await sql`update disclosure.edition set body_html = '<p>问答</p>', body_text = '问答' where id = ${begun.editionId}`.execute(database.db)
    expect((await together('lin', 'submit', editionId)).together.map(({ title }) => title)).toEqual(['《校园供暖办法》政策解读'])
    await together('he', 'approve-section', editionId)
    await together('bao', 'pass-secrecy', editionId, secrecy)
    await together('fen', 'sign', editionId)
    expect(await town.stateOf(begun.editionId)).toBe('signed')
    const { documentId } = await together('fen', 'publish', editionId)
    expect([await town.stateOf(editionId), await town.stateOf(begun.editionId)]).toEqual(['published', 'published'])
    expect(await life(documentId)).toEqual(['文件发布 *', '政策解读'])
    expect((await duties('given')).map(({ documentId: id, dueOn }) => [id, dueOn])).toEqual([[documentId, '2026-11-25']])
  })

  it('that lacks something holds its document up, and nothing is written', async () => {
    const editionId = await town.draft({ ...measure, title: '关于印发《校园用电办法》的通知' })
    const begun = must(await database.transaction(async (tx) => beginInterpretation(tx, await town.by('lin'), { editionId, form: 'text' })))
    const refusing = new Error('refused')
    let codes: string[] = []
    await database
      .transaction(async (tx) => {
        codes = codesOf(await takeStepTogether(tx, await town.by('lin'), { editionId, step: 'submit', input: { opinion: '' } }))
        throw refusing
      })
      .catch(() => undefined)
    expect(codes).toEqual(['body-missing', 'interpretation-refused'])
    expect([await town.stateOf(editionId), await town.stateOf(begun.editionId)]).toEqual(['draft', 'draft'])
  })

  it('that is not there is late after three working days, until a leader says why there is none', async () => {
    const { documentId, editionId } = await town.published({ ...measure, title: '关于印发《校园用水办法》的通知' })
    expect((await duties('open')).map((row) => row.documentId)).toContain(documentId)
    expect((await duties('late', '2026-11-25')).map((row) => row.documentId)).not.toContain(documentId)
    expect((await duties('late', '2026-11-26')).map((row) => row.documentId)).toContain(documentId)
    const waive = async (login: Person, reason: string) =>
      database.transaction(async (tx) => waiveInterpretation(tx, await town.by(login), { editionId, reason }))
    expect(codesOf(await waive('lin', '内容简单'))).toEqual(['waiver-by-signers'])
    expect(codesOf(await waive('fen', ' '))).toEqual(['waiver-reason-missing'])
    must(await waive('fen', '内容简单，正文已说明'))
    expect((await duties('waived')).map(({ waivedReason, waivedByName }) => [waivedReason, waivedByName])).toEqual([['内容简单，正文已说明', '冯远']])
    expect((await duties('open')).map((row) => row.documentId)).not.toContain(documentId)
  })
})

describe('a changed calendar', () => {
  it('moves the days of interpretations that are still owed', async () => {
    const { documentId } = await town.published({ title: '关于印发《校园门卫办法》的通知', kind: '通知', columnIds: [policy], documentNumber: null })
    const off = calendarOf([{ year: 2026, notice: '临时放假', daysOff: [['临时放假', '11-23', '11-25']], worked: [] }], 'changed')
    const { rows } = await interpretationTerms.effectOf(database.db, off, 10)
    expect(rows.find(({ what }) => what.includes('校园门卫办法'))).toMatchObject({ from: '2026-11-25', to: '2026-11-30' })
    expect(await database.transaction((tx) => interpretationTerms.apply(tx, off))).toBeGreaterThan(0)
    expect((await interpretationTerms.effectOf(database.db, off, 10)).count).toBe(0)
    const day0 = await sql<{ dueOn: string }>`select due_on as "dueOn" from disclosure.interpretation_duty where document_id = ${documentId}`.execute(
      database.db,
    )
    expect(day0.rows[0]?.dueOn).toBe('2026-11-30')
  })
})
