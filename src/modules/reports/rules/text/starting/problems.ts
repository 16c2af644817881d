// Part five: what the tables and the duties show to have gone wrong. What will be done about it is for people to write.
import { amount, records, type StartingRow } from './shape.ts'

export const problems: readonly StartingRow[] = [
  {
    part: 5,
    article: 'ogi-2019/33',
    says: (facts) =>
      facts.metric('requests-late') === 0
        ? null
        : { said: '有{m.requests-late}件政府信息公开申请没有在规定期限内答复。', sources: [records.requestFigures(facts)] },
  },
  {
    part: 5,
    article: 'ogi-2019/50',
    says: (facts) =>
      amount(facts, 'reconsideration.corrected') === 0
        ? null
        : { said: '行政复议结果纠正{reconsideration.corrected}件，答复的合法性审查不够严格。', sources: [records.remedies()] },
  },
  {
    part: 5,
    article: 'ogi-2019/50',
    says: (facts) => {
      const keys = ['lawsuitDirect.corrected', 'lawsuitAfter.corrected'].filter((key) => amount(facts, key) > 0)
      return keys.length === 0 ? null : { said: `行政诉讼结果纠正{${keys.join('+')}}件。`, sources: [records.remedies()] }
    },
  },
  {
    part: 5,
    article: 'ogi-2019/20',
    says: (facts) => (facts.metric('duties-late') === 0 ? null : { said: '有{m.duties-late}项公开任务没有按时完成。', sources: [records.lateDuties(facts)] }),
  },
  {
    part: 5,
    article: 'ogi-2019/20',
    says: (facts) =>
      facts.metric('entries-empty') === 0 ? null : { said: '公开目录中有{m.entries-empty}个事项还没有公开内容。', sources: [records.heartbeat(facts)] },
  },
]
