// 在线申请 and 申请查询 through the real portal: from the form to the desk and back.
import { randomUUID } from 'node:crypto'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { must } from '../modules/organization/fixtures.ts'
import { tellWaysOut } from '../modules/notices/index.ts'
import { saveCatalogueOf } from '../modules/publication/store/catalogue.ts'
import { issueLetter } from '../modules/requests/actions/issue-letter.ts'
import { lookAtIdentity } from '../modules/requests/actions/look-at-identity.ts'
import { recordLetterService } from '../modules/requests/actions/record-letter-service.ts'
import { takeStep, tellSealingKey } from '../modules/requests/index.ts'
import { applicantsPortal, clock, keys, png, receiptOf, secret, type ApplicantsPortal } from './applicants/fixtures.ts'

let portal: ApplicantsPortal
beforeAll(async () => {
  portal = await applicantsPortal()
})
afterAll(() => portal.close())

const get = (url: string) => portal.app.inject({ url })

describe('before the worker has told its key', () => {
  it('nothing can be typed in vain', async () => {
    const { body } = await get('/apply/online')
    expect(body).toContain('暂时不能在线申请')
    await tellSealingKey(portal.database, keys.box)
    expect((await get('/apply/online')).body).toContain('先看看是否已经公开')
  })
})

describe('the form', () => {
  it('asks for no purpose', async () => {
    const { body } = await get('/apply/online')
    expect(body.replaceAll('不需要说明用途', '')).not.toMatch(/用途|purpose/)
  })

  it('comes back with each fault at its field, and with all that was typed', async () => {
    const { statusCode, body } = await portal.post('/apply/online', { ...portal.filled, phone: '', address: '', email: 'x', description: '短' })
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

  it('offers text messages where there is a gateway, and asks for a mobile number with them', async () => {
    const offers = async (): Promise<boolean> => (await get('/apply/online')).body.includes('name="textNotices"')
    expect(await offers()).toBe(false)
    await tellWaysOut(portal.database, clock, { mail: undefined, text: 'sms.example.gov.cn' })
    expect(await offers()).toBe(true)
    const { body } = await portal.post('/apply/online', { ...portal.filled, phone: '0517-81234567', textNotices: 'yes' })
    expect(body).toContain('选择短信通知的，请在联系电话填写 11 位手机号码。')
    expect((await portal.post('/apply/online', { ...portal.filled, textNotices: 'yes' })).body).toMatch(/短信通知<\/dt>\s*<dd class="as-typed">需要/)
  })

  it('is looked over once more, goes back unchanged, and keeps scripts as words', async () => {
    const script = '<script>alert(1)</script>'
    const preview = await portal.post('/apply/online', { ...portal.filled, subject: script })
    expect(preview.statusCode).toBe(200)
    expect(preview.body).toContain('确认提交')
    expect(preview.body).not.toContain(script)
    expect(preview.headers['cache-control']).toBe('no-store')
    const back = await portal.post('/apply/online', { ...portal.filled, edit: 'yes' })
    expect(back.body).toContain('value="吴敏"')
  })

  it('from another site is refused', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' }
    expect((await portal.throw('/apply/online', Buffer.alloc(0), headers)).statusCode).toBe(400)
  })
})

describe('an application', () => {
  it('sent twice is one with one number and one code, sealed in the inbox and at rest', async () => {
    const one = secret()
    const first = await portal.submit(one, portal.filled)
    expect(first.statusCode).toBe(200)
    const receipt = receiptOf(first)
    expect(receipt.queryCode).toHaveLength(10)
    expect(receiptOf(await portal.submit(one, portal.filled))).toEqual(receipt)
    const { rows } = await portal.database.pool.query('select body::text as body from intake.inbox')
    expect(rows).toHaveLength(1)
    expect(rows[0].body).not.toMatch(/吴敏|110101199003078515/)
    await portal.work()
    expect(receiptOf(await portal.submit(one, portal.filled))).toEqual(receipt)
    await portal.work()
    expect(await portal.count('requests.application')).toBe(1)
    const { id } = await portal.idOf(receipt.number)
    const told = await portal.database.pool.query('select title from notices.notice where account_id = $1', [portal.handler.actor.accountId])
    expect(told.rows).toEqual([{ title: `请当日与申请人确认：${receipt.number}` }])
    const shown = await portal.database.transaction((tx) => lookAtIdentity(tx, portal.handler, keys.seal, { id, reason: '核对身份' }))
    expect(shown).toMatchObject({ ok: true, value: { name: '吴敏', proof: `data:image/png;base64,${png.toString('base64')}` } })
  })

  it.each([
    ['no file', null, '请选择证件复印件的文件'],
    ['a page that calls itself a picture', Buffer.from('<html><script>alert(1)</script></html>'), '只收 JPG、PNG 图片或者 PDF 文件'],
    ['a picture that is too large', Buffer.concat([png, Buffer.alloc(3 * 1024 * 1024)]), '文件太大'],
  ])('with %s is told so, and nothing typed is lost', async (_, file, words) => {
    const before = await portal.count('intake.inbox')
    const { statusCode, body } = await portal.submit(secret(), portal.filled, file)
    expect(statusCode).toBe(422)
    expect(body).toContain(words)
    expect(body).toContain('value="吴敏"')
    expect(await portal.count('intake.inbox')).toBe(before)
  })

  it('is followed by number and code; correction and withdrawal go back to the desk', async () => {
    const receipt = receiptOf(await portal.submit(secret(), portal.filled))
    await portal.work()
    expect((await portal.post('/apply/progress', receipt)).body).toContain('等待双方确认')
    const at = async (step: 'confirm' | 'ask-correction', input: object): Promise<void> => {
      const { id, steps } = await portal.idOf(receipt.number)
      must(await portal.database.transaction((tx) => takeStep(tx, portal.handler, { id, step, seen: steps, input: { text: '', ...input } })))
    }
    await at('confirm', { day: day('2026-11-23') })
    await portal.work()
    const running = await portal.post('/apply/progress', { number: receipt.number.toLowerCase(), queryCode: ` ${receipt.queryCode.toLowerCase()} ` })
    // 20 working days from 24 November 2026, none of them a holiday.
    expect(running.body).toContain('2026年12月21日')
    expect(running.body).not.toContain('林知夏')
    await at('ask-correction', { day: day('2026-11-23'), text: '请写明是哪一所学校', until: day('2026-12-10') })
    await portal.work()
    const asked = await portal.post('/apply/progress', receipt)
    expect(asked.body).toContain('请写明是哪一所学校')
    expect(asked.body).toContain('2026年12月10日')
    const short = await portal.post('/apply/progress/steps', { ...receipt, step: 'receive-correction', 'text-receive-correction': '' })
    expect([short.statusCode, short.body.includes('请填写，2 至 2000 字。')]).toEqual([422, true])
    expect((await portal.post('/apply/progress/steps', { ...receipt, step: 'sign' })).statusCode).toBe(409)
    await portal.post('/apply/progress/steps', { ...receipt, step: 'receive-correction', 'text-receive-correction': '城关小学' })
    await portal.work()
    expect((await portal.post('/apply/progress', receipt)).body).toContain('收到您的补正')
    for (let twice = 0; twice < 2; twice += 1)
      await portal.post('/apply/progress/steps', { ...receipt, step: 'give-material', 'text-give-material': '附上学校的位置图' })
    const wrong = await portal.post('/apply/progress/steps', { ...receipt, step: 'agree-electronic', 'text-agree-electronic': '我的邮箱' })
    expect([wrong.statusCode, wrong.body.includes('请填写完整的电子邮箱')]).toEqual([422, true])
    await portal.post('/apply/progress/steps', { ...receipt, step: 'agree-electronic', 'text-agree-electronic': 'new@example.com' })
    await portal.work()
    const agreed = await portal.post('/apply/progress', receipt)
    expect(agreed.body.match(/附上学校的位置图/g)).toHaveLength(1)
    expect(agreed.body).toContain('您同意电子送达')
    expect(agreed.body).not.toMatch(/new@example|确认同意/)
    const { id } = await portal.idOf(receipt.number)
    const { rows } = await portal.database.pool.query(
      "select input::text as input from requests.step_taken where application_id = $1 and step = 'agree-electronic'",
      [id],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0].input).toContain('2026-11-23')
    expect(rows[0].input).not.toContain('new@example')
    const known = await portal.database.transaction((tx) => lookAtIdentity(tx, portal.handler, keys.seal, { id, reason: '电子送达' }))
    expect(known).toMatchObject({ ok: true, value: { name: '吴敏', email: 'new@example.com', eService: true } })
    await portal.post('/apply/progress/steps', { ...receipt, step: 'withdraw', 'text-withdraw': '不需要了' })
    await portal.work()
    const ended = await portal.post('/apply/progress', receipt)
    expect(ended.body).toContain('您撤回了申请')
    expect(ended.body).not.toMatch(/确认撤回申请|提交补充材料/)
    expect(await portal.count('intake.refused')).toBe(0)
  })
})

