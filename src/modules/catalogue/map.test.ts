// The kept heartbeat map on a real database: whatever happens, and whether it was counted anew or not, a page of it is what every entry comes to at that moment.
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { addDays, day, type Day } from '../../kernel/day.ts'
import { standingClock } from '../../platform/clock/clock.ts'
import { createUnit } from '../organization/index.ts'
import { aUnit, must, smallCounty, type SmallCounty } from '../organization/fixtures.ts'
import { refreshMap } from './actions/refresh-map.ts'
import { everywhere } from './fixtures.ts'
import { refreshHeartbeatMap } from './jobs.ts'
import { mapByRows, questionsOf } from './map-fixtures.ts'
import { heartbeatMap } from './queries/heartbeat-map.ts'
import { staleUnits } from './queries/map-state.ts'
import { saveBeats, setClosed, setMet, markStale } from './store/beats.ts'
import { settleDuty } from './store/duties.ts'

let database: FreshDatabase
let county: SmallCounty
let places: readonly string[]
const start = day('2026-03-02')

beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
  const office = await database.transaction(async (tx) =>
    must(await createUnit(tx, county.keeper, { kind: 'party', facts: aUnit({ name: '中共青岚县委员会', slug: 'xw', position: 3 }), validFrom: start })),
  )
  places = [county.government, county.bureau, county.town, office.id]
})
afterAll(() => database.close())

const refresh = (today: Day): Promise<number> => refreshHeartbeatMap(database, standingClock(new Date(`${today}T02:00:00Z`), 'Asia/Shanghai'))

async function agrees(today: Day, because: string): Promise<void> {
  for (const ask of questionsOf(places, today))
    expect(await heartbeatMap(database.db, ask), `${because}, on ${today}: ${JSON.stringify(ask)}`).toEqual(await mapByRows(database.db, ask))
}

/** An entry by statements, so that a random history is quick: what an entry must be is tested elsewhere. */
async function anEntry(unitIds: readonly string[], field: string, kind: 'regular' | 'ad-hoc' = 'regular'): Promise<{ entryId: string; held: string[] }> {
  const entryId = randomUUID()
  return database.transaction(async (tx) => {
    await sql`insert into catalogue.entry (id, kind, begins_on, key, created_at) values (${entryId}, 'government', ${start}, ${entryId}, now())`.execute(tx)
    await aVersion(entryId, 1, field, kind)(tx)
    const { rows } = await sql<{ id: string }>`
      insert into catalogue.responsibility (entry_id, unit_id, since) select ${entryId}::uuid, unnest(${[...unitIds]}::uuid[]), ${start}::date returning id`.execute(
      tx,
    )
    return { entryId, held: rows.map(({ id }) => id) }
  })
}

const aVersion =
  (entryId: string, number: number, field: string, kind: string) =>
  async (tx: typeof database.db): Promise<void> => {
    await sql`
      insert into catalogue.entry_version (entry_id, number, begins_on, field, serial, item1, item2, item3, elements, basis, limit_text, time_limit, body_text, unit_ids, unit_kinds, channels,
        channel_other, audience, audience_who, mode, tiers, column_ids, rhythm, made_by, made_by_name, made_at)
      values (${entryId}, ${number}, ${start}, ${field}, 1, '项', '', '', '', '', '', '{}', '', '{}', '{}', '{}', '', 'society', '', 'proactive', '{}', '{}',
        ${JSON.stringify({ kind })}, ${county.keeper.actor.accountId}, '', now())`.execute(tx)
  }

const endVersions = (entryId: string) =>
  sql`update catalogue.entry_version set ends_on = ${start} where entry_id = ${entryId} and ends_on is null`.execute(database.db)

