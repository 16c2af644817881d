// Two people at one draft: nothing is lost, and each learns what the other wrote.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aText, codesOf, county, layCounty, must, noon, type County } from '../../../../test/disclosure/cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import type { Ruling } from '../../../kernel/ruling.ts'
import type { TypedContent } from '../rules/content.ts'
import { editionById } from '../queries/edition.ts'
import { saveEdition, type Saved } from './save-edition.ts'

let database: FreshDatabase
let town: County
beforeAll(async () => {
  database = await freshDatabase()
  await layCounty(database)
  town = county(database)
})
afterAll(() => database.close())

async function save(login: 'lin' | 'he' | 'bao', editionId: string, version: number, change: Partial<TypedContent>): Promise<Ruling<Saved>> {
  const by = await town.by(login)
  return database.transaction((tx) => saveEdition(tx, by, { editionId, version, content: { ...aText, ...change } }))
}

describe('saving a draft', () => {
  it('counts the version up and cleans the text', async () => {
    const editionId = await town.draft()
    const saved = must(await save('lin', editionId, 1, { bodyHtml: '<p onclick="x()">正文</p><script>alert(1)</script>' }))
    expect(saved.version).toBe(2)
    expect(saved.content.bodyHtml).toBe('<p>正文</p>')
    expect(saved.content.documentNumber).toBe('青教发〔2026〕8号')
  })

  it('keeps a document number that cannot be read as it was typed, and says so', async () => {
    const editionId = await town.draft()
    const saved = must(await save('lin', editionId, 1, { documentNumber: '青教发八号' }))
    expect(saved.content.documentNumber).toBe('青教发八号')
    expect(saved.findings.map((finding) => finding.code)).toEqual(['document-number-malformed'])
  })

  it('tells whoever comes second who saved, and every field that differs with the value that stands', async () => {
    const editionId = await town.draft()
    must(await save('he', editionId, 1, { title: '何若川改的标题', keywords: ['取暖'] }))
    const second = await save('lin', editionId, 1, { summary: '林知夏写的概述' })
    expect(codesOf(second)).toEqual(['stale-version', 'stale-field', 'stale-field', 'stale-field'])
    const refusals = second.ok ? [] : second.refusals
    const facts = { by: '何若川', at: noon.toISOString(), version: 2 }
    expect(refusals[0]!.facts).toEqual({ ...facts, fields: '标题、关键词、内容概述' })
    expect(refusals.slice(1).map(({ field, facts: found }) => [field, found?.['theirs']])).toEqual([
      ['title', '"何若川改的标题"'],
      ['keywords', '["取暖"]'],
      ['summary', '""'],
    ])
    const stands = await editionById(database.db, editionId)
    expect(stands).toMatchObject({ version: 2, title: '何若川改的标题', summary: '' })
  })

  it('lets the second one save after merging', async () => {
    const editionId = await town.draft()
    must(await save('he', editionId, 1, { title: '新标题' }))
    must(await save('lin', editionId, 2, { title: '新标题', summary: '概述' }))
    expect(await editionById(database.db, editionId)).toMatchObject({ version: 3, title: '新标题', summary: '概述', updatedByName: '林知夏' })
  })

  it('does not trouble two people who wrote the same', async () => {
    const editionId = await town.draft()
    must(await save('he', editionId, 1, { title: '同样的标题' }))
    expect(must(await save('lin', editionId, 1, { title: '同样的标题' })).version).toBe(3)
  })

  it('loses nothing when both save in the same moment', async () => {
    const editionId = await town.draft()
    const both = await Promise.all([save('lin', editionId, 1, { title: '甲' }), save('he', editionId, 1, { title: '乙' })])
    expect(both.filter((ruling) => ruling.ok)).toHaveLength(1)
    expect(both.filter((ruling) => codesOf(ruling).includes('stale-version'))).toHaveLength(1)
  })

  it('names only documents that there are as replacing it', async () => {
    const editionId = await town.draft()
    const unknown = { replacedBy: '00000000-0000-4000-8000-00000000dead', validity: 'repealed' as const }
    expect(codesOf(await save('lin', editionId, 1, unknown))).toEqual(['replacing-document-unknown'])
  })

  it('is closed once it was submitted, and to whoever may not draft', async () => {
    const editionId = await town.draft()
    expect(codesOf(await save('bao', editionId, 1, {}))).toEqual(['not-yours-to-do'])
    must(await town.step('lin', 'submit', editionId))
    expect(codesOf(await save('lin', editionId, 1, {}))).toEqual(['not-editable'])
  })
})
