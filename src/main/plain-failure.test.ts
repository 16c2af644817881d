// What an operator can mend is told in one sentence of each language; everything else keeps its stack.
import { describe, expect, it } from 'vitest'
import { NewerDatabaseError } from '../platform/database/migrate.ts'
import { NewerDataError } from '../platform/postgres/embedded.ts'
import { PlainFailure, plainSentenceOf } from './plain-failure.ts'

const coded = (code: string, message = 'x'): Error => Object.assign(new Error(message), { code })

describe('plainSentenceOf', () => {
  it.each([
    { error: coded('ENOSPC'), says: '磁盘空间已满' },
    { error: coded('53100'), says: '磁盘空间已满' },
    { error: new Error('the database could not be made: FATAL: No space left on device'), says: '磁盘空间已满' },
    { error: coded('EROFS'), says: '只读' },
    { error: coded('EACCES', 'permission denied, open /x'), says: '没有权限' },
    { error: new NewerDataError('19'), says: '更新版本' },
    { error: new NewerDatabaseError('x.sql'), says: '更新版本' },
    { error: coded('ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:9'), says: '无法连接数据库' },
    { error: coded('28P01', 'password authentication failed'), says: '数据库拒绝登录' },
    { error: new Error('Connection terminated unexpectedly'), says: 'pg.log' },
    { error: new Error('migration x.sql failed', { cause: coded('53100') }), says: '磁盘空间已满' },
    { error: new PlainFailure('停。', 'Stop.'), says: '停。\nStop.' },
  ])('says $says', ({ error, says }) => {
    const sentence = plainSentenceOf(error)
    expect(sentence).toContain(says)
    expect(sentence?.split('\n')).toHaveLength(2)
  })

  it('has none for a fault of the program', () => {
    expect(plainSentenceOf(new TypeError('x is not a function'))).toBeUndefined()
    expect(plainSentenceOf(coded('23505'))).toBeUndefined()
  })
})
