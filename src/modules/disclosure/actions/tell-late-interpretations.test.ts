// An interpretation that is late is told once: to who wrote the document, its section head and the leaders who sign; a given or waived one to nobody.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { county, layCounty, must, type County } from '../../../../test/disclosure/cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { day } from '../../../kernel/day.ts'
import { waiveInterpretation } from './interpret.ts'
import { tellLateInterpretations } from './tell-late-interpretations.ts'

let database: FreshDatabase
let town: County
const policy = '0c000000-0000-4000-8000-0000000000a1'
beforeAll(async () => {
  database = await freshDatabase()
  await layCounty(database)
  town = county(database)
  await sql`insert into publication.site_column (id, slug, name, kind, changed_at) values (${policy}, 'zhengce', '政策文件', 'policy', '2026-01-01')`.execute(
    database.db,
  )
})
afterAll(() => database.close())

const tellOn = (today: string): Promise<number> =>
  database.transaction((tx) => tellLateInterpretations(tx, { at: new Date(`${today}T00:30:00Z`), today: day(today) }))
const toldOfIt = async (login: Parameters<County['toldTo']>[0]): Promise<string[]> => (await town.toldTo(login)).filter((title) => title.startsWith('政策解读'))

it('is told on the fourth working day after the document, and never again', async () => {
  await town.published({ title: '关于印发《校园用水办法》的通知', kind: '通知', columnIds: [policy], documentNumber: null })
  const waived = await town.published({ title: '关于印发《校园用电办法》的通知', kind: '通知', columnIds: [policy], documentNumber: null })
  must(await database.transaction(async (tx) => waiveInterpretation(tx, await town.by('fen'), { editionId: waived.editionId, reason: '内容简单' })))
  expect(await tellOn('2026-11-25')).toBe(0)
  expect(await tellOn('2026-11-26')).toBe(1)
  expect(await tellOn('2026-11-26')).toBe(0)
  expect(await tellOn('2026-11-30')).toBe(0)
  const told = ['政策解读已逾期（应于2026-11-25前发布）：关于印发《校园用水办法》的通知']
  expect([await toldOfIt('lin'), await toldOfIt('he'), await toldOfIt('fen'), await toldOfIt('zhu')]).toEqual([told, told, told, told])
  expect([await toldOfIt('cai'), await toldOfIt('bao')]).toEqual([[], []])
})
