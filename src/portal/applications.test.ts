// 在线申请 and 申请查询 through the real portal: from the form to the desk and back, and what hostile senders get.
import { randomBytes, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { HtmlValidate } from 'html-validate'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { takeInbox } from '../main/inbox.ts'
import { reactionsWith } from '../main/reactions.ts'
import { day } from '../kernel/day.ts'
import { createAccount, grantRole } from '../modules/access/index.ts'
import { as, grant, must, smallCounty, type SmallCounty } from '../modules/organization/fixtures.ts'
import { putSite, putStandardColumns, putUnit } from '../modules/publication/index.ts'
import { siteSettings } from '../modules/publication/rules/site.ts'
import { unitProfile } from '../modules/publication/rules/unit-profile.ts'
import { lookAtIdentity } from '../modules/requests/actions/look-at-identity.ts'
import { showApplicants } from '../modules/requests/actions/show-applicants.ts'
import { takeApplicantStep } from '../modules/requests/actions/take-applicant-step.ts'
import { issueLetter } from '../modules/requests/actions/issue-letter.ts'
import { recordLetterService } from '../modules/requests/actions/record-letter-service.ts'
import { saveCatalogueOf } from '../modules/publication/store/catalogue.ts'
import { takeOnlineApplication } from '../modules/requests/actions/take-online-application.ts'
import { showAllApplicants, takeRecordStep, takeStep, tellSealingKey } from '../modules/requests/index.ts'
import type { OnlineForm } from '../modules/requests/rules/online-application.ts'
import { standingClock } from '../platform/clock/clock.ts'
import { letterBox } from '../platform/crypto/sealed-letter.ts'
import { sealUnder } from '../platform/crypto/seal.ts'
import { openDatabase, type Database } from '../platform/database/database.ts'
import type { RecordForm } from '../modules/requests/rules/online-record-correction.ts'
import { folderStore } from '../platform/files/file-store.ts'
import { makeLog } from '../platform/log/log.ts'
import { openPortal } from './app.ts'

const clock = standingClock(new Date('2026-11-23T10:00:00+08:00'), 'Asia/Shanghai')
const keys = { seal: sealUnder(Buffer.alloc(32, 7)), box: letterBox(Buffer.alloc(32, 7)) }
const lines: string[] = []
const log = makeLog('info', { write: (line) => void lines.push(line) })
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

let database: FreshDatabase
let portalDatabase: Database
let county: SmallCounty
let filled: OnlineForm
const apps: FastifyInstance[] = []
let handler = ''

beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
  portalDatabase = openDatabase({ url: database.portalUrl, name: 'portal under test' })
  await database.transaction(async (tx) => {
    await putSite(tx, siteSettings.parse({ name: '青岚县人民政府', sponsor: '青岚县人民政府办公室' }), clock.now())
    await putStandardColumns(tx, clock.now())
    const unit = {
      id: county.bureau,
      parentId: null,
      kind: 'department',
      name: '青岚县教育局',
      shortName: '教育局',
      slug: 'jyj',
      frontCode: '',
      position: 1,
    } as const
    await putUnit(tx, { ...unit, emptyColumns: 'none-held', successorId: null, validUntil: null, profile: unitProfile.parse({}) }, clock.now())
    const { accountId } = must(await createAccount(tx, county.keeper, { login: 'lin', name: '林知夏', password: 'Young-Willow-7' }))
    handler = accountId
    const guard = as(county.keeper.actor.accountId, '安全员', grant('security-administrator', county.government))
    must(
      await grantRole(tx, guard, {
        accountId,
        role: 'information-officer',
        unitId: county.bureau,
        sectionId: null,
        validFrom: day('2015-01-01'),
        validUntil: null,
      }),
    )
  })
  filled = {
    unitId: county.bureau, kind: 'person', name: '吴敏', document: '居民身份证', documentNumber: '110101199003078515', contactPerson: '',
    address: '河口镇幸福路1号', phone: '13800000000', email: 'wumin@example.com', agent: '', others: '', subject: '学区划分方案',
    description: '2025年城关小学学区划分的文件', wishedForm: 'paper', delivery: 'post', needsHelp: '', eService: '', mailNotices: '',
  } // prettier-ignore
})
afterAll(async () => {
  for (const app of apps) await app.close()
  await portalDatabase.close()
  await database.close()
})

