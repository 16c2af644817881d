// Fees, days of receipt and remedies, written by hand from the fact sheet.
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { channels, type ChannelName } from '../law/channels.ts'
import { outcomeNames, outcomeRows, type OutcomeName, type WithholdingGround } from '../law/outcomes.ts'
import { regimeOn, type Regime } from '../law/regimes.ts'
import type { BodyKind } from '../law/remedies.ts'
import { formRows, type FormRow } from '../law/yearly-form.ts'
import { feeFor } from './fees.ts'
import { remedyOf } from './remedy.ts'

describe('the fee', () => {
  it.each([
    [10, 0], [11, 100], [30, 2000], [31, 2200], [40, 4000], [41, 4300], [50, 7000], [61, 11_500],
  ])('of the first %i requests of a month is %i yuan', (count, yuan) => {
    expect(feeFor({ method: 'per-request', nth: 1, units: count })).toBe(yuan)
  }) // prettier-ignore

  it.each([
    [30, 0], [31, 10], [100, 700], [101, 720], [200, 2700], [201, 2740], [250, 4700],
  ])('of %i pages is %i yuan', (pages, yuan) => {
    expect(feeFor({ method: 'per-page', nth: 1, units: pages })).toBe(yuan)
  }) // prettier-ignore

  it('of one request depends on its place in the month, of pages never', () => {
    expect([10, 11, 31, 41].map((nth) => feeFor({ method: 'per-request', nth, units: 1 }))).toEqual([0, 100, 200, 300])
    expect(feeFor({ method: 'per-page', nth: 99, units: 30 })).toBe(0)
  })
})

describe('the day of receipt', () => {
  it.each<[ChannelName, Regime, 'arrival' | 'confirmation']>([
    ['counter', 'ogi-2019', 'arrival'],
    ['oral', 'ogi-2019', 'arrival'],
    ['post-signed', 'ogi-2019', 'arrival'],
    ['post-plain', 'ogi-2019', 'confirmation'],
    ['fax', 'ogi-2019', 'confirmation'],
    ['email', 'ogi-2019', 'confirmation'],
    ['online', 'ogi-2019', 'confirmation'],
    ['email', 'ogi-2008', 'arrival'],
    ['fax', 'ogi-2008', 'confirmation'],
    ['counter', 'ogi-2008', 'arrival'],
  ])('by %s under %s is that of %s', (channel, regime, receivedOn) => {
    expect(channels[channel].under[regime].receivedOn).toBe(receivedOn)
  })

  it('decides which Regulation governs', () => {
    expect([regimeOn(day('2019-05-14')), regimeOn(day('2019-05-15'))]).toEqual(['ogi-2008', 'ogi-2019'])
  })
})

describe('the remedy', () => {
  interface Row {
    readonly outcome: OutcomeName
    readonly body: BodyKind
    readonly on: string
    readonly first: 'all' | 'withheld-part' | 'no'
    readonly by: string
    readonly withheld?: readonly WithholdingGround[]
    readonly sue: string
  }
  it.each<Row>([
    { outcome: 'state-secret', body: 'department', on: '2024-01-01', first: 'all', by: '本级人民政府', sue: '15日' },
    { outcome: 'third-party-rights', body: 'department', on: '2026-03-02', first: 'all', by: '本级人民政府', sue: '15日' },
    { outcome: 'process', body: 'government', on: '2026-03-02', first: 'all', by: '上一级人民政府', sue: '15日' },
    { outcome: 'internal-affairs', body: 'dispatched', on: '2026-03-02', first: 'all', by: '设立该派出机关的人民政府', sue: '15日' },
    { outcome: 'not-held', body: 'dispatched', on: '2023-12-31', first: 'no', by: '设立该派出机关的人民政府', sue: '6个月' },
    { outcome: 'enforcement-file', body: 'vertical', on: '2026-03-02', first: 'all', by: '上一级主管部门', sue: '15日' },
    { outcome: 'partial', withheld: ['third-party-rights'], body: 'department', on: '2026-03-02', first: 'withheld-part', by: '本级人民政府', sue: '6个月' },
    { outcome: 'not-held', body: 'department', on: '2026-03-02', first: 'no', by: '本级人民政府', sue: '6个月' },
    { outcome: 'needs-making', body: 'highest', on: '2026-03-02', first: 'no', by: '本机关', sue: '6个月' },
    { outcome: 'special-access', body: 'department', on: '2026-03-02', first: 'no', by: '本级人民政府', sue: '6个月' },
    { outcome: 'repeat', body: 'department', on: '2026-03-02', first: 'no', by: '本级人民政府', sue: '6个月' },
    { outcome: 'state-secret', body: 'department', on: '2023-12-31', first: 'no', by: '本级人民政府或者上一级主管部门', sue: '6个月' },
    { outcome: 'state-secret', body: 'vertical', on: '2023-12-31', first: 'no', by: '上一级主管部门', sue: '6个月' },
    { outcome: 'not-held', body: 'department', on: '2014-06-03', first: 'no', by: '本级人民政府或者上一级主管部门', sue: '3个月' },
  ])('against $outcome of a $body on $on: reconsideration first: $first', ({ outcome, body, on, first, by, withheld = [], sue }) => {
    const remedy = remedyOf({ outcome, withheldUnder: withheld, body, on: day(on), electronic: false })
    expect([remedy.reconsiderationFirst, remedy.reviewedBy]).toEqual([first, by])
    expect(remedy.text).toContain(sue)
    expect(remedy.text.includes('应当先')).toBe(first !== 'no')
  })

  it('tells the way over the internet where it was served so, since 2024', () => {
    const ask = { outcome: 'not-held', withheldUnder: [], body: 'department', electronic: true } as const
    expect([remedyOf({ ...ask, on: day('2023-12-31') }).tellChannel, remedyOf({ ...ask, on: day('2024-01-01') }).tellChannel]).toEqual([false, true])
  })

  it('reads as a sentence', () => {
    expect(remedyOf({ outcome: 'not-held', withheldUnder: [], body: 'department', on: day('2026-03-02'), electronic: false }).text).toBe(
      '如对本答复不服，可以自收到本告知书之日起60日内向本级人民政府申请行政复议，或者自收到本告知书之日起6个月内向人民法院提起行政诉讼。（《行政复议法》第二十条，《行政复议法》第二十四条，《行政诉讼法》第四十六条）',
    )
  })
})

describe('the outcomes', () => {
  it('fill every row of the yearly table, each exactly one', () => {
    const filled: Record<FormRow, OutcomeName[]> = Object.groupBy(outcomeNames, (name) => outcomeRows[name].row) as Record<FormRow, OutcomeName[]>
    expect(Object.keys(formRows).filter((row) => !(row in filled))).toEqual([])
    expect(Object.entries(filled).filter(([, names]) => names.length > 1)).toEqual([
      ['granted', ['already-public', 'granted']],
      ['not-held', ['not-held', 'other-body']],
      ['other', ['withdrawn', 'other']],
    ])
  })
})
