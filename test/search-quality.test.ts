// The search over the texts of the demo town: questions of people, and any piece of any body.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { units } from '../demo/qinglan/cast/units.ts'
import { stories, publishedOn } from '../demo/qinglan/stories.ts'
import { search } from '../src/modules/publication/index.ts'
import { anItem, publishItem, valueOf } from '../src/modules/publication/fixtures.ts'
import { countTermChanges } from '../src/modules/publication/store/search-index.ts'
import { freshDatabase, type FreshDatabase } from './database.ts'
import { byNumber, byPieces, byWords } from './search-questions.ts'

const published = stories.filter((story) => story.inside !== true && !story.withdrawal)
const keyOf = new Map<string, string>()

let database: FreshDatabase
const found = async (text: string, size = 20): Promise<(string | undefined)[]> =>
  (await search(database.db, { text, size })).hits.map((hit) => keyOf.get(hit.documentId))

beforeAll(async () => {
  database = await freshDatabase()
  for (const story of published) {
    const documentId = randomUUID()
    keyOf.set(documentId, story.key)
    const item = anItem({
      documentId,
      title: story.title,
      unitName: units[story.unit].name,
      kind: story.kind,
      theme: story.theme.join('\\'),
      keywords: [...story.keywords],
      documentNumber: story.number ?? null,
      draftedOn: story.draftedOn,
      bodyHtml: story.revision?.body ?? story.body,
    })
    valueOf(await publishItem(database, item, new Date(`${publishedOn(story)}T09:00:00+08:00`)))
  }
  await database.transaction((tx) => countTermChanges(tx, 1000))
}, 120_000)
afterAll(() => database.close())

describe.each([
  ['in words', byWords],
  ['by a number', byNumber],
  ['by a piece of its text, cut anywhere', byPieces],
])('%s', (_how, questions) => {
  it.each(questions)('“$asks”', async ({ asks, finds, first, not = [] }) => {
    const keys = await found(asks)
    for (const key of finds) expect(keys).toContain(key)
    for (const key of not) expect(keys).not.toContain(key)
    if (finds.length === 0) expect(keys).toEqual([])
    if (first !== undefined) expect(keys[0]).toBe(first)
  })
})

it('there are at least sixty questions', () => expect(byWords.length + byNumber.length + byPieces.length).toBeGreaterThanOrEqual(60))

it('any piece of any body of the town finds its document', async () => {
  const { rows } = await database.pool.query<{ id: string; body: string }>('select id, body_text as body from publication.document')
  const missed: string[] = []
  let asked = 0
  for (const [at, { id, body }] of rows.entries()) {
    const clauses = body.split(/[^\p{Script=Han}\p{N}]+/u).filter((clause) => clause.length >= 6)
    const clause = clauses[(at * 7) % Math.max(1, clauses.length)]
    if (clause === undefined) continue
    const start = (at * 13) % (clause.length - 4)
    const piece = clause.slice(start, start + 5)
    // A piece may stand in many documents of a series: it must be among them all, not only on the first page.
    const keys = await found(piece, 100)
    asked += 1
    if (!keys.includes(keyOf.get(id))) missed.push(`${piece} of ${keyOf.get(id)}`)
  }
  expect(asked).toBeGreaterThan(250)
  expect(missed).toEqual([])
}, 120_000)
