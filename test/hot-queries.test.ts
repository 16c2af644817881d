// The pages that everybody asks for visit what they show: no large table is read from its beginning, and what is visited stays far below what there is.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { explain, explainHotPages, layPublications, type HotQuery } from '../bench/hot-queries.ts'
import { freshDatabase, type FreshDatabase } from './database.ts'

/** More than search takes candidates of (20,000), so that its way past them is explained too. */
const documents = 24_000
/** The home page counts the documents of its year, a tenth of them, when something was published; search looks at 2,000 of the newest. */
const most = 3000
/** Tables of a test are so small that reading them whole is cheap: without that way, a plan that still takes it has no other. */
const settings = ['enable_seqscan = off', 'max_parallel_workers_per_gather = 0', 'jit = off']

let database: FreshDatabase
let folder: string
let explained: HotQuery[]
beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'gongkai-hot-'))
  await layPublications(database, documents)
  explained = await explainHotPages(database, { folder, settings })
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

it('explains the queries of every page', () => {
  const pages = Map.groupBy(explained, (one) => one.page)
  expect([...pages.keys()]).toEqual([
    'home page, first after a publication', 'home page', 'list of a column', 'list of a column, one unit and year', 'newest documents', 'a document', 'a unit', 'search, a rare word', 'search, a word in nearly all documents',
    'search, a document number', 'catalogue of a unit', 'feed of the site', 'feed of a column',
  ]) // prettier-ignore
  for (const [page, queries] of pages) expect([page, queries.length > 2, queries.some((one) => one.visited > 20)]).toEqual([page, true, true])
})

it('finds no query that reads a large table from its beginning', () => {
  expect(explained.filter((one) => one.readWhole.length > 0).map(({ page, readWhole, sql }) => `${page}: ${readWhole.join(', ')}: ${sql}`)).toEqual([])
})

it('finds no query that visits a good part of what there is', () => {
  expect(explained.filter((one) => one.visited > most).map(({ page, visited, sql }) => `${page}: ${visited} rows: ${sql}`)).toEqual([])
})

it('would find both', async () => {
  const sent = ['select count(*) from publication.document', "select id from publication.document where body_text like '%x%'"].map((sql) => ({
    sql,
    parameters: [],
  }))
  const [counted, looked] = await explain(database, 'planted', sent, settings)
  expect([counted?.visited, looked?.readWhole]).toEqual([documents, ['document']])
})
