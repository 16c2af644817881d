// The catalogue through the real server: who keeps it, who reads it, what a second version and an end leave behind.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOfficeCast, type OfficeCast } from '../../../../test/access/office-cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'

let database: FreshDatabase
let folder: string
let cast: OfficeCast
beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'gongkai-files-'))
  cast = await openOfficeCast(database, folder)
})
afterAll(async () => {
  await cast.app.close()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const content = {
  kind: 'government', field: '社会救助', serial: 1, item1: '最低生活保障', item2: '低保标准', item3: '', elements: '标准、人数', basis: '【行政法规】《社会救助暂行办法》', limitText: '每季度首月20日', bodyText: '各部门',
  unitIds: [], unitKinds: ['department'], channels: ['website'], channelOther: '', audience: 'society', audienceWho: '', mode: 'proactive', tiers: ['county'], statutoryItem: null, columnIds: [],
  rhythm: { kind: 'regular', every: 1, span: 'quarter', month: 1, day: 20, shift: 'forward' },
} // prettier-ignore

describe('an entry', () => {
  let entryId: string
  it('is put in by the disclosure office, with who answers for it', async () => {
    const made = await cast.as('disclosure-office')('POST', '/api/catalogue-entries', { content, begins: '2026-01-01', note: '新增' })
    expect(made.statusCode, made.body).toBe(200)
    entryId = made.json<{ id: string }>().id
    const read = await cast.as('information-officer')('GET', `/api/catalogue-entries/${entryId}`)
    expect(read.json()).toMatchObject({
      entry: { number: 1, limit: { kind: 'periodic', days: null } },
      mayKeep: false,
      units: [{ mayAssign: false }, { mayAssign: false }],
    })
  })

  it('becomes a new version from a day, and the version that was looked at must be the present one', async () => {
    const change = { content: { ...content, elements: '标准、人数、资金' }, number: 1, begins: '2026-07-01', note: '增加要素' }
    expect((await cast.as('disclosure-office')('PUT', `/api/catalogue-entries/${entryId}/version`, change)).statusCode).toBe(200)
    const again = await cast.as('disclosure-office')('PUT', `/api/catalogue-entries/${entryId}/version`, change)
    expect([again.statusCode, again.json<{ code: string }>().code]).toEqual([422, 'entry-changed-meanwhile'])
    const early = await cast.as('disclosure-office')('PUT', `/api/catalogue-entries/${entryId}/version`, { ...change, number: 2, begins: '2026-06-01' })
    expect(early.json<{ title: string }>().title).toContain('不能早于现行版本的生效日期（2026-07-01）')
    const { versions } = (await cast.as('inspector')('GET', `/api/catalogue-entries/${entryId}`)).json<{
      versions: { number: number; beginsOn: string; versionEndsOn: string | null }[]
    }>()
    expect(versions.map((one) => [one.number, one.beginsOn, one.versionEndsOn])).toEqual([
      [2, '2026-07-01', null],
      [1, '2026-01-01', '2026-06-30'],
    ])
  })

  it('goes out as a list that no spreadsheet runs, and in the official layout', async () => {
    const csv = await cast.as('inspector')('GET', '/api/catalogue-entries.csv?field=社会救助')
    expect(csv.body).toContain('社会救助,1,最低生活保障,低保标准')
    const xlsx = await cast.as('inspector')('GET', '/api/catalogue-entries.xlsx')
    expect([xlsx.statusCode, xlsx.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
    const nothing = await cast.as('inspector')('GET', '/api/catalogue-entries.xlsx?field=none')
    expect(nothing.json<{ code: string }>().code).toBe('catalogue-nothing-to-export')
  })

  it('ends with a last day and a reason, and stays readable', async () => {
    const end = await cast.as('disclosure-office')('PUT', `/api/catalogue-entries/${entryId}/end`, { lastDay: '2026-12-31', note: '并入其他条目' })
    expect(end.statusCode).toBe(200)
    const lists = await Promise.all(['in-force', 'ended'].map((state) => cast.as('inspector')('GET', `/api/catalogue-entries?state=${state}`)))
    expect(lists.map((list) => list.json<{ total: number }>().total)).toEqual([0, 1])
    const twice = await cast.as('disclosure-office')('PUT', `/api/catalogue-entries/${entryId}/end`, { lastDay: '2026-12-31', note: '再次' })
    expect(twice.json<{ code: string }>().code).toBe('entry-ended')
  })
})
