// The sums of what is listed on the website, on a real database: after any history of publishing, withdrawing and the ledger, folded or not, every metric is the same from the sums as piece by piece.
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { addDays, day } from '../../kernel/day.ts'
import type { CountedFrom, MetricQuestion, MetricRow, MetricSplit } from '../../kernel/metric.ts'
import type { By } from '../access/index.ts'
import { smallCounty, type SmallCounty } from '../organization/fixtures.ts'
import { foldPublicationTally, publicationMetricCounts, wrongPublicationTallies } from '../publication/index.ts'
import { putPublic, shown } from './fixtures.ts'
import type { EnteredChannel } from './law/channels.ts'
import { channelFigures, figuresByUnit } from './queries/figures.ts'
import { channelMetricCounts } from './queries/metric-counts.ts'
import { correctEntry, insertEntry, insertOfflinePiece, strikeEntry } from './store/entries.ts'
import { saveGroups } from './store/likeness.ts'
import { countSeen, wrongSeen } from './store/seen.ts'

const everywhere = { everywhere: true, unitIds: [], sectionIds: [] }
let database: FreshDatabase
let county: SmallCounty
let by: By
let places: readonly string[]
beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
  by = county.keeper
  places = [county.government, county.bureau, county.town]
})
afterAll(() => database.close())

const spans = [
  { from: day('2025-11-01'), until: day('2026-04-30') },
  { from: day('2026-01-01'), until: day('2026-01-31') },
] as const

const ordered = (rows: readonly MetricRow[], names: readonly string[]): unknown[] =>
  rows
    .map(({ keys, counts }) => [keys.join(' '), ...names.map((name) => counts[name] ?? 0)])
    .filter(([, ...counts]) => counts.some((count) => count !== 0))
    .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))

const asked = {
  channels: {
    count: channelMetricCounts,
    names: ['published-distinct', 'published-by-channel'],
    splits: [[], ['unit'], ['month'], ['channel'], ['unit', 'month'], ['month', 'channel']] satisfies MetricSplit[][],
  },
  publication: {
    count: publicationMetricCounts,
    names: ['documents'],
    splits: [[], ['unit'], ['month'], ['genre'], ['unit', 'month']] satisfies MetricSplit[][],
  },
} as const

async function agree(): Promise<void> {
  for (const span of spans)
    for (const { count, names, splits } of Object.values(asked))
      for (const split of splits)
        for (const scope of [{ reach: everywhere }, { reach: { ...everywhere, everywhere: false, unitIds: places.slice(1) }, unitIds: places.slice(0, 2) }]) {
          const counted = async (from: CountedFrom): Promise<unknown[]> =>
            ordered(await count(database.db, { ...scope, span, by: split, from } satisfies MetricQuestion), names)
          expect(await counted('sums'), split.join()).toEqual(await counted('rows'))
        }
  expect(await wrongPublicationTallies(database.db)).toBe(0)
  expect(await wrongSeen(database.db)).toBe(0)
}

/** The same definition as the page of public figures. */
async function areTheOnesKnown(): Promise<void> {
  const [span] = spans
  const scope = { reach: everywhere, line: 'government' } as const
  const known = await channelFigures(database.db, scope, span)
  const of = async (...split: MetricSplit[]): Promise<MetricRow[]> => channelMetricCounts(database.db, { reach: everywhere, span, by: split, from: 'rows' })
  const figure = (rows: readonly MetricRow[], name: string): Record<string, number> =>
    Object.fromEntries(rows.flatMap(({ keys: [key = ''], counts }) => ((counts[name] ?? 0) === 0 ? [] : [[key, counts[name] ?? 0]])))
  expect(figure(await of(), 'published-distinct')).toEqual(known.distinct === 0 ? {} : { '': known.distinct })
  expect(figure(await of('channel'), 'published-first-by-channel')).toEqual(known.first)
  expect(figure(await of('channel'), 'published-by-channel')).toEqual(known.by)
  expect(figure(await of('unit'), 'published-distinct')).toEqual(
    Object.fromEntries((await figuresByUnit(database.db, scope, span)).map(({ unitId, distinct }) => [unitId, distinct])),
  )
}

