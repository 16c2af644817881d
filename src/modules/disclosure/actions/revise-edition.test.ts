// The life of a public text: revised while it stays public, withdrawn at once, copied for another document.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { inspectorVersion } from '../../../kernel/file-inspection.ts'
import { aText, codesOf, county, layCounty, must, secrecy, units, type County } from '../../../../test/disclosure/cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { editionById } from '../queries/edition.ts'
import { copyEdition } from './copy-edition.ts'
import { saveEdition } from './save-edition.ts'
import './publish-edition.ts'
import './withdraw-edition.ts'

let database: FreshDatabase
let town: County
beforeAll(async () => {
  database = await freshDatabase()
  await layCounty(database)
  town = county(database)
})
afterAll(() => database.close())

const standing = async (documentId: string) => {
  const { rows } = await sql<{ title: string; revision: number }>`select title, revision from publication.document where id = ${documentId}`.execute(
    database.db,
  )
  return rows[0]
}
const save = async (editionId: string, change: Partial<typeof aText>) => {
  const by = await town.by('lin')
  const version = (await editionById(database.db, editionId))?.version ?? 0
  return must(await database.transaction((tx) => saveEdition(tx, by, { editionId, version, content: { ...aText, ...change } })))
}

describe('a revision', () => {
  it('is prepared beside the live text and takes its place when it is published', async () => {
    const live = await town.published()
    const { editionId, state } = must(await town.step('lin', 'revise', live.editionId))
    expect([editionId === live.editionId, state]).toEqual([false, 'draft'])
    expect(await town.stateOf(live.editionId)).toBe('published')
    expect(codesOf(await town.step('lin', 'revise', live.editionId))).toEqual(['edition-in-work'])

    await save(editionId, { title: '关于做好冬季校园取暖工作的通知（修订）' })
    expect((await standing(live.documentId))?.title).toBe('关于做好冬季校园取暖工作的通知')
    expect(codesOf(await town.step('lin', 'submit', editionId))).toEqual(['change-note-missing'])
    await save(editionId, { title: '关于做好冬季校园取暖工作的通知（修订）', changeNote: '更正联系电话。' })
    must(await town.step('lin', 'submit', editionId))
    must(await town.step('he', 'approve-section', editionId))
    must(await town.step('bao', 'pass-secrecy', editionId, secrecy))
    must(await town.step('fen', 'sign', editionId))
    expect(await standing(live.documentId)).toEqual({ title: '关于做好冬季校园取暖工作的通知', revision: 1 })

    const second = must(await town.step('fen', 'publish', editionId))
    expect(second.indexNumber).toBe(live.indexNumber)
    expect(await standing(live.documentId)).toEqual({ title: '关于做好冬季校园取暖工作的通知（修订）', revision: 2 })
    expect([await town.stateOf(live.editionId), await town.stateOf(editionId)]).toEqual(['superseded', 'published'])
    const { rows } = await sql`select change_note from publication.revision where document_id = ${live.documentId} order by revision`.execute(database.db)
    expect(rows).toEqual([{ change_note: '' }, { change_note: '更正联系电话。' }])
  })

  it('that is discarded leaves the live text as it is, and another may begin', async () => {
    const live = await town.published()
    const { editionId } = must(await town.step('lin', 'revise', live.editionId))
    must(await town.step('lin', 'discard', editionId))
    must(await town.step('lin', 'revise', live.editionId))
    expect((await standing(live.documentId))?.revision).toBe(1)
  })

  it('takes files along as its own, and its pictures lead to them', async () => {
    const editionId = await town.draft()
    const { rows } = await sql<{ id: string }>`insert into disclosure.attachment (edition_id, role, name, media_type, bytes, sha256, added_by, added_at)
      values (${editionId}, 'picture', '图.png', 'image/png', 4, repeat('a', 64), ${(await town.by('lin')).actor.accountId}, now()) returning id`.execute(
      database.db,
    )
    await sql`insert into gate.file_inspection (sha256, inspector, result, texts, inspected_at)
      values (repeat('a', 64), ${inspectorVersion}, ${JSON.stringify({ format: 'png', inspected: 'full', because: null, hidden: [], properties: [], textLayer: null, pages: null, pagesWithoutText: [] })}, '[]', now())`.execute(
      database.db,
    )
    await save(editionId, { bodyHtml: `<p>见图</p><p><img src="/api/editions/${editionId}/attachments/${rows[0]!.id}" alt="取暖设备分布图" /></p>` })
    must(await town.step('lin', 'submit', editionId))
    must(await town.step('he', 'approve-section', editionId))
    must(await town.step('bao', 'pass-secrecy', editionId, secrecy))
    must(await town.step('fen', 'sign', editionId))
    const live = must(await town.step('fen', 'publish', editionId))
    const published = await sql<{ id: string }>`select id from publication.attachment where document_id = ${live.documentId}`.execute(database.db)
    expect(published.rows).toEqual(rows)
    const next = must(await town.step('lin', 'revise', editionId)).editionId
    const body = (await editionById(database.db, next))?.bodyHtml ?? ''
    expect(body).toContain(`/api/editions/${next}/attachments/`)
    expect(body).not.toContain(rows[0]!.id)
  })
})

