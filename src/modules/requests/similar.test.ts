// Applications that ask for the like, on a real database: the nearest first, within the unit and the reach, and few.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import type { Reach } from '../../kernel/actor.ts'
import { smallCounty, type SmallCounty } from '../organization/fixtures.ts'
import { similarTo, type Asked } from './queries/similar.ts'

const everywhere: Reach = { everywhere: true, unitIds: [], sectionIds: [], askedUnitIds: [] }
let database: FreshDatabase
let county: SmallCounty

async function lay(unitId: string, name: string, subject: string, description: string): Promise<string> {
  const id = randomUUID()
  await sql`
    insert into requests.application (id, number, query_code_hash, unit_id, channel, applicant_kind, applicant_name, subject, description, wished_form, delivery, entered_at, state, steps,
      arrived_on, calendar_version, provisional, changed_at)
    values (${id}, ${id}, '\\x00', ${unitId}, 'counter', 'person', ${name}, ${subject}, ${description}, 'paper', 'post', clock_timestamp(), 'in-progress', 1, '2026-03-02', 'shipped', false, now())`.execute(
    database.db,
  )
  return id
}

const wanted = (change: Partial<Asked> = {}): Asked => ({
  unitId: county.bureau,
  subject: '2025年城关小学学区划分依据',
  description: '城关小学学区划分的文件和会议纪要',
  applicantName: '吴敏',
  ...change,
})
const found = (asked: Asked, reach = everywhere) => database.transaction((tx) => similarTo(tx, reach, asked))

let same: string
let like: string

beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
  same = await lay(county.bureau, '吴敏', '２０２５年城关小学学区划分依据', '“城关小学”学区划分的文件和会议纪要。')
  like = await lay(county.bureau, '李强', '城关小学学区怎样划分', '2025年城关小学的学区划分方案和会议纪要')
  await lay(county.bureau, '吴敏', '校车运营补贴标准', '全县校车运营补贴的发放标准和批准文件')
  await lay(county.government, '吴敏', '2025年城关小学学区划分依据', '城关小学学区划分的文件和会议纪要')
})
afterAll(() => database.close())

describe('applications that ask for the like', () => {
  it('are told with the nearest first and the same name marked, whatever the width of figures and the marks between', async () => {
    expect((await found(wanted())).map(({ id, sameApplicant, alike }) => [id, sameApplicant, alike === 1000])).toEqual([
      [same, true, true],
      [like, false, false],
    ])
  })

  it('leave out the application itself, other units and what the asker may not read', async () => {
    expect((await found(wanted({ id: same }))).map(({ id }) => id)).toEqual([like])
    expect(await found(wanted(), { everywhere: false, unitIds: [county.government], sectionIds: [], askedUnitIds: [] })).toEqual([])
  })

  it('find nothing for what is empty or unlike', async () => {
    expect(await found(wanted({ subject: '', description: '。' }))).toEqual([])
    expect(await found(wanted({ subject: '殡葬服务收费标准', description: '殡仪馆各项服务的收费标准' }))).toEqual([])
  })

  it('are ten at most', async () => {
    for (let nth = 0; nth < 11; nth += 1) await lay(county.government, `甲${nth}`, '2025年城关小学学区划分依据', '城关小学学区划分的文件和会议纪要')
    expect(await found(wanted({ unitId: county.government }))).toHaveLength(10)
  })
})
