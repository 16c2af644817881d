// 更正申请 on the portal: a wish to have one's own record corrected, from the form to the desk and back.
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { as, grant, must } from '../../modules/organization/fixtures.ts'
import { takeRecordStep, tellSealingKey } from '../../modules/requests/index.ts'
import type { RecordForm } from '../../modules/requests/rules/online-record-correction.ts'
import { applicantsPortal, clock, keys, png, secret, type ApplicantsPortal } from './fixtures.ts'

let portal: ApplicantsPortal
beforeAll(async () => {
  portal = await applicantsPortal()
  await tellSealingKey(portal.database, keys.box)
})
afterAll(() => portal.close())

describe('the wish to have a record corrected', () => {
  const wished = (): RecordForm => ({
    unitId: portal.county.bureau, kind: 'person', name: '吴敏', document: '居民身份证', documentNumber: '110101199003078515', contactPerson: '', address: '河口镇幸福路1号', phone: '13800000000', email: '', agent: '',
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
    return portal.throw('/correct/submit', payload, { 'content-type': 'multipart/form-data; boundary=edge' })
  }
  const told = ({ body }: LightMyRequestResponse): { number: string; queryCode: string } => ({
    number: /GZ2026-\d{6}/.exec(body)?.[0] ?? '',
    queryCode: /id="query-code">([A-Z2-9]{10})</.exec(body)?.[1] ?? '',
  })

  it('is asked for in plain words, and comes back with each fault and all that was typed', async () => {
    const { body } = await portal.app.inject('/correct')
    expect(body).toContain('《政府信息公开条例》第四十一条')
    expect(body).toContain('条例没有规定办理期限')
    const wrong = await portal.post('/correct', { ...wished(), wrong: '', wanted: '', phone: '', address: '', email: 'x' })
    expect(wrong.statusCode).toBe(422)
    for (const words of ['请写明哪里不准确', '请写明应当怎样记录', '电子邮箱的写法不对', 'value="吴敏"']) expect(wrong.body).toContain(words)
    expect((await portal.post('/correct', wished())).body).toContain('证明记录不准确的材料')
    const poor = await send(wished(), { proof: png })
    expect([poor.statusCode, poor.body.includes('请选择能够证明记录不准确的材料')]).toEqual([422, true])
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' }
    expect((await portal.throw('/correct', Buffer.alloc(0), headers)).statusCode).toBe(400)
  })

  it('sent twice is one, sealed in the inbox and at rest, handled in the office and followed by number and code', async () => {
    const one = secret()
    const files = { proof: png, evidence: png }
    const receipt = told(await send(wished(), files, one))
    expect([receipt.number, receipt.queryCode.length]).toEqual([expect.stringMatching(/^GZ2026-/), 10])
    expect(told(await send(wished(), files, one))).toEqual(receipt)
    const { rows } = await portal.database.pool.query("select body::text as body from intake.inbox where kind = 'record-correction'")
    expect(rows).toHaveLength(1)
    expect(rows[0].body).not.toMatch(/吴敏|学籍|110101199003078515/)
    await portal.work()
    await send(wished(), files, one)
    await portal.work()
    expect(await portal.count('requests.record_correction')).toBe(1)
    expect(await portal.count('requests.record_file')).toBe(2)
    const before = await portal.post('/apply/progress', receipt)
    for (const words of ['本人2025年学籍记录', '待核查', '收到更正申请']) expect(before.body).toContain(words)
    const found = await portal.database.pool.query<{ id: string }>('select id from requests.record_correction where number = $1', [receipt.number])
    const id = found.rows[0]?.id ?? ''
    const leader = { ...as(portal.county.keeper.actor.accountId, '周局长', grant('main-leader', portal.county.bureau)), at: clock.now(), today: clock.today() }
    const steps = [
      [portal.handler, 'examine', { text: '属实，内部意见' }],
      [leader, 'correct', { text: '由“休学”更正为“在读”。' }],
      [portal.handler, 'issue-letter', {}],
      [portal.handler, 'serve', { service: { way: 'counter', proof: '吴敏', consent: false } }],
    ] as const
    for (const [at, [who, step, input]] of steps.entries())
      must(await portal.database.transaction((tx) => takeRecordStep(tx, who, { id, step, seen: at + 1, input: { text: '', day: clock.today(), ...input } })))
    await portal.work()
    const after = await portal.post('/apply/progress', receipt)
    for (const words of ['予以更正', '政府信息更正告知书', '已办结']) expect(after.body).toContain(words)
    expect(after.body).not.toMatch(/内部意见|林知夏|周局长/)
    const letter = /name="letter" value="([^"]+)"/.exec(after.body)?.[1] ?? ''
    expect((await portal.post('/apply/progress/letters', { ...receipt, letter })).body).toContain('由“休学”更正为“在读”。')
  })

  it('can be withdrawn by the person while nothing is decided, once', async () => {
    const receipt = told(await send(wished(), { proof: png, evidence: png }))
    await portal.work()
    expect((await portal.post('/apply/progress', receipt)).body).toContain('确认撤回申请')
    for (let twice = 0; twice < 2; twice += 1) await portal.post('/apply/progress/steps', { ...receipt, step: 'withdraw', 'text-withdraw': '已在窗口更正' })
    expect((await portal.post('/apply/progress/steps', { ...receipt, step: 'give-material', 'text-give-material': '材料' })).statusCode).toBe(409)
    await portal.work()
    const after = await portal.post('/apply/progress', receipt)
    for (const words of ['申请人撤回', '您撤回了更正申请', '已办结']) expect(after.body).toContain(words)
    expect(after.body).not.toContain('确认撤回申请')
    const { rows } = await portal.database.pool.query(
      'select step.step from requests.record_step_taken step join requests.record_correction record on record.id = step.record_id where record.number = $1 order by step.ordinal',
      [receipt.number],
    )
    expect(rows).toEqual([{ step: 'register' }, { step: 'withdraw' }])
  })
})
