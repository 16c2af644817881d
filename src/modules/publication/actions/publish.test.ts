// The door: what it refuses, what it writes, how it numbers.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomUUID } from 'node:crypto'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { day } from '../../../kernel/day.ts'
import { anItem, publishItem, valueOf } from '../fixtures.ts'
import { contentHashOf } from '../rules/content-hash.ts'
import { publicationOf } from '../store/tables.ts'
import { publish } from './publish.ts'
import { withdraw } from './withdraw.ts'

const at = new Date('2026-11-22T04:15:00Z')
let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const rowOf = (documentId: string) =>
  publicationOf(database.db).selectFrom('publication.document').selectAll().where('id', '=', documentId).executeTakeFirstOrThrow()

describe('the verdict of the gate', () => {
  it('must be there', async () => {
    const ruling = await database.transaction((tx) => publish(tx, anItem(), undefined, at))
    expect(ruling).toEqual({ ok: false, refusals: [{ code: 'verdict-missing', article: 'ogi-2019/17' }] })
  })

  it('must have passed', async () => {
    const item = anItem()
    const ruling = await database.transaction((tx) => publish(tx, item, { contentHash: contentHashOf(item), passed: false }, at))
    expect(ruling).toMatchObject({ refusals: [{ code: 'verdict-failed' }] })
  })

  it.each([
    ['the title', { title: '另一标题' }],
    ['one character of the body', { bodyHtml: '<p>各乡镇人民政府、街道办事处:</p>' }],
    ['the columns', { columnIds: [randomUUID()] }],
    [
      'an attachment',
      { attachments: [{ id: randomUUID(), name: '名单.pdf', mediaType: 'application/pdf', bytes: 3, sha256: 'a'.repeat(64), text: '', hasText: false }] },
    ],
    ['the validity', { validity: 'repealed' as const }],
    ['the unit', { unitName: '青岚县财政局' }],
    ['the change note', { changeNote: '更正' }],
  ])('must be of this very content: a change of %s voids it', async (_what, change) => {
    const item = anItem()
    const verdict = { contentHash: contentHashOf(item), passed: true }
    const ruling = await database.transaction((tx) => publish(tx, { ...item, ...change }, verdict, at))
    expect(ruling).toMatchObject({
      ok: false,
      refusals: [{ code: 'verdict-of-other-content' }, ...('columnIds' in change ? [{ code: 'column-unknown' }] : [])],
    })
  })

  it('does not depend on the order of fields', () => {
    const item = anItem()
    expect(contentHashOf(Object.fromEntries(Object.entries(item).toReversed()) as typeof item)).toBe(contentHashOf(item))
  })
})

describe('a first publication', () => {
  it('gives the national index number and writes every part of the read model', async () => {
    const item = anItem({
      title: '关于<冬季>救助的通知',
      bodyHtml:
        '<h1>一、总体要求</h1><p onclick="x()">保障<b>困难群众</b>&amp;温暖过冬<script>alert(1)</script></p><table><tr><td>甲</td><td>乙</td></tr></table>',
      attachments: [
        { id: randomUUID(), name: '名单.docx', mediaType: 'application/msword', bytes: 5, sha256: 'b'.repeat(64), text: '发放表\u0000', hasText: true },
      ],
    })
    const published = valueOf(await publishItem(database, item, at))
    expect(published).toMatchObject({ documentId: item.documentId, revision: 1, publishedAt: at })
    expect(published.indexNumber).toMatch(/^11100000000013338W\/2026-\d{5}$/)
    const row = await rowOf(item.documentId)
    expect(row).toMatchObject({
      title: '关于<冬季>救助的通知',
      body_html: '<h2>一、总体要求</h2><p>保障<strong>困难群众</strong>&amp;温暖过冬</p><table><tr><td>甲</td><td>乙</td></tr></table>',
      body_text: '一、总体要求\n保障困难群众&温暖过冬\n甲\t乙',
      document_number_key: '青民发202612',
      attachment_count: 1,
      historic: false,
      listed_at: at,
    })
  })

  it('counts the year where the law is in force, not in Greenwich', async () => {
    const published = valueOf(await publishItem(database, anItem(), new Date('2026-12-31T16:30:00Z')))
    expect(published.indexNumber).toContain('/2027-')
  })

  it('is refused without a code for the front of the number', async () => {
    expect(await publishItem(database, anItem({ frontCode: '民政' }), at)).toMatchObject({ refusals: [{ code: 'front-code-malformed' }] })
  })
})

describe('several first publications of the same document at once', () => {
  it('wait for each other and share one number', async () => {
    const item = anItem()
    const all = (await Promise.all(Array.from({ length: 6 }, () => publishItem(database, item, at)))).map(valueOf)
    expect(all.map((one) => one.revision).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6])
    expect(new Set(all.map((one) => one.indexNumber)).size).toBe(1)
  })
})

