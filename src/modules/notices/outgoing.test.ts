// The outbox on a real database: addresses are proved, digests written once a day, letters sent, tried again and given up.
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { standingClock } from '../../platform/clock/clock.ts'
import { sealUnder } from '../../platform/crypto/seal.ts'
import type { Letter, Carrier, Sent } from '../../platform/mail/mail.ts'
import { codesOf, must, smallCounty, type SmallCounty } from '../organization/fixtures.ts'
import { askAddress, confirmAddress, sendTrial } from './actions/mail-address.ts'
import { notify } from './actions/notify.ts'
import { putOutgoing } from './actions/put-outgoing.ts'
import { forgetOutgoing, sendWaiting, tellWaysOut, writeDigests } from './jobs.ts'
import { markRead } from './store/notices.ts'
import { outgoing } from './queries/outgoing.ts'

const seal = sealUnder(Buffer.alloc(32, 7))
const clock = standingClock(new Date('2026-11-26T00:40:00Z'), 'Asia/Shanghai')
const start = clock.now()
const later = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000)
const everything = { state: 'all', words: '', limit: 100, offset: 0 } as const

let database: FreshDatabase
let county: SmallCounty
let officer: string
beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
  officer = county.officer.actor.accountId
})
afterAll(() => database.close())
beforeEach(async () => {
  clock.set(start)
  await sql`truncate notices.outgoing, notices.mail_address, notices.notice, notices.way_out`.execute(database.db)
  await tellWaysOut(database, clock, { mail: 'zwgk@example.gov.cn', text: undefined })
})

/** The post is the one thing that is false here; `platform/mail` is tried on a real server. */
function post(answers: readonly Sent[] = []): Carrier & { readonly sent: Letter[] } {
  const sent: Letter[] = []
  let at = 0
  return {
    sender: 'zwgk@example.gov.cn',
    sent,
    close: () => {},
    send: (letter) => {
      const answer = answers[at++] ?? { ok: true }
      if (answer.ok) sent.push(letter)
      return Promise.resolve(answer)
    },
  }
}

const busy: Sent = { ok: false, lasting: false, fault: 'busy' }
const noSuchMailbox: Sent = { ok: false, lasting: true, fault: '550 no such mailbox' }

const ask = (address = 'lin@example.gov.cn') => database.transaction((tx) => askAddress(tx, seal, { accountId: officer, address, at: clock.now() }))
const confirm = (code: string, accountId = officer) => database.transaction((tx) => confirmAddress(tx, { accountId, code, at: clock.now() }))

async function codeSent(): Promise<string> {
  const mail = post()
  await sendWaiting(database, clock, seal, { channel: 'mail', carrier: mail })
  return /\d{6}/.exec(mail.sent[0]?.text ?? '')?.[0] ?? ''
}

async function proved(): Promise<void> {
  must(await ask())
  must(await confirm(await codeSent()))
}

const tell = (kind: 'task' | 'urged', title: string) =>
  database.transaction((tx) => notify(tx, { accountIds: [officer], kind, title, link: '/editions/1', at: clock.now() }))

