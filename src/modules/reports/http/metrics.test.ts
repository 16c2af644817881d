// The registry of figures through the real server: what each metric comes to on a small town told by hand, that every figure opens to as many records, and who sees which.
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOfficeCast, otherBureau, ownBureau, type OfficeCast } from '../../../../test/access/office-cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { day } from '../../../kernel/day.ts'
import type { MetricSplit } from '../../../kernel/metric.ts'
import type { Role } from '../../access/law/permissions.ts'
import { putPublic } from '../../channels/fixtures.ts'
import { putStandardColumns } from '../../publication/actions/columns.ts'
import { as, codesOf, grant } from '../../organization/fixtures.ts'
import { countMetric } from '../actions/count-metric.ts'
import { checkTallies, foldTallies, verifyTallies } from '../jobs.ts'
import { recordsOf } from '../law/metric-records.ts'
import { metricNames, registry, type MetricName } from '../law/metrics.ts'
import type { MetricCounts } from './metric-contract.ts'

let database: FreshDatabase
let folder: string
let office: OfficeCast

const quarter = { from: day('2026-01-01'), until: day('2026-03-31') }

async function lay(unitId: string, kind: string, received: string, due: string, concluded: string | null = null, extended = false): Promise<void> {
  const id = randomUUID()
  await sql`
    insert into requests.application (id, number, query_code_hash, unit_id, channel, applicant_kind, applicant_name, subject, description, wished_form, delivery, entered_at, state, steps,
      arrived_on, received_on, due_on, calendar_version, provisional, extended, outcome, concluded_on, changed_at)
    values (${id}, ${id}, '\\x00', ${unitId}, 'counter', ${kind}, '某某', '某事项', '某事项', 'paper', 'post', now(), 'in-progress', 1, ${received}, ${received}, ${due}, 'shipped', false,
      ${extended}, ${concluded === null ? null : 'granted'}, ${concluded}, now())`.execute(database.db)
}

async function normative(unitId: string, listedAt: string, draftedOn: string | null, expiresOn: string | null, columnId: string): Promise<string> {
  const id = await putPublic(database.db, { unitId, listedAt })
  await sql`update publication.document set document_number = '青教发〔2026〕1号', drafted_on = ${draftedOn}, expires_on = ${expiresOn} where id = ${id}`.execute(
    database.db,
  )
  await sql`insert into publication.document_column (document_id, column_id, listed_at, unit_id) values (${id}, ${columnId}, ${listedAt}, ${unitId})`.execute(
    database.db,
  )
  return id
}

/** Of any application of the unit. */
async function remedy(unitId: string, kind: string, received: string, result: string | null, concluded: string | null): Promise<void> {
  await sql`
    insert into requests.remedy (id, application_id, kind, raised_by, state, steps, received_on, body, number, after_reconsideration, calendar_version, provisional, result, concluded_on, entered_at, changed_at)
    select gen_random_uuid(), id, ${kind}, 'applicant', 'received', 1, ${received}, '某机关', '', false, 'shipped', false, ${result}, ${concluded}, now(), now()
    from requests.application where unit_id = ${unitId} limit 1`.execute(database.db)
}

async function duty(unitId: string, due: string, outcome: string | null, settled: string | null, made = '2026-01-02'): Promise<void> {
  await sql`
    insert into catalogue.duty (cause, subject_id, subject_title, unit_id, period_from, period_to, due_on, calendar_version, provisional, made_at, outcome, settled_on)
    values ('re-examination', gen_random_uuid(), '某文件', ${unitId}, ${made}, ${due}, ${due}, 'shipped', false, ${made}::date, ${outcome}, ${settled})`.execute(
    database.db,
  )
}

beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'gongkai-metrics-'))
  office = await openOfficeCast(database, folder)
  const columns = await database.transaction((tx) => putStandardColumns(tx, new Date('2026-01-01T00:00:00Z')))
  await lay(ownBureau, 'person', '2026-01-05', '2026-02-02', '2026-01-15')
  await lay(ownBureau, 'person', '2026-01-12', '2026-02-09', '2026-02-12')
  await lay(ownBureau, 'legal', '2026-02-02', '2026-03-24', '2026-03-24', true)
  await lay(ownBureau, 'person', '2026-03-02', '2026-03-30')
  await lay(otherBureau, 'business', '2025-12-15', '2026-01-14', '2026-01-14')
  // received after the quarter, and due after today
  await lay(ownBureau, 'person', '2026-11-02', '2026-11-30')
  await remedy(ownBureau, 'reconsideration', '2026-02-05', 'upheld', '2026-03-20')
  await remedy(otherBureau, 'lawsuit', '2026-03-02', null, null)
  await remedy(ownBureau, 'complaint', '2026-03-03', null, null)
  await remedy(ownBureau, 'reconsideration', '2025-10-09', 'upheld', '2025-12-05')
  await duty(ownBureau, '2026-01-31', 'met', '2026-01-31')
  await duty(ownBureau, '2026-03-31', 'closed', '2026-03-02')
  await duty(otherBureau, '2026-02-10', 'met', '2026-02-11')
  await duty(ownBureau, '2026-02-10', 'dropped', '2026-02-11')
  await duty(ownBureau, '2026-03-30', 'met', '2026-04-01')
  await duty(ownBureau, '2026-05-06', null, null)
  await duty(otherBureau, '2026-05-06', null, null, '2026-04-02')
  const basis = columns.get('fd-regulations') ?? ''
  const first = await normative(ownBureau, '2026-01-06T02:00:00Z', '2025-12-30', null, basis)
  await normative(ownBureau, '2026-02-03T02:00:00Z', null, '2026-03-31', basis)
  const third = await normative(otherBureau, '2026-02-28T17:00:00Z', null, null, basis)
  const interpretation = await putPublic(database.db, { unitId: otherBureau, listedAt: '2026-03-10T02:00:00Z' })
  for (const of of [first, third])
    await sql`insert into publication.relation (kind, from_id, to_id) values ('interprets', ${interpretation}, ${of})`.execute(database.db)
  const shown = await putPublic(database.db, { unitId: otherBureau, listedAt: '2026-03-09T02:00:00Z' })
  await sql`
    insert into channels.entry (document_id, unit_id, channel, shown_on, place, address, note, entered_by, entered_at)
    select ${shown}, ${otherBureau}, 'wechat', '2026-02-27', '公众号', '', '', id, now() from access.account limit 1`.execute(database.db)
}, 60_000)
afterAll(async () => {
  await office.app.close()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const ask = async (name: MetricName, by: readonly MetricSplit[] = [], role: Role = 'inspector', more: Readonly<Record<string, string>> = {}) =>
  office.as(role)('GET', `/api/metric-counts?${new URLSearchParams({ name, ...quarter, by: by.join(','), ...more })}`)

const counted = async (...of: Parameters<typeof ask>): Promise<MetricCounts> => (await ask(...of)).json<MetricCounts>()

describe('the metrics of a quarter', () => {
  const [own, other] = ['县教育局', '县财政局']
  it.each<[MetricName, number | null, MetricSplit, readonly (readonly [string, number])[]]>([
    ['requests.received', 4, 'month', [['2026-01', 2], ['2026-02', 1], ['2026-03', 1]]],
    ['requests.concluded', 4, 'kind', [['自然人', 2], ['商业企业', 1], ['法律服务机构', 1]]],
    ['requests.in-time', 3, 'unit', [[own, 2], [other, 1]]],
    ['requests.late', 1, 'month', [['2026-02', 1]]],
    ['requests.extended', 1, 'outcome', [['予以公开', 1]]],
    ['requests.prompt', 2, 'month', [['2026-01', 2]]],
    ['requests.extended-in-time', 1, 'unit', [[own, 1]]],
    ['requests.belated', 2, 'month', [['2026-02', 1], ['2026-03', 1]]],
    ['requests.in-time-share', 75, 'unit', [[own, 66.7], [other, 100]]],
    ['requests.mean-days', 30.3, 'unit', [[own, 30.3], [other, 30]]],
    ['requests.open', 1, 'kind', [['自然人', 1]]],
    ['requests.overdue', 1, 'unit', [[own, 1]]],
    ['requests.remedies-received', 2, 'remedy', [['行政复议', 1], ['行政诉讼：未经复议直接起诉', 1]]],
    ['requests.remedies-upheld', 1, 'month', [['2026-03', 1]]],
    ['requests.remedies-corrected', 0, 'unit', []],
    ['requests.remedies-other', 0, 'unit', []],
    ['requests.remedies-open', 1, 'remedy', [['行政诉讼：未经复议直接起诉', 1]]],
    ['catalogue.duties-met', 2, 'month', [['2026-01', 1], ['2026-03', 1]]],
    ['catalogue.duties-late', 1, 'unit', [[other, 1]]],
    ['catalogue.duties-open', 2, 'unit', [[own, 2]]],
    ['catalogue.duties-overdue', 1, 'unit', [[own, 1]]],
    ['channels.published-distinct', 5, 'month', [['2026-01', 1], ['2026-02', 2], ['2026-03', 2]]],
    ['channels.published-first-by-channel', 5, 'channel', [['政府网站', 4], ['政务微信', 1]]],
    ['channels.published-by-channel', 6, 'channel', [['政府网站', 5], ['政务微信', 1]]],
    ['publication.documents', 5, 'unit', [[own, 2], [other, 3]]],
    ['publication.normative-made', 2, 'month', [['2026-02', 1], ['2026-03', 1]]],
    ['publication.normative-repealed', 0, 'unit', []],
    ['publication.normative-in-force', 2, 'unit', [[own, 1], [other, 1]]],
    ['publication.normative-interpreted', 1, 'month', [['2026-03', 1]]],
    ['publication.normative-uninterpreted', 1, 'unit', [[own, 1]]],
    ['publication.interpreted-share', 50, 'unit', [[own, 0], [other, 100]]],
    ['publication.interpretations', 1, 'unit', [[other, 1]]],
  ])('%s is %s', async (name, total, by, rows) => {
    const answer = await counted(name, [by])
    expect([answer.total, answer.rows.map(({ titles: [title], value }) => [title, value])]).toEqual([total, rows])
  }) // prettier-ignore

  it('tell what stands at the end of a day as of today at the latest', async () => {
    const until = { until: '2026-12-31' }
    expect([(await counted('requests.open', [], 'inspector', until)).total, (await counted('requests.overdue', [], 'inspector', until)).total]).toEqual([2, 1])
    const file = await office.as('inspector')(
      'GET',
      `/api/metric-counts.csv?${new URLSearchParams({ name: 'requests.overdue', from: '2026-01-01', ...until })}`,
    )
    expect(decodeURIComponent(String(file.headers['content-disposition']))).toContain('截至2026-11-20')
  })

  it('leaves none without a line in this table', () => expect(metricNames).toHaveLength(32))

  it('are the same from rows and from sums, before and after these are folded', async () => {
    const both = async (): Promise<void> => {
      for (const name of metricNames)
        for (const by of registry[name].splits) {
          const [all, few] = [await counted(name, [by]), await counted(name, [by], 'inspector', { unitId: await countyId() })]
          expect([all.countedFrom, few.countedFrom]).toEqual(['sums', 'rows'])
          expect(few.rows, `${name} by ${by}`).toEqual(all.rows)
          expect(few.total).toBe(all.total)
        }
    }
    await both()
    expect(await foldTallies(database)).toBeGreaterThan(0)
    await both()
    expect(await checkTallies(database)).toEqual({ requests: 0, publication: 0, channels: 0 })
    await verifyTallies(database)
    await sql`update publication.tally set count = count + 1 where month = '2026-01-01'`.execute(database.db)
    await expect(verifyTallies(database)).rejects.toThrow('1 of publication')
    await sql`update publication.tally set count = count - 1 where month = '2026-01-01'`.execute(database.db)
  })
})

const countyId = async (): Promise<string> =>
  (await sql<{ id: string }>`select id from organization.unit where kind = 'government'`.execute(database.db)).rows[0]?.id ?? ''

/** The list that stands behind an address of the office. */
const listOf = (address: string): string =>
  address
    .replace('/requests?', '/api/requests?tab=all&')
    .replace('/request-remedies?', '/api/request-remedies?view=all&')
    .replace('/duties?', '/api/duties?')
    .replace('/channel-figures/rows', '/api/channel-figures/rows')
    .replace('/statistics/documents', '/api/metric-documents')

it('every figure opens to as many records, whole or by any key, of a unit alone or of all below one', async () => {
  const total = async (address: string): Promise<number> => {
    const list = await office.as('inspector')('GET', listOf(address))
    expect(list.statusCode, `${address} ${list.body.slice(0, 200)}`).toBe(200)
    return list.json<{ total: number }>().total
  }
  for (const name of metricNames) {
    if (registry[name].ratio) continue
    for (const unitId of [undefined, await countyId(), ownBureau]) {
      const more: Record<string, string> = unitId === undefined ? {} : { unitId }
      for (const by of registry[name].splits) {
        const answer = await counted(name, [by], 'inspector', more)
        for (const { keys, value } of answer.rows) {
          const records = recordsOf(name, { span: quarter, unitId, part: { [by]: keys[0] ?? '' } })
          expect(await total(records), records).toBe(value)
        }
        const whole = recordsOf(name, { span: quarter, unitId, part: {} })
        expect(await total(whole), whole).toBe(answer.total)
      }
    }
  }
})

describe('the registry', () => {
  it('divides by counts that there are, and opens a ratio to one of them', () => {
    for (const { ratio, module } of Object.values(registry)) {
      if (!ratio) continue
      for (const part of [...ratio.of, ...ratio.in, ratio.opens]) expect(['days', ...metricNames]).toContain(part === 'days' ? part : `${module}.${part}`)
    }
  })

  it('shows each person the metrics that they may see, as far as they see them', async () => {
    const visible = async (role: Role): Promise<string[]> =>
      (await office.as(role)('GET', '/api/metrics'))
        .json<{ rows: { name: string; visible: boolean }[] }>()
        .rows.filter((row) => row.visible)
        .map(({ name }) => name.split('.')[0] ?? '')
    expect(new Set(await visible('inspector'))).toEqual(new Set(['catalogue', 'channels', 'publication', 'requests']))
    expect(new Set(await visible('legal-reviewer'))).toEqual(new Set(['requests']))
    expect(await visible('system-administrator')).toEqual([])
    const refusal = await ask('requests.received', [], 'system-administrator')
    expect([refusal.statusCode, refusal.json()]).toMatchObject([403, { code: 'not-allowed' }])
    expect((await ask('publication.documents', [], 'legal-reviewer')).statusCode).toBe(403)
    expect((await counted('requests.received', ['unit'], 'leader-in-charge')).rows).toMatchObject([{ titles: ['县教育局'], value: 4 }])
    expect((await counted('publication.documents', [], 'leader-in-charge', { unitId: otherBureau })).total).toBe(0)
  })

  it('refuses a key by which a metric is not split, and days in the wrong order', async () => {
    expect((await ask('requests.received', ['outcome'])).json()).toMatchObject({
      code: 'metric-not-split',
      title: '这个指标不能这样分组，请选择它的其他分组。',
    })
    expect((await ask('requests.received', [], 'inspector', { from: '2026-04-01' })).statusCode).toBe(422)
  })

  it('goes out as CSV and as a sheet for Excel, with its definition', async () => {
    const address = (ending: string): string =>
      `/api/metric-counts.${ending}?${new URLSearchParams({ name: 'requests.received', ...quarter, by: 'unit,month' })}`
    const file = await office.as('inspector')('GET', address('csv'))
    expect(file.body.split('\r\n')).toEqual([
      '\uFEFF单位,月份,收到（件）',
      '县教育局,2026-01,2',
      '县教育局,2026-02,1',
      '县教育局,2026-03,1',
      '合计,,4',
      '口径：收到之日（当面提交、签收或者双方确认之日）在期间内的申请。,,',
      '',
    ])
    const sheet = await office.as('inspector')('GET', address('xlsx'))
    expect([sheet.statusCode, sheet.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
    const documents = await office.as('inspector')('GET', `/api/metric-documents.csv?${new URLSearchParams({ metric: 'normative-made', ...quarter })}`)
    expect(documents.body.split('\r\n')).toHaveLength(4)
  })
})

describe('a metric', () => {
  const asked = { name: 'publication.normative-made', span: quarter, by: ['outcome'] } as const
  const count = (role: string) => database.transaction((tx) => countMetric(tx, as(randomUUID(), '某人', grant(role, ownBureau)).actor, asked))

  it('is not split by what it does not know, nor counted for who sees none of its records', async () => {
    expect(codesOf(await count('inspector'))).toEqual(['metric-not-split'])
    expect(codesOf(await count('audit-administrator'))).toEqual(['not-allowed'])
  })
})
