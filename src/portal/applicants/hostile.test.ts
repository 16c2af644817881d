// What hostile senders get from 在线申请 and 申请查询: nothing fails, nothing that was acknowledged is lost, nothing that was sent runs, nothing can be guessed.
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeClient, type OfficeClient } from '../../../test/office-client.ts'
import { officeRoutes, sentences } from '../../main/wiring.ts'
import { officeGuard } from '../../modules/access/index.ts'
import { takeApplicantStep } from '../../modules/requests/actions/take-applicant-step.ts'
import { takeOnlineApplication } from '../../modules/requests/actions/take-online-application.ts'
import { tellSealingKey } from '../../modules/requests/index.ts'
import type { OnlineForm } from '../../modules/requests/rules/online-application.ts'
import { folderStore } from '../../platform/files/file-store.ts'
import { openOffice } from '../../platform/http/office-app.ts'
import { applicantsPortal, clock, keys, multipart, png, receiptOf, secret, type ApplicantsPortal } from './fixtures.ts'

let portal: ApplicantsPortal
beforeAll(async () => {
  portal = await applicantsPortal()
  await tellSealingKey(portal.database, keys.box)
})
afterAll(() => portal.close())

type Receipt = ReturnType<typeof receiptOf>

async function applied(change: Partial<OnlineForm> = {}): Promise<Receipt> {
  const answer = await portal.submit(secret(), { ...portal.filled, ...change })
  expect(answer.statusCode, answer.body).toBe(200)
  await portal.work()
  return receiptOf(answer)
}

describe('whoever guesses', () => {
  const ways = ['', '/letters', '/files', '/steps'].map((way) => `/apply/progress${way}`)
  const further = { letter: '0a000000-0000-4000-8000-000000000001', file: '0a000000-0000-4000-8000-000000000001', step: 'withdraw', 'text-withdraw': '不要了' }

  it.each(ways)('gets from %s one answer, whether the number is there or not', async (url) => {
    const { number } = await applied()
    const answers = []
    for (const tried of [number, 'SQ2026-999999', 'SQ1026-000001']) {
      const { statusCode, headers, body } = await portal.post(url, { ...further, number: tried, queryCode: 'AAAAAAAAAA' })
      answers.push({ statusCode, headers: { ...headers, date: '' }, body: body.replaceAll(tried, '') })
    }
    expect(answers[0]?.statusCode).toBe(422)
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
  })

  it('has few tries, after which the right code tells nothing either; a neighbour is not kept out', async () => {
    const receipt = await applied()
    const neighbour = portal.neighbour()
    const codes: number[] = []
    for (let n = 0; n < 11; n += 1) codes.push((await neighbour.post('/apply/progress', { ...receipt, queryCode: 'AAAAAAAAAA' })).statusCode)
    expect(codes).toEqual([...Array.from({ length: 10 }, () => 422), 429])
    const right = await neighbour.post('/apply/progress', receipt)
    expect([right.statusCode, right.body.includes('学区划分方案')]).toEqual([429, false])
    expect((await portal.neighbour().post('/apply/progress', receipt)).statusCode).toBe(200)
  })

  it('finds nothing with the login of the portal either', async () => {
    for (const statement of ['select * from intake.applicant_view', 'select * from intake.application_number', 'select * from requests.application'])
      await expect(sql.raw(statement).execute(portal.portalDatabase.db)).rejects.toThrow(/permission denied/)
  })

  it('who writes into the inbox what was not sealed here is put aside by both reactions', async () => {
    const now = { at: clock.now(), today: clock.today() }
    const row = { id: '0a000000-0000-4000-8000-000000000009', body: { sealed: Buffer.alloc(80).toString('base64') } }
    await expect(portal.database.transaction((tx) => takeOnlineApplication(tx, keys, row, now))).rejects.toThrow()
    await expect(portal.database.transaction((tx) => takeApplicantStep(tx, keys, row, now))).rejects.toThrow()
  })
})

it('one rare character is too short for the page as it is for the worker: what the page takes is not put aside', async () => {
  const receipt = await applied()
  for (const [words, status] of [
    ['𠮷', 422],
    ['𠮷。', 200],
  ] as const) {
    const answer = await portal.post('/apply/progress/steps', { ...receipt, step: 'give-material', 'text-give-material': words })
    expect([words, answer.statusCode]).toEqual([words, status])
  }
  await portal.work()
  expect(await portal.count('intake.refused')).toBe(0)
})