describe('an address', () => {
  it('is used once the code that was sent there is repeated', async () => {
    must(await ask())
    const code = await codeSent()
    const wrong = code === '000000' ? '000001' : '000000'
    expect(codesOf(await confirm(wrong))).toEqual(['code-wrong'])
    expect(codesOf(await confirm(code, county.keeper.actor.accountId))).toEqual(['no-code-asked'])
    must(await confirm(code))
    expect(codesOf(await confirm(code))).toEqual(['no-code-asked'])
  })

  it('is not proved by a code that is old', async () => {
    must(await ask())
    const code = await codeSent()
    clock.set(later(31))
    expect(codesOf(await confirm(code))).toEqual(['code-outdated'])
  })

  it('is not asked for again within a minute, whatever was done between', async () => {
    must(await ask())
    expect(codesOf(await ask())).toEqual(['code-asked-too-soon'])
    clock.set(later(1))
    must(await ask('other@example.gov.cn'))
  })

  it('is not taken while nobody could write to it', async () => {
    await tellWaysOut(database, clock, { mail: undefined, text: undefined })
    expect(codesOf(await ask())).toEqual(['mail-not-set-up'])
    expect(codesOf(await database.transaction((tx) => sendTrial(tx, seal, { accountId: officer, name: '林', at: clock.now() })))).toEqual(['mail-not-set-up'])
  })

  it('stays in use until the new one is proved', async () => {
    await proved()
    clock.set(later(10))
    must(await ask('new@example.gov.cn'))
    await tell('task', '待办')
    clock.set(later(20))
    await writeDigests(database, clock, seal, undefined)
    const mail = post()
    await sendWaiting(database, clock, seal, { channel: 'mail', carrier: mail })
    expect(mail.sent.map((one) => one.to)).toEqual(['new@example.gov.cn', 'lin@example.gov.cn'])
  })
})

it('a code that was tried five times is worth nothing, not even the right one', async () => {
  must(await ask())
  const code = await codeSent()
  const wrong = code === '000000' ? '000001' : '000000'
  // as the route does, which commits a refusal: the transaction is not rolled back
  for (let tries = 0; tries < 5; tries++) expect(codesOf(await confirm(wrong))).toEqual(['code-wrong'])
  expect(codesOf(await confirm(code))).toEqual(['code-outdated'])
})

describe('the digest', () => {
  it('is one letter for all that is new and unread, without titles, and none when there is nothing new', async () => {
    await proved()
    clock.set(later(60))
    await tell('task', '县教育局：2026 年学区划分（征求意见稿）')
    await tell('task', '另一件')
    await tell('urged', '催办一件')
    clock.set(later(120))
    expect(await writeDigests(database, clock, seal, 'https://office.example.gov.cn/notices')).toBe(1)
    expect(await writeDigests(database, clock, seal, undefined)).toBe(0)
    const mail = post()
    await sendWaiting(database, clock, seal, { channel: 'mail', carrier: mail })
    expect(mail.sent).toHaveLength(1)
    expect(mail.sent[0]?.subject).toBe('政务公开后台：您有 3 条新消息')
    expect(mail.sent[0]?.text).toContain('  待办 2 条\n  催办 1 条')
    expect(mail.sent[0]?.text).not.toContain('学区划分')
  })

  it('goes to nobody who has read everything, who is disabled, or who has no address', async () => {
    await proved()
    clock.set(later(5))
    await tell('task', '一件')
    await database.transaction((tx) => markRead(tx, officer, undefined, clock.now()))
    clock.set(later(10))
    expect(await writeDigests(database, clock, seal, undefined)).toBe(0)
    await tell('task', '又一件')
    clock.set(later(15))
    await sql`update access.account set disabled_at = ${clock.now()} where id = ${officer}`.execute(database.db)
    expect(await writeDigests(database, clock, seal, undefined)).toBe(0)
    await sql`update access.account set disabled_at = null where id = ${officer}`.execute(database.db)
    expect(await writeDigests(database, clock, seal, undefined)).toBe(1)
  })
})

