// What somebody reads who waits.
import { expect, test } from 'vitest'
import { progressLine } from './progress.ts'

const lines: readonly (readonly [number, number, number, number, string])[] = [
  [0, 100, 0, 0, '已完成 0/100（0%）'],
  [1200, 100_000, 12, 0, '已完成 1200/100000（1.2%），每秒 100.0 件，还需 17 分钟'],
  [90, 100, 9, 0, '已完成 90/100（90%），每秒 10.0 件，还需 1 秒'],
  [100, 100, 10, 0, '已完成 100/100（100%），每秒 10.0 件'],
  // what a former run had done does not make this one faster
  [60_100, 100_000, 10, 60_000, '已完成 60100/100000（60.1%），每秒 10.0 件，还需 67 分钟'],
  [10, 100_000, 1, 0, '已完成 10/100000（0%），每秒 10.0 件，还需 2 小时 47 分钟'],
  [0, 0, 0, 0, '已完成 0/0（100%）'],
]
test.each(lines)('%d of %d after %d seconds, %d of them before: %s', (done, total, seconds, before, line) => {
  expect(progressLine({ done, total, seconds, before })).toBe(line)
})
