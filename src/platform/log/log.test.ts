// Logs tell what the program did, never who somebody is or what they wrote.
import { describe, expect, it } from 'vitest'
import { makeLog } from './log.ts'
import { shortLine } from './short-line.ts'

function logged(row: object, message = 'done'): string {
  const lines: string[] = []
  makeLog('info', { write: (line) => void lines.push(line) }).info(row, message)
  return lines.join('')
}

describe('the log', () => {
  it.each([
    { what: 'a name and a number in a form', row: { body: { name: '吴女士', contact: '13800000000' } } },
    { what: 'a login', row: { account: { login: 'wu', password: 'x' } } },
    { what: 'an address', row: { caller: { remoteAddress: '10.1.2.3' } } },
    { what: 'the headers of a request', row: { req: { method: 'GET', url: '/a', headers: { cookie: 'gongkai_session=abc' } } } },
    { what: 'what somebody searched for', row: { req: { method: 'GET', url: '/search?q=吴女士' } } },
    {
      what: 'the values in an error of the database',
      row: { err: Object.assign(new Error('duplicate key'), { detail: 'Key (name)=(吴女士) exists', code: '23505' }) },
    },
  ])('leaves out $what', ({ row }) => {
    // the line's own time may hold any digits
    const { time, ...told } = JSON.parse(logged(row)) as Record<string, unknown>
    expect(time).toMatch(/^\d{4}-/)
    expect(JSON.stringify(told)).not.toMatch(/吴女士|138|"wu"|10\.1\.2\.3|abc/)
  })

  it('keeps what is needed to find a fault', () => {
    const row: unknown = JSON.parse(
      logged({ part: 'office', reqId: 'req-1', err: Object.assign(new Error('duplicate key'), { code: '23505', table: 'unit' }) }),
    )
    expect(row).toMatchObject({ level: 30, part: 'office', reqId: 'req-1', msg: 'done', err: { message: 'duplicate key', code: '23505', table: 'unit' } })
  })
})

describe('shortLine', () => {
  it('is one line that a person can read', () => {
    expect(shortLine('{"level":40,"time":"2026-11-22T02:00:00.000Z","part":"worker","reqId":"r1","msg":"late","minutes":3}')).toBe(
      '2026-11-22T02:00:00.000Z warn  worker [r1] late minutes=3\n',
    )
  })

  it('ends with the stack of an error', () => {
    expect(shortLine('{"level":50,"time":"t","msg":"failed","err":{"message":"m","stack":"Error: m\\n  at x"}}')).toBe('t ERROR failed Error: m\n  at x\n')
  })

  it('leaves alone what is not of the log', () => {
    expect(shortLine('hello\n')).toBe('hello\n')
  })
})
