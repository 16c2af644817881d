// What a spreadsheet must not misread.
import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

test('a list opens in a spreadsheet as it is', () => {
  const rows = [
    ['县教育局', 12, true, null],
    ['含"引号"，和,逗号', -3, false, '一\n二'],
  ] as const
  expect(csvOf(['机构', '人数', '在用', '备注'], rows)).toBe('\uFEFF机构,人数,在用,备注\r\n县教育局,12,是,\r\n"含""引号""，和,逗号",-3,否,"一\n二"\r\n')
})

test('a cell cannot run as a formula', () => {
  expect(csvOf(['a'], [['=1+1'], ['＝1+1'], ['@x'], ['-5'], ['0999-302']])).toBe("\uFEFFa\r\n'=1+1\r\n'＝1+1\r\n'@x\r\n-5\r\n0999-302\r\n")
})
