// The queries behind the pages that everybody asks for, as the portal itself sends them, and what the database visits to answer each.
import { Kysely, PostgresDialect, sql } from 'kysely'
import { standingClock } from '../src/platform/clock/clock.ts'
import type { Database, Tx } from '../src/platform/database/database.ts'
import { folderStore } from '../src/platform/files/file-store.ts'
import { putSite, putStandardColumns, putUnit } from '../src/modules/publication/index.ts'
import { anItem, publishItem, valueOf } from '../src/modules/publication/fixtures.ts'
import { siteSettings } from '../src/modules/publication/rules/site.ts'
import { unitProfile } from '../src/modules/publication/rules/unit-profile.ts'
import { openPortal } from '../src/portal/app.ts'

const timeZone = 'Asia/Shanghai'
const now = new Date('2026-11-22T10:00:00+08:00')
const units = 150
const entriesOfUnit = 40
/** So many texts go through the door; all others are theirs again, under other ids, units and days. */
const patterns = 50
const unitId = (position: number): string => `0a000000-0000-4000-8000-${String(position).padStart(12, '0')}`

/** Lays a county with so many public documents of ten years into an empty database, with all that pages read. */
export async function layPublications(database: Database, documents: number): Promise<void> {
  const columns = await database.transaction(async (tx) => {
    await putSite(tx, siteSettings.parse({ name: '青岚县人民政府', domain: 'www.qinglan.example', homeUrl: '/', sponsor: '青岚县人民政府办公室' }), now)
    for (let position = 1; position <= units; position += 1) {
      await putUnit(
        tx,
        {
          id: unitId(position), parentId: null, kind: 'department', name: `第${position}局`, shortName: `第${position}局`, slug: `unit-${position}`, frontCode: '11100000000013338W',
          position, emptyColumns: 'none-held', successorId: null, validUntil: null, profile: unitProfile.parse({}),
        },
        now,
      ) // prettier-ignore
    }
    return putStandardColumns(tx, now)
  })
  const slugs = ['zhengce', 'tongzhi', 'gongshi'].filter((slug) => columns.has(slug))
  const subjects = ['救助', '医保', '公路', '林业', '水库', '学校', '粮食', '防汛', '社保', '环保']
  for (let at = 1; at <= patterns; at += 1) {
    const item = anItem({
      unitId: unitId(1 + (at % units)),
      unitName: `第${1 + (at % units)}局`,
      columnIds: [columns.get(slugs[at % slugs.length] ?? 'zhengce') ?? ''],
      title: `关于${subjects[at % subjects.length]}工作第${at}号安排的通知`,
      documentNumber: `青民发〔2026〕${at}号`,
    })
    valueOf(await publishItem(database, item, new Date(now.getTime() - at * 60_000)))
  }
  await database.transaction((tx) => multiply(tx, documents))
  await sql`vacuum analyze`.execute(database.db)
}

/** The terms of a text, with the days of its copy. */
const dated = (terms: string): string => `array(select term from unnest(${terms}) term where term !~ '^@(day|month|year):')
  || array['@day:' || to_char(c.at, 'YYYY-MM-DD'), '@month:' || to_char(c.at, 'YYYY-MM'), '@year:' || to_char(c.at, 'YYYY')]`

