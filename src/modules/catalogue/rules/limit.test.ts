// Time limits and rhythms in the words that catalogues use.
import { describe, expect, it } from 'vitest'
import { limitOf, rhythmOf } from './limit.ts'
import { rhythmWords } from '../law/rhythms.ts'

describe('a time limit', () => {
  it.each([
    ['自该信息形成或者变更之日起20个工作日内', 'working-days', 20, null],
    ['信息形成之日起２０个工作日内', 'working-days', 20, null],
    ['3个工作日内', 'working-days', 3, null],
    ['七个工作日内', 'working-days', 7, null],
    ['实时公开', 'realtime', null, null],
    ['及时公开，公告期限为5个工作日', 'prompt', null, 5],
    ['每季度首月20日', 'periodic', null, null],
    ['随时公布', 'prompt', null, null],
    ['按年公开', 'periodic', null, null],
    ['批复后20日内', 'calendar-days', 20, null],
    ['长期公开', 'permanent', null, null],
    ['视情况', 'unknown', null, null],
  ])('“%s” is %s %s', (words, kind, days, noticeDays) => {
    expect(limitOf(words)).toEqual({ kind, days, noticeDays })
  })

  it.each([
    ['每季度首月20日', '每季度，第1个月20日前'],
    ['每月15日', '每月，当月15日前'],
    ['按年公开', '每年，12月最后一日前'],
    ['每年6月30日', '每年，6月30日前'],
    ['每周公开', '每周，星期五前'],
    ['长期公开', '长期公开，每6个月内更新或者核对'],
    ['3个工作日内', '形成或者变更后3个工作日内'],
    ['批复后20日内', '形成或者变更后20个自然日内'],
    ['及时公开', '形成或者变更后20个工作日内'],
  ])('“%s” comes round: %s', (words, said) => {
    expect(rhythmWords(rhythmOf(words))).toBe(said)
  })
})
