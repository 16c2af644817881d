// What is kept is what would be made now: after every kind of change, every kept answer equals a new one, and what was not touched stays kept.
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { day } from '../../kernel/day.ts'
import { hideRelation, putCatalogue, putColumn, putSite, putSurvey, putUnit, showRelation, withdraw } from '../../modules/publication/index.ts'
import { valueOf } from '../../modules/publication/fixtures.ts'
import { siteSettings } from '../../modules/publication/rules/site.ts'
import { unitProfile } from '../../modules/publication/rules/unit-profile.ts'
import { aTown, civilAffairsId, now, type Town } from '../fixtures.ts'

const host = 'www.qinglan.example'
const room = 50_000_000

let town: Town
let keeping: FastifyInstance
let fresh: FastifyInstance
beforeAll(async () => {
  town = await aTown()
  keeping = await town.open('/', room)
  fresh = await town.open('/')
})
afterAll(() => town.close())

const answerOf = async (app: FastifyInstance, url: string): Promise<string> => {
  const { statusCode, body, headers } = await app.inject({ method: 'GET', url, headers: { host } })
  return `${statusCode} ${String(headers['content-type'])}\n${body}`
}

const ids = Array.from({ length: 4 }, () => randomUUID())
const id = (at: number): string => ids[at % ids.length] ?? ''
const numberOf = (at: number): string => `青民发〔2026〕${(at % ids.length) + 1}号`
const slugs = ['zhengce', 'tongzhi', 'jiedu'] as const

/** Every page that is made from what the changes below touch. */
const addresses = (): string[] => [
  '/', '/disclosure', '/latest', '/units', '/units/mzj', '/units/xzf', '/catalogue', '/responsible', '/site-map', '/contact', '/reports', '/apply/disclosed',
  '/feed.atom', '/feed.json', '/units/mzj/feed.json', '/sitemap.xml', '/sitemap-pages.xml', '/sitemap-2026-11.xml',
  ...slugs.flatMap((slug) => [`/columns/${slug}`, `/columns/${slug}/feed.atom`, `/columns/${slug}?year=2026`]),
  ...ids.flatMap((one) => [`/documents/${one}`, `/documents/${one}.json`]), `/documents/${id(0)}/print`, `/tw/documents/${id(1)}`,
] // prettier-ignore

type Change = readonly [name: string, at: number, other: number]
const names = ['publish', 'retitle', 'cite', 'move', 'withdraw', 'relate', 'unrelate', 'survey', 'unit', 'site', 'column', 'catalogue'] as const
const gone = new Set<string>()

async function make([name, at, other]: Change): Promise<void> {
  const { database, columns } = town
  const [one, another] = [id(at), id(other)]
  const standing = async (which: string): Promise<boolean> => !gone.has(which) && (await answerOf(fresh, `/documents/${which}`)).startsWith('200')
  const column = columns.get(slugs[other % slugs.length] ?? 'zhengce') ?? ''
  const publish = async (changes: Parameters<Town['publish']>[0]): Promise<void> => {
    if (!gone.has(one))
      await town.publish(
        { documentId: one, documentNumber: numberOf(at), title: `关于第${at % ids.length}件事的通知`, columnIds: [column], ...changes },
        new Date(now.getTime() + other),
      )
  }
  const unit = { kind: 'department', frontCode: '11100000000013338W', position: 1, emptyColumns: 'none-held', successorId: null, validUntil: null } as const
  if (name === 'publish') await publish({})
  if (name === 'retitle') await publish({ title: `关于第${at % ids.length}件事的通知（修订${other}）` })
  if (name === 'cite') await publish({ bodyHtml: `<p>根据《关于第${other % ids.length}件事的通知》（${numberOf(other)}）执行。</p>`, replacedBy: null })
  if (name === 'move') await publish({ unitId: civilAffairsId, validity: 'amended', replacedBy: one !== another && (await standing(another)) ? another : null })
  if (name === 'withdraw' && (await standing(one))) {
    gone.add(one)
    await database.transaction((tx) => withdraw(tx, { documentId: one, reason: 'wrong-content', at: now }))
  }
  if ((name === 'relate' || name === 'unrelate') && one !== another && (await standing(one)) && (await standing(another))) {
    const relation = { kind: 'interprets', fromId: one, toId: another } as const
    await database.transaction((tx) =>
      name === 'relate' ? showRelation(tx, { ...relation, form: null, periodFrom: null, periodTo: null, shortReason: '' }) : hideRelation(tx, relation),
    )
  }
  if (name === 'survey' && (await standing(one)))
    await database.transaction((tx) => putSurvey(tx, { documentId: one, opensOn: day('2026-11-20'), closesOn: day('2026-11-25') }))
  if (name === 'unit') {
    const profile = unitProfile.parse({ duties: `负责第${other}项工作。`, telephone: '0000-5120011' })
    await database.transaction((tx) =>
      putUnit(tx, { ...unit, id: civilAffairsId, parentId: null, name: `青岚县民政局${other % 3}`, shortName: '民政局', slug: 'mzj', profile }, now),
    )
  }
  if (name === 'site') {
    const site = { name: `青岚县人民政府${other % 3}`, domain: host, homeUrl: '/', sponsor: '青岚县人民政府办公室', popularWords: [`词${at}`] }
    await database.transaction((tx) => putSite(tx, siteSettings.parse(site), now))
  }
  if (name === 'column') {
    const parts = {
      slug: slugs[other % slugs.length] ?? 'zhengce',
      name: `栏目${at}`,
      kind: 'policy',
      parentId: null,
      description: '',
      keywords: '',
      shownOnHome: true,
      hidden: false,
      statutoryItem: null,
    } as const
    valueOf(await database.transaction((tx) => putColumn(tx, { id: column, ...parts }, now)))
  }
  if (name === 'catalogue') {
    const entry = {
      id: id(at),
      field: '社会救助',
      position: at,
      name: `事项${other}`,
      elements: '',
      limitText: '20个工作日',
      updatedAt: null,
      dueOn: day('2026-12-01'),
      columnIds: [column],
    }
    await database.transaction((tx) => putCatalogue(tx, civilAffairsId, [entry]))
  }
}

/** What chance would seldom bring together: a document comes, changes and goes after another one named it. */
const meetings: Change[] = [['cite', 0, 1], ['publish', 1, 2], ['retitle', 1, 4], ['publish', 2, 3], ['relate', 2, 1], ['retitle', 2, 5], ['move', 2, 0], ['withdraw', 1, 0]] // prettier-ignore

describe('kept answers', () => {
  it('are after any history of changes what would be made anew', async () => {
    // every kind of change in any order; on few documents, so that they meet
    const place = fc.tuple(fc.nat(20), fc.nat(20))
    const history = fc
      .tuple(fc.shuffledSubarray([...names], { minLength: names.length }), fc.array(place, { minLength: names.length, maxLength: names.length }))
      .map(([kinds, places]) => kinds.map((name, at): Change => [name, ...(places[at] ?? [0, 0])]))
    let compared = 0
    await fc.assert(
      fc.asyncProperty(history, async (changes) => {
        for (const change of changes) {
          await make(change)
          await keeping.pages.look()
          for (const url of addresses()) {
            compared += 1
            expect(await answerOf(keeping, url), `${url} after ${JSON.stringify(change)}`).toBe(await answerOf(fresh, url))
          }
        }
      }),
      { numRuns: 2, seed: 20261128, examples: [[meetings]] },
    )
    expect(compared).toBeGreaterThan(300)
  })
})
