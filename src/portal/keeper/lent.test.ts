// A connection that Node's server has for one request, and what becomes of it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aMoment, answersIn, get, lineTo, openWire, type Wire } from './wire-fixtures.ts'

let wire: Wire
beforeAll(async () => {
  wire = await openWire()
})
afterAll(() => wire.town.close())
beforeEach(async () => {
  await wire.app.pages.look()
  wire.seen.byNode = 0
})

describe('a connection that is lent to Node for one request', () => {
  const holding = async (work: (free: () => void) => Promise<void>): Promise<void> => {
    let free = (): void => {}
    wire.seen.held = new Promise((resolve) => {
      free = resolve
    })
    await work(free).finally(() => {
      free()
      wire.seen.held = undefined
    })
  }
  const came = async (): Promise<void> => {
    while (wire.seen.byNode < 1) await aMoment()
  }

  it('keeps what comes meanwhile until the answer is out', () =>
    holding(async (free) => {
      const on = await lineTo(wire.app)
      on.send(get('', '/readyz'))
      await came()
      on.send(get('Accept-Encoding: gzip\r\n'))
      free()
      const answers = answersIn(await on.until((got) => answersIn(got).length === 2))
      expect([answers[0]?.body, answers[1]?.headers['content-encoding']]).toEqual(['{"status":"ok"}', 'gzip'])
      on.socket.destroy()
    }))

  it('gets its whole answer and ends, where the portal stops meanwhile', { timeout: 30_000 }, () =>
    holding(async (free) => {
      const portal = await wire.open()
      const on = await lineTo(portal)
      on.send(get('', '/readyz'))
      await came()
      const stopped = portal.close()
      free()
      const [answer] = answersIn(await on.until(() => false))
      expect([answer?.body, on.socket.destroyed]).toEqual(['{"status":"ok"}', true])
      await stopped
    }),
  )

  it('is forgotten where its reader leaves', { timeout: 30_000 }, () =>
    holding(async (free) => {
      const portal = await wire.open()
      const on = await lineTo(portal)
      on.send(get('', '/readyz'))
      await came()
      on.socket.destroy()
      free()
      await portal.close()
    }),
  )

  it('is given up where the portal stops and its reader takes nothing', { timeout: 30_000 }, async () => {
    const portal = await wire.town.open('/', 20_000_000)
    const large = 'x'.repeat(30_000_000)
    portal.get('/big', async () => large)
    await portal.listen({ host: '127.0.0.1', port: 0 })
    const on = await lineTo(portal)
    on.socket.pause()
    on.send(get('', '/big'))
    while (on.socket.readableLength === 0) await aMoment()
    const stopped = portal.close()
    portal.server.closeAllConnections()
    await stopped
    on.socket.destroy()
  })

  it('brings a large answer whole to a slow reader', async () => {
    const portal = await wire.town.open('/', 20_000_000)
    const large = Buffer.alloc(8_000_000, 'x')
    portal.get('/big', async () => large)
    await portal.listen({ host: '127.0.0.1', port: 0 })
    const on = await lineTo(portal)
    on.socket.pause()
    on.send(get('', '/big'))
    while (on.socket.readableLength === 0) await aMoment()
    on.socket.resume()
    const [answer] = answersIn(await on.until((got) => got.length > large.length))
    expect(answer?.body.length).toBe(large.length)
    on.socket.destroy()
  })

  it('ends with an answer that Node calls its last', { timeout: 30_000 }, async () => {
    const portal = await wire.town.open('/', 20_000_000)
    portal.addHook('onRequest', async (_, reply) => void reply.header('connection', 'close'))
    await portal.listen({ host: '127.0.0.1', port: 0 })
    const on = await lineTo(portal)
    on.send(get('', '/readyz'))
    const [answer] = answersIn(await on.until(() => false))
    expect([answer?.body, answer?.headers['connection'], on.socket.destroyed]).toEqual(['{"status":"ok"}', 'close', true])
    await portal.close()
  })

  it('tells who asks', async () => {
    const seen: (string | undefined)[] = []
    const portal = await wire.town.open('/', 20_000_000)
    portal.addHook('onRequest', async (request) => void seen.push(request.ip))
    await portal.listen({ host: '127.0.0.1', port: 0 })
    const on = await lineTo(portal)
    await wire.answersTo(get('', '/readyz'), 1, on)
    await wire.answersTo(get('X-Forwarded-For: 192.0.2.7\r\n', '/readyz'), 1, on)
    expect(seen).toEqual(['127.0.0.1', '192.0.2.7'])
    on.socket.destroy()
  })
})
