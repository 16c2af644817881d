// Numbers of persons are told line by line; telephones of offices and figures are not.
import { expect, it } from 'vitest'
import { personalPassages } from './personal-passages.ts'

it('tells numbers and homes of persons with their lines', () => {
  const lines = [
    '申请人吴敏，身份证号110101199003078515。',
    '',
    '联系电话13800138000，值班电话13900139000，投资额20260101元。',
    '家庭住址：青岚县城关镇幸福路12号3单元501室。',
  ]
  expect(personalPassages(lines)).toEqual([
    { text: '110101199003078515', what: '公民身份号码', line: 0 },
    { text: '13800138000', what: '个人电话', line: 2 },
    { text: '青岚县城关镇幸福路12号3单元501室', what: '家庭住址', line: 3 },
  ])
})

it('stops where nobody would read on', () => {
  expect(personalPassages(Array.from({ length: 2000 }, () => '手机13800138000'))).toHaveLength(300)
})