/** Each call from an app of its own, so that the limit of calls is not met by the way. */
async function open(): Promise<FastifyInstance> {
  const app = await openPortal({
    database: portalDatabase,
    clock,
    fileStore: folderStore('/nonexistent'),
    settings: { basePath: '/', timeZone: 'Asia/Shanghai' },
  })
  apps.push(app)
  return app
}

async function post(url: string, fields: Readonly<Record<string, string>>, app?: FastifyInstance): Promise<LightMyRequestResponse> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return (app ?? (await open())).inject({ method: 'POST', url, payload: new URLSearchParams(fields).toString(), headers })
}

function multipart(fields: Readonly<Record<string, string>>, file: Buffer | null): { payload: Buffer; headers: Record<string, string> } {
  const line = (text: string): Buffer => Buffer.from(`${text}\r\n`)
  const parts = Object.entries(fields).flatMap(([name, value]) => [
    line('--edge'),
    line(`content-disposition: form-data; name="${name}"`),
    line(''),
    line(value),
  ])
  const proof = file
    ? [line('--edge'), line('content-disposition: form-data; name="proof"; filename="id.png"'), line('content-type: image/png'), line(''), file, line('')]
    : []
  return { payload: Buffer.concat([...parts, ...proof, line('--edge--')]), headers: { 'content-type': 'multipart/form-data; boundary=edge' } }
}

const submit = async (secret: string, form: OnlineForm, file: Buffer | null = png, app?: FastifyInstance): Promise<LightMyRequestResponse> =>
  (app ?? (await open())).inject({ method: 'POST', url: '/apply/online/submit', ...multipart({ secret, ...form, website: '' }, file) })

const secret = (): string => randomBytes(32).toString('base64url')
const receiptOf = ({ body }: LightMyRequestResponse): { number: string; queryCode: string } => ({
  number: /SQ2026-\d{6}/.exec(body)?.[0] ?? '',
  queryCode: /id="query-code">([A-Z2-9]{10})</.exec(body)?.[1] ?? '',
})
const work = async (): Promise<void> => {
  await takeInbox({ database, clock, log, reactions: reactionsWith(keys) })
  await database.transaction((tx) => showApplicants(tx))
}
const count = async (table: string): Promise<number> =>
  Number((await sql<{ n: string }>`select count(*) as n from ${sql.raw(table)}`.execute(database.db)).rows[0]?.n)
const byHandler = () => ({ ...as(handler, '林知夏', grant('information-officer', county.bureau)), at: clock.now(), today: clock.today() })
const idOf = async (number: string): Promise<{ id: string; steps: number }> =>
  (await sql<{ id: string; steps: number }>`select id, steps from requests.application where number = ${number}`.execute(database.db)).rows[0] ?? {
    id: '',
    steps: 0,
  }

describe('before the worker has told its key', () => {
  it('nothing can be typed in vain', async () => {
    const { body } = await (await open()).inject('/apply/online')
    expect(body).toContain('暂时不能在线申请')
    await tellSealingKey(database, keys.box)
    expect((await (await open()).inject('/apply/online')).body).toContain('先看看是否已经公开')
  })
})

