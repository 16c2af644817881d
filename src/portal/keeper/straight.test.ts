// Kept answers straight on the connection: whatever comes over the wire, the reader gets what Node's own server would have sent.
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { withdraw } from '../../modules/publication/index.ts'
import { now } from '../fixtures.ts'
import { aMoment, answersIn, get, lineTo, openWire, path, portOf, withoutTime, type Wire } from './wire-fixtures.ts'

let wire: Wire
beforeAll(async () => {
  wire = await openWire()
})
afterAll(() => wire.town.close())
beforeEach(async () => {
  await wire.app.pages.look()
  wire.seen.byNode = 0
})

describe('a kept page that is asked for plainly', () => {
  it.each([
    ['gzip', get('Accept-Encoding: gzip\r\n')],
    ['br', get('Accept-Encoding: gzip, deflate, br\r\n')],
    ['the plain form', get('Accept-Encoding: identity\r\n')],
    ['no word of encodings', get()],
    ['HEAD', get('Accept-Encoding: gzip\r\n').replace('GET', 'HEAD')],
    [
      'the fields of a browser',
      get('Accept-Encoding: gzip\r\nUser-Agent: Mozilla/5.0\r\nCookie: a=b; c=d\r\nConnection: keep-alive\r\nSec-Fetch-Mode: navigate\r\n'),
    ],
  ])('leaves without Node reading it, and is what Node would have sent: %s', async (_, text) => {
    const straight = await wire.straightTo(text)
    expect(wire.seen.byNode).toBe(0)
    expect(straight?.status).toBe(200)
    expect([straight]).toEqual(await wire.byNode(text, 1))
  })

  it('is 304 to whoever has it, and has the time of the clock', async () => {
    const [first] = await wire.answersTo(get('Accept-Encoding: gzip\r\n'), 1)
    const text = get(`Accept-Encoding: gzip\r\nIf-None-Match: ${first?.headers['etag']}\r\n`)
    const on = await lineTo(wire.app)
    const again = await wire.straightTo(text, on)
    expect([again?.status, again?.body, wire.seen.byNode]).toEqual([304, '', 0])
    expect([again]).toEqual(await wire.byNode(text, 1))
    expect(answersIn(await on.until(() => true))[0]?.headers['date']).toBe(now.toUTCString())
    on.socket.destroy()
  })

  it('comes as often as it is asked for on one connection, in turn with others', async () => {
    const on = await lineTo(wire.app)
    const texts = [get('Accept-Encoding: gzip\r\n'), get('Accept-Encoding: br\r\n'), get()]
    const forms = []
    for (const text of [...texts, ...texts]) {
      forms.push((await wire.straightTo(text, on))?.headers['content-encoding'])
      expect(wire.seen.byNode).toBe(0)
    }
    expect(forms).toEqual(['gzip', 'br', undefined, 'gzip', 'br', undefined])
    on.socket.destroy()
  })

  it('is counted like any other', async () => {
    const counted = async (): Promise<number> => {
      const text = await (await fetch(`http://127.0.0.1:${portOf(wire.app)}/metrics`)).text()
      return Number(/gongkai_http_answers_total\{method="GET",route="\/documents\/:id",status="200"\} (\d+)/.exec(text)?.[1])
    }
    const before = await counted()
    await wire.answersTo(get('Accept-Encoding: gzip\r\n'), 1)
    expect(await counted()).toBe(before + 1)
  })

  it('is gone from an open connection as soon as it is withdrawn', async () => {
    const { documentId: id } = await wire.town.publish({ title: '不该公开的标题' })
    await wire.app.pages.look()
    const text = get('Accept-Encoding: identity\r\n', path(id))
    await wire.answersTo(text, 1)
    const on = await lineTo(wire.app)
    const first = await wire.straightTo(text, on)
    expect(Buffer.from(first?.body ?? '', 'latin1').toString()).toContain('不该公开的标题')
    expect(wire.seen.byNode).toBe(0)
    await wire.town.database.transaction((tx) => withdraw(tx, { documentId: id, reason: 'personal-privacy', at: now }))
    await wire.app.pages.look()
    const [second] = await wire.answersTo(text, 1, on)
    expect([second?.status, Buffer.from(second?.body ?? '', 'latin1').includes('不该公开的标题')]).toEqual([410, false])
    on.socket.destroy()
  })
})