describe('a script in every field', () => {
  const tag = '<img src=x onerror=alert(1)>'
  const written = ['name', 'documentNumber', 'contactPerson', 'address', 'phone', 'agent', 'others', 'subject', 'description'] as const
  const scripted = Object.fromEntries(written.map((field) => [field, `${tag}${field}`]))

  async function desk(): Promise<OfficeClient> {
    const { database } = portal
    const guarded = { guard: officeGuard, routes: officeRoutes, sentences, signInsPerMinute: 1000 }
    const client = officeClient(await openOffice({ database, clock, fileStore: folderStore('/nonexistent'), seal: keys.seal, ...guarded }))
    expect((await client.signIn('lin', 'Young-Willow-7')).statusCode).toBe(200)
    return client
  }

  it('comes back as words from every page of the public site', async () => {
    const { filled } = portal
    const receipt = await applied(scripted)
    const text = 'text-give-material'
    const pages = [
      await portal.post('/apply/online', { ...filled, ...scripted, kind: tag }),
      await portal.post('/apply/online', { ...filled, ...scripted }),
      await portal.post('/apply/online', { ...filled, ...scripted, edit: 'yes' }),
      await portal.submit(secret(), { ...filled, ...scripted }, null),
      await portal.app.inject(`/apply/online?q=${encodeURIComponent(tag)}`),
      await portal.post('/apply/progress', receipt),
      await portal.post('/apply/progress', { number: tag, queryCode: tag }),
      await portal.post('/apply/progress/steps', { ...receipt, step: 'agree-electronic', 'text-agree-electronic': tag }),
      await portal.post('/apply/progress/steps', { ...receipt, step: 'give-material', [text]: `${tag}材料` }),
    ]
    await portal.work()
    pages.push(await portal.post('/apply/progress', receipt))
    expect(pages.map(({ statusCode }) => statusCode)).toEqual([422, 200, 200, 422, 200, 200, 422, 422, 200, 200])
    for (const { body } of pages) expect(body).not.toContain('<img src=x')
    for (const { body } of [pages[0], pages[1], pages[5], pages[9]].flatMap((one) => one ?? []))
      expect(body.replaceAll('&#61;', '=')).toContain('&#60;img src=x onerror=alert(1)&#62;')
    expect(pages[9]?.body).toContain('alert(1)&#62;材料')
  })

  it('reaches the desk as it was typed, in answers that no browser takes for a page', async () => {
    const { number } = await applied(scripted)
    const { id } = await portal.idOf(number)
    const lin = await desk()
    const list = await lin.call('GET', `/requests?tab=all&q=${number}`)
    const sheet = await lin.call('GET', `/requests/${id}`)
    const identity = await lin.call('POST', `/requests/${id}/identity-looks`, { reason: '核对身份' })
    for (const { headers } of [list, sheet, identity])
      expect([headers['content-type'], headers['x-content-type-options']]).toEqual(['application/json; charset=utf-8', 'nosniff'])
    expect(list.json().rows).toMatchObject([{ number, subject: scripted['subject'], applicantName: scripted['name'] }])
    expect(sheet.json()).toMatchObject({ subject: scripted['subject'], description: scripted['description'] })
    const { subject: _subject, description: _description, ...personal } = scripted
    expect(identity.json()).toMatchObject(personal)
  })

  it('is no formula in the list that is opened with a spreadsheet', async () => {
    const { number } = await applied({ subject: '=HYPERLINK("https://example.org","x")', name: '@SUM(1)' })
    const csv = await (await desk()).call('GET', `/requests.csv?tab=all&q=${number}`)
    expect(csv.statusCode).toBe(200)
    expect(csv.body).toContain(`"'=HYPERLINK(`)
    expect(csv.body).toContain("'@SUM(1)")
    expect(csv.headers['content-disposition']).toContain('attachment')
  })
})

