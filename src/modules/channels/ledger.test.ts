// The ledger on a real database: entered, corrected, struck, proved; what counts once; what is asked about.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codesOf, county, layCounty, must, units, type County } from '../../../test/disclosure/cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { day } from '../../kernel/day.ts'
import { standingClock } from '../../platform/clock/clock.ts'
import { folderStore, type FileStore } from '../../platform/files/file-store.ts'
import { proofOf } from '../../platform/documents/read/proof.ts'
import { answerLikeness } from './actions/answer-likeness.ts'
import { correctEntry, strikeEntry } from './actions/correct-entry.ts'
import { enterAppearances, enterOfflinePiece } from './actions/enter-appearances.ts'
import { findLikeness } from './actions/find-likeness.ts'
import { addEvidence, removeEvidence } from './actions/keep-evidence.ts'
import { announce, putPublic, shown } from './fixtures.ts'
import { findAllLikeness } from './jobs.ts'
import { channelGroups, channelNames, channels, type ChannelGroup, type ChannelName } from './law/channels.ts'
import { evidenceOf, stepsAbout } from './queries/entry.ts'
import { channelFigures, figuresByUnit } from './queries/figures.ts'
import { sheetFiguresOfUnits } from './queries/sheet-figures.ts'
import { figureRows } from './queries/figure-rows.ts'
import { ledger } from './queries/ledger.ts'
import { likenessRows } from './queries/likeness.ts'
import { figuresOf, type Appearance } from './rules/count.ts'

const everything = { reach: { everywhere: true, unitIds: [] } } as const
const page = { limit: 100, offset: 0 }
const year = { from: day('2026-01-01'), until: day('2026-12-31') }
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

