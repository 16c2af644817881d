// What the mails say and when a failed one is tried again.
import { describe, expect, it } from 'vitest'
import { codeLetterOf, digestOf, nextTry, trialLetterOf } from './outgoing.ts'

const at = new Date('2026-11-26T00:40:00Z')

describe('a failed letter', () => {
  it.each([
    { tries: 1, next: '2026-11-26T00:41:00.000Z' },
    { tries: 2, next: '2026-11-26T00:45:00.000Z' },
    { tries: 4, next: '2026-11-26T01:40:00.000Z' },
    { tries: 7, next: '2026-11-27T00:40:00.000Z' },
    { tries: 8, next: undefined },
  ])('is tried again after failure $tries at $next', ({ tries, next }) => {
    expect(nextTry(tries, at)?.toISOString()).toBe(next)
  })
})

describe('the digest', () => {
  const digest = digestOf({
    name: '林知夏',
    counts: [
      { kind: 'task', count: 3 },
      { kind: 'urged', count: 1 },
    ],
    inbox: 'https://office.example.gov.cn/notices',
  })
  it('counts by kind and leads to the inbox', () => {
    expect(digest.text.split('\n').slice(0, 6)).toEqual(['林知夏：', '', '您在政务公开后台有 4 条未读的新消息：', '  待办 3 条', '  催办 1 条', ''])
    expect(digest.text).toContain('请登录后台查看：https://office.example.gov.cn/notices')
  })
  it('says how to come there where the address of the office is not set', () => {
    expect(digestOf({ name: '林知夏', counts: [{ kind: 'task', count: 1 }], inbox: undefined }).text).toContain('请登录政务公开后台查看。')
  })
  it('names nobody in its subject, as no letter does', () => {
    const subjects = [digest, codeLetterOf('123456'), trialLetterOf('林知夏')].map((one) => one.subject)
    expect(subjects).toEqual(['政务公开后台：您有 4 条新消息', '政务公开后台：确认您的邮箱', '政务公开后台：测试邮件'])
  })
})