const someDay = fc.integer({ min: 0, max: 180 }).map((days) => addDays(day('2025-11-01'), days))
const unitAt = fc.nat(2)
const nth = fc.nat(9)
const channel = fc.constantFrom<EnteredChannel>('wechat', 'led', 'gazette')
const happening = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant('published' as const), unitAt, on: someDay, late: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('entered' as const), nth, unitAt, on: someDay, channel }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('offline' as const), unitAt, on: someDay, channel }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('withdrawn' as const), nth }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('revised' as const), nth, unitAt, on: someDay, kind: fc.constantFrom('通知', '意见') }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('struck' as const), nth }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('corrected' as const), nth, on: someDay, channel }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('same' as const), nth, other: nth }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('folded' as const) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('kept' as const) }) },
)

describe('the sums of the website', () => {
  it('are what stands published, and with the ledger what became public, after any history', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 30 }), async (history) => {
        for (const table of ['channels.same_information', 'channels.entry', 'channels.offline_piece', 'publication.document'])
          await sql`delete from ${sql.raw(table)}`.execute(database.db)
        const pieces: { id: string; offline: boolean; unitId: string }[] = []
        const entries: string[] = []
        const roots = new Map<string, string>()
        const rootOf = (id: string): string => roots.get(id) ?? id
        for (const one of history) {
          if (one.what === 'kept') {
            await database.transaction((tx) => countSeen(tx))
            continue
          }
          await database.transaction(async (tx) => {
            const piece = 'nth' in one ? pieces[one.nth % Math.max(pieces.length, 1)] : undefined
            const entry = 'nth' in one ? entries[one.nth % Math.max(entries.length, 1)] : undefined
            const unitId = places['unitAt' in one ? one.unitAt : 0] ?? ''
            const enter = async (
              of: { id: string; offline: boolean; unitId: string },
              facts: { channel: EnteredChannel; on: (typeof spans)[0]['from'] },
            ): Promise<void> => {
              const id = await insertEntry(
                tx,
                by,
                { documentId: of.offline ? null : of.id, offlinePieceId: of.offline ? of.id : null, unitId: of.unitId },
                shown({ channel: facts.channel, shownOn: facts.on, place: randomUUID() }),
              )
              if (id) entries.push(id)
            }
            if (one.what === 'published')
              pieces.push({ id: await putPublic(tx, { unitId, listedAt: `${one.on}T${one.late ? '16' : '02'}:30:00Z` }), offline: false, unitId })
            else if (one.what === 'folded') await foldPublicationTally(tx)
            else if (one.what === 'offline') {
              const of = { id: await insertOfflinePiece(tx, by, { unitId, title: '线下', text: '' }), offline: true, unitId }
              pieces.push(of)
              await enter(of, one)
            } else if (one.what === 'struck' && entry) await strikeEntry(tx, by, entry, '登记有误')
            else if (one.what === 'corrected' && entry) await correctEntry(tx, entry, shown({ channel: one.channel, shownOn: one.on, place: randomUUID() }))
            else if (one.what === 'entered' && piece) await enter(piece, one)
            else if (one.what === 'withdrawn' && piece) await sql`delete from publication.document where id = ${piece.id}`.execute(tx)
            else if (one.what === 'revised' && piece)
              await sql`update publication.document set unit_id = ${unitId}, listed_at = ${`${one.on}T02:00:00Z`}, kind = ${one.kind} where id = ${piece.id}`.execute(
                tx,
              )
            else if (one.what === 'same' && piece) {
              const root = pieces[one.other % pieces.length]
              if (!root || root.id === piece.id) return
              const group = pieces.filter(({ id }) => [rootOf(piece.id), rootOf(root.id)].includes(rootOf(id)))
              for (const { id } of group) roots.set(id, root.id)
              const ids = group.map(({ id }) => id)
              await saveGroups(tx, by, ids, new Map(ids.map((id) => [id, root.id])))
            }
          })
        }
        await agree()
        await areTheOnesKnown()
        await database.transaction((tx) => foldPublicationTally(tx))
        await database.transaction((tx) => countSeen(tx))
        await agree()
        await areTheOnesKnown()
      }),
      { numRuns: 10 },
    )
  }, 120_000)
})
