// The starting text: only what records bear out, figures as references, each sentence with the way to its records; and clean in the eyes of the reader.
import { describe, expect, it } from 'vitest'
import { day } from '../../../../../kernel/day.ts'
import { yearMetrics, type YearMetric } from '../../../law/year-metrics.ts'
import { checkWritten } from '../check-written.ts'
import { cellsOfC, figuresOf, sheetWith } from '../fixtures.ts'
import { operandsIn, parseText } from '../../../../../kernel/references.ts'
import { resolve, type Figures } from '../resolve.ts'
import type { ReportSheet } from '../../sheet.ts'
import { drawText } from './draw.ts'
import type { StartingFacts } from './shape.ts'

type Counts = Readonly<Partial<Record<YearMetric, number>>>

const empty = sheetWith({ 1: '', 2: '', 3: '', 4: '', 5: '', 6: '' })
const nothing = { ...empty, cells: new Map([...cellsOfC()].map(([key, cell]) => [key, { ...cell, value: { stands: 'figure', figure: 0 } as const }])) }

const factsOf = (sheet: ReportSheet, counts: Counts = {}, more: Partial<StartingFacts> = {}): StartingFacts => ({
  sheet,
  hasLast: false,
  metric: (name) => counts[name] ?? 0,
  leadingGroup: null,
  guideMadeOn: null,
  ...more,
})

const figuresWith = (sheet: ReportSheet, counts: Counts): Figures =>
  figuresOf(sheet, {
    metric: (name) => ({ title: yearMetrics[name as YearMetric].title, unit: yearMetrics[name as YearMetric].measure, value: counts[name as YearMetric] ?? 0 }),
  })

const busy: Counts = {
  'published-distinct': 320,
  'published-website': 300,
  'published-wechat': 41,
  interpretations: 4,
  'requests-in-time': 14,
  'requests-extended': 1,
  'requests-late': 2,
  'duties-due': 60,
  'duties-in-time': 55,
  'duties-late': 5,
  'entries-empty': 3,
  'reading-points': 2,
  deliveries: 6,
  bulletins: 4,
  surveys: 1,
  'survey-answers': 23,
}