async function aDuty(held: string, dueOn: Day): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into catalogue.duty (cause, responsibility_id, unit_id, period_from, period_to, due_on, calendar_version, provisional, made_at)
    select 'trigger', id, unit_id, ${start}, ${dueOn}, ${dueOn}, 'test', false, now() from catalogue.responsibility where id = ${held} returning id`.execute(
    database.db,
  )
  return rows[0]?.id ?? ''
}

const beat = (responsibilityId: string, change: { shown: boolean; padded?: boolean; bare?: boolean }) =>
  database.transaction((tx) =>
    saveBeats(tx, [
      {
        responsibilityId,
        documentId: change.shown ? randomUUID() : null,
        title: '',
        publishedAt: null,
        padded: change.padded ?? false,
        bare: change.bare ?? false,
      },
    ]),
  )

async function nothing(): Promise<void> {
  for (const table of ['map_touched', 'map_cell', 'map_unit', 'beat', 'duty', 'responsibility', 'entry_version', 'entry'])
    await sql`delete from ${sql.raw(`catalogue.${table}`)}`.execute(database.db)
}

describe('the kept map', () => {
  it('is what every entry comes to after each step of a history, before it is counted anew and after', async () => {
    await nothing()
    let today = start
    const after = async (because: string): Promise<void> => {
      await agrees(today, because)
      await refresh(today)
      expect(await staleUnits(database.db, today, 10), because).toEqual([])
      await agrees(today, `${because}, counted anew`)
    }
    await after('an empty catalogue')
    const { entryId, held } = await anEntry(places, '教育')
    const [ofGovernment = '', ofBureau = '', ofTown = ''] = held
    await after('a new entry')
    await anEntry(places.slice(1, 2), '采购', 'ad-hoc')
    await after('an entry of another field')
    const dutyId = await aDuty(ofBureau, addDays(today, 20))
    const other = await aDuty(ofTown, addDays(today, 3))
    await after('duties were made')
    await beat(ofBureau, { shown: true })
    await after('something was published')
    today = addDays(today, 6)
    await after('the day came into the two weeks, and past another')
    today = addDays(today, 14)
    await after('it is the due day')
    today = addDays(today, 1)
    await after('it is past the due day')
    await agrees(addDays(today, -1), 'a clock that is behind')
    await database.transaction(async (tx) => {
      await settleDuty(tx, dutyId, 'met', today)
      await setMet(tx, ofBureau, { on: today, afterEvent: true })
    })
    await after('a publication met it, after the event')
    await database.transaction(async (tx) => {
      await settleDuty(tx, other, 'closed', today)
      await setClosed(tx, ofTown, today)
    })
    await after('a duty was closed by its article')
    await beat(ofBureau, { shown: true, padded: true })
    await after('the next text is padded')
    await beat(ofBureau, { shown: false })
    await after('it was withdrawn')
    await beat(ofGovernment, { shown: true, bare: true })
    await after('a title stands alone')
    await database.transaction((tx) => markStale(tx, [ofGovernment], true))
    await after('a text is out of date')
    await sql`update catalogue.duty set due_on = ${addDays(today, 30)}, outcome = null, settled_on = null where id = ${dutyId}`.execute(database.db)
    await after('a calendar moved a day')
    await endVersions(entryId)
    await after('a version ended')
    await aVersion(entryId, 2, '教育体育', 'regular')(database.db)
    await after('the next version stands in another field')
    await sql`update catalogue.responsibility set until = ${today} where id = ${ofTown}`.execute(database.db)
    await after('a unit answers for it no more')
    await sql`update organization.unit set name = name || '（筹）', position = 9 where id = ${county.bureau}`.execute(database.db)
    await after('a unit bears another name')
    await sql`delete from catalogue.duty`.execute(database.db)
    await sql`delete from catalogue.beat where responsibility_id = ${ofBureau}`.execute(database.db)
    await after('rows were taken away')
  })

  it('is counted in pieces until nothing is stale, and a second time nothing is written', async () => {
    await nothing()
    const { held } = await anEntry(places, '教育')
    for (const one of held) await aDuty(one, addDays(start, 9))
    expect(await database.transaction((tx) => refreshMap(tx, start, 3))).toBe(3)
    await agrees(start, 'a part is counted')
    expect(await refresh(start)).toBe(1)
    const written = async () => {
      const { rows } = await sql`
        select 'unit' as of, xmin::text, unit_id, '' as field from catalogue.map_unit union all select 'cell', xmin::text, unit_id, field from catalogue.map_cell order by 1, 3, 4`.execute(
        database.db,
      )
      return rows
    }
    const before = await written()
    expect(before).toHaveLength(2 * places.length)
    expect(await refresh(start)).toBe(0)
    expect(await refresh(addDays(start, 9))).toBe(0)
    expect(await written()).toEqual(before)
    expect(await refresh(addDays(start, 10))).toBe(places.length)
  })

  it('is left as it is by what it does not tell of', async () => {
    await nothing()
    const { held } = await anEntry(places, '教育')
    await aDuty(held[0] ?? '', addDays(start, 3))
    await refresh(start)
    await sql`update catalogue.duty set reminded = 1`.execute(database.db)
    await sql`update catalogue.responsibility set next_on = ${addDays(start, 90)}`.execute(database.db)
    await sql`update catalogue.entry_version set elements = '要素'`.execute(database.db)
    expect(await staleUnits(database.db, start, 10)).toEqual([])
  })

  it('loses no change that comes after whichever statement of the counting', async () => {
    await nothing()
    const { held } = await anEntry(places, '教育')
    const statements = 9
    for (let after = 1; after <= statements; after += 1) {
      await refresh(start)
      await beat(held[0] ?? '', { shown: true, bare: after % 2 === 0 })
      let at = 0
      const transformResult = async <Result>({ result }: { result: Result }): Promise<Result> => {
        at += 1
        if (at === after) await beat(held[0] ?? '', { shown: after % 3 === 0, padded: true })
        return result
      }
      await database.transaction((tx) => refreshMap(tx.withPlugin({ transformQuery: ({ node }) => node, transformResult }), start))
      expect(at).toBe(statements)
      await agrees(start, `a change came after statement ${after}`)
    }
  })

  it('loses no change that was begun before the counting and ends after it', async () => {
    await nothing()
    const { held } = await anEntry(places, '教育')
    await refresh(start)
    await database.transaction(async (tx) => {
      await markStale(tx, held.slice(0, 2), true)
      await setMet(tx, held[1] ?? '', { on: start, afterEvent: false })
      await beat(held[1] ?? '', { shown: true })
      expect(await refresh(start)).toBe(1)
    })
    await agrees(start, 'a change ended after the counting')
    expect(await staleUnits(database.db, start, 10)).toHaveLength(2)
    // of what is counted in pieces, the rest stays noted
    await database.transaction((tx) => refreshMap(tx, start, 1))
    await agrees(start, 'a part of it is counted')
  })

  it('is counted by one at a time, and nobody waits', async () => {
    await nothing()
    await anEntry(places, '教育')
    await database.transaction(async (tx) => {
      expect(await refreshMap(tx, start, 1)).toBe(1)
      expect(await refresh(start)).toBe(0)
    })
    expect(await refresh(start)).toBe(places.length - 1)
  })
})

const nth = fc.nat(9)
const happening = fc.oneof(
  fc.record({
    what: fc.constant('entry' as const),
    units: fc.subarray([0, 1, 2, 3], { minLength: 1 }),
    field: fc.constantFrom('甲', '乙', '丙'),
    adHoc: fc.boolean(),
  }),
  fc.record({ what: fc.constant('duty' as const), nth, inDays: fc.integer({ min: -20, max: 40 }) }),
  fc.record({ what: fc.constant('settled' as const), nth }),
  fc.record({ what: fc.constant('beat' as const), nth, shown: fc.boolean(), padded: fc.boolean(), bare: fc.boolean() }),
  fc.record({ what: fc.constant('stale' as const), nth, stale: fc.boolean() }),
  fc.record({ what: fc.constant('ended' as const), nth }),
  fc.record({ what: fc.constant('renamed' as const), nth, field: fc.constantFrom('甲', '丁') }),
  fc.record({ what: fc.constant('day' as const), days: fc.integer({ min: -3, max: 25 }) }),
  { weight: 3, arbitrary: fc.record({ what: fc.constant('counted' as const), units: fc.integer({ min: 1, max: 4 }) }) },
)

describe('after any history', () => {
  it('the kept map is what every entry comes to', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 8, maxLength: 30 }), async (history) => {
        await nothing()
        let today = start
        const [entries, held, duties]: [string[], string[], string[]] = [[], [], []]
        const of = (all: readonly string[], at: number): string => all[at % Math.max(all.length, 1)] ?? randomUUID()
        for (const one of history) {
          if (one.what === 'entry') {
            const made = await anEntry(one.units.map((at) => places[at] ?? ''), one.field, one.adHoc ? 'ad-hoc' : 'regular') // prettier-ignore
            entries.push(made.entryId)
            held.push(...made.held)
          } else if (one.what === 'duty') duties.push(await aDuty(of(held, one.nth), addDays(today, one.inDays)))
          else if (one.what === 'settled') await settleDuty(database.db, of(duties, one.nth) || randomUUID(), 'met', today)
          else if (one.what === 'beat' && held.length > 0) await beat(of(held, one.nth), one)
          else if (one.what === 'stale') await markStale(database.db, [of(held, one.nth)], one.stale)
          else if (one.what === 'ended') await sql`update catalogue.responsibility set until = ${today} where id = ${of(held, one.nth)}`.execute(database.db)
          else if (one.what === 'renamed')
            await sql`update catalogue.entry_version set field = ${one.field} where entry_id = ${of(entries, one.nth)}`.execute(database.db)
          else if (one.what === 'day') today = addDays(today, one.days)
          else if (one.what === 'counted') await database.transaction((tx) => refreshMap(tx, today, one.units))
          const ask = { reach: everywhere, line: 'government', today, sort: 'worst', limit: 3, offset: 0 } as const
          expect(await heartbeatMap(database.db, ask), one.what).toEqual(await mapByRows(database.db, ask))
        }
        await agrees(today, 'in the end')
        await refresh(today)
        await agrees(today, 'all counted')
      }),
      { numRuns: 10 },
    )
  }, 120_000)
})
