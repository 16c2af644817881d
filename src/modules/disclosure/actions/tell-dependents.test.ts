// A repealed basis: the owners of all that rests on it are told once, find it on their list and record what they found.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { codesOf, county, layCounty, must, type County, secrecy } from '../../../../test/disclosure/cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { editionById } from '../queries/edition.ts'
import { basisChangeList } from '../queries/basis-changes.ts'
import { saveEdition } from './save-edition.ts'
import { settleBasisChange } from './settle-basis-change.ts'
import type { TypedContent } from '../rules/content.ts'

let database: FreshDatabase
let town: County
beforeAll(async () => {
  database = await freshDatabase()
  await layCounty(database)
  town = county(database)
})
afterAll(() => database.close())

const everything = { state: 'all', q: '' } as const
const whole = { limit: 50, offset: 0 }
const listFor = async (login: Parameters<County['by']>[0]) => (await basisChangeList(database.db, (await town.by(login)).actor, everything, whole)).rows

async function revised(editionId: string, change: Partial<TypedContent>): Promise<void> {
  const { editionId: next } = must(await town.step('lin', 'revise', editionId))
  const edition = (await editionById(database.db, next))!
  must(
    await database.transaction(async (tx) =>
      saveEdition(tx, await town.by('lin'), { editionId: next, version: edition.version, content: { ...edition, changeNote: '依据清理结果', ...change } }),
    ),
  )
  must(await town.step('lin', 'submit', next))
  must(await town.step('he', 'approve-section', next))
  must(await town.step('bao', 'pass-secrecy', next, secrecy))
  must(await town.step('fen', 'sign', next))
  must(await town.step('fen', 'publish', next))
}

it('tells the unit and the author of what rests on it, once, and nobody else', async () => {
  const basis = must(await town.step('fen', 'publish', await town.signed({ title: '冬季取暖管理办法（试行）', documentNumber: '青教发〔2030〕1号' })))
  const resting = must(
    await town.step(
      'fen',
      'publish',
      await town.signed({ title: '取暖补贴发放细则', documentNumber: null, bodyHtml: '<p>根据青教发〔2030〕1号，制定本细则。</p>' }),
    ),
  )
  must(await town.step('fen', 'publish', await town.signed({ title: '与此无关的通知', documentNumber: null })))
  await revised(basis.editionId, { validity: 'repealed' })

  const told = (await town.toldTo('lin')).filter((title) => title.startsWith('依据有变化'))
  expect(told).toEqual(['依据有变化：青教发〔2030〕1号已废止，涉及 1 件'])
  expect((await town.toldTo('he')).filter((title) => title.startsWith('依据有变化'))).toEqual(told)
  expect((await town.toldTo('cai')).filter((title) => title.startsWith('依据有变化'))).toEqual([])

  const rows = await listFor('lin')
  expect(rows.map(({ title, basisNumber, change }) => [title, basisNumber, change])).toEqual([['取暖补贴发放细则', '青教发〔2030〕1号', 'repealed']])
  expect(await listFor('cai')).toEqual([])

  // The same event once more, by another revision of the repealed text: nobody is told twice.
  const live = (await editionById(database.db, (await liveOf(basis.documentId))!))!
  await revised(live.editionId, { validity: 'repealed', summary: '补充说明' })
  expect((await town.toldTo('lin')).filter((title) => title.startsWith('依据有变化'))).toEqual(told)

  const of = { documentId: resting.documentId, basisId: basis.documentId, change: 'repealed' } as const
  const settle = async (login: Parameters<County['by']>[0], settlement: 'still-holds' | 'revised', note: string) =>
    database.transaction(async (tx) => settleBasisChange(tx, await town.by(login), { ...of, settlement, note }))
  expect(codesOf(await settle('cai', 'revised', ''))).toEqual(['not-found'])
  expect(codesOf(await settle('lin', 'still-holds', '  '))).toEqual(['settlement-note-missing'])
  must(await settle('lin', 'still-holds', '新办法未改变补贴标准'))
  expect(await listFor('he')).toMatchObject([{ settlement: 'still-holds', settledNote: '新办法未改变补贴标准', settledByName: '林知夏' }])
})

it('tells of a withdrawal, too', async () => {
  const basis = must(await town.step('fen', 'publish', await town.signed({ title: '将要撤下的办法', documentNumber: '青教发〔2030〕2号' })))
  must(await town.step('fen', 'publish', await town.signed({ title: '据以制定的细则', documentNumber: null, bodyHtml: '<p>见青教发〔2030〕2号。</p>' })))
  must(await town.step('fen', 'withdraw', basis.editionId, { reason: 'wrong-content', opinion: '内容有误' }))
  expect((await town.toldTo('lin')).filter((title) => title.includes('已撤下，涉及'))).toEqual(['依据有变化：青教发〔2030〕2号已撤下，涉及 1 件'])
})

async function liveOf(documentId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select live_edition_id as id from disclosure.document where id = ${documentId}`.execute(database.db)
  return rows[0]?.id
}