describe('the starting text of a report', () => {
  it('tells the year in plain sentences, whose figures are references', () => {
    const facts = factsOf(empty, busy, { hasLast: true, leadingGroup: '青岚县教育局政务公开领导小组', guideMadeOn: day('2025-03-04') })
    const parts = drawText(facts)
    expect(parts[0]?.body.split('\n')).toEqual([
      '主动公开方面，全年主动公开政府信息{m.published-distinct}条。按公开渠道分别为政府网站{m.published-website}条、政务微信{m.published-wechat}条，同一信息在几个渠道公开的，各渠道都计。制发行政规范性文件{documents.made}件，废止规范性文件{documents.repealed}件，年末现行有效{documents.inForce}件。发布政策解读{m.interpretations}篇。',
      '依申请公开方面，本年新收政府信息公开申请{newReceived.total}件，{change:newReceived.total}，上年结转{carriedOver.total}件。办结申请{totalProcessed.total}件，其中予以公开{granted.total}件、部分公开{partialGrant.total}件、无法提供{unable.notHeld.total}件。按期答复{m.requests-in-time}件，延长期限后按期答复{m.requests-extended}件。因政府信息公开被申请行政复议{reconsideration.total}件。',
      '政府信息管理和平台建设方面，2025年3月4日更新政府信息公开指南。设有公开查阅点{m.reading-points}个，全年移送政府信息{m.deliveries}次。编发政务公开简报{m.bulletins}期。',
      '监督保障方面，设有青岚县教育局政务公开领导小组。公开目录规定的公开任务本年到期{m.duties-due}项，按时完成{m.duties-in-time}项。就已公开文件开展实施效果调查{m.surveys}项，收到意见{m.survey-answers}份。',
    ])
    expect(parts[4]?.body.split('\n')).toEqual([
      '有{m.requests-late}件政府信息公开申请没有在规定期限内答复。',
      '有{m.duties-late}项公开任务没有按时完成。',
      '公开目录中有{m.entries-empty}个事项还没有公开内容。',
    ])
  })

  it('has a way to the records of every sentence, and no count that is no reference', () => {
    const parts = drawText(factsOf(empty, busy, { hasLast: true, leadingGroup: '领导小组', guideMadeOn: day('2025-03-04') }))
    for (const { said, sources } of parts.flatMap(({ sentences }) => sentences)) {
      expect(sources.length).toBeGreaterThan(0)
      expect(said.replaceAll(/\{[^}]*\}|\d+年\d+月\d+日/g, '')).not.toMatch(/\d/)
      const used = operandsIn(parseText(said))
      expect(used.every(({ of, name }) => (of === 'metric' ? Object.hasOwn(yearMetrics, name) : figuresOf(empty).book.has(name)))).toBe(true)
    }
  })

  it('says nothing of what there is no record of, and tells people what to write', () => {
    const parts = drawText(factsOf(nothing))
    expect(parts.map(({ body }) => body)).toEqual(['依申请公开方面，本年没有收到政府信息公开申请。', '', '', '', '', ''])
    expect(parts.map(({ write }) => write)).toEqual([
      ['政府信息管理、公开前审查的做法，召开会议、举办培训的情况'],
      [],
      [],
      [],
      ['问题的原因和改进措施，以及上年所列问题的整改情况'],
      ['收取信息处理费的情况；没有其他事项的，写明没有'],
    ])
  })

  it('asks a government for what only a government tells', () => {
    expect(drawText(factsOf({ ...nothing, unitName: '青岚县人民政府', scope: 'region' }))[0]?.write).toContain('工作考核、社会评议和责任追究结果情况')
  })

  it('leaves an empty cell out and does not take it for none', () => {
    expect(drawText(factsOf({ ...empty, cells: new Map() }, {})).map(({ body }) => body)).toEqual(['', '', '', '', '', ''])
  })

  it('leads to the rows of the unit and the year, and to those of all for a region', () => {
    const path = (sheet: ReportSheet): string | undefined => drawText(factsOf(sheet, busy))[0]?.sentences[0]?.sources[0]?.path
    expect(path(empty)).toBe('/channel-figures?from=2025-01-01&until=2025-12-31&unitId=00000000-0000-7000-8000-000000000003')
    expect(path({ ...empty, scope: 'region' })).toBe('/channel-figures?from=2025-01-01&until=2025-12-31')
  })

  it('draws nothing for a summary, which has no form', () => {
    const summary = { ...empty, kind: 'summary' as const, generation: null, parts: [{ ordinal: 1, title: '工作情况', body: '' }] }
    expect(drawText(factsOf(summary, busy))).toMatchObject([{ ordinal: 1, title: '工作情况', body: '', write: ['这一部分没有可以引用的记录'] }])
  })

  it.each([
    { counts: busy, cells: cellsOfC(), because: 'a busy year' },
    { counts: {}, cells: nothing.cells, because: 'a year without anything' },
    {
      counts: busy,
      cells: cellsOfC({
        'lawsuitDirect.corrected': 1,
        'lawsuitDirect.total': 1,
        'lawsuitAfter.upheld': 2,
        'lawsuitAfter.total': 2,
        'reconsideration.upheld': 0,
        'reconsideration.corrected': 1,
      }),
      because: 'remedies of each kind',
    },
  ])('is clean in the eyes of the reader: $because', ({ counts, cells }) => {
    const sheet = { ...empty, cells }
    const drawn = drawText(factsOf(sheet, counts))
    const filled = { ...sheet, parts: drawn.map(({ ordinal, title, body }) => ({ ordinal, title, body: body || '具体见有关栏目。' })) }
    const figures = figuresWith(filled, counts)
    const problems = drawn[4]?.sentences.map(({ said }) => resolve(parseText(said), figures).text.replace(/。$/, '')) ?? []
    expect(checkWritten(filled, figures, { hits: () => [], documents: [], problems }).filter(({ code }) => code !== 'problems-denied')).toEqual([])
  })
})
