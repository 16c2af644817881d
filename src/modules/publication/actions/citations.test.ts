// 文号互链 on the real database: whatever order documents come and go in, each link says what is so now.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { anItem, publishItem, valueOf } from '../fixtures.ts'
import { documentsCiting } from '../queries/citing.ts'
import { connectionsOf } from '../queries/pages/connections.ts'
import type { PublicItem } from '../rules/public-item.ts'
import { readCitations } from './read-citations.ts'
import { withdraw } from './withdraw.ts'
import { sql } from 'kysely'

const at = new Date('2026-11-20T02:00:00Z')
let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const put = async (item: Partial<PublicItem>, on = at): Promise<string> =>
  valueOf(await publishItem(database, anItem({ documentNumber: null, ...item }), on)).documentId
const titles = async (id: string): Promise<{ cites: string[]; citedBy: string[] }> => {
  const { cites, citedBy } = await connectionsOf(database.db, id)
  return { cites: cites.map(({ title }) => title), citedBy: citedBy.map(({ title }) => title) }
}

it('finds what is cited whichever is published first, follows a revision, and forgets what is withdrawn', async () => {
  const citing = await put({ title: '甲实施细则', bodyHtml: '<p>根据青政发[2031]27号制定，并按《青岚县乙事项管理办法》执行。</p>' })
  expect(await titles(citing)).toEqual({ cites: [], citedBy: [] })

  const item = anItem({ title: '乙供热办法', documentNumber: '青政发〔2031〕27号' })
  const cited = valueOf(await publishItem(database, item, at)).documentId
  const named = await put({ title: '青岚县民政局关于印发《青岚县乙事项管理办法》的通知' })
  expect(await titles(citing)).toEqual({ cites: ['乙供热办法', '青岚县民政局关于印发《青岚县乙事项管理办法》的通知'], citedBy: [] })
  expect(await titles(cited)).toEqual({ cites: [], citedBy: ['甲实施细则'] })
  expect(await documentsCiting(database.db, named)).toEqual([citing])

  valueOf(await publishItem(database, { ...item, documentNumber: '青政发〔2031〕28号', changeNote: '更正文号' }, at))
  expect((await titles(citing)).cites).toEqual(['青岚县民政局关于印发《青岚县乙事项管理办法》的通知'])
  valueOf(await publishItem(database, { ...item, validity: 'repealed', changeNote: '废止' }, at))
  expect((await connectionsOf(database.db, citing)).cites[0]).toMatchObject({ validity: 'repealed', documentNumber: '青政发〔2031〕27号' })

  await database.transaction(async (tx) => valueOf(await withdraw(tx, { documentId: citing, reason: 'duplicate', at })))
  expect(await titles(cited)).toEqual({ cites: [], citedBy: [] })
})

it('takes a number for the document that had it first, and a name only where it is the only one', async () => {
  const first = await put({ title: '先发布的文件甲', documentNumber: '青民发〔2032〕1号' })
  const second = await put({ title: '重复编号的文件乙', documentNumber: '青民发〔2032〕1号' }, new Date('2026-11-20T03:00:00Z'))
  await put({ title: '同一名称的工作方案' })
  await put({ title: '同一名称的工作方案' })
  const citing = await put({ title: '引用者之一', bodyHtml: '<p>见青民发〔2032〕1号和《同一名称的工作方案》。</p>' })
  expect((await titles(citing)).cites).toEqual(['先发布的文件甲'])
  expect(await documentsCiting(database.db, first)).toEqual([citing])
  expect(await documentsCiting(database.db, second)).toEqual([])
})

it('reads what was published before citations were kept', async () => {
  const cited = await put({ title: '旧有的依据文件', documentNumber: '青民发〔2033〕5号' })
  const citing = await put({ title: '旧有的引用文件', bodyHtml: '<p>依据青民发〔2033〕5号办理。</p>' })
  await sql`delete from publication.citation where document_id = ${citing}`.execute(database.db)
  await sql`update publication.document set citations_read = 0 where id = ${citing}`.execute(database.db)
  expect(await readCitations(database)).toBe(1)
  expect(await readCitations(database)).toBe(0)
  expect((await titles(cited)).citedBy).toEqual(['旧有的引用文件'])
})
