// The command as an operator runs it: in a process of its own, where no data are.
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PlainFailure } from '../plain-failure.ts'
import { deadlineCommand } from './deadline.ts'

const program = join(import.meta.dirname, '../../../bin/gongkai.mjs')

function deadline(...words: string[]): { status: number | null; out: string; error: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'deadline', ...words], { cwd: tmpdir(), encoding: 'utf8' })
  return { status, out: stdout, error: stderr }
}

describe('gongkai deadline', () => {
  test('answers in JSON with due day, article and ledger', () => {
    const { status, out } = deadline('--term', 'reply', '--from', '2024-01-31', '--json')
    expect(status).toBe(0)
    const answer = JSON.parse(out) as { days: { day: string; counted: boolean; why: string }[] }
    expect(answer).toMatchObject({ due: '2024-03-04', provisional: false, article: 'ogi-2019/33' })
    expect(answer.days).toHaveLength(33)
    expect(answer.days.slice(0, 4)).toEqual([
      { day: '2024-02-01', counted: true, why: '工作日' },
      { day: '2024-02-02', counted: true, why: '工作日' },
      { day: '2024-02-03', counted: false, why: '周末' },
      { day: '2024-02-04', counted: true, why: '调休上班' },
    ])
    expect(answer.days.find(({ day }) => day === '2024-02-12')).toEqual({ day: '2024-02-12', counted: false, why: '春节放假' })
  })

  test('takes pauses, restarts and an extension together, and tells them in words', () => {
    const { status, out } = deadline('--term', 'reply', '--from', '2025-04-01', '--restart', '2025-04-14', '--pause', '2025-04-21..2025-05-09', '--extend', '5')
    expect(status).toBe(0)
    expect(out).toContain('答复申请：2025-06-09')
    expect(out).toContain('《政府信息公开条例》第三十三条')
    expect(out).toContain('中止计时，不计')
    expect(out).toContain('重新起算之日，不计')
  })

  test.each([
    ['a term that there is not', ['--term', 'lunch', '--from', '2024-01-31'], '没有叫“lunch”的期限'],
    ['a day that does not exist', ['--term', 'reply', '--from', '2023-02-30'], '“2023-02-30”不是'],
    ['a day before the Regulation', ['--term', 'reply', '--from', '2007-12-31'], '“2007-12-31”不是'],
    ['a term that the law did not know yet', ['--term', 'correction-notice', '--from', '2018-03-01'], '还没有“告知补正”这个期限'],
    ['a pause that is turned around', ['--term', 'reply', '--from', '2024-01-31', '--pause', '2024-02-09..2024-02-05'], '应写成'],
    ['a restart before the beginning', ['--term', 'reply', '--from', '2024-01-31', '--restart', '2024-01-30'], '早于起算日'],
    ['more than may be extended', ['--term', 'reply', '--from', '2024-01-31', '--extend', '21'], '可以延长0到20'],
    ['an extension of what cannot be extended', ['--term', 'publish', '--from', '2024-01-31', '--extend', '1'], '不能延长'],
    ['a half extension', ['--term', 'reply', '--from', '2024-01-31', '--extend', '1.5'], '可以延长0到20'],
    ['a fixed day that is paused', ['--term', 'annual-report-department', '--from', '2024-12-31', '--pause', '2025-01-02..2025-01-05'], '法定的日期'],
  ])('refuses %s', async (_, words, sentence) => {
    const refusal: unknown = await deadlineCommand()
      .exitOverride()
      .parseAsync(words, { from: 'user' })
      .catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(PlainFailure)
    expect(String(refusal)).toContain(sentence)
  })

  test('says what is wrong in one sentence and exits with 2, whether the words or their sense are', () => {
    const [senseless, wordless] = [deadline('--term', 'reply', '--from', '2023-02-30'), deadline('--term', 'reply')]
    expect([senseless.status, wordless.status]).toEqual([2, 2])
    expect([senseless.out, wordless.out]).toEqual(['', ''])
    expect(senseless.error).toContain('“2023-02-30”不是')
    expect(wordless.error).toContain('--from')
  })

  test('lists the terms in its help', () => {
    const { status, out } = deadline('--help')
    expect(status).toBe(0)
    for (const name of ['publish', 'correction-notice', 'reply', 'third-party-opinion', 'co-maker-opinion', 'fee-payment', 'reconsideration', 'lawsuit', 'lawsuit-after-reconsideration']) expect(out).toContain(`  ${name} `) // prettier-ignore
  })
})