describe('a letter', () => {
  it('is read and printed by number and code once it was served; letters to others never', async () => {
    const receipt = receiptOf(await portal.submit(secret(), portal.filled))
    await portal.work()
    const { id } = await portal.idOf(receipt.number)
    const today = clock.today()
    const at = async (step: 'confirm' | 'ask-third-party', input: object): Promise<void> => {
      const { steps } = await portal.idOf(receipt.number)
      must(await portal.database.transaction((tx) => takeStep(tx, portal.handler, { id, step, seen: steps, input: { text: '', day: today, ...input } })))
    }
    await at('confirm', {})
    await at('ask-third-party', { other: { name: '某测绘公司' } })
    const made = async (kind: 'receipt' | 'third-party-consult', about: number): Promise<string> => {
      const letterId = randomUUID()
      must(await portal.database.transaction((tx) => issueLetter(tx, portal.handler, { id, letterId, kind, about, text: null })))
      return letterId
    }
    const [own, others] = [await made('receipt', 0), await made('third-party-consult', 1)]
    await portal.work()
    expect((await portal.post('/apply/progress', receipt)).body).not.toContain('<h2>文书</h2>')
    for (const letterId of [own, others]) {
      const served = { id, letterId, way: 'post', servedOn: today, receivedOn: null, proof: 'XA12345678901', consent: false } as const
      must(await portal.database.transaction((tx) => recordLetterService(tx, portal.handler, served)))
    }
    await portal.work()
    const shown = await portal.post('/apply/progress', receipt)
    expect(shown.body).toContain('政府信息公开申请接收回执')
    expect(shown.body).not.toMatch(/征求第三方意见书|某测绘公司/)
    const letter = await portal.post('/apply/progress/letters', { ...receipt, letter: own })
    expect(letter.statusCode).toBe(200)
    for (const words of ['吴敏：', '2026年11月23日', '邮政企业邮寄']) expect(letter.body).toContain(words)
    expect(letter.headers['cache-control']).toBe('no-store')
    const validator = new HtmlValidate({ extends: ['html-validate:standard'] })
    for (const { body } of [shown, letter]) expect((await validator.validateString(body)).results.flatMap(({ messages }) => messages)).toEqual([])
    const wrong = await portal.post('/apply/progress/letters', { ...receipt, queryCode: 'AAAAAAAAAA', letter: own })
    expect([wrong.statusCode, wrong.body.includes('吴敏')]).toEqual([422, false])
    const other = await portal.post('/apply/progress/letters', { ...receipt, letter: others })
    expect([other.statusCode, other.body.includes('某测绘公司')]).toEqual([409, false])
  })
})

