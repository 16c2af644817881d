// What people are told where a question about a term cannot be answered.
import type { QuestionFault } from '../kernel/term-question.ts'
import type { Refusal } from '../kernel/ruling.ts'

export const questionSentences: Readonly<Record<QuestionFault, string>> = {
  'from-missing': '请选择起算的日期。',
  'day-unreadable': '“{text}”不是2008年1月1日至2099年12月31日之间的日期，请写成 2024-01-31 的样子。',
  'no-such-term-yet': '{day}还没有“{term}”这个期限，请核对起算的日期。',
  'pause-unreadable': '“{text}”应写成起、止两个日期，起不早于起算日，止不早于起。',
  'restart-early': '重新起算之日 {day} 早于起算日 {from}，请核对。',
  'extension-too-long': '“{term}”可以延长0到{most}，不能是“{text}”。',
  'not-extendable': '期限“{term}”不能延长。',
  'fixed-day-stays': '“{term}”是法定的日期，不能延长、中止或者重新起算。',
  'too-many-events': '中止和重新起算合计不超过{most}次。',
}

/** The sentence of one refusal, with its facts filled in. */
export const questionSentence = ({ code, facts = {} }: Refusal<QuestionFault>): string =>
  questionSentences[code].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))
