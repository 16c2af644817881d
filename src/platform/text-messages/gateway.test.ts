// Text messages over a real HTTP server on loopback: what arrives there, what counts as sent, and what bounds a bad gateway.
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { textCarrier, type TextGateway } from './gateway.ts'

const message = {
  id: '0e0e0e0e-0000-4000-8000-000000000001',
  to: '13800138000',
  subject: '不发送',
  text: '信息公开申请SQ2026-000123："已经答复"&more={number}\n',
}
const json = '{"mobile":"{number}","content":"{text}","ref":"{id}"}'

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
})

interface Heard {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Answers as told; without an answer it stays silent. */
async function gateway(answer: RequestListener): Promise<{ url: string; heard: Heard[] }> {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      heard.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body })
      answer(request, response)
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`, heard }
}

const says =
  (status: number, body = '', headers: Record<string, string> = {}): RequestListener =>
  (_request, response) =>
    void response.writeHead(status, headers).end(body)
const to = (url: string, more: Partial<TextGateway> = {}): TextGateway => ({ url, method: 'POST', headers: {}, template: json, success: undefined, ...more })
const codeIs0 = { path: ['code'], value: '0' }

describe('a gateway', () => {
  it('is sent number and text as JSON, whatever stands in them, with the headers of the settings', async () => {
    const { url, heard } = await gateway(says(200, '{"code":0}'))
    expect(await textCarrier(to(url, { headers: { 'X-Key': 'k' }, success: codeIs0 })).send(message)).toEqual({ ok: true })
    expect(heard[0]?.headers).toMatchObject({ 'x-key': 'k', 'content-type': 'application/json; charset=utf-8' })
    expect(JSON.parse(heard[0]?.body ?? '')).toEqual({ mobile: message.to, content: message.text, ref: message.id })
  })

  it('is sent them as a form, in the body or in the query', async () => {
    const { url, heard } = await gateway(says(200))
    const template = 'mobile={number}&content={text}'
    expect(await textCarrier(to(url, { template })).send(message)).toEqual({ ok: true })
    expect(await textCarrier(to(`${url}?account=a`, { template, method: 'GET' })).send(message)).toEqual({ ok: true })
    expect(Object.fromEntries(new URLSearchParams(heard[0]?.body))).toEqual({ mobile: message.to, content: message.text })
    expect([...new URL(heard[1]?.url ?? '', url).searchParams]).toEqual([['account', 'a'], ['mobile', message.to], ['content', message.text]]) // prettier-ignore
    expect(heard[1]?.body).toBe('')
  })

  it.each([
    { status: 500, body: '', lasting: false, fault: '短信网关答复 HTTP 500' },
    { status: 401, body: '', lasting: false, fault: '短信网关答复 HTTP 401' },
    { status: 422, body: '', lasting: true, fault: '短信网关答复 HTTP 422' },
    { status: 200, body: '{"code":15}', lasting: false, fault: '短信网关没有接受：code 为 15' },
    { status: 200, body: '{"code":"no 13800138000"}', lasting: false, fault: '短信网关没有接受：code 为 no …' },
    { status: 200, body: '<html>', lasting: false, fault: '短信网关没有接受：code 没有写明' },
  ])('that answers $status $body has not sent it: lasting is $lasting', async ({ status, body, lasting, fault }) => {
    const { url } = await gateway(says(status, body))
    expect(await textCarrier(to(url, { success: codeIs0 })).send(message)).toEqual({ ok: false, lasting, fault })
  })

  it('is not followed to another place: the number goes nowhere else', async () => {
    const other = await gateway(says(200, '{"code":0}'))
    const { url } = await gateway(says(307, '', { location: other.url }))
    expect(await textCarrier(to(url)).send(message)).toMatchObject({ ok: false, lasting: false, fault: expect.stringContaining('HTTP 307') as string })
    expect(other.heard).toEqual([])
  })

  it('that does not answer in time is left', async () => {
    const { url } = await gateway(() => {})
    expect(await textCarrier(to(url), { milliseconds: 50, answerBytes: 1024 }).send(message)).toEqual({
      ok: false,
      lasting: false,
      fault: '短信网关 0.05 秒内没有答复',
    })
  })

  it('that answers without end is left', async () => {
    const { url } = await gateway((_request, response) => {
      const more = (): void => void (response.destroyed || response.write('x'.repeat(1024), () => setImmediate(more)))
      more()
    })
    const sent = await textCarrier(to(url), { milliseconds: 5000, answerBytes: 4096 }).send(message)
    expect(sent).toEqual({ ok: false, lasting: false, fault: '短信网关的答复超过 4 KB，不能确认是否发出' })
  })

  it('that is away is tried again', async () => {
    const { url } = await gateway(says(200))
    await new Promise<void>((resolve) => servers.splice(0)[0]?.close(() => resolve()))
    expect(await textCarrier(to(url)).send(message)).toMatchObject({ ok: false, lasting: false, fault: expect.stringMatching(/^连接不上短信网关：/) as string })
  })
})
