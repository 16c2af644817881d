// What is read from the bytes of a request, and what is left to Node. The corpus was written from RFC 9112 before the reader of heads.
import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askedBy, readHead, type Asked } from './asked.ts'

const first = 'GET /documents/1 HTTP/1.1\r\n'
const host = 'Host: www.qinglan.example\r\n'
const plain = `${first}${host}\r\n`
const asked: Asked = { host: 'www.qinglan.example', accepts: undefined, has: undefined, passedOn: false }

describe('a request that is read', () => {
  const corpus: readonly { readonly of: string; readonly text: string; readonly expected: Partial<Asked>; readonly url?: string; readonly method?: string }[] =
    [
      { of: 'nothing but its host', text: plain, expected: {} },
      { of: 'HEAD', text: plain.replace('GET', 'HEAD'), expected: {}, method: 'HEAD' },
      { of: 'a query', text: plain.replace('/1', '/1?a=%E6%B0%91&b'), expected: {}, url: '/documents/1?a=%E6%B0%91&b' },
      { of: 'the root', text: plain.replace('/documents/1', '/'), expected: {}, url: '/' },
      { of: 'names in any case', text: `${first}HOST: www.qinglan.example\r\naccept-ENCODING: br\r\n\r\n`, expected: { accepts: 'br' } },
      {
        of: 'no space, tabs and spaces around values',
        text: `${first}Host:www.qinglan.example\r\nAccept-Encoding:\t gzip \t\r\n\r\n`,
        expected: { accepts: 'gzip' },
      },
      { of: 'an empty value', text: `${first}${host}Accept-Encoding:\r\n\r\n`, expected: { accepts: '' } },
      { of: 'a fingerprint', text: `${first}${host}If-None-Match: "a-g", W/"b"\r\n\r\n`, expected: { has: '"a-g", W/"b"' } },
      { of: 'a proxy', text: `${first}${host}X-Forwarded-Proto: https\r\n\r\n`, expected: { passedOn: true } },
      { of: 'a connection to be kept', text: `${first}${host}Connection: Keep-Alive\r\n\r\n`, expected: {} },
      { of: 'fields that have no say', text: `${first}${host}Cookie: a=b\r\nUser-Agent: Mozilla/5.0 (\xe9)\r\nX: \r\n\r\n`, expected: {} },
      { of: 'a value with colons', text: `${first}Host: [::1]:8080\r\n\r\n`, expected: { host: '[::1]:8080' } },
    ]
  it.each(corpus)('with $of', ({ text, expected, url = '/documents/1', method = 'GET' }) => {
    expect(readHead(text)).toEqual({ method, url, asked: { ...asked, ...expected } })
  })
})

