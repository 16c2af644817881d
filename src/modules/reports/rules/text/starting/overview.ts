// Part one: what was made public, what was asked for and how it ended, and what supports the work.
import { chineseDay } from '../../../../../kernel/day.ts'
import type { YearMetric } from '../../../law/year-metrics.ts'
import { amount, records, type StartingRow } from './shape.ts'

const article = 'yearly-report-2021/1'

const channels: readonly (readonly [YearMetric, string])[] = [
  ['published-website', '政府网站'],
  ['published-gazette', '政府公报'],
  ['published-wechat', '政务微信'],
  ['published-micro-blog', '政务微博'],
  ['published-other', '其他方式'],
]

const sum = (row: string, names: readonly string[]): readonly string[] => names.map((name) => `${row}.${name}.total`)

/** The groups of the table, as a sentence names them. */
const results: readonly (readonly [string, readonly string[]])[] = [
  ['予以公开', ['granted.total']],
  ['部分公开', ['partialGrant.total']],
  [
    '不予公开',
    sum('denied', ['stateSecret', 'lawForbidden', 'safetyStability', 'thirdPartyRights', 'internalAffairs', 'processInfo', 'enforcementCase', 'adminQuery']),
  ],
  ['无法提供', sum('unable', ['notHeld', 'needsCreation', 'stillUnclear'])],
  ['不予处理', sum('notProcessed', ['petition', 'repeat', 'publication', 'massive', 'reconfirm'])],
]

const others = { B: ['other.total'], C: sum('other', ['notCorrected', 'feeUnpaid', 'other']) } as const

export const overview: readonly StartingRow[] = [
  {
    part: 1,
    article,
    says: (facts) => {
      if (facts.metric('published-distinct') === 0) return null
      const by = channels.filter(([name]) => facts.metric(name) > 0)
      const each = by.map(([name, title]) => `${title}{m.${name}}条`).join('、')
      const several = by.length > 1 ? `按公开渠道分别为${each}，同一信息在几个渠道公开的，各渠道都计。` : ''
      return { said: `主动公开方面，全年主动公开政府信息{m.published-distinct}条。${several}`, sources: [records.published(facts)] }
    },
  },
  {
    part: 1,
    article: 'ogi-2019/20',
    says: (facts) => {
      const made = amount(facts, 'documents.made')
      if (facts.sheet.generation !== 'C' || amount(facts, 'documents.made', 'documents.repealed', 'documents.inForce') === 0) return null
      const repealed = amount(facts, 'documents.repealed') > 0 ? '，废止规范性文件{documents.repealed}件' : ''
      return {
        said: `${made > 0 ? '制发行政规范性文件{documents.made}件' : '本年没有制发行政规范性文件'}${repealed}，年末现行有效{documents.inForce}件。`,
        sources: [records.cells()],
      }
    },
  },
  {
    part: 1,
    article: 'interpretation-2016/3',
    says: (facts) => (facts.metric('interpretations') === 0 ? null : { said: '发布政策解读{m.interpretations}篇。', sources: [records.interpretations()] }),
  },
  {
    part: 1,
    article: 'ogi-2019/50',
    says: (facts) => {
      const before = amount(facts, 'carriedOver.total')
      const carried = before > 0 ? '，上年结转{carriedOver.total}件' : ''
      const sources = [records.requestTable(facts)]
      const received = facts.sheet.cells.get('newReceived.total')?.value
      if (received?.stands !== 'figure') return null
      if (received.figure === 0) return { said: `依申请公开方面，本年没有收到政府信息公开申请${carried}。`, sources }
      const change = facts.hasLast ? '，{change:newReceived.total}' : ''
      return { said: `依申请公开方面，本年新收政府信息公开申请{newReceived.total}件${change}${carried}。`, sources }
    },
  },
  {
    part: 1,
    article: 'ogi-2019/50',
    says: (facts) => {
      if (amount(facts, 'totalProcessed.total') === 0) return null
      const { generation } = facts.sheet
      const known = [...results, ['其他处理', generation === 'B' ? others.B : others.C] as const].filter(([, keys]) => amount(facts, ...keys) > 0)
      const each = known.map(([title, keys]) => `${title}{${keys.filter((key) => amount(facts, key) > 0).join('+')}}件`).join('、')
      const forward = amount(facts, 'carriedForward.total') > 0 ? '，结转下年度继续办理{carriedForward.total}件' : ''
      return { said: `办结申请{totalProcessed.total}件，其中${each}${forward}。`, sources: [records.requestTable(facts)] }
    },
  },
  {
    part: 1,
    article: 'ogi-2019/33',
    says: (facts) => {
      const [inTime, extended] = [facts.metric('requests-in-time'), facts.metric('requests-extended')]
      if (inTime + extended === 0) return null
      const said = [...(inTime > 0 ? ['按期答复{m.requests-in-time}件'] : []), ...(extended > 0 ? ['延长期限后按期答复{m.requests-extended}件'] : [])].join(
        '，',
      )
      return { said: `${said}。`, sources: [records.requestFigures(facts)] }
    },
  },
  {
    part: 1,
    article: 'ogi-2019/50',
    says: (facts) => {
      const lawsuits = ['lawsuitDirect.total', 'lawsuitAfter.total'].filter((key) => amount(facts, key) > 0)
      const remedies = [
        ...(amount(facts, 'reconsideration.total') > 0 ? ['因政府信息公开被申请行政复议{reconsideration.total}件'] : []),
        ...(lawsuits.length > 0 ? [`因政府信息公开被提起行政诉讼{${lawsuits.join('+')}}件`] : []),
      ]
      return remedies.length === 0 ? null : { said: `${remedies.join('，')}。`, sources: [records.remedies()] }
    },
  },
  {
    part: 1,
    article: 'ogi-2019/12',
    says: (facts) =>
      facts.guideMadeOn === null
        ? null
        : { said: `政府信息管理和平台建设方面，${chineseDay(facts.guideMadeOn)}更新政府信息公开指南。`, sources: [records.guide(facts)] },
  },
  {
    part: 1,
    article: 'ogi-2019/25',
    says: (facts) => {
      const points = facts.metric('reading-points')
      if (points === 0) return null
      const sent = facts.metric('deliveries') > 0 ? '，全年移送政府信息{m.deliveries}次' : ''
      return { said: `设有公开查阅点{m.reading-points}个${sent}。`, sources: [records.deliveries()] }
    },
  },
  {
    part: 1,
    article,
    says: (facts) => (facts.metric('bulletins') === 0 ? null : { said: '编发政务公开简报{m.bulletins}期。', sources: [records.bulletins()] }),
  },
  {
    part: 1,
    article: 'ogi-2019/4',
    says: (facts) => (facts.leadingGroup === null ? null : { said: `监督保障方面，设有${facts.leadingGroup}。`, sources: [records.unit(facts)] }),
  },
  {
    part: 1,
    article: 'ogi-2019/20',
    says: (facts) => {
      if (facts.metric('duties-due') === 0) return null
      return { said: '公开目录规定的公开任务本年到期{m.duties-due}项，按时完成{m.duties-in-time}项。', sources: [records.duties(facts)] }
    },
  },
  {
    part: 1,
    article: 'ogi-2019/46',
    says: (facts) => {
      if (facts.metric('surveys') === 0) return null
      return { said: '就已公开文件开展实施效果调查{m.surveys}项，收到意见{m.survey-answers}份。', sources: [records.surveys()] }
    },
  },
]
