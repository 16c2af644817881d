// How far a long piece of work has come, in the words of the terminal.
import { expect, it } from 'vitest'
import { progressLine, timeLeft } from './progress.ts'

it('tells share, rate and the time left', () => {
  expect(progressLine({ done: 250, of: 1000, seconds: 10, unit: '件' })).toBe('[######------------------] 250/1000 件，每秒 25 件，还需 30 秒')
  expect(progressLine({ done: 3, of: 9, seconds: 2, unit: '件' })).toBe('[########----------------] 3/9 件，每秒 1.5 件，还需 4 秒')
})

it('promises nothing before it began, and nothing when it is over', () => {
  expect(progressLine({ done: 0, of: 10, seconds: 0, unit: '件' })).toBe('[------------------------] 0/10 件，每秒 0.0 件')
  expect(progressLine({ done: 10, of: 10, seconds: 5, unit: '件' })).toBe('[########################] 10/10 件，每秒 2.0 件')
  expect(progressLine({ done: 0, of: 0, seconds: 1, unit: '件' })).toBe('[########################] 0/0 件，每秒 0.0 件')
})

it('says longer times in minutes and hours', () => {
  expect([timeLeft(59.2), timeLeft(61), timeLeft(3_700)]).toEqual(['1 分 0 秒', '1 分 1 秒', '1 小时 1 分'])
})