/** Copies of every text until there are so many, the words of search and their frequencies with them. */
async function multiply(tx: Tx, documents: number): Promise<void> {
  const copied = sql`
    select d.id as of, md5(d.id::text || n)::uuid as id, n, ('0a000000-0000-4000-8000-' || lpad((1 + (n * 7 + row_number() over ()) % ${units}::integer)::text, 12, '0'))::uuid as unit_id,
      timestamptz '2026-11-20' - n * (interval '10 years' / ${documents}::integer) * ${patterns}::integer as at
    from publication.document d cross join generate_series(1, ${Math.ceil(documents / patterns) - 1}::integer) n`
  await sql`create temporary table copied on commit drop as ${copied}`.execute(tx)
  await sql`set local session_replication_role = replica`.execute(tx)
  await sql`set local timezone = 'Asia/Shanghai'`.execute(tx)
  // made anew at the end, which is many times as fast
  const { rows: indexes } = await sql<{ name: string; made: string }>`
    select schemaname || '.' || indexname as name, indexdef as made from pg_indexes where schemaname = 'publication' and indexdef like '% USING gin %'`.execute(
    tx,
  )
  for (const { name } of indexes) await sql`drop index ${sql.raw(name)}`.execute(tx)
  for (const statement of [
    sql`insert into publication.document (id, revision, unit_id, unit_name, title, index_number, document_number, document_number_key, kind, theme, keywords, drafted_on, validity, body_html, body_text,
        excerpt, first_published_at, published_at, listed_at, content_hash, salt, citations_read)
      select c.id, 1, c.unit_id, unit_name, title, index_number || '-' || c.n, '青民发〔2026〕' || c.n || '号', document_number_key || c.n, kind, theme, keywords, drafted_on, validity, body_html, body_text,
        excerpt, c.at, c.at, c.at, content_hash, salt, citations_read from copied c join publication.document d on d.id = c.of`,
    sql`insert into publication.document_column (document_id, column_id, listed_at, unit_id)
      select c.id, column_id, c.at, c.unit_id from copied c join publication.document_column d on d.document_id = c.of`,
    // a word of its own in one text of a thousand is what a rare question asks for
    sql`insert into publication.search_document (document_id, title_terms, terms, folded_title, folded_text, unit_id, kind, theme, validity, year, listed_at)
      select c.id, ${sql.raw(dated('title_terms'))}, ${sql.raw(dated('terms'))} || case when c.n % 20 = 0 and c.of = (select of from copied order by of limit 1) then array['罕见'] else '{}' end, folded_title, case when c.n % 20 = 0 and c.of = (select of from copied order by of limit 1) then folded_text || '罕见' else folded_text end,
        c.unit_id, kind, theme, validity, extract(year from c.at), c.at from copied c join publication.search_document d on d.document_id = c.of`,
    sql`insert into publication.revision (document_id, revision, title, body_html, body_text, change_note, published_at, content_hash, content, salt, register_entry_id)
      select c.id, 1, title, body_html, body_text, '', c.at, content_hash, content, salt, 0 from copied c join publication.revision r on r.document_id = c.of`,
    sql`insert into publication.register_entry (document_id, act, revision, index_number, at, salted_hash) select id, 'publish', 1, '', at, '' from copied order by at`,
    sql`insert into publication.register_link (sequence, entry_id, previous_hash, link_hash, linked_at) select row_number() over (order by id), id, '', '', at from publication.register_entry`,
    sql`delete from publication.register_pending`,
    sql`delete from publication.term_change`,
    sql`delete from publication.term_frequency`,
    sql`insert into publication.term_frequency (term, documents)
      select term, count(*) from (select unnest(terms) as term from publication.search_document union all select '^' || unnest(title_terms) from publication.search_document
        union all select '' from publication.search_document) counted group by term`,
    sql`insert into publication.catalogue_entry (id, unit_id, field, position, name, elements, limit_text)
      select md5(unit.id::text || n)::uuid, unit.id, '领域' || n % 5, n, '第' || n || '项', '', '' from publication.unit cross join generate_series(1, ${entriesOfUnit}::integer) n`,
  ])
    await statement.execute(tx)
  for (const { made } of indexes) await sql.raw(made).execute(tx)
}

/** What everybody asks for: of words and numbers, those that the database holds. */
async function hotPages(database: Database): Promise<Readonly<Record<string, string>>> {
  const { rows } = await sql<{ id: string; number: string; rare: string; common: string }>`
    select d.id, d.document_number as number,
      (select term from publication.term_frequency where documents between 2 and 60 and term ~ '^[一-龥]{2}$' order by md5(term) limit 1) as rare,
      (select term from publication.term_frequency where term ~ '^[一-龥]{2}$' order by documents desc, term limit 1) as common
    from publication.document d where d.document_number is not null order by d.listed_at offset 500 limit 1`.execute(database.db)
  const [{ id, number, rare, common } = { id: '', number: '', rare: '', common: '' }] = rows
  return {
    'home page, first after a publication': '/',
    'home page': '/',
    'list of a column': '/columns/zhengce',
    'list of a column, one unit and year': '/columns/zhengce?unit=unit-7&year=2024',
    'newest documents': '/latest',
    'a document': `/documents/${id}`,
    'a unit': '/units/unit-7',
    'search, a rare word': `/search?q=${encodeURIComponent(rare)}`,
    'search, a word in nearly all documents': `/search?q=${encodeURIComponent(common)}`,
    'search, a document number': `/search?q=${encodeURIComponent(number)}`,
    'catalogue of a unit': '/catalogue?unit=unit-7',
    'feed of the site': '/feed.atom',
    'feed of a column': '/columns/zhengce/feed.json',
  }
}

