// The command's own work: whole folders, in somebody's name, into columns and batches, with plain words for what is wrong.
import { spawn } from 'node:child_process'
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { accounts, column, layCounty, noon, units } from '../../../test/disclosure/cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { standingClock } from '../../platform/clock/clock.ts'
import { folderStore } from '../../platform/files/file-store.ts'
import { importAll, type ImportConnection, type ImportOptions } from './import.ts'

let database: FreshDatabase
let folder: string
let connection: ImportConnection
beforeAll(async () => {
  database = await freshDatabase()
  await layCounty(database)
  folder = await mkdtemp(join(tmpdir(), 'gongkai-command-'))
  await mkdir(join(folder, 'pages', 'more'), { recursive: true })
  await writeFile(join(folder, 'pages', 'a.txt'), '关于甲事项的公告\n\n甲事项已经办结。\n')
  await writeFile(join(folder, 'pages', 'b.pdf'), 'not a page')
  await writeFile(join(folder, 'pages', 'more', 'c.txt'), '关于丙事项的公告\n\n丙事项已经办结。\n')
  await writeFile(join(folder, 'list.csv'), '文件名,原发布日期\na.txt,2012-03-04\n')
  connection = { database, clock: standingClock(noon, 'Asia/Shanghai'), fileStore: folderStore(join(folder, 'files')) }
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const options = (given: Partial<ImportOptions> = {}): ImportOptions => ({ unit: '青岚县教育局', column: [], json: false, ...given })

it('imports all files of a folder in the name of the information officer, and counts the refused', async () => {
  const seen: [string, string][] = []
  const { refused } = await importAll(connection, [join(folder, 'pages')], options({ column: ['通知公告'] }), (path, { report }) =>
    seen.push([path.slice(folder.length), report.outcome]),
  )
  expect(refused).toBe(1)
  expect(seen).toEqual([
    ['/pages/a.txt', 'draft'],
    ['/pages/b.pdf', 'refused'],
    ['/pages/more/c.txt', 'draft'],
  ])
  const { rows } = await sql`select title, author_id, column_ids from disclosure.edition order by title`.execute(database.db)
  expect(rows).toEqual(['关于丙事项的公告', '关于甲事项的公告'].map((title) => ({ title, author_id: accounts.lin, column_ids: [column] })))
  const audit = await sql<{ unit_id: string }>`select unit_id from access.audit where action = 'import'`.execute(database.db)
  expect(audit.rows).toEqual([{ unit_id: units.education }])
})

it('goes on with a batch of that name, and takes days from its list', async () => {
  const pages = [join(folder, 'pages', 'a.txt')]
  const old = options({ batch: '旧网站', manifest: join(folder, 'list.csv'), column: ['notices'] })
  expect(await importAll(connection, pages, old, () => {})).toEqual({ refused: 0, before: 0 })
  // The same file once more is another one; what is there already is not read again.
  expect(await importAll(connection, [...pages, ...pages], old, () => {})).toEqual({ refused: 0, before: 1 })
  const { rows } = await sql`select original_published_on, count(*) over () as documents, (select count(*) from disclosure.historic_batch) as batches
    from disclosure.document where historic_batch_id is not null limit 1`.execute(database.db)
  expect(rows).toEqual([{ original_published_on: '2012-03-04', documents: 2, batches: 1 }])
})

it('goes on after a kill -9: nothing is lost and nothing doubled', async () => {
  const many = join(folder, 'many')
  await mkdir(many)
  const names = Array.from({ length: 150 }, (_, n) => `${String(n).padStart(3, '0')}.txt`)
  await Promise.all(names.map((name) => writeFile(join(many, name), `关于第${name}件事项的公告\n\n第${name}件事项已经办结。\n`)))
  const command = ['src/main/cli.ts', 'import', many, '--unit', '青岚县教育局', '--batch', '中断的批次']
  const child = spawn(process.execPath, command, {
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      GONGKAI_OFFICE_DATABASE_URL: database.officeUrl,
      GONGKAI_PORTAL_DATABASE_URL: database.portalUrl,
      GONGKAI_DATA: join(folder, 'data'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // The first part is told once it is in; the second is on its way then.
  const closed = new Promise((resolve) => child.once('close', resolve))
  await Promise.race([new Promise((resolve) => child.stdout.once('data', resolve)), closed])
  child.kill('SIGKILL')
  await closed
  const batchRows = async () => {
    const { rows } = await sql<{ files: number; names: number; documents: number }>`
      select count(*) as files, count(distinct file_name) as names, count(distinct edition.document_id) as documents from disclosure.import_report
      join disclosure.historic_batch batch on batch.id = batch_id and batch.name = '中断的批次' join disclosure.edition on edition.id = edition_id`.execute(
      database.db,
    )
    return rows[0]
  }
  const standing = await batchRows()
  expect(standing?.files).toBeGreaterThanOrEqual(64)
  expect(standing?.files).toBeLessThan(150)
  const told: string[] = []
  const counts = await importAll(connection, [many], options({ batch: '中断的批次' }), (path) => told.push(path))
  expect(counts).toEqual({ refused: 0, before: standing?.files })
  expect(told).toEqual(names.slice(-told.length).map((name) => join(many, name)))
  expect(await batchRows()).toEqual({ files: 150, names: 150, documents: 150 })
})

const wrong: readonly (readonly [string, Partial<ImportOptions>, string])[] = [
  ['a unit that is not there', { unit: '某局' }, '没有名为“某局”的单位。'],
  ['a column that is not there', { column: ['某栏'] }, '没有名为“某栏”的栏目。'],
  ['an account that is not there', { as: 'nobody' }, '没有登录名为 nobody 的账号。'],
  ['somebody who may not', { as: 'zhu' }, '没有此项操作的权限'],
]
it.each(wrong)('says in plain words what is wrong: %s', async (_, given, sentence) => {
  await expect(importAll(connection, [join(folder, 'pages')], options(given), () => {})).rejects.toThrow(sentence)
})
