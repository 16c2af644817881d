// What is kept, for how long, and in how much room.
import { describe, expect, it } from 'vitest'
import type { Topic } from '../../modules/publication/rules/topics.ts'
import { encodingFor, etagsOf, has, toPlain } from './forms.ts'
import { openKeeper, type Answer, type Keeper, type Kept } from './keeper.ts'
import { openKeptValue } from './value.ts'

const state = { sure: true, day: '2026-11-28' }
const open = (room = 1_000_000): Keeper => openKeeper({ room, sure: () => state.sure, today: () => state.day })
const answer = (text: Buffer): Answer => ({ status: 200, headers: ['content-type', 'text/html'], etags: etagsOf(text), packs: true, route: '/' })

async function keep(keeper: Keeper, key: string, topics: readonly Topic[], words = key, during: () => void = () => {}): Promise<Kept> {
  const making = keeper.begin()
  during()
  const text = Buffer.from(words)
  const kept = await keeper.keep(key, making, topics, answer(text), text, 'gzip')
  keeper.end(making)
  return kept
}

describe('a kept answer', () => {
  it('is dropped by what it depends on, and by nothing else', async () => {
    const keeper = open()
    await keep(keeper, 'a', ['document/1', 'unit/1'])
    await keep(keeper, 'b', ['document/2', 'unit/1'])
    keeper.touched(['document/1', 'document/9'])
    expect([keeper.find('a'), keeper.find('b')?.status]).toEqual([undefined, 200])
    keeper.touched(['unit/1'])
    expect([keeper.find('b'), keeper.count, keeper.bytes]).toEqual([undefined, 0, 0])
  })

  it('shares its headers with all that leave under the same, and keeps its own fingerprint', async () => {
    const keeper = open()
    const [one, other] = [await keep(keeper, 'a', []), await keep(keeper, 'b', [])]
    expect(one.headers).toBe(other.headers)
    expect(one.forms.gzip?.headers).toContain(one.etags.gzip)
    expect(other.forms.gzip?.headers).toContain(other.etags.gzip)
  })

  it('is not kept where something that it depends on changed while it was made', async () => {
    const keeper = open()
    await keep(keeper, 'a', ['document/1'], 'a', () => keeper.touched(['document/1']))
    await keep(keeper, 'b', ['document/1'], 'b', () => keeper.touched(['document/2']))
    await keep(keeper, 'c', ['document/1'], 'c', () => keeper.doubted())
    expect(['a', 'b', 'c'].map((key) => keeper.find(key) !== undefined)).toEqual([false, false, false])
    await keep(keeper, 'b', ['document/1'], 'b', () => keeper.touched(['document/2']))
    expect(keeper.find('b')).toBeDefined()
  })

  it('is not sent while it is not sure that nothing changed, nor on another day', async () => {
    const keeper = open()
    await keep(keeper, 'a', [])
    state.sure = false
    expect(keeper.find('a')).toBeUndefined()
    state.sure = true
    expect(keeper.find('a')).toBeDefined()
    state.day = '2026-11-29'
    expect(keeper.find('a')).toBeUndefined()
    state.day = '2026-11-28'
  })

  it('makes room for others when it was not asked for, and nothing ever takes more than the room', async () => {
    const keeper = open(60_000)
    await keep(keeper, 'asked for', [])
    for (let at = 0; at < 200; at += 1) {
      await keep(keeper, `page ${at}`, [`document/${at}`])
      expect(keeper.find('asked for')).toBeDefined()
      expect(keeper.bytes).toBeLessThanOrEqual(60_000)
    }
    expect([keeper.find('page 0'), keeper.find('page 199')?.status]).toEqual([undefined, 200])
    // one that would push out all others is not kept
    await keep(keeper, 'huge', [], Array.from({ length: 20_000 }, (_, at) => String((at * 7919) % 100_003)).join(''))
    expect(keeper.find('huge')).toBeUndefined()
  })

  it('says the same in every form, and each form has a fingerprint of its own', async () => {
    const keeper = open()
    const words = '政府信息公开'.repeat(300)
    const kept = await keep(keeper, 'a', [], words)
    const fingerprints = new Set<string | undefined>()
    for (const encoding of ['identity', 'gzip', 'br'] as const) {
      const { body, headers } = await keeper.inForm(kept, encoding)
      expect((await toPlain(encoding, body)).toString()).toBe(words)
      expect(headers[headers.indexOf('content-length') + 1]).toBe(String(body.length))
      fingerprints.add(headers[headers.indexOf('etag') + 1])
    }
    expect(fingerprints.size).toBe(3)
    expect(keeper.bytes).toBeGreaterThan(Buffer.byteLength(words))
  })
})

describe('what a reader takes', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['gzip;q=1.0, br;q=0', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['*', 'br'],
    ['identity', 'identity'],
    ['', 'identity'],
    [undefined, 'identity'],
  ] as const)('%s: %s', (header, encoding) => expect(encodingFor(header)).toBe(encoding))

  it('is known by the fingerprint of any form, weak or strong', () => {
    const etags = etagsOf('text')
    expect([etags.br, `W/${etags.gzip}`, `"other", ${etags.identity}`, '*'].map((header) => has(header, etags))).toEqual([true, true, true, true])
    expect([undefined, '"other"', etagsOf('other text').br].map((header) => has(header, etags))).toEqual([false, false, false])
  })
})

describe('a kept value', () => {
  it('is made once for all who ask at once, again when it was touched, and each time while nothing is sure', async () => {
    let made = 0
    const value = openKeptValue({ topics: ['site'], make: async () => (made += 1), today: () => state.day, sure: () => state.sure })
    expect(await Promise.all([value.get(), value.get(), value.get()])).toEqual([1, 1, 1])
    value.touched(['documents'])
    expect(await value.get()).toBe(1)
    value.touched(['site'])
    expect(await value.get()).toBe(2)
    state.sure = false
    expect([await value.get(), await value.get()]).toEqual([3, 4])
    state.sure = true
    expect(await value.get()).toBe(2)
    value.doubted()
    expect(await value.get()).toBe(5)
  })

  it('that could not be made is asked for again', async () => {
    let tries = 0
    const make = async (): Promise<string> => {
      tries += 1
      if (tries === 1) throw new Error('away')
      return 'here'
    }
    const value = openKeptValue({ topics: [], make, today: () => state.day, sure: () => true })
    await expect(value.get()).rejects.toThrow('away')
    expect(await value.get()).toBe('here')
  })
})