describe('the form', () => {
  it('asks for no purpose', async () => {
    const { body } = await (await open()).inject('/apply/online')
    expect(body.replaceAll('不需要说明用途', '')).not.toMatch(/用途|purpose/)
  })

  it('comes back with each fault at its field, and with all that was typed', async () => {
    const { statusCode, body } = await post('/apply/online', { ...filled, phone: '', address: '', email: 'x', description: '短' })
    expect(statusCode).toBe(422)
    for (const words of [
      '请写清所需信息的文号或者其他特征',
      '电子邮箱的写法不对',
      '选择邮寄的，请填写通信地址',
      'id="email-fault"',
      'value="吴敏"',
      '>短</textarea>',
    ])
      expect(body).toContain(words)
  })

  it('is looked over once more, goes back unchanged, and keeps scripts as words', async () => {
    const script = '<script>alert(1)</script>'
    const preview = await post('/apply/online', { ...filled, subject: script })
    expect(preview.statusCode).toBe(200)
    expect(preview.body).toContain('确认提交')
    expect(preview.body).not.toContain(script)
    expect(preview.headers['cache-control']).toBe('no-store')
    const back = await post('/apply/online', { ...filled, edit: 'yes' })
    expect(back.body).toContain('value="吴敏"')
  })

  it('from another site is refused', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' }
    expect((await (await open()).inject({ method: 'POST', url: '/apply/online', payload: '', headers })).statusCode).toBe(400)
  })
})

describe('an application', () => {
  it('sent twice is one with one number and one code, sealed in the inbox and at rest', async () => {
    const one = secret()
    const first = await submit(one, filled)
    expect(first.statusCode).toBe(200)
    const receipt = receiptOf(first)
    expect(receipt.queryCode).toHaveLength(10)
    expect(receiptOf(await submit(one, filled))).toEqual(receipt)
    const { rows } = await database.pool.query('select body::text as body from intake.inbox')
    expect(rows).toHaveLength(1)
    expect(rows[0].body).not.toMatch(/吴敏|110101199003078515/)
    await work()
    expect(receiptOf(await submit(one, filled))).toEqual(receipt)
    await work()
    expect(await count('requests.application')).toBe(1)
    const { id } = await idOf(receipt.number)
    const told = await database.pool.query('select title from notices.notice where account_id = $1', [handler])
    expect(told.rows).toEqual([{ title: `请当日与申请人确认：${receipt.number}` }])
    const shown = await database.transaction((tx) => lookAtIdentity(tx, byHandler(), keys.seal, { id, reason: '核对身份' }))
    expect(shown).toMatchObject({ ok: true, value: { name: '吴敏', proof: `data:image/png;base64,${png.toString('base64')}` } })
  })

  it.each([
    ['no file', null, '请选择证件复印件的文件'],
    ['a page that calls itself a picture', Buffer.from('<html><script>alert(1)</script></html>'), '只收 JPG、PNG 图片或者 PDF 文件'],
    ['a picture that is too large', Buffer.concat([png, Buffer.alloc(3 * 1024 * 1024)]), '文件太大'],
  ])('with %s is told so, and nothing typed is lost', async (_, file, words) => {
    const before = await count('intake.inbox')
    const { statusCode, body } = await submit(secret(), filled, file)
    expect(statusCode).toBe(422)
    expect(body).toContain(words)
    expect(body).toContain('value="吴敏"')
    expect(await count('intake.inbox')).toBe(before)
  })

  it('is followed by number and code; correction and withdrawal go back to the desk', async () => {
    const receipt = receiptOf(await submit(secret(), filled))
    await work()
    expect((await post('/apply/progress', receipt)).body).toContain('等待双方确认')
    const at = async (step: 'confirm' | 'ask-correction', input: object): Promise<void> => {
      const { id, steps } = await idOf(receipt.number)
      must(await database.transaction((tx) => takeStep(tx, byHandler(), { id, step, seen: steps, input: { text: '', ...input } })))
    }
    await at('confirm', { day: day('2026-11-23') })
    await work()
    const running = await post('/apply/progress', { number: receipt.number.toLowerCase(), queryCode: ` ${receipt.queryCode.toLowerCase()} ` })
    // 20 working days from 24 November 2026, none of them a holiday.
    expect(running.body).toContain('2026年12月21日')
    expect(running.body).not.toContain('林知夏')
    await at('ask-correction', { day: day('2026-11-23'), text: '请写明是哪一所学校', until: day('2026-12-10') })
    await work()
    const asked = await post('/apply/progress', receipt)
    expect(asked.body).toContain('请写明是哪一所学校')
    expect(asked.body).toContain('2026年12月10日')
    const short = await post('/apply/progress/steps', { ...receipt, step: 'receive-correction', 'text-receive-correction': '' })
    expect([short.statusCode, short.body.includes('请填写，2 至 2000 字。')]).toEqual([422, true])
    expect((await post('/apply/progress/steps', { ...receipt, step: 'sign' })).statusCode).toBe(409)
    await post('/apply/progress/steps', { ...receipt, step: 'receive-correction', 'text-receive-correction': '城关小学' })
    await work()
    expect((await post('/apply/progress', receipt)).body).toContain('收到您的补正')
    for (let twice = 0; twice < 2; twice += 1)
      await post('/apply/progress/steps', { ...receipt, step: 'give-material', 'text-give-material': '附上学校的位置图' })
    const wrong = await post('/apply/progress/steps', { ...receipt, step: 'agree-electronic', 'text-agree-electronic': '我的邮箱' })
    expect([wrong.statusCode, wrong.body.includes('请填写完整的电子邮箱')]).toEqual([422, true])
    await post('/apply/progress/steps', { ...receipt, step: 'agree-electronic', 'text-agree-electronic': 'new@example.com' })
    await work()
    const agreed = await post('/apply/progress', receipt)
    expect(agreed.body.match(/附上学校的位置图/g)).toHaveLength(1)
    expect(agreed.body).toContain('您同意电子送达')
    expect(agreed.body).not.toMatch(/new@example|确认同意/)
    const { id } = await idOf(receipt.number)
    const { rows } = await database.pool.query("select input::text as input from requests.step_taken where application_id = $1 and step = 'agree-electronic'", [
      id,
    ])
    expect(rows).toHaveLength(1)
    expect(rows[0].input).toContain('2026-11-23')
    expect(rows[0].input).not.toContain('new@example')
    const known = await database.transaction((tx) => lookAtIdentity(tx, byHandler(), keys.seal, { id, reason: '电子送达' }))
    expect(known).toMatchObject({ ok: true, value: { name: '吴敏', email: 'new@example.com', eService: true } })
    await post('/apply/progress/steps', { ...receipt, step: 'withdraw', 'text-withdraw': '不需要了' })
    await work()
    const ended = await post('/apply/progress', receipt)
    expect(ended.body).toContain('您撤回了申请')
    expect(ended.body).not.toMatch(/确认撤回申请|提交补充材料/)
    expect(await count('intake.refused')).toBe(0)
  })
})

