// A withdrawal: what it leaves, and that it leaves nothing else.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { day } from '../../../kernel/day.ts'
import { anItem, publishItem, valueOf } from '../fixtures.ts'
import { withdrawalReasons, type WithdrawalReason } from '../law/withdrawal-reasons.ts'
import { contentHashOf } from '../rules/content-hash.ts'
import { countTermChanges } from '../store/search-index.ts'
import { putStandardColumns } from './columns.ts'
import { withdraw } from './withdraw.ts'

const at = new Date('2026-11-22T04:15:00Z')
let database: FreshDatabase
let columnId = ''
beforeAll(async () => {
  database = await freshDatabase()
  columnId = (await database.transaction((tx) => putStandardColumns(tx, at))).get('tongzhi') ?? ''
})
afterAll(() => database.close())

const take = (documentId: string, reason: WithdrawalReason = 'personal-privacy') => database.transaction((tx) => withdraw(tx, { documentId, reason, at }))
const count = () => database.transaction((tx) => countTermChanges(tx, 100))

/** Every row of every table of the schema that holds the text anywhere, in any column. */
async function tracesOf(text: string): Promise<string[]> {
  const { rows: tables } = await sql<{
    name: string
  }>`select table_name as name from information_schema.tables where table_schema = 'publication' order by 1`.execute(database.db)
  const traces: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{
      row: string
    }>`select t::text as row from ${sql.table(`publication.${name}`)} t where position(${text} in t::text) > 0`.execute(database.db)
    traces.push(...rows.map(({ row }) => `${name}: ${row.slice(0, 200)}`))
  }
  return traces
}

const tracesOfAll = async (texts: readonly string[]): Promise<string[]> => (await Promise.all(texts.map(tracesOf))).flat()

const secret = () =>
  anItem({
    title: '欧阳澹台蒹葭申领救助金公示',
    summary: '蒹葭苍苍',
    keywords: ['澹台'],
    documentNumber: '蒹民字〔2026〕1号',
    responsibleDepartment: '蒹葭股',
    source: '蒹葭来源',
    sourceUrl: 'https://example.org/jianjia',
    bodyHtml: '<p>欧阳澹台蒹葭，身份证号已隐去，住蒹葭巷。</p>',
    columnIds: [columnId],
    attachments: [
      { id: crypto.randomUUID(), name: '蒹葭名单.pdf', mediaType: 'application/pdf', bytes: 9, sha256: 'e7'.repeat(32), text: '蒹葭 申领 葭灰', hasText: true },
    ],
    changeNote: '蒹葭更正',
    historic: { originalPublishedOn: day('2020-05-06'), originalIndexNumber: null, originalAddress: 'http://old.example.org/2020/9.html' },
  })
const needles = ['蒹葭', '澹台', '欧阳', '葭', 'jianjia', 'e7e7e7']

describe('withdrawing', () => {
  it.each([
    ['at once', false, false],
    ['after the words were counted', true, true],
    ['between two countings', true, false],
  ])('leaves nothing of title and text in any table, %s', async (_when, countFirst, countRevision) => {
    const item = secret()
    const published = valueOf(await publishItem(database, item, at))
    if (countFirst) await count()
    valueOf(await publishItem(database, { ...item, bodyHtml: '<p>欧阳澹台，住葭萌关。</p>' }, at))
    if (countRevision) await count()
    expect(await tracesOf('葭')).not.toEqual([])

    expect(await take(item.documentId)).toEqual({ ok: true, value: undefined })
    expect(await tracesOfAll(needles)).toEqual([])
    // Nor the hash of the item, nor its digests.
    expect(await tracesOf(contentHashOf(item))).toEqual([])
    await count()
    expect(await tracesOfAll(needles)).toEqual([])

    // What stays: number, time, a neutral reason, and the old address.
    const { rows } =
      await sql`select t.*, r.path from publication.tombstone t join publication.redirect r using (document_id) where document_id = ${item.documentId}`.execute(
        database.db,
      )
    expect(rows).toEqual([
      {
        document_id: item.documentId,
        index_number: published.indexNumber,
        withdrawn_at: at,
        reason: 'personal-privacy',
        article: 'ogi-2019/15',
        path: '/2020/9.html',
      },
    ])
    const { rows: entries } = await sql<{ act: string }>`select act from publication.register_entry where document_id = ${item.documentId} order by id`.execute(
      database.db,
    )
    expect(entries.map((entry) => entry.act)).toEqual(['publish', 'revise', 'withdraw'])
    await sql`delete from publication.redirect where document_id = ${item.documentId}`.execute(database.db)
  })

  it('leaves the counts of the words of others right', async () => {
    const counted = async () =>
      (
        await sql<{ term: string; documents: number }>`
        with truth as (
          select term, count(*) as documents from (
            select unnest(terms) as term from publication.search_document union all select '^' || unnest(title_terms) from publication.search_document
            union all select '' from publication.search_document) t group by term
        ) select coalesce(k.term, t.term) as term, k.documents from publication.term_frequency k full join truth t using (term)
        where k.documents is distinct from t.documents`.execute(database.db)
      ).rows
    const items = Array.from({ length: 6 }, (_, index) => anItem({ title: `第${index}批救助公示` }))
    for (const [index, item] of items.entries()) {
      valueOf(await publishItem(database, item, at))
      if (index === 2) await count()
    }
    valueOf(await take(items[0]?.documentId ?? ''))
    valueOf(await publishItem(database, { ...(items[1] ?? anItem()), title: '改名的公示' }, at))
    valueOf(await take(items[4]?.documentId ?? ''))
    await count()
    expect(await counted()).toEqual([])
  })

  it('is for good: neither again, nor published again', async () => {
    const item = anItem()
    valueOf(await publishItem(database, item, at))
    valueOf(await take(item.documentId))
    expect(await take(item.documentId)).toMatchObject({ refusals: [{ code: 'withdrawn-before' }] })
    expect(await publishItem(database, item, at)).toMatchObject({ refusals: [{ code: 'withdrawn-before' }] })
  })

  it('is refused for what was never published', async () => {
    expect(await take(crypto.randomUUID())).toMatchObject({ refusals: [{ code: 'not-published' }] })
  })

  it('tells the public only a neutral sentence', () => {
    const sentences = Object.values(withdrawalReasons).map((reason) => reason.public)
    expect(sentences.filter((sentence: string) => sentence === '' || /隐私|秘密|保密/.test(sentence))).toEqual([])
  })
})