describe('a sending that no browser makes', () => {
  const large = 3 * 1024 * 1024
  const edged = { 'content-type': 'multipart/form-data; boundary=edge' }

  it.each<readonly [string, Buffer, string]>([
    ['a program', Buffer.from('MZ\u0090\u0000\u0003PE\u0000\u0000'), '只收 JPG、PNG 图片或者 PDF 文件'],
    ['an archive', Buffer.from('PK\u0003\u0004\u0014\u0000\u0000\u0000'), '只收 JPG、PNG 图片或者 PDF 文件'],
    ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), '只收 JPG、PNG 图片或者 PDF 文件'],
    ['a page', Buffer.from('<html><script>alert(1)</script></html>'), '只收 JPG、PNG 图片或者 PDF 文件'],
    ['half the head of a picture', png.subarray(0, 4), '只收 JPG、PNG 图片或者 PDF 文件'],
    ['nothing', Buffer.alloc(0), '请选择证件复印件的文件'],
    ['a picture of three million bytes', Buffer.concat([png, Buffer.alloc(large)]), '文件太大'],
    ['a picture of seventeen million bytes', Buffer.concat([png, Buffer.alloc(17 * 1024 * 1024)]), '文件太大'],
  ])('with %s for a picture is told so and kept out', async (_, file, words) => {
    const before = await portal.count('intake.inbox')
    const { statusCode, body } = await portal.submit(secret(), portal.filled, file)
    expect([statusCode, body.includes(words)]).toEqual([422, true])
    expect(await portal.count('intake.inbox')).toBe(before)
  })

  it('is refused in words, however it is made', async () => {
    const before = await portal.count('intake.inbox')
    const { payload, headers } = multipart({ secret: secret(), ...portal.filled, website: '' }, png)
    const url = '/apply/online/submit'
    const twice = Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`f${at}`, 'x']))
    const statuses = [
      await portal.throw(url, payload, { 'content-type': 'multipart/form-data' }),
      await portal.throw(url, payload, { 'content-type': 'multipart/form-data; boundary=other' }),
      await portal.throw(url, payload, { 'content-type': 'application/json' }),
      await portal.throw(url, payload, { 'content-type': 'text/plain' }),
      await portal.throw(url, Buffer.alloc(0), edged),
      await portal.throw(url, Buffer.alloc(34 * 1024 * 1024, 0x41), edged),
      await portal.throw(url, multipart(twice, png).payload, headers),
      await portal.throw(url, multipart({ ...portal.filled, description: 'x'.repeat(large) }, png).payload, headers),
      await portal.throw(url, Buffer.concat([payload.subarray(0, payload.length - 8), Buffer.from('\r\n'), payload]), edged),
      await portal.throw('/apply/online', Buffer.alloc(large, 0x41), { 'content-type': 'application/x-www-form-urlencoded' }),
      await portal.throw('/apply/progress', Buffer.from('{"number":{"$ne":1},"queryCode":[]}'), { 'content-type': 'application/json' }),
      await portal.throw('/apply/progress', Buffer.from('number[]=1&number=2&queryCode=%FF%FE%00&__proto__[x]=1'), {
        'content-type': 'application/x-www-form-urlencoded',
      }),
      await portal.throw('/apply/progress/steps', Buffer.alloc(0), { 'content-type': 'application/x-www-form-urlencoded' }),
    ].map(({ statusCode }) => statusCode)
    expect(statuses).toEqual(statuses.map((status) => (status >= 400 && status < 500 ? status : 0)))
    expect(await portal.count('intake.inbox')).toBe(before)
  })
})

describe('a thousand hostile submissions', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('', '<script>alert(1)</script>', "'; drop table x; --", '\u0000', '\u202e', '吴敏', 'x'.repeat(3000)),
  )
  const field = (right: string): fc.Arbitrary<string> => fc.oneof({ weight: 6, arbitrary: fc.constant(right) }, { weight: 1, arbitrary: text })
  const file = fc.oneof(
    fc.constant(png),
    fc.constant(null),
    fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
  )

  it('never make the portal fail, lose what was acknowledged, or show what was sent as markup', async () => {
    const { filled } = portal
    const before = await portal.count('requests.application')
    const given = async (): Promise<number> => portal.count("requests.step_taken where step = 'give-material'")
    const taken = await given()
    const form = fc.record(Object.fromEntries(Object.entries(filled).map(([name, value]) => [name, field(value)])))
    const seen: number[] = []
    const receipts: Receipt[] = []
    for (const [typed, sent, broken] of fc.sample(fc.tuple(form, file, fc.integer({ min: 0, max: 9 })), { numRuns: 1000, seed: 20261126 })) {
      const { payload, headers } = multipart({ secret: secret(), ...typed }, sent)
      const answer = await portal.throw('/apply/online/submit', broken === 0 ? payload.subarray(0, Math.floor(payload.length / 2)) : payload, headers)
      seen.push(answer.statusCode)
      if (answer.statusCode === 200) receipts.push(receiptOf(answer))
      expect(answer.body).not.toContain('<script>alert')
    }
    expect(seen.filter((status) => status !== 200 && status !== 422)).toEqual([])
    expect(receipts.length).toBeGreaterThan(50)
    await portal.work()
    expect(await portal.count('intake.refused')).toBe(0)
    expect(await portal.count('requests.application')).toBe(before + receipts.length)

    // each is found under the number and the code that its sender was told, and takes what they send next
    const words = fc.sample(text, { numRuns: receipts.length, seed: 20261127 })
    let accepted = 0
    for (const [at, receipt] of receipts.entries()) {
      const page = await portal.post('/apply/progress', receipt)
      expect(page.statusCode, receipt.number).toBe(200)
      expect(page.body).toContain(receipt.number)
      expect(page.body).not.toContain('<script>alert')
      const step = { step: 'give-material', 'text-give-material': words[at] ?? '' }
      const answer = await portal.post('/apply/progress/steps', { ...receipt, ...step })
      expect([200, 422]).toContain(answer.statusCode)
      expect(answer.body).not.toContain('<script>alert')
      if (answer.statusCode === 200) accepted += 1
    }
    expect(accepted).toBeGreaterThan(20)
    await portal.work()
    expect(await portal.count('intake.refused')).toBe(0)
    expect(await given()).toBe(taken + accepted)
  })
})
