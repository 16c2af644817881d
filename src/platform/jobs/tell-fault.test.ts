// What the log says while the database is away.
import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { makeLog } from '../log/log.ts'
import { tellFault } from './tell-fault.ts'

function saidOf(error: Error, times: number): string[] {
  const lines: string[] = []
  const log = makeLog('info', new Writable({ write: (chunk: Buffer, _, done) => (lines.push(chunk.toString()), done()) }))
  for (let failures = 1; failures <= times; failures += 1) tellFault(log, { part: 'inbox', failures, error })
  return lines
}

test.each([
  Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' }),
  Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' }),
  new Error('Connection terminated unexpectedly'),
])('a database that is away ($message) is told in single lines, ever fewer, without a trace', (error) => {
  const lines = saidOf(error, 100)
  expect(lines).toHaveLength(7)
  for (const line of lines) expect(line).not.toContain('tell-fault')
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ part: 'inbox', failures: 64, msg: 'the database is away, it will be asked again' })
})

test('whatever else fails is told each time, with where it happened', () => {
  const lines = saidOf(new Error('the wrong column'), 3)
  expect(lines).toHaveLength(3)
  expect(lines[0]).toContain('tell-fault')
})