describe('a letter', () => {
  it('is read and printed by number and code once it was served; letters to others never', async () => {
    const receipt = receiptOf(await submit(secret(), filled))
    await work()
    const { id } = await idOf(receipt.number)
    const today = clock.today()
    const at = async (step: 'confirm' | 'ask-third-party', input: object): Promise<void> => {
      const { steps } = await idOf(receipt.number)
      must(await database.transaction((tx) => takeStep(tx, byHandler(), { id, step, seen: steps, input: { text: '', day: today, ...input } })))
    }
    await at('confirm', {})
    await at('ask-third-party', { other: { name: '某测绘公司' } })
    const made = async (kind: 'receipt' | 'third-party-consult', about: number): Promise<string> => {
      const letterId = randomUUID()
      must(await database.transaction((tx) => issueLetter(tx, byHandler(), { id, letterId, kind, about, text: null })))
      return letterId
    }
    const [own, others] = [await made('receipt', 0), await made('third-party-consult', 1)]
    await work()
    expect((await post('/apply/progress', receipt)).body).not.toContain('<h2>文书</h2>')
    for (const letterId of [own, others]) {
      const served = { id, letterId, way: 'post', servedOn: today, receivedOn: null, proof: 'XA12345678901', consent: false } as const
      must(await database.transaction((tx) => recordLetterService(tx, byHandler(), served)))
    }
    await work()
    const shown = await post('/apply/progress', receipt)
    expect(shown.body).toContain('政府信息公开申请接收回执')
    expect(shown.body).not.toMatch(/征求第三方意见书|某测绘公司/)
    const letter = await post('/apply/progress/letters', { ...receipt, letter: own })
    expect(letter.statusCode).toBe(200)
    for (const words of ['吴敏：', '2026年11月23日', '邮政企业邮寄']) expect(letter.body).toContain(words)
    expect(letter.headers['cache-control']).toBe('no-store')
    const validator = new HtmlValidate({ extends: ['html-validate:standard'] })
    for (const { body } of [shown, letter]) expect((await validator.validateString(body)).results.flatMap(({ messages }) => messages)).toEqual([])
    const wrong = await post('/apply/progress/letters', { ...receipt, queryCode: 'AAAAAAAAAA', letter: own })
    expect([wrong.statusCode, wrong.body.includes('吴敏')]).toEqual([422, false])
    const other = await post('/apply/progress/letters', { ...receipt, letter: others })
    expect([other.statusCode, other.body.includes('某测绘公司')]).toEqual([409, false])
  })
})

