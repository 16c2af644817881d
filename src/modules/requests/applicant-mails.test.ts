// Mails and text messages to applicants, from the step to a mail server and a gateway on loopback: to whom, once, and to nobody who did not want them.
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { day } from '../../kernel/day.ts'
import { standingClock } from '../../platform/clock/clock.ts'
import { sealUnder, type Seal } from '../../platform/crypto/seal.ts'
import { smtpCarrier } from '../../platform/mail/mail.ts'
import { textCarrier } from '../../platform/text-messages/gateway.ts'
import { readLetters, type ReadLetter } from '../../platform/mail/read-mail.ts'
import type { By } from '../access/index.ts'
import { sendWaiting, tellWaysOut } from '../notices/index.ts'
import { as, codesOf, grant, must, smallCounty, type SmallCounty } from '../organization/fixtures.ts'
import { registerApplication } from './actions/register-application.ts'
import { takeStep } from './actions/take-step.ts'
import { tellApplicants } from './actions/tell-applicants.ts'
import { tellAllApplicants } from './jobs.ts'
import type { Identity } from './rules/identity.ts'
import { stepsOf } from './queries/application.ts'

const seal = sealUnder(Buffer.alloc(32, 7))
const clock = standingClock(new Date('2026-03-02T03:00:00Z'), 'Asia/Shanghai')
const start = clock.now()
const page = 'https://www.example.gov.cn/apply/progress'
const arrived: Buffer[] = []
const recipients: string[] = []
let database: FreshDatabase
let county: SmallCounty
let server: SMTPServer

beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
  server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    logger: false,
    onRcptTo: ({ address }, _session, callback) => {
      recipients.push(address)
      callback()
    },
    onData: (stream, _session, callback) => {
      const parts: Buffer[] = []
      stream.on('data', (chunk: Buffer) => parts.push(chunk))
      stream.on('end', () => {
        arrived.push(Buffer.concat(parts))
        callback()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(resolve))
  await database.close()
})
beforeEach(async () => {
  clock.set(start)
  arrived.length = 0
  recipients.length = 0
  await sql`truncate notices.outgoing, requests.to_tell`.execute(database.db)
  await tellWaysOut(database, clock, { mail: 'zwgk@example.gov.cn', text: 'sms.example.gov.cn' })
})

const by = (): By => ({ ...as(county.officer.actor.accountId, '林知夏', grant('information-officer', county.bureau)), at: clock.now(), today: clock.today() })
const person = { name: '吴敏', document: '居民身份证', documentNumber: '110101199003078515', contactPerson: '', address: '幸福路1号', phone: '', agent: '' }

async function enter(email: string, mailNotices: boolean, more: Partial<Identity> = {}): Promise<string> {
  const id = randomUUID()
  const identity = { ...person, email, mailNotices, ...more }
  const asked = { id, unitId: county.bureau, channel: 'counter', arrivedOn: clock.today(), applicantKind: 'person', identity, subject: '学区划分依据', description: '学区划分的会议纪要', wishedForm: 'paper', delivery: 'post', needsHelp: false } as const // prettier-ignore
  must(await database.transaction((tx) => registerApplication(tx, by(), seal, asked)))
  return id
}

const askCorrection = (id: string, text = '请写明学年') =>
  database.transaction(async (tx) => {
    const seen = (await stepsOf(tx, id)).length
    return takeStep(tx, by(), { id, step: 'ask-correction', seen, input: { text, day: clock.today(), until: day('2026-03-25') } })
  })

async function posted(under: Seal = seal): Promise<ReadLetter[]> {
  await tellAllApplicants(database, clock, under, page)
  const carrier = smtpCarrier({ url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, sender: 'zwgk@example.gov.cn' })
  await sendWaiting(database, clock, under, { channel: 'mail', carrier })
  carrier.close()
  return (await Promise.all(arrived.map(readLetters))).flat()
}

const rows = async (of: string): Promise<string> => JSON.stringify((await sql`select * from ${sql.raw(of)}`.execute(database.db)).rows)