describe('a revision', () => {
  it('keeps the number and the first day, and adds to the history', async () => {
    const item = anItem()
    const first = valueOf(await publishItem(database, item, at))
    const later = new Date('2026-12-01T00:00:00Z')
    const second = valueOf(await publishItem(database, { ...item, title: '关于做好春季救助工作的通知', validity: 'amended', changeNote: '更正标题' }, later))
    expect(second).toMatchObject({ revision: 2, indexNumber: first.indexNumber, publishedAt: later })
    expect(await rowOf(item.documentId)).toMatchObject({ first_published_at: at, published_at: later, listed_at: at, validity: 'amended' })
    const history = await publicationOf(database.db)
      .selectFrom('publication.revision')
      .select(['revision', 'title', 'change_note'])
      .where('document_id', '=', item.documentId)
      .orderBy('revision')
      .execute()
    expect(history).toEqual([
      { revision: 1, title: '关于做好冬季困难群众救助工作的通知', change_note: '' },
      { revision: 2, title: '关于做好春季救助工作的通知', change_note: '更正标题' },
    ])
  })

  it('that meets another revision of the same document waits for it', async () => {
    const item = anItem()
    valueOf(await publishItem(database, item, at))
    const revisions = await Promise.all(Array.from({ length: 8 }, (_, index) => publishItem(database, { ...item, changeNote: `第${index}次` }, at)))
    expect(revisions.map((ruling) => valueOf(ruling).revision).toSorted((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9])
  })
})

describe('old stock', () => {
  it('keeps its day, its number and its address', async () => {
    const historic = {
      originalPublishedOn: day('2010-12-18'),
      originalIndexNumber: '01527918x-2010-153077',
      originalAddress: 'http://old.example.gov.cn/art/2010/12/18/art_1.html?id=7',
    }
    const item = anItem({ historic })
    const published = valueOf(await publishItem(database, item, at))
    expect(published.indexNumber).toBe('01527918X-2010-153077')
    expect(await rowOf(item.documentId)).toMatchObject({ historic: true, listed_at: new Date('2010-12-17T16:00:00Z'), first_published_at: at })
    const redirect = await publicationOf(database.db).selectFrom('publication.redirect').select('path').where('document_id', '=', item.documentId).execute()
    expect(redirect).toEqual([{ path: '/art/2010/12/18/art_1.html?id=7' }])
  })

  it('cannot bring a number that somebody has, nor one that was withdrawn', async () => {
    const historic = { originalPublishedOn: day('2011-01-01'), originalIndexNumber: 'GX123-01-2011-00004', originalAddress: null }
    const item = anItem({ historic })
    valueOf(await publishItem(database, item, at))
    expect(await publishItem(database, anItem({ historic }), at)).toMatchObject({
      refusals: [{ code: 'index-number-taken', facts: { indexNumber: 'GX123-01-2011-00004' } }],
    })
    valueOf(await database.transaction((tx) => withdraw(tx, { documentId: item.documentId, reason: 'duplicate', at })))
    expect(await publishItem(database, anItem({ historic }), at)).toMatchObject({ refusals: [{ code: 'index-number-taken' }] })
  })

  it('with a number of our own shape is stepped over', async () => {
    const frontCode = '000014349'
    valueOf(
      await publishItem(
        database,
        anItem({ historic: { originalPublishedOn: day('2026-01-01'), originalIndexNumber: `${frontCode}/2026-00002`, originalAddress: null } }),
        at,
      ),
    )
    const numbers: string[] = []
    for (let round = 0; round < 3; round += 1) numbers.push(valueOf(await publishItem(database, anItem({ frontCode }), at)).indexNumber)
    expect(numbers).toEqual([`${frontCode}/2026-00001`, `${frontCode}/2026-00003`, `${frontCode}/2026-00004`])
  })
})

describe('index numbers', () => {
  it('are unique whatever happens at once, and those of withdrawn documents are not given out again', async () => {
    const frontCode = '006939748'
    const atOnce = 15
    const publishMany = async (count: number) => {
      const lines = await Promise.all(
        Array.from({ length: atOnce }, async (_line, line) => {
          const published = []
          for (let index = line; index < count; index += atOnce) published.push(await publishItem(database, anItem({ frontCode }), at))
          return published
        }),
      )
      return lines.flat()
    }
    const first = (await publishMany(60)).map(valueOf)
    // Some transactions fail after the number was given out; the number is free again or lost, never doubled.
    const failing = await Promise.allSettled(
      Array.from({ length: 10 }, () =>
        database.transaction(async (tx) => {
          const item = anItem({ frontCode })
          await publish(tx, item, { contentHash: contentHashOf(item), passed: true }, at)
          throw new Error('the lights go out')
        }),
      ),
    )
    expect(failing.every((one) => one.status === 'rejected')).toBe(true)
    await Promise.all(first.slice(0, 20).map(({ documentId }) => database.transaction((tx) => withdraw(tx, { documentId, reason: 'wrong-content', at }))))
    const second = (await publishMany(40)).map(valueOf)
    const numbers = [...first, ...second].map((published) => published.indexNumber)
    expect(new Set(numbers).size).toBe(100)
    expect(numbers.every((number) => /^006939748\/2026-\d{5}$/.test(number))).toBe(true)
  })

  it('refuse loudly when the serials of the year are used up', async () => {
    const frontCode = '014320144'
    await publicationOf(database.db).insertInto('publication.index_serial').values({ front_code: frontCode, year: 2026, last_serial: 99_998 }).execute()
    expect(valueOf(await publishItem(database, anItem({ frontCode }), at)).indexNumber).toBe(`${frontCode}/2026-99999`)
    expect(await publishItem(database, anItem({ frontCode }), at)).toMatchObject({
      refusals: [{ code: 'index-serial-exhausted', facts: { frontCode, year: 2026 } }],
    })
  })

  it('of different units share no lock', async () => {
    const held = anItem({ frontCode: '00835003X' })
    await database.transaction(async (tx) => {
      await publish(tx, held, { contentHash: contentHashOf(held), passed: true }, at)
      // The first has not committed; the second must not wait for it.
      expect(await publishItem(database, anItem({ frontCode: '01527918X' }), at)).toMatchObject({ ok: true })
    })
  })
})