describe('what was picked from the public catalogue', () => {
  it('stands in the form with its unit; what is not in the catalogue leaves it blank', async () => {
    const entry = {
      id: randomUUID(),
      field: '义务教育',
      position: 1,
      name: '学区划分',
      elements: '',
      limitText: '',
      updatedAt: null,
      dueOn: null,
      columnIds: [],
    }
    await database.transaction((tx) => saveCatalogueOf(tx, county.bureau, [entry]))
    expect((await (await open()).inject('/catalogue?unit=jyj')).body).toContain(`/apply/online?entry&#61;${entry.id}`)
    const { body } = await (await open()).inject(`/apply/online?entry=${entry.id}`)
    expect(body).toContain('value="学区划分"')
    expect(body).toContain('《青岚县教育局政府信息公开目录》公开事项：学区划分')
    expect(body).toContain(`value="${county.bureau}" selected`)
    for (const unknown of [randomUUID(), 'x', "';--"])
      expect((await (await open()).inject(`/apply/online?entry=${encodeURIComponent(unknown)}`)).body).not.toContain('公开事项：')
  })
})

describe('each page of the way', () => {
  it('is HTML as the standard has it', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:standard'] })
    const sent = await submit(secret(), filled)
    await work()
    const pages = [
      await (await open()).inject('/apply/online'),
      await (await open()).inject('/apply/online?q=%E5%AD%A6%E5%8C%BA'),
      await post('/apply/online', { ...filled, email: 'x' }),
      await post('/apply/online', filled),
      await submit(secret(), filled, null),
      sent,
      await (await open()).inject('/apply/progress'),
      await post('/apply/progress', receiptOf(sent)),
    ]
    for (const { body } of pages) {
      const { results } = await validator.validateString(body)
      expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual([])
    }
  })
})