describe('an answer', () => {
  it('leaves the days that counted on the page, and says that it came in time', async () => {
    const receipt = receiptOf(await portal.submit(secret(), portal.filled))
    await portal.work()
    const { id } = await portal.idOf(receipt.number)
    const input = { text: '', day: clock.today() }
    const outcome = { name: 'granted', facts: { provided: '复印件一份' }, withheldUnder: [] } as const
    const service = { way: 'post', proof: 'XA12345678903', consent: false } as const
    for (const [step, more] of [
      ['confirm', {}],
      ['answer-on-spot', { outcome, service }],
    ] as const) {
      const { steps } = await portal.idOf(receipt.number)
      must(await portal.database.transaction((tx) => takeStep(tx, portal.handler, { id, step, seen: steps, input: { ...input, ...more } })))
    }
    await portal.work()
    const { body } = await portal.post('/apply/progress', receipt)
    // 23 November and 20 working days, the last of them 21 December
    for (const said of ['<strong>2026年12月21日</strong>以前答复，共计入 20 个工作日', '实际2026年11月23日答复，按期。', '每一天是否计入'])
      expect(body).toContain(said)
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
    await portal.database.transaction((tx) => saveCatalogueOf(tx, portal.county.bureau, [entry]))
    expect((await get('/catalogue?unit=jyj')).body).toContain(`/apply/online?entry&#61;${entry.id}`)
    const { body } = await get(`/apply/online?entry=${entry.id}`)
    expect(body).toContain('value="学区划分"')
    expect(body).toContain('《青岚县教育局政府信息公开目录》公开事项：学区划分')
    expect(body).toContain(`value="${portal.county.bureau}" selected`)
    for (const unknown of [randomUUID(), 'x', "';--"])
      expect((await get(`/apply/online?entry=${encodeURIComponent(unknown)}`)).body).not.toContain('公开事项：')
  })
})

describe('each page of the way', () => {
  it('is HTML as the standard has it', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:standard'] })
    const sent = await portal.submit(secret(), portal.filled)
    await portal.work()
    const pages = [
      await get('/apply/online'),
      await get('/apply/online?q=%E5%AD%A6%E5%8C%BA'),
      await portal.post('/apply/online', { ...portal.filled, email: 'x' }),
      await portal.post('/apply/online', portal.filled),
      await portal.submit(secret(), portal.filled, null),
      sent,
      await get('/apply/progress'),
      await portal.post('/apply/progress', receiptOf(sent)),
    ]
    for (const { body } of pages) {
      const { results } = await validator.validateString(body)
      expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual([])
    }
  })
})