describe('a letter', () => {
  const shown = async () =>
    (await outgoing(database.db, everything)).rows.map(({ tries, lastFault, sentAt, givenUpAt }) => ({
      tries,
      lastFault,
      sent: sentAt !== null,
      givenUp: givenUpAt !== null,
    }))
  const sealedLeft = async () =>
    (await sql<{ left: number }>`select count(*) as left from notices.outgoing where sealed is not null`.execute(database.db)).rows[0]?.left

  it('is tried again after the pause, and its text is gone when it has left', async () => {
    must(await ask())
    const mail = post([busy])
    expect(await sendWaiting(database, clock, seal, { channel: 'mail', carrier: mail })).toBe(1)
    expect(await shown()).toEqual([{ tries: 1, lastFault: 'busy', sent: false, givenUp: false }])
    expect(await sendWaiting(database, clock, seal, { channel: 'mail', carrier: mail })).toBe(0)
    clock.set(later(1))
    expect(await sendWaiting(database, clock, seal, { channel: 'mail', carrier: mail })).toBe(1)
    expect(await shown()).toEqual([{ tries: 2, lastFault: null, sent: true, givenUp: false }])
    expect(await sealedLeft()).toBe(0)
  })

  it('is given up at once where the mailbox does not exist, and after eight failures otherwise', async () => {
    must(await ask())
    await sendWaiting(database, clock, seal, { channel: 'mail', carrier: post([noSuchMailbox]) })
    expect(await shown()).toEqual([{ tries: 1, lastFault: '550 no such mailbox', sent: false, givenUp: true }])
    clock.set(later(1))
    must(await ask())
    for (let days = 0; days < 12; days++) {
      clock.set(later(1 + days * 24 * 60))
      await sendWaiting(database, clock, seal, { channel: 'mail', carrier: post([busy]) })
    }
    expect((await shown())[0]).toEqual({ tries: 8, lastFault: 'busy', sent: false, givenUp: true })
    expect(await sealedLeft()).toBe(0)
  })

  it('that a changed key can no longer open is given up and holds up nobody', async () => {
    must(await ask())
    const mail = post()
    await sendWaiting(database, clock, sealUnder(Buffer.alloc(32, 8)), { channel: 'mail', carrier: mail })
    expect(mail.sent).toEqual([])
    expect(await shown()).toMatchObject([{ givenUp: true, lastFault: '密钥已经更换，内容无法读取' }])
  })

  it('is sent once by two workers', async () => {
    must(await ask())
    const mail = post()
    await Promise.all([
      sendWaiting(database, clock, seal, { channel: 'mail', carrier: mail }),
      sendWaiting(database, clock, seal, { channel: 'mail', carrier: mail }),
    ])
    expect(mail.sent).toHaveLength(1)
  })

  it('keeps recipient and text out of the database’s plain view', async () => {
    const letter = { kind: 'trial', accountId: officer, to: 'lin@example.gov.cn', subject: '测试', text: '收到了' } as const
    await database.transaction((tx) => putOutgoing(tx, seal, [letter], clock.now()))
    const { rows } = await sql<{ row: string }>`select outgoing::text as row from notices.outgoing`.execute(database.db)
    expect(rows[0]?.row).not.toContain('example.gov.cn')
    expect(rows[0]?.row).not.toContain(Buffer.from('lin@example').toString('hex'))
  })

  it('goes by its own way: a text message by no mail server, and each is found by it', async () => {
    const text = { kind: 'applicant', channel: 'text', accountId: null, to: '13800138000', subject: '办理通知', text: '已经答复' } as const
    const letter = { kind: 'trial', accountId: officer, to: 'lin@example.gov.cn', subject: '测试', text: '收到了' } as const
    await database.transaction((tx) => putOutgoing(tx, seal, [text, letter], clock.now()))
    const [mail, gateway] = [post(), post()]
    await sendWaiting(database, clock, seal, { channel: 'mail', carrier: mail })
    expect(mail.sent.map(({ to }) => to)).toEqual(['lin@example.gov.cn'])
    await sendWaiting(database, clock, seal, { channel: 'text', carrier: gateway })
    expect(gateway.sent.map(({ to }) => to)).toEqual(['13800138000'])
    expect((await outgoing(database.db, { ...everything, channel: 'text' })).rows.map(({ subject }) => subject)).toEqual(['办理通知'])
  })

  it('leaves no trace after half a year', async () => {
    must(await ask())
    await codeSent()
    clock.set(later(181 * 24 * 60))
    await forgetOutgoing(database, clock)
    expect(await shown()).toEqual([])
  })
})