describe('an applicant who left an address and wants mail', () => {
  it('is told of each step once, with its last day and without a name', async () => {
    const id = await enter('wumin@example.com', true)
    must(await askCorrection(id))
    const letters = await posted()
    const { rows: known } = await sql<{ number: string }>`select number from requests.application where id = ${id}`.execute(database.db)
    expect(recipients).toEqual(['wumin@example.com', 'wumin@example.com'])
    expect(letters.map(({ subject }) => subject)).toEqual(Array.from({ length: 2 }, () => `政府信息公开申请办理通知：${known[0]?.number}`))
    expect(letters[0]?.text).toContain('收到您的申请（2026年3月2日）')
    expect(letters[1]?.text).toContain('补正的最后日期：2026年3月25日')
    for (const { text } of letters) expect(text).not.toMatch(/吴敏|110101199003078515|学区|学年/)
    expect(await posted()).toHaveLength(2)
  })

  it('is not told of what was refused', async () => {
    const id = await enter('wumin@example.com', true)
    await posted()
    expect(codesOf(await askCorrection(id, ' '))).toEqual(['words-missing'])
    expect(await posted()).toHaveLength(1)
  })

  it('stands in no table in clear, and nobody has looked', async () => {
    await enter('wumin@example.com', true)
    await database.transaction((tx) => tellApplicants(tx, seal, page, clock.now()))
    expect(await rows('notices.outgoing')).toContain('"kind":"applicant"')
    for (const table of ['notices.outgoing', 'requests.to_tell', 'requests.application']) expect(await rows(table)).not.toMatch(/wumin|77756d696e/)
    expect(await rows('requests.identity_look')).toBe('[]')
  })

  it('is told nothing late, nothing while there is no mail server, and nothing by a key that was changed; none of it waits on', async () => {
    await enter('wumin@example.com', true)
    clock.set(new Date(start.getTime() + 4 * 86_400_000))
    expect(await posted()).toEqual([])
    await enter('wumin@example.com', true)
    await tellWaysOut(database, clock, { mail: undefined, text: undefined })
    expect(await posted()).toEqual([])
    await tellWaysOut(database, clock, { mail: 'zwgk@example.gov.cn', text: 'sms.example.gov.cn' })
    await enter('wumin@example.com', true)
    expect(await posted(sealUnder(Buffer.alloc(32, 8)))).toEqual([])
    expect(await posted()).toEqual([])
    expect(await rows('requests.to_tell')).toBe('[]')
  })
})

describe('nobody is written to', () => {
  it.each([
    ['who left no address', '', true],
    ['who does not want mail', 'wumin@example.com', false],
  ])('%s', async (_, email, wants) => {
    await enter(email, wants)
    expect(await posted()).toEqual([])
    expect(await rows('notices.outgoing')).toBe('[]')
  })
})

describe('an applicant who left a mobile number and wants text messages', () => {
  const heard: string[] = []
  let status = 200
  const gateway = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      heard.push(body)
      response.writeHead(status).end()
    })
  })
  beforeAll(() => new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve)))
  afterAll(() => new Promise<void>((resolve) => gateway.close(() => resolve())))

  async function texted(answers = 200): Promise<string[]> {
    status = answers
    heard.length = 0
    await tellAllApplicants(database, clock, seal, page)
    const url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`
    const carrier = textCarrier({ url, method: 'POST', headers: {}, template: 'to={number}&text={text}', success: undefined })
    await sendWaiting(database, clock, seal, { channel: 'text', carrier })
    return heard.map((body) => [...new URLSearchParams(body).values()].join(' '))
  }
  const wants = { phone: '138 0013 8000', textNotices: true }

  it('is told there of each step once, beside the mail that they want, too', async () => {
    const id = await enter('wumin@example.com', true, wants)
    must(await askCorrection(id))
    const { rows: known } = await sql<{ number: string }>`select number from requests.application where id = ${id}`.execute(database.db)
    const begins = `13800138000 信息公开申请${known[0]?.number}：`
    expect(await texted()).toEqual([
      `${begins}收到您的申请，答复最后日期2026年3月30日。详情凭查询码上网查询。`,
      `${begins}请您补正申请，补正最后日期2026年3月25日。详情凭查询码上网查询。`,
    ])
    expect(await texted()).toEqual([])
    expect(await posted()).toHaveLength(2)
  })

  it('is told again after the pause where the gateway failed, and the number stands in no table in clear', async () => {
    await enter('', false, wants)
    expect(await texted(500)).toHaveLength(1)
    for (const table of ['notices.outgoing', 'requests.application']) expect(await rows(table)).not.toMatch(/13800138000|138 0013|3133383030/)
    expect(await texted()).toEqual([])
    clock.set(new Date(start.getTime() + 60_000))
    expect(await texted()).toHaveLength(1)
  })

  it('is told nothing while there is no gateway', async () => {
    await tellWaysOut(database, clock, { mail: 'zwgk@example.gov.cn', text: undefined })
    await enter('', false, wants)
    expect(await texted()).toEqual([])
    expect(await rows('notices.outgoing')).toBe('[]')
  })

  it('cannot be entered without a mobile number', async () => {
    await expect(enter('', false, { phone: '0517-81234567', textNotices: true })).rejects.toThrow('mobile-missing')
  })
})
