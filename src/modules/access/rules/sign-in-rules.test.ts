// Lockout, sessions, one-time codes, validity and retention, by the minute and by the day.
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { keepFrom } from './audit-retention.ts'
import { afterFailure, isLocked, minutesLocked } from './lockout.ts'
import { codeAt, stepOfCode, uriOf, writtenSeed } from './one-time-code.ts'
import { hasEnded, stageOf } from './session.ts'
import { isInForce, overlap } from './validity.ts'

const at = (time: string): Date => new Date(`2026-11-22T${time}Z`)

describe('failed sign-ins', () => {
  it('lock at the fifth in a row, for ten minutes, and count anew afterwards', () => {
    expect(afterFailure({ failedAttempts: 3, lockedUntil: null }, at('09:00:00'))).toEqual({ failedAttempts: 4, lockedUntil: null })
    const locked = afterFailure({ failedAttempts: 4, lockedUntil: null }, at('09:00:00'))
    expect(locked).toEqual({ failedAttempts: 0, lockedUntil: at('09:10:00') })
    expect(isLocked(locked, at('09:09:59'))).toBe(true)
    expect(isLocked(locked, at('09:10:00'))).toBe(false)
    expect(minutesLocked(locked, at('09:00:30'))).toBe(10)
    expect(minutesLocked(locked, at('09:09:50'))).toBe(1)
  })
})

describe('a session', () => {
  it.each([
    { created: '09:00:00', seen: '09:00:00', now: '09:29:59', complete: true, ended: false, because: 'idle for less than thirty minutes' },
    { created: '09:00:00', seen: '09:00:00', now: '09:30:00', complete: true, ended: true, because: 'idle for thirty minutes' },
    { created: '09:00:00', seen: '20:50:00', now: '20:59:59', complete: true, ended: false, because: 'busy, not yet twelve hours' },
    { created: '09:00:00', seen: '20:50:00', now: '21:00:00', complete: true, ended: true, because: 'twelve hours' },
    { created: '09:00:00', seen: '09:04:00', now: '09:05:00', complete: false, ended: true, because: 'no second factor within five minutes' },
  ])('$because', ({ created, seen, now, complete, ended }) => {
    expect(hasEnded({ createdAt: at(created), lastSeenAt: at(seen), complete }, at(now))).toBe(ended)
  })

  it('owes the second factor, then the password, then the device', () => {
    const all = { complete: false, mustChangePassword: true, totpRequired: true, totpSetUp: false }
    expect(stageOf(all)).toBe('second-factor')
    expect(stageOf({ ...all, complete: true })).toBe('change-password')
    expect(stageOf({ ...all, complete: true, mustChangePassword: false })).toBe('set-up-totp')
    expect(stageOf({ ...all, complete: true, mustChangePassword: false, totpSetUp: true })).toBe('complete')
  })
})

describe('a one-time code', () => {
  // RFC 6238, appendix B: the seed of the SHA-1 rows, the last six of eight digits.
  const seed = Buffer.from('12345678901234567890')
  it.each([
    { seconds: 59, code: '287082' },
    { seconds: 1_111_111_109, code: '081804' },
    { seconds: 1_234_567_890, code: '005924' },
    { seconds: 2_000_000_000, code: '279037' },
  ])('is $code at second $seconds, as the standard says', ({ seconds, code }) => {
    expect(codeAt(seed, new Date(seconds * 1000))).toBe(code)
  })

  it('is taken half a minute early or late, and once', () => {
    const now = new Date(1_234_567_890_000)
    const step = 41_152_263
    expect(stepOfCode(seed, '005924', now, null)).toBe(step)
    expect(stepOfCode(seed, '005924', new Date(now.getTime() + 30_000), null)).toBe(step)
    expect(stepOfCode(seed, '005924', new Date(now.getTime() - 30_000), null)).toBe(step)
    expect(stepOfCode(seed, '005924', new Date(now.getTime() + 60_000), null)).toBeUndefined()
    expect(stepOfCode(seed, '005924', now, step)).toBeUndefined()
    expect(stepOfCode(seed, '005924', now, step - 1)).toBe(step)
  })

  it('comes from a seed that an authenticator can read', () => {
    expect(writtenSeed(seed)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
    expect(decodeURIComponent(uriOf(seed, 'wang'))).toMatch(/^otpauth:\/\/totp\/政府信息公开:wang\?.*secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ/)
  })
})

describe('validity', () => {
  const span = (from: string, until: string | null) => ({ validFrom: day(from), validUntil: until === null ? null : day(until) })
  it('has its first and its last day', () => {
    const week = span('2026-11-16', '2026-11-20')
    expect(['2026-11-15', '2026-11-16', '2026-11-20', '2026-11-21'].map((on) => isInForce(week, day(on)))).toEqual([false, true, true, false])
    expect(isInForce(span('2026-11-16', null), day('2099-01-01'))).toBe(true)
  })

  it('overlaps where one day is common', () => {
    expect(overlap(span('2026-01-01', '2026-01-31'), span('2026-01-31', null))).toBe(true)
    expect(overlap(span('2026-01-01', '2026-01-31'), span('2026-02-01', null))).toBe(false)
  })
})

describe('the audit trail', () => {
  it.each([
    { today: '2026-11-22', from: '2026-05-22', because: 'six months before' },
    { today: '2026-08-31', from: '2026-02-28', because: 'February is shorter' },
    { today: '2026-03-15', from: '2025-09-15', because: 'across the turn of the year' },
  ])('is kept on $today from $from on: $because', ({ today, from }) => {
    expect(keepFrom(day(today))).toBe(from)
  })
})