describe('a withdrawal', () => {
  it('needs a coded reason and takes the text back at once', async () => {
    const live = await town.published({ title: '误登的名单' })
    expect(codesOf(await town.step('fen', 'withdraw', live.editionId))).toEqual(['withdrawal-reason-missing'])
    expect(codesOf(await town.step('lin', 'withdraw', live.editionId, { reason: 'personal-privacy' }))).toEqual(['not-yours-to-do'])
    must(await town.step('gong', 'withdraw', live.editionId, { reason: 'personal-privacy' }))
    expect(await standing(live.documentId)).toBeUndefined()
    const { rows } = await sql`select index_number, reason from publication.tombstone where document_id = ${live.documentId}`.execute(database.db)
    expect(rows).toEqual([{ index_number: live.indexNumber, reason: 'personal-privacy' }])
    expect(await town.stateOf(live.editionId)).toBe('withdrawn')
    expect(codesOf(await town.step('lin', 'revise', live.editionId))).toContain('wrong-state')
  })

  it('does not bring a later edition back by the same number', async () => {
    const live = await town.published()
    const { editionId } = must(await town.step('lin', 'revise', live.editionId))
    must(await town.step('fen', 'withdraw', live.editionId, { reason: 'wrong-content' }))
    must(await town.step('lin', 'submit', editionId))
    must(await town.step('he', 'approve-section', editionId))
    must(await town.step('bao', 'pass-secrecy', editionId, secrecy))
    must(await town.step('fen', 'sign', editionId))
    expect(codesOf(await town.step('fen', 'publish', editionId))).toEqual(['withdrawn-before'])
    expect(await town.stateOf(editionId)).toBe('signed')
  })
})

describe('a copy', () => {
  it('is a new draft without number and dates', async () => {
    const source = await town.draft()
    const by = await town.by('lin')
    const copy = must(await database.transaction((tx) => copyEdition(tx, by, { editionId: source })))
    expect(await editionById(database.db, copy.editionId)).toMatchObject({
      state: 'draft',
      title: aText.title,
      documentNumber: null,
      draftedOn: null,
      unitId: units.education,
    })
    expect(copy.documentId).not.toBe((await editionById(database.db, source))?.documentId)
  })

  it('is not made for a unit where the person may not draft, nor of what they cannot read', async () => {
    const source = await town.draft()
    const [lin, cai] = [await town.by('lin'), await town.by('cai')]
    expect(codesOf(await database.transaction((tx) => copyEdition(tx, lin, { editionId: source, unitId: units.finance })))).toEqual(['not-allowed'])
    expect(codesOf(await database.transaction((tx) => copyEdition(tx, cai, { editionId: source })))).toEqual(['not-found'])
  })
})
