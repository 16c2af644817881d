// Figures in text: what is written for each reference, and which references stand for nothing.
import { describe, expect, it } from 'vitest'
import { metricReference, metricsInText, withMetrics, type CountedMetric } from './metric-in-text.ts'

const counted: readonly CountedMetric[] = [
  { name: 'requests.received', part: null, value: 14 },
  { name: 'requests.received', part: { split: 'kind', key: 'person' }, value: 11 },
  { name: 'requests.in-time-share', part: null, value: 91.7 },
  { name: 'requests.mean-days', part: null, value: null },
]

it.each([
  ['requests.received', { name: 'requests.received', part: null }],
  ['requests.received:kind.person', { name: 'requests.received', part: { split: 'kind', key: 'person' } }],
  ['requests.received:outcome.granted', undefined],
  ['requests.recieved', undefined],
  ['received', undefined],
  ['requests.received:kind', undefined],
])('%s names %o', (text, reference) => expect(metricReference(text)).toEqual(reference))

describe('in a text', () => {
  it.each([
    ['本年收到申请{m.requests.received}件。', '本年收到申请14件。', []],
    ['其中自然人{m.requests.received:kind.person}件、企业{m.requests.received:kind.business}件。', '其中自然人11件、企业0件。', []],
    ['按期率{m.requests.in-time-share}%，平均用时{m.requests.mean-days}天。', '按期率91.7%，平均用时—天。', []],
    ['办结{m.requests.concluded}件，收到{m.received}件。', '办结{m.requests.concluded}件，收到{m.received}件。', ['requests.concluded', 'received']],
    ['经办渠道{m.requests.received:channel.counter}件。', '经办渠道{m.requests.received:channel.counter}件。', ['requests.received:channel.counter']],
  ])('%s is written %s', (text, written, unknown) => expect(withMetrics(text, metricsInText(counted))).toEqual({ text: written, unknown }))
})