describe('whoever guesses', () => {
  it('gets one answer for a wrong number and a wrong code, and few tries', async () => {
    const receipt = receiptOf(await submit(secret(), filled))
    await work()
    expect((await post('/apply/progress', receipt)).statusCode).toBe(200)
    const bare = (one: LightMyRequestResponse): string => one.body.replaceAll(/SQ\d{4}-\d{6}/g, '')
    const wrongCode = await post('/apply/progress', { ...receipt, queryCode: 'AAAAAAAAAA' })
    const wrongNumber = await post('/apply/progress', { ...receipt, number: 'SQ2026-999999' })
    expect([wrongCode.statusCode, wrongNumber.statusCode]).toEqual([422, 422])
    expect(bare(wrongCode)).toBe(bare(wrongNumber))
    const app = await open()
    const codes: number[] = []
    for (let n = 0; n < 12; n += 1) codes.push((await post('/apply/progress', { ...receipt, queryCode: 'AAAAAAAAAA' }, app)).statusCode)
    expect(codes).toEqual([...Array.from({ length: 10 }, () => 422), 429, 429])
  })

  it('finds nothing with the login of the portal either', async () => {
    for (const statement of ['select * from intake.applicant_view', 'select * from intake.application_number', 'select * from requests.application'])
      await expect(sql.raw(statement).execute(portalDatabase.db)).rejects.toThrow(/permission denied/)
  })

  it('who writes into the inbox what was not sealed here is put aside by both reactions', async () => {
    const now = { at: clock.now(), today: clock.today() }
    const row = { id: '0a000000-0000-4000-8000-000000000009', body: { sealed: Buffer.alloc(80).toString('base64') } }
    await expect(database.transaction((tx) => takeOnlineApplication(tx, keys, row, now))).rejects.toThrow()
    await expect(database.transaction((tx) => takeApplicantStep(tx, keys, row, now))).rejects.toThrow()
  })
})

describe('a thousand hostile submissions', () => {
  it('never make the portal fail, lose what was accepted, or show what was sent as markup', async () => {
    await work()
    const before = await count('requests.application')
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('', '<script>alert(1)</script>', "'; drop table x; --", '\u0000', '\u202e', '吴敏', 'x'.repeat(3000)),
    )
    const field = (right: string): fc.Arbitrary<string> => fc.oneof({ weight: 6, arbitrary: fc.constant(right) }, { weight: 1, arbitrary: text })
    const form = fc.record(Object.fromEntries(Object.entries(filled).map(([name, value]) => [name, field(value)]))) as unknown as fc.Arbitrary<OnlineForm>
    const file = fc.oneof(
      fc.constant(png),
      fc.constant(null),
      fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
    )
    const seen: number[] = []
    let accepted = 0
    let app = await open()
    for (const [n, [typed, sent, broken]] of fc.sample(fc.tuple(form, file, fc.integer({ min: 0, max: 9 })), { numRuns: 1000, seed: 20261126 }).entries()) {
      if (n % 10 === 0) app = await open()
      const body = multipart({ secret: secret(), ...typed }, sent)
      const payload = broken === 0 ? body.payload.subarray(0, Math.floor(body.payload.length / 2)) : body.payload
      const answer = await app.inject({ method: 'POST', url: '/apply/online/submit', payload, headers: body.headers })
      seen.push(answer.statusCode)
      if (answer.statusCode === 200) accepted += 1
      expect(answer.body).not.toContain('<script>alert')
    }
    expect(seen.filter((status) => status !== 200 && status !== 422)).toEqual([])
    expect(accepted).toBeGreaterThan(50)
    await work()
    expect(await count('intake.refused')).toBe(0)
    expect(await count('requests.application')).toBe(before + accepted)
  })
})