let database: FreshDatabase
let town: County
let folder: string
let store: FileStore
beforeAll(async () => {
  database = await freshDatabase()
  await layCounty(database)
  town = county(database)
  folder = await mkdtemp(join(tmpdir(), 'gongkai-channels-'))
  store = folderStore(folder)
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const enter = async (login: 'lin' | 'cai' | 'gong' | 'he', pieceIds: readonly string[], ...appearances: ReturnType<typeof shown>[]) => {
  const by = await town.by(login)
  return database.transaction((tx) => enterAppearances(tx, by, { pieceIds, appearances }))
}
const rowsOf = async (pieceId: string, view: 'standing' | 'all' = 'standing') => (await ledger(database.db, everything, { pieceId, view }, page)).rows

describe('entering where a document was shown', () => {
  it('takes one document on many channels, each entry with who and when', async () => {
    const { documentId } = await town.published()
    const entered = must(
      await enter(
        'lin',
        [documentId],
        shown(),
        shown({ channel: 'led', place: '一楼大屏' }),
        shown({ channel: 'wechat', place: '', address: 'https://mp.weixin.qq.com/s/abc' }),
      ),
    )
    expect([entered.entryIds.length, entered.refused]).toEqual([3, []])
    expect((await rowsOf(documentId)).map((row) => [row.channel, row.place, row.enteredByName, row.indexNumber !== null])).toEqual(
      expect.arrayContaining([
        ['led', '一楼大屏', '林知夏', true],
        ['notice-board', '县政务服务中心一楼公开栏', '林知夏', true],
        ['wechat', '', '林知夏', true],
      ]),
    )
  })

  it('takes many documents on one channel and tells of those that it cannot take', async () => {
    const [own, other] = [await town.published(), await town.published()]
    must(await enter('lin', [own.documentId], shown()))
    const unknown = '00000000-0000-4000-8000-000000000001'
    const entered = must(await enter('lin', [own.documentId, other.documentId, unknown], shown()))
    expect(entered.entryIds.length).toBe(1)
    expect(entered.refused.map(({ refusal }) => refusal.code)).toEqual(['entry-twice', 'document-not-public'])
  })

  it('refuses every fault of what was typed at once, and writes nothing', async () => {
    const { documentId } = await town.published()
    const faulty = shown({ shownOn: day('2026-12-01'), place: ' ', address: 'javascript:alert(1)' })
    expect(codesOf(await enter('lin', [documentId], shown(), faulty))).toEqual(['shown-day-ahead', 'address-malformed'])
    expect(codesOf(await enter('lin', [documentId], shown({ place: '', shownOn: day('2008-04-30') })))).toEqual([
      'shown-day-too-early',
      'place-or-address-missing',
    ])
    expect(await rowsOf(documentId)).toEqual([])
  })

  it('is for the people of the unit, and for those above it', async () => {
    const { documentId } = await town.published()
    for (const stranger of ['cai', 'he'] as const) {
      const answer = must(await enter(stranger, [documentId], shown()))
      expect(answer.refused.map(({ refusal }) => refusal.code)).toEqual(['not-allowed'])
    }
    expect(must(await enter('gong', [documentId], shown())).entryIds.length).toBe(1)
  })

  it('keeps a piece that stands on no website', async () => {
    const by = await town.by('lin')
    const offline = { unitId: units.education, title: '校务公开栏：食堂收支', text: '', appearances: [shown()] }
    const entered = must(await database.transaction((tx) => enterOfflinePiece(tx, by, offline)))
    expect((await rowsOf(entered.pieceId)).map((row) => [row.title, row.documentId])).toEqual([['校务公开栏：食堂收支', null]])
    const stranger = await town.by('cai')
    expect(codesOf(await database.transaction((tx) => enterOfflinePiece(tx, stranger, offline)))).toEqual(['not-allowed'])
    expect(codesOf(await database.transaction((tx) => enterOfflinePiece(tx, by, { ...offline, title: ' ' })))).toEqual(['piece-title-missing'])
  })
})

describe('an entry', () => {
  const entry = async () => {
    const { documentId } = await town.published()
    const [entryId] = must(await enter('lin', [documentId], shown())).entryIds
    return { documentId, entryId: entryId! }
  }
  const correct = async (
    entryId: string,
    change: Partial<ReturnType<typeof shown>>,
    { version = 1, reason = '日期登记错', login = 'lin' }: { version?: number; reason?: string; login?: 'lin' | 'cai' } = {},
  ) => {
    const by = await town.by(login)
    return database.transaction((tx) => correctEntry(tx, by, { entryId, version, reason, facts: shown(change) }))
  }

  it('is corrected with the old value, the reason and the hand kept', async () => {
    const { documentId, entryId } = await entry()
    must(await correct(entryId, { shownOn: day('2026-11-18'), place: '二楼公开栏' }))
    const [row] = await rowsOf(documentId)
    expect([row?.shownOn, row?.place, row?.version]).toEqual(['2026-11-18', '二楼公开栏', 2])
    const [last] = await stepsAbout(database.db, entryId)
    expect(last).toMatchObject({ step: 'correct', byName: '林知夏', reason: '日期登记错' })
    expect(last?.detail).toEqual({ shownOn: { before: '2026-11-19', after: '2026-11-18' }, place: { before: '县政务服务中心一楼公开栏', after: '二楼公开栏' } })
  })

  it('is not corrected without a reason, from an old version, by others, or into another entry', async () => {
    const { documentId, entryId } = await entry()
    must(await enter('lin', [documentId], shown({ shownOn: day('2026-11-10') })))
    expect(codesOf(await correct(entryId, {}, { reason: ' ' }))).toEqual(['reason-missing'])
    expect(codesOf(await correct(entryId, {}, { version: 7 }))).toEqual(['stale-entry'])
    expect(codesOf(await correct(entryId, {}, { login: 'cai' }))).toEqual(['entry-not-found'])
    expect(codesOf(await correct(entryId, { shownOn: day('2026-11-10') }))).toEqual(['entry-twice'])
  })

  it('is struck, not deleted; then it can be entered anew', async () => {
    const { documentId, entryId } = await entry()
    const by = await town.by('lin')
    must(await database.transaction((tx) => strikeEntry(tx, by, { entryId, reason: '张贴的是另一份文件' })))
    expect(await rowsOf(documentId)).toEqual([])
    expect((await rowsOf(documentId, 'all')).map((row) => [row.struckReason, row.struckByName])).toEqual([['张贴的是另一份文件', '林知夏']])
    expect(codesOf(await correct(entryId, {}))).toEqual(['entry-struck'])
    expect(must(await enter('lin', [documentId], shown())).entryIds.length).toBe(1)
  })

  it('loses nothing of its history to the login of the office', async () => {
    const { rows } = await sql<{ may: boolean }>`select has_table_privilege('gongkai_office', 'channels.step_taken', 'update, delete') as may`.execute(
      database.db,
    )
    expect(rows[0]?.may).toBe(false)
  })

  it('is proved by files whose content is what it seems, one photograph for many entries', async () => {
    const [one, other] = [await entry(), await entry()]
    const by = await town.by('lin')
    const files = [
      { name: '公开栏.png', bytes: picture },
      { name: '公开栏.jpg', bytes: Buffer.from('<script>alert(1)</script>') },
      { name: '空.png', bytes: Buffer.alloc(0) },
    ]
    const added = must(await database.transaction((tx) => addEvidence(tx, by, { entryIds: [one.entryId, other.entryId], files }, { store, proofOf })))
    expect([added.added, added.refused.map(({ refusal }) => refusal.code)]).toEqual([2, ['evidence-type', 'evidence-empty']])
    const [file] = await evidenceOf(database.db, [one.entryId])
    expect(await store.read(file!.sha256)).toEqual(picture)
    must(await database.transaction((tx) => removeEvidence(tx, by, { entryId: one.entryId, evidenceId: file!.evidenceId, reason: '照片模糊' })))
    expect(await evidenceOf(database.db, [one.entryId])).toEqual([])
    expect((await stepsAbout(database.db, one.entryId)).map(({ step, reason }) => [step, reason])).toEqual([
      ['remove-evidence', '照片模糊'],
      ['add-evidence', ''],
      ['enter', ''],
    ])
    expect((await ledger(database.db, everything, { view: 'unproved' }, page)).rows.some((row) => row.entryId === one.entryId)).toBe(true)
    const stranger = await town.by('cai')
    const foreign = await database.transaction((tx) => addEvidence(tx, stranger, { entryIds: [one.entryId], files }, { store, proofOf }))
    expect(codesOf(foreign)).toEqual(['entry-not-found'])
  })
})

describe('the figures', () => {
  /** The definition over the same rows, read one by one. */
  async function byTheRule(span = year): Promise<ReturnType<typeof figuresOf>> {
    const { rows } = await sql<Appearance>`
      select coalesce(s.root_id, e.piece_id)::text as root, e.channel, e.shown_on as day from channels.entry e left join channels.same_information s on s.piece_id = e.piece_id
      where e.struck_at is null and (e.document_id is null or exists (select from publication.document d where d.id = e.document_id))
      union all
      select coalesce(s.root_id, d.id)::text, 'website', (d.listed_at at time zone 'Asia/Shanghai')::date
      from publication.document d left join channels.same_information s on s.piece_id = d.id`.execute(database.db)
    return figuresOf(rows, span)
  }

  it('are those of the definition on a ledger of every kind, and open to as many rows', async () => {
    const random = (() => {
      let state = 20261126
      return (below: number): number => {
        state = (Math.imul(state, 1103515245) + 12345) & 0x7f_ff_ff_ff
        return state % below
      }
    })()
    const lin = await town.by('lin')
    const names: ChannelName[] = ['wechat', 'led', 'notice-board', 'radio', 'village-board']
    const dayIn = (): string => `202${5 + random(2)}-${String(1 + random(10)).padStart(2, '0')}-${String(1 + random(28)).padStart(2, '0')}`
    await database.transaction(async (tx) => {
      const pieces: string[] = []
      for (let each = 0; each < 60; each += 1)
        pieces.push(await putPublic(tx, { unitId: units.education, listedAt: `${dayIn()}T${String(random(24)).padStart(2, '0')}:30:00Z` }))
      for (let each = 0; each < 8; each += 1) {
        const offline = { unitId: units.education, title: `线下${each}`, text: '', appearances: [shown({ shownOn: day(dayIn()) })] }
        pieces.push(must(await enterOfflinePiece(tx, lin, offline)).pieceId)
      }
      for (let each = 0; each < 70; each += 1) {
        const channel = names[random(names.length)] as Exclude<ChannelName, 'website'>
        await enterAppearances(tx, lin, { pieceIds: [pieces[random(pieces.length)]!], appearances: [shown({ channel, shownOn: day(dayIn()) })] })
      }
      for (let each = 0; each < 12; each += 1) {
        const [oneId, otherId] = [pieces[random(pieces.length)]!, pieces[random(pieces.length)]!]
        if (oneId !== otherId) must(await answerLikeness(tx, lin, { oneId, otherId, answer: random(4) === 0 ? 'different' : 'same' }))
      }
    })
    const figures = await channelFigures(database.db, everything, year)
    expect(figures).toEqual(await byTheRule())
    expect(figures.distinct).toBeGreaterThan(30)
    for (let month = 1; month <= 10; month += 1) {
      const span = { from: day(`2026-${String(month).padStart(2, '0')}-01`), until: day(`2026-${String(month).padStart(2, '0')}-20`) }
      expect(await channelFigures(database.db, everything, span), span.from).toEqual(await byTheRule(span))
    }
    const all = await figureRows(database.db, everything, { metric: 'published-distinct', channels: undefined, span: year }, { limit: 500, offset: 0 })
    expect([all.total, all.rows.length, new Set(all.rows.map((row) => row.pieceId)).size]).toEqual([figures.distinct, figures.distinct, figures.distinct])
    for (const channel of ['website', 'wechat', 'led'] as const) {
      const first = await figureRows(database.db, everything, { metric: 'published-first-by-channel', channels: [channel], span: year }, page)
      expect([channel, first.total]).toEqual([channel, figures.first[channel] ?? 0])
      const by = await figureRows(database.db, everything, { metric: 'published-by-channel', channels: [channel], span: year }, page)
      expect([channel, by.total]).toEqual([channel, figures.by[channel] ?? 0])
    }
    // the rows of the sheet to 2018 open to what they count: a piece once on all channels of a kind
    const sheet = (await sheetFiguresOfUnits(database.db, [units.education], year)).get(units.education)
    const own = { reach: { everywhere: false, unitIds: [units.education] } }
    for (const group of Object.keys(channelGroups) as ChannelGroup[]) {
      const ofGroup = channelNames.filter((name) => channels[name].group === group)
      const rows = await figureRows(database.db, own, { metric: 'published-by-channel', channels: ofGroup, once: true, span: year }, page)
      expect([group, rows.total]).toEqual([group, sheet?.on[group] ?? 0])
    }
    expect(sheet?.on.other).toBeGreaterThan(10)
  })

  it('know the day at the office, and see no further than the reach', async () => {
    const before = await channelFigures(database.db, { reach: { everywhere: false, unitIds: [units.finance] } }, year)
    await database.transaction(async (tx) => {
      await putPublic(tx, { unitId: units.finance, listedAt: '2025-12-31T15:59:00Z' })
      await putPublic(tx, { unitId: units.finance, listedAt: '2025-12-31T16:01:00Z' })
    })
    const scope = { reach: { everywhere: false, unitIds: [units.finance] } }
    expect([before.distinct, (await channelFigures(database.db, scope, year)).distinct]).toEqual([0, 1])
    expect(await figuresByUnit(database.db, scope, year)).toEqual([{ unitId: units.finance, unitName: '青岚县财政局', distinct: 1, first: { website: 1 } }])
    expect((await channelFigures(database.db, { ...everything, unitId: units.finance }, year)).distinct).toBe(1)
  })
})

describe('texts that look alike', () => {
  const text =
    '为保障冬季供热期间居民用热安全，供热单位应当在供热前完成设备检修和注水试压，及时公布客服电话，居民反映室温不达标的，应当在两小时内上门测温。用户应当配合检查，不得擅自拆改供热设施，发现漏水应当及时报修。'
  const twin = async (title: string) => [
    await putPublic(database.db, { unitId: units.education, listedAt: '2026-10-08T02:00:00Z', title, text }),
    await putPublic(database.db, { unitId: units.finance, listedAt: '2026-10-09T02:00:00Z', title, text: text.replace('两小时', '二小时') }),
  ]
  const openOf = async (unitId: string) => (await likenessRows(database.db, { reach: { everywhere: false, unitIds: [unitId] } }, { view: 'open' }, page)).rows

  it('are asked about once, at either unit; 同一 makes them count once, 不同 is remembered', async () => {
    const [one, other] = (await twin('关于做好冬季供热工作的通知')) as [string, string]
    const [third, fourth] = (await twin('关于做好公共机构供热工作的通知')) as [string, string]
    await findAllLikeness(database, standingClock(new Date('2026-11-20T04:00:00Z'), 'Asia/Shanghai'))
    const open = await openOf(units.finance)
    expect(open.map((row) => [row.oneId, row.otherId].toSorted())).toContainEqual([one, other].toSorted())
    expect((await openOf(units.education)).length).toBeGreaterThanOrEqual(2)
    const before = (await channelFigures(database.db, everything, year)).distinct

    const [cai, lin, he] = [await town.by('cai'), await town.by('lin'), await town.by('he')]
    expect(codesOf(await database.transaction((tx) => answerLikeness(tx, he, { oneId: one, otherId: other, answer: 'same' })))).toEqual(['not-allowed'])
    must(await database.transaction((tx) => answerLikeness(tx, cai, { oneId: one, otherId: other, answer: 'same' })))
    must(await database.transaction((tx) => answerLikeness(tx, lin, { oneId: third, otherId: fourth, answer: 'different' })))
    expect((await channelFigures(database.db, everything, year)).distinct).toBe(before - 1)
    await database.transaction((tx) => findLikeness(tx, 100, new Date('2026-11-21T04:00:00Z')))
    const asked = await openOf(units.finance)
    for (const pair of [
      [one, other],
      [third, fourth],
    ])
      expect(asked.some((row) => pair.every((id) => [row.oneId, row.otherId].includes(id)))).toBe(false)

    // taken back: each counts by itself again
    must(await database.transaction((tx) => answerLikeness(tx, cai, { oneId: one, otherId: other, answer: 'different' })))
    expect((await channelFigures(database.db, everything, year)).distinct).toBe(before)
  })

  const listen = () => database.transaction((tx) => findLikeness(tx, 100, new Date('2026-11-22T04:00:00Z')))
  const printOf = async (id: string) =>
    (await sql<{ revision: number }>`select revision from channels.likeness_print where piece_id = ${id}`.execute(database.db)).rows[0]?.revision
  /** Numbers what waits, as the sequencer does. */
  const number = () =>
    database.transaction((tx) =>
      sql`
        with taken as (delete from publication.register_pending returning entry_id)
        insert into publication.register_link (sequence, entry_id, previous_hash, link_hash, linked_at)
        select coalesce((select max(sequence) from publication.register_link), 0) + row_number() over (order by entry_id), entry_id, '\\x00', '\\x00', now() from taken`.execute(
        tx,
      ),
    )

  it('are heard of from the register: before and after the entry is numbered, once each revision, and no more when they are withdrawn', async () => {
    await findAllLikeness(database, standingClock(new Date('2026-11-22T04:00:00Z'), 'Asia/Shanghai'))
    const id = await putPublic(database.db, { unitId: units.education, listedAt: '2026-10-10T02:00:00Z', text })
    expect([(await listen()).read, await printOf(id)]).toEqual([1, 1])
    await number()
    expect([await listen(), await listen()]).toEqual([
      { read: 0, more: false },
      { read: 0, more: false },
    ])
    await sql`update publication.document set revision = 2 where id = ${id}`.execute(database.db)
    // nobody told of the revision yet
    expect((await listen()).read).toBe(0)
    await announce(database.db, id, 'revise')
    await number()
    expect([(await listen()).read, await printOf(id), (await listen()).read]).toEqual([1, 2, 0])
    await sql`delete from publication.document where id = ${id}`.execute(database.db)
    await sql`insert into publication.tombstone (document_id, index_number, withdrawn_at, reason) values (${id}, ${id}, now(), '撤下')`.execute(database.db)
    await announce(database.db, id, 'withdraw')
    expect([(await listen()).read, await printOf(id)]).toEqual([0, undefined])
  })

  it('are all read where a transaction takes fewer than the register tells of', async () => {
    const ids = await Promise.all(
      [1, 2, 3].map((each) => putPublic(database.db, { unitId: units.education, listedAt: `2026-10-1${each}T03:00:00Z`, text: `${text}${each}` })),
    )
    await number()
    const few = () => database.transaction((tx) => findLikeness(tx, 2, new Date('2026-11-22T04:00:00Z')))
    expect([await few(), await few(), await few()]).toEqual([
      { read: 2, more: true },
      { read: 1, more: false },
      { read: 0, more: false },
    ])
    expect(await Promise.all(ids.map(printOf))).toEqual([1, 1, 1])
  })

  it('of three, two pairs make one piece', async () => {
    const ids = [0, 1, 2].map((each) => putPublic(database.db, { unitId: units.education, listedAt: `2026-09-0${each + 1}T02:00:00Z` }))
    const [a, b, c] = (await Promise.all(ids)) as [string, string, string]
    const before = (await channelFigures(database.db, everything, year)).distinct
    const lin = await town.by('lin')
    for (const [oneId, otherId] of [
      [a, b],
      [c, b],
    ] as const)
      must(await database.transaction((tx) => answerLikeness(tx, lin, { oneId, otherId, answer: 'same' })))
    expect((await channelFigures(database.db, everything, year)).distinct).toBe(before - 2)
    must(await database.transaction((tx) => answerLikeness(tx, lin, { oneId: a, otherId: b, answer: 'different' })))
    expect((await channelFigures(database.db, everything, year)).distinct).toBe(before - 1)
    expect(codesOf(await database.transaction((tx) => answerLikeness(tx, lin, { oneId: a, otherId: a, answer: 'same' })))).toEqual(['pair-of-one'])
  })
})

describe('the line of the party', () => {
  it('has figures and rows of its own, and the government’s hold none of them', async () => {
    const party = await database.transaction(async (tx) => {
      const id = '0b000000-0000-4000-8000-000000000001'
      await sql`insert into organization.unit (id, kind, name, slug, valid_from) values (${id}, 'party', '中共青岚县委办公室', 'xwb', '2020-01-01')`.execute(tx)
      return { unitId: id, documentId: await putPublic(tx, { unitId: id, listedAt: '2026-05-20T02:00:00Z' }) }
    })
    const figuresOfLine = (line: 'party' | 'government') => channelFigures(database.db, { ...everything, line }, year)
    const whole = await channelFigures(database.db, everything, year)
    expect(await figuresOfLine('party')).toMatchObject({ distinct: 1, first: { website: 1 } })
    expect((await figuresOfLine('government')).distinct).toBe(whole.distinct - 1)
    expect((await figuresByUnit(database.db, { ...everything, line: 'government' }, year)).map((unit) => unit.unitId)).not.toContain(party.unitId)
    const asked = { metric: 'published-distinct', channels: undefined, span: year } as const
    expect((await figureRows(database.db, { ...everything, line: 'party' }, asked, page)).rows.map((row) => row.documentId)).toEqual([party.documentId])
    expect((await figureRows(database.db, { ...everything, line: 'government' }, asked, page)).rows.map((row) => row.documentId)).not.toContain(
      party.documentId,
    )
  })
})
