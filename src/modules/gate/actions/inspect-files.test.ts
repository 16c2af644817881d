// A file is inspected once for its bytes; what was found is kept, its texts apart.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { word, notice, comment } from '../../../platform/documents/inspect/corpus/build-docx.ts'
import { inspectBytes } from '../../../platform/documents/inspect/inspect-file.ts'
import { fileInspections } from '../queries/file-inspections.ts'
import { inspectFiles, type Inspector } from './inspect-files.ts'

const at = new Date('2026-11-26T08:00:00Z')
const one = { sha256: 'a'.repeat(64), name: '通知.docx' }

describe('inspecting files', () => {
  let database: FreshDatabase
  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(() => database.close())

  it('looks at the same bytes only once, also when two ask at the same time', async () => {
    const looked: string[] = []
    const inspector: Inspector = {
      bytesOf: async () => word({ body: notice, comments: comment(0, '当事人 11010519491231002X') }),
      inspect: (file) => {
        looked.push(file.name)
        return inspectBytes(file)
      },
    }
    const ask = () => database.transaction((tx) => inspectFiles(tx, [one], inspector, at))
    const [first, second] = await Promise.all([ask(), ask()])
    await ask()
    expect(looked).toEqual(['通知.docx'])
    expect(first.get(one.sha256)?.hidden).toEqual([{ kind: 'comment', place: '正文', count: 1, excerpt: '当事人 110***************' }])
    expect(second.get(one.sha256)?.hidden).toEqual(first.get(one.sha256)?.hidden)
  })

  it('hands out the texts only where they are asked for', async () => {
    const without = await fileInspections(database.db, [one.sha256])
    const withTexts = await fileInspections(database.db, [one.sha256], { texts: true })
    expect(without.get(one.sha256)?.texts).toEqual([])
    expect(withTexts.get(one.sha256)?.texts.map(({ place, hidden }) => [place, hidden])).toEqual([['正文', false], ['批注', true]]) // prettier-ignore
  })

  it('tells of a file whose bytes are gone as broken, and does not ask again', async () => {
    let asked = 0
    const inspector: Inspector = {
      bytesOf: async () => {
        asked += 1
        return undefined
      },
      inspect: inspectBytes,
    }
    const lost = { sha256: 'b'.repeat(64), name: '丢失.pdf' }
    for (let time = 0; time < 2; time += 1) {
      const found = await database.transaction((tx) => inspectFiles(tx, [lost], inspector, at))
      expect(found.get(lost.sha256)).toMatchObject({ inspected: 'not', because: 'broken' })
    }
    expect(asked).toBe(1)
  })
})
