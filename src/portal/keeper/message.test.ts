// Messages that are put together once: the time that they carry is the clock's, and no header says more than one line.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { standingClock } from '../../platform/clock/clock.ts'
import { messageOf, openTimeStamp, type Message } from './message.ts'

const textOf = ({ bytes }: Message): string => bytes.toString('latin1')

afterEach(() => void vi.useRealTimers())

describe('a message', () => {
  it('is what HTTP/1.1 says, head and body', () => {
    const message = messageOf(410, ['content-type', 'text/plain', 'etag', '"a"'], Buffer.from('gone'))
    expect(textOf(message)).toBe(
      'HTTP/1.1 410 Gone\r\ncontent-type: text/plain\r\netag: "a"\r\nConnection: keep-alive\r\nKeep-Alive: timeout=72\r\nDate: Thu, 01 Jan 1970 00:00:00 GMT\r\n\r\ngone',
    )
    expect(textOf(message).slice(message.headLength)).toBe('gone')
  })

  it.each([
    ['a line break in a value', ['a', 'b\r\nSet-Cookie: c']],
    ['a letter beyond latin1', ['a', '公开']],
    ['a name that is none', ['a b', 'c']],
  ])('is not made with %s', (_, headers) => {
    expect(() => messageOf(200, headers, Buffer.alloc(0))).toThrow()
  })

  it('carries the second in which it is sent', () => {
    vi.useFakeTimers()
    const clock = standingClock(new Date('2026-11-28T10:00:00.400+08:00'), 'Asia/Shanghai')
    const stamp = openTimeStamp(clock)
    const message = messageOf(200, [], Buffer.from('body'))
    const time = (): string => /Date: (.*)\r\n/.exec(textOf(stamp(message)))?.[1] ?? ''
    expect(time()).toBe('Sat, 28 Nov 2026 02:00:00 GMT')
    clock.set(new Date('2026-11-28T10:00:01.000+08:00'))
    vi.advanceTimersByTime(600)
    expect([time(), textOf(message).endsWith('\r\n\r\nbody')]).toEqual(['Sat, 28 Nov 2026 02:00:01 GMT', true])
  })
})