describe('every other request is read by Node from its first byte on', () => {
  const body = 'kind=other&text=x'
  it.each([
    ['a page that is not kept', get('', '/readyz'), 1, 1],
    ['what does not exist', get('', '/nothing'), 1, 1],
    [
      'a form that is sent',
      `POST /error-reports HTTP/1.1\r\nHost: www.qinglan.example\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      1,
      1,
    ],
    ['two in one piece', get() + get('Accept-Encoding: gzip\r\n'), 2, 2],
    ['a connection that is to end', get('Connection: close\r\n'), 1, 1],
    ['no host', 'GET /x HTTP/1.1\r\n\r\n', 1, 0],
    ['a length and a body in pieces at once', get('Content-Length: 3\r\nTransfer-Encoding: chunked\r\n'), 1, 0],
    ['lines that end with a line feed alone', get().replaceAll('\r\n', '\n'), 1, 0],
    ['a head of 20 kB', get(`X: ${'x'.repeat(20_000)}\r\n`), 1, 0],
    ['a head of 9 kB', get(`X: ${'x'.repeat(9_000)}\r\n`), 1, 1],
  ])('%s', async (_, text, count, requests) => {
    const answers = await wire.answersTo(text, count)
    // what Node refuses never becomes a request
    expect([answers.length, wire.seen.byNode]).toEqual([count, requests])
    expect(answers).toEqual(await wire.byNode(text, count))
  })

  it('one that comes byte by byte', async () => {
    const on = await lineTo(wire.app)
    on.socket.setNoDelay(true)
    for (const byte of get('Accept-Encoding: gzip\r\n')) {
      on.send(byte)
      await new Promise((resolve) => setImmediate(resolve))
    }
    const got = await on.until((so) => answersIn(so).length === 1)
    expect(answersIn(got).map(withoutTime)).toEqual(await wire.byNode(get('Accept-Encoding: gzip\r\n'), 1))
    on.socket.destroy()
  })

  it('after a kept one on the same connection, in the order of asking, and kept ones after it', async () => {
    const on = await lineTo(wire.app)
    const texts = [get('Accept-Encoding: gzip\r\n'), get('', '/readyz'), get('Accept-Encoding: br\r\n')]
    const answers = []
    for (const text of texts) answers.push(...(await wire.answersTo(text, 1, on)))
    // the second one, and on a busy machine another
    expect(wire.seen.byNode).toBeLessThan(texts.length)
    expect(answers).toEqual((await Promise.all(texts.map((text) => wire.byNode(text, 1)))).flat())
    on.socket.destroy()
  })
})

describe('a connection that rests', () => {
  it('is not waited for when the portal stops', { timeout: 30_000 }, async () => {
    const portal = await wire.open()
    const [silent, asked] = [await lineTo(portal), await lineTo(portal)]
    await wire.answersTo(get('', '/readyz'), 1, asked)
    await portal.close()
    for (const one of [silent, asked]) {
      await one.until(() => false)
      expect(one.socket.destroyed).toBe(true)
    }
  })

  it('takes no more from a reader who does not take what was sent to him, until he does', { timeout: 30_000 }, async () => {
    const text = get('Accept-Encoding: identity\r\n')
    const first = await lineTo(wire.app)
    first.send(text)
    const { length } = await first.until((got) => answersIn(got).length === 1)
    first.socket.destroy()

    const reader = connect(portOf(wire.app), '127.0.0.1')
    await new Promise((resolve) => reader.once('connect', resolve))
    const ownEnd = (): Socket | undefined => wire.seen.ends.find((one) => one.remotePort === reader.localPort)
    while (!ownEnd()) await aMoment()
    const end = ownEnd()!
    let asked = 0
    // as much as the system holds between the two ends, and some more; one after the other, since two in one piece are Node's
    while (!end.isPaused() && asked < 10_000) {
      reader.write(text)
      asked += 1
      while (end.bytesRead < asked * text.length) await aMoment()
    }
    expect(end.writableLength).toBeLessThan(100_000 + length)
    let got = 0
    for await (const part of reader) {
      got += (part as Buffer).length
      if (got >= asked * length) break
    }
    expect(got).toBe(asked * length)
  })
})
