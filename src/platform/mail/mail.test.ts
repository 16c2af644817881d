// Mail over a real SMTP server on loopback: what arrives, and what a refusal means.
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { smtpCarrier, type Letter, type Carrier } from './mail.ts'

const letter: Letter = {
  id: '0e0e0e0e-0000-4000-8000-000000000001',
  to: 'lin@example.gov.cn',
  subject: '政务公开后台：您有 3 条新消息',
  text: '林知夏：\n\n待办 3 条',
}

let server: SMTPServer | undefined
let carrier: Carrier | undefined
afterEach(async () => {
  carrier?.close()
  const open = server
  server = undefined
  if (open) await new Promise<void>((resolve) => open.close(resolve))
})

const refusal = (responseCode: number): Error => Object.assign(new Error('mailbox unavailable'), { responseCode })

async function serve(answer: { recipient?: Error; login?: string }): Promise<{ port: number; arrived: string[] }> {
  const arrived: string[] = []
  server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    logger: false,
    onAuth: (auth, _session, callback) => (auth.password === answer.login ? callback(null, { user: auth.username }) : callback(new Error('wrong password'))),
    onRcptTo: (_address, _session, callback) => callback(answer.recipient),
    onData: (stream, _session, callback) => {
      let text = ''
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString()
      })
      stream.on('end', () => {
        arrived.push(text)
        callback()
      })
    },
  })
  const open = server
  await new Promise<void>((resolve) => open.listen(0, '127.0.0.1', resolve))
  return { port: (open.server.address() as AddressInfo).port, arrived }
}

const to = (port: number, login = ''): Carrier => (carrier = smtpCarrier({ url: `smtp://${login}127.0.0.1:${port}`, sender: 'zwgk@example.gov.cn' }))

describe('mail', () => {
  it('arrives with sender, recipient, subject, text and an id that stays the same', async () => {
    const { port, arrived } = await serve({})
    expect(await to(port).send(letter)).toEqual({ ok: true })
    const [mail = ''] = arrived
    expect(mail).toMatch(/^From: zwgk@example\.gov\.cn\r$/m)
    expect(mail).toMatch(/^To: lin@example\.gov\.cn\r$/m)
    expect(mail).toContain(`Message-ID: <${letter.id}@example.gov.cn>`)
    const subject = [...mail.matchAll(/=\?UTF-8\?B\?([^?]+)\?=/g)].map(([, part]) => Buffer.from(part ?? '', 'base64').toString()).join('')
    expect(subject).toBe(letter.subject)
    expect(mail).toContain(Buffer.from('林知夏').toString('base64').slice(0, 8))
  })

  it('sends no header that a hostile address or subject smuggles in', async () => {
    const { port, arrived } = await serve({})
    await to(port).send({ ...letter, subject: 'a\r\nBcc: spy@example.com', to: 'lin@example.gov.cn' })
    expect(arrived.join('')).not.toMatch(/^Bcc:/m)
  })

  it.each([
    { answer: { recipient: refusal(550) }, lasting: true, because: 'there is no such mailbox' },
    { answer: { recipient: refusal(450) }, lasting: false, because: 'the mailbox is busy' },
  ])('is refused ($because): lasting is $lasting', async ({ answer, lasting }) => {
    const { port } = await serve(answer)
    expect(await to(port).send(letter)).toMatchObject({ ok: false, lasting, fault: expect.stringContaining('mailbox unavailable') as string })
  })

  it('is tried again where the password of the settings is wrong, for that may be mended', async () => {
    const { port } = await serve({ login: 'right' })
    expect(await to(port, 'zwgk:wrong@').send(letter)).toMatchObject({ ok: false, lasting: false })
    carrier?.close()
    expect(await to(port, 'zwgk:right@').send(letter)).toEqual({ ok: true })
  })

  it('is tried again where no server answers', async () => {
    const { port } = await serve({})
    const open = server
    server = undefined
    await new Promise<void>((resolve) => open?.close(resolve))
    expect(await to(port).send(letter)).toMatchObject({ ok: false, lasting: false })
  })
})