describe('the wish to have a record corrected', () => {
  const wished = (): RecordForm => ({
    unitId: county.bureau, kind: 'person', name: '吴敏', document: '居民身份证', documentNumber: '110101199003078515', contactPerson: '', address: '河口镇幸福路1号', phone: '13800000000', email: '', agent: '',
    subject: '本人2025年学籍记录', wrong: '记为休学', wanted: '在读', applicationNumber: '',
  }) // prettier-ignore
  const send = async (form: RecordForm, files: Readonly<Record<string, Buffer>>, one = secret()): Promise<LightMyRequestResponse> => {
    const fields = Object.entries({ secret: one, ...form, website: '' }).map(
      ([name, value]) => `--edge\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    const parts = Object.entries(files).flatMap(([name, bytes]) => [
      Buffer.from(`--edge\r\ncontent-disposition: form-data; name="${name}"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n`),
      bytes,
      Buffer.from('\r\n'),
    ])
    const payload = Buffer.concat([Buffer.from(fields.join('')), ...parts, Buffer.from('--edge--\r\n')])
    return (await open()).inject({ method: 'POST', url: '/correct/submit', payload, headers: { 'content-type': 'multipart/form-data; boundary=edge' } })
  }
  const told = ({ body }: LightMyRequestResponse): { number: string; queryCode: string } => ({
    number: /GZ2026-\d{6}/.exec(body)?.[0] ?? '',
    queryCode: /id="query-code">([A-Z2-9]{10})</.exec(body)?.[1] ?? '',
  })

  it('is asked for in plain words, and comes back with each fault and all that was typed', async () => {
    const { body } = await (await open()).inject('/correct')
    expect(body).toContain('《政府信息公开条例》第四十一条')
    expect(body).toContain('条例没有规定办理期限')
    const wrong = await post('/correct', { ...wished(), wrong: '', wanted: '', phone: '', address: '', email: 'x' })
    expect(wrong.statusCode).toBe(422)
    for (const words of ['请写明哪里不准确', '请写明应当怎样记录', '电子邮箱的写法不对', 'value="吴敏"']) expect(wrong.body).toContain(words)
    expect((await post('/correct', wished())).body).toContain('证明记录不准确的材料')
    const poor = await send(wished(), { proof: png })
    expect([poor.statusCode, poor.body.includes('请选择能够证明记录不准确的材料')]).toEqual([422, true])
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' }
    expect((await (await open()).inject({ method: 'POST', url: '/correct', payload: '', headers })).statusCode).toBe(400)
  })

  it('sent twice is one, sealed in the inbox and at rest, handled in the office and followed by number and code', async () => {
    const one = secret()
    const files = { proof: png, evidence: png }
    const receipt = told(await send(wished(), files, one))
    expect([receipt.number, receipt.queryCode.length]).toEqual([expect.stringMatching(/^GZ2026-/), 10])
    expect(told(await send(wished(), files, one))).toEqual(receipt)
    const { rows } = await database.pool.query("select body::text as body from intake.inbox where kind = 'record-correction'")
    expect(rows).toHaveLength(1)
    expect(rows[0].body).not.toMatch(/吴敏|学籍|110101199003078515/)
    const works = async (): Promise<void> => {
      await takeInbox({ database, clock, log, reactions: reactionsWith(keys) })
      await showAllApplicants(database)
    }
    await works()
    await send(wished(), files, one)
    await works()
    expect(await count('requests.record_correction')).toBe(1)
    expect(await count('requests.record_file')).toBe(2)
    const before = await post('/apply/progress', receipt)
    for (const words of ['本人2025年学籍记录', '待核查', '收到更正申请']) expect(before.body).toContain(words)
    const found = await database.pool.query<{ id: string }>('select id from requests.record_correction where number = $1', [receipt.number])
    const id = found.rows[0]?.id ?? ''
    const leader = { ...as(county.keeper.actor.accountId, '周局长', grant('main-leader', county.bureau)), at: clock.now(), today: clock.today() }
    const steps = [
      [byHandler(), 'examine', { text: '属实，内部意见' }],
      [leader, 'correct', { text: '由“休学”更正为“在读”。' }],
      [byHandler(), 'issue-letter', {}],
      [byHandler(), 'serve', { service: { way: 'counter', proof: '吴敏', consent: false } }],
    ] as const
    for (const [at, [who, step, input]] of steps.entries())
      must(await database.transaction((tx) => takeRecordStep(tx, who, { id, step, seen: at + 1, input: { text: '', day: clock.today(), ...input } })))
    await works()
    const after = await post('/apply/progress', receipt)
    for (const words of ['予以更正', '政府信息更正告知书', '已办结']) expect(after.body).toContain(words)
    expect(after.body).not.toMatch(/内部意见|林知夏|周局长/)
    const letter = /name="letter" value="([^"]+)"/.exec(after.body)?.[1] ?? ''
    expect((await post('/apply/progress/letters', { ...receipt, letter })).body).toContain('由“休学”更正为“在读”。')
  })
})