export interface HotQuery {
  readonly page: string
  readonly sql: string
  /** Rows and index entries that were looked at, whether or not they were of use. */
  readonly visited: number
  /** Pages of tables and indexes, in memory or not. */
  readonly buffers: number
  /** Large tables that were read from the beginning. */
  readonly readWhole: readonly string[]
  readonly plan: string
}

interface Node {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Function Name'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Rows Removed by Index Recheck'?: number
  readonly 'Shared Hit Blocks': number
  readonly 'Shared Read Blocks': number
  readonly Plans?: readonly Node[]
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

const visitedBy = (node: Node): number =>
  (node['Relation Name'] ?? node['Index Name'] ?? node['Function Name'])
    ? Math.round((node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) * node['Actual Loops'])
    : 0

/** A table of fewer rows is small for good: columns, units, the site. */
export const smallTable = 1000

export interface Sent {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/**
 * What the database does for each of these. `settings` are said first: a planner that may not read whole tables shows whether there is another way at all,
 * also where the tables of a test are so small that reading them whole would be cheapest.
 */
export async function explain(database: Database, page: string, sent: readonly Sent[], settings: readonly string[] = []): Promise<HotQuery[]> {
  const { rows: large } = await sql<{ name: string }>`select relname as name from pg_class where relkind = 'r' and reltuples > ${smallTable}`.execute(
    database.db,
  )
  const isLarge = new Set(large.map((row) => row.name))
  const explained: HotQuery[] = []
  const client = await database.pool.connect()
  try {
    await client.query(`begin; ${settings.map((setting) => `set local ${setting};`).join(' ')}`)
    for (const query of sent) {
      const asked = async (form: string): Promise<unknown[]> => {
        const { rows } = await client.query<{ 'QUERY PLAN': unknown }>(`explain (analyze, ${form}) ${query.sql}`, [...query.parameters])
        return rows.map((row) => row['QUERY PLAN'])
      }
      const [[{ Plan: root }]] = (await asked('buffers, format json')) as [[{ Plan: Node }]]
      const nodes = nodesOf(root)
      explained.push({
        page,
        sql: query.sql.replaceAll(/\s+/gu, ' ').trim(),
        visited: nodes.reduce((sum, node) => sum + visitedBy(node), 0),
        buffers: root['Shared Hit Blocks'] + root['Shared Read Blocks'],
        readWhole: nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name'] ?? '').filter((name) => isLarge.has(name)), // prettier-ignore
        plan: (await asked('costs off, timing off, summary off, buffers off')).join('\n'),
      })
    }
  } finally {
    await client.query('rollback')
    client.release()
  }
  return explained
}

/** The same connections, telling what is sent. */
export const listening = (database: Database, hear: (sent: Sent) => void): Tx =>
  new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: database.pool }),
    log: ({ level, query }) => {
      if (level === 'query') hear({ sql: query.sql, parameters: query.parameters })
    },
  })

/** Asks the portal for each page and explains what the portal asked of the database. */
export async function explainHotPages(
  database: Database,
  { folder, settings = [] }: { readonly folder: string; readonly settings?: readonly string[] },
): Promise<HotQuery[]> {
  let sent: Sent[] = []
  const db = listening(database, (query) => sent.push(query))
  const app = await openPortal({
    database: { ...database, db },
    clock: standingClock(now, timeZone),
    fileStore: folderStore(folder),
    settings: { basePath: '/', timeZone, pageMemory: 0 },
  })
  const explained: HotQuery[] = []
  try {
    for (const [page, url] of Object.entries(await hotPages(database))) {
      sent = []
      const answer = await app.inject({ method: 'GET', url })
      if (answer.statusCode !== 200) throw new Error(`${page} (${url}) answered ${answer.statusCode}`)
      explained.push(...(await explain(database, page, sent, settings)))
    }
  } finally {
    await app.close()
  }
  return explained
}