describe('a request that is left to Node', () => {
  it.each([
    ['another method', plain.replace('GET', 'POST')],
    ['a method in small letters', plain.replace('GET', 'get')],
    ['HTTP/1.0', plain.replace('1.1', '1.0')],
    ['HTTP/2', plain.replace('1.1', '2.0')],
    ['no version', plain.replace(' HTTP/1.1', '')],
    ['an absolute address', plain.replace('/documents', 'http://www.qinglan.example/documents')],
    ['an asterisk for an address', plain.replace('/documents/1', '*')],
    ['two spaces before the address', plain.replace('GET ', 'GET  ')],
    ['two spaces behind the address', plain.replace(' HTTP', '  HTTP')],
    ['a space in the address', plain.replace('/documents', '/docu ments')],
    ['a letter beyond ASCII in the address', plain.replace('/documents', '/\xe6')],
    ['a zero byte in the address', plain.replace('/documents', '/\0')],
    ['an empty line before it', `\r\n${plain}`],
    ['no fields', `${first}\r\n`],
    ['no host', `${first}Accept: */*\r\n\r\n`],
    ['two hosts', `${first}${host}${host}\r\n`],
    ['two lists of encodings', `${first}${host}Accept-Encoding: br\r\nAccept-Encoding: gzip\r\n\r\n`],
    ['two lists of fingerprints', `${first}${host}If-None-Match: "a"\r\nif-none-match: "b"\r\n\r\n`],
    ['a connection that is to end', `${first}${host}Connection: close\r\n\r\n`],
    ['a connection to be upgraded', `${first}${host}Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n`],
    ['an upgrade alone', `${first}${host}Upgrade: websocket\r\n\r\n`],
    ['a connection field that names others', `${first}${host}Connection: keep-alive, If-None-Match\r\n\r\n`],
    ['a length', `${first}${host}Content-Length: 0\r\n\r\n`],
    ['a length and a body', `${first}${host}Content-Length: 1\r\n\r\nx`],
    ['a body in pieces', `${first}${host}Transfer-Encoding: chunked\r\n\r\n`],
    ['a connection that is to end, as old proxies say it', `${first}${host}Proxy-Connection: close\r\n\r\n`],
    ['more fields than any reader sends', `${first}${host}${'a:\r\n'.repeat(101)}\r\n`],
    ['an expectation', `${first}${host}Expect: 100-continue\r\n\r\n`],
    ['half of it', plain.slice(0, -3)],
    ['no empty line', plain.slice(0, -2)],
    ['a second request behind it', plain + plain],
    ['something behind it', `${plain}x`],
    ['lines that end with a line feed alone', plain.replaceAll('\r\n', '\n')],
    ['one line that ends with a line feed alone', plain.replace('example\r\n', 'example\nX: y\r\n')],
    ['a carriage return within a value', plain.replace('www', 'w\rw')],
    ['a zero byte within a value', plain.replace('www', 'w\0w')],
    ['a control byte within a value', plain.replace('www', 'w\x7fw')],
    ['a folded line', `${first}${host} and.more\r\n\r\n`],
    ['a line folded by a tab', `${first}${host}\tmore\r\n\r\n`],
    ['a space before the colon', plain.replace('Host:', 'Host :')],
    ['a space before the name', plain.replace('Host', ' Host')],
    ['a line without a colon', `${first}${host}Accept\r\n\r\n`],
    ['a line without a name', `${first}${host}: value\r\n\r\n`],
    ['a name beyond ASCII', `${first}${host}H\xf6st: a\r\n\r\n`],
    ['nothing', ''],
  ])('has %s', (_, text) => {
    expect(readHead(text)).toBeUndefined()
  })
})

describe('beside the parser of Node', () => {
  let server: Server
  let port = 0
  let seen: { readonly method: string | undefined; readonly url: string | undefined; readonly asked: Asked | undefined; readonly keeps: boolean }[] = []
  beforeAll(async () => {
    server = createServer(({ method, url, rawHeaders }, response) => {
      seen.push({ method, url, asked: askedBy(rawHeaders), keeps: response.shouldKeepAlive })
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    port = (server.address() as AddressInfo).port
  })
  afterAll(() => new Promise((resolve) => server.close(resolve)))

  const byNode = async (text: string): Promise<typeof seen> => {
    seen = []
    await new Promise<void>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.end(Buffer.from(text, 'latin1')))
      socket.once('error', reject).once('close', () => resolve()).resume() // prettier-ignore
    })
    return seen
  }
  const pieces = [
    '\r',
    '\n',
    '\r\n',
    ' ',
    '\t',
    ':',
    '\0',
    '\x7f',
    '\xe9',
    '"',
    ',',
    'x',
    'HTTP/1.1',
    'Host: b',
    'Content-Length: 3',
    'Connection: close',
    'Proxy-Connection: close',
    'Connection: keep-alive',
    'Expect: 100-continue',
    'Upgrade: x',
    'Transfer-Encoding: chunked',
    '/',
    '?',
    '#',
    '%',
    '\r\n\r\n',
  ]
  const whole = `${first}${host}Accept-Encoding: gzip, br\r\nIf-None-Match: "a-g"\r\nUser-Agent: Mozilla/5.0\r\nConnection: keep-alive\r\n\r\n`
  const edits = fc.array(fc.record({ at: fc.nat(whole.length), out: fc.nat(3), put: fc.constantFrom('', ...pieces) }), { minLength: 1, maxLength: 3 })

  it('what is read of any request is what Node reads of it', async () => {
    let read = 0
    await fc.assert(
      fc.asyncProperty(edits, async (all) => {
        const text = all.reduce((before, { at, out, put }) => before.slice(0, at) + put + before.slice(at + out), whole)
        const head = readHead(text)
        if (!head) return
        read += 1
        expect(await byNode(text), JSON.stringify(text)).toEqual([{ ...head, keeps: true }])
      }),
      { numRuns: 1500 },
    )
    expect(read).toBeGreaterThan(100)
  })
})
