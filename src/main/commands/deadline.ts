// `gongkai deadline`: on which day does a term end, and which days counted? The law and the holidays came with the program; years entered in an installation that runs count too.
import { Command } from 'commander'
import { chineseDay } from '../../kernel/day.ts'
import { dueDay, type DueAnswer, type TermEvents } from '../../kernel/term.ts'
import { readTermQuestion, type QuestionFault } from '../../kernel/term-question.ts'
import { articleTitle } from '../../law/laws.ts'
import { dayReason } from '../../law/ledger-words.ts'
import { questionSentence } from '../../law/question-words.ts'
import { terms, type TermName } from '../../law/terms.ts'
import { calendarAtHand } from '../calendar-at-hand.ts'
import { PlainFailure } from '../plain-failure.ts'

interface Options {
  readonly term: string
  readonly from: string
  readonly extend?: string
  readonly pause: readonly string[]
  readonly restart: readonly string[]
  readonly json: boolean
}

const wrong = (chinese: string, english: string): PlainFailure => new PlainFailure(chinese, english, { exitCode: 2 })

function termNamed(text: string): TermName {
  if (Object.hasOwn(terms, text)) return text as TermName
  throw wrong(`没有叫“${text}”的期限，可用的见 gongkai deadline --help。`, `No term is called "${text}"; gongkai deadline --help lists them.`)
}

const english: Readonly<Record<QuestionFault, string>> = {
  'from-missing': 'give --from, the day of the event',
  'day-unreadable': 'it is no day between 2008-01-01 and 2099-12-31; write it like 2024-01-31',
  'no-such-term-yet': 'the law did not know that term yet',
  'pause-unreadable': 'write a pause as FROM..TO, not before the term begins and not turned around',
  'restart-early': 'a restart is before the term begins',
  'extension-too-long': 'that is more than it can be extended by',
  'not-extendable': 'the term cannot be extended',
  'fixed-day-stays': 'a day that the law fixes is neither extended, paused nor begun anew',
  'too-many-events': 'too many pauses and restarts',
}

/** The first thing that is wrong, in one sentence. */
function eventsOf(options: Options, name: TermName): TermEvents {
  const ruling = readTermQuestion(terms[name], { from: options.from, extend: options.extend ?? '', pauses: options.pause, restarts: options.restart })
  if (ruling.ok) return ruling.value
  const [first] = ruling.refusals
  throw first
    ? wrong(`${first.field ? `--${first.field}：` : ''}${questionSentence(first)}`, `${first.field ? `--${first.field}: ` : ''}${english[first.code]}.`)
    : new Error('refused without a reason')
}

const weekdays = '日一二三四五六'

function ledgerText({ due, provisional, article, days }: DueAnswer, name: TermName, { from }: TermEvents): string {
  let counted = 0
  const lines = days.map((one) => {
    if (one.counted) counted += 1
    const weekday = weekdays[new Date(`${one.day}T00:00:00Z`).getUTCDay()]
    return `  ${one.day} 周${weekday} ${one.counted ? `第${String(counted)}日`.padEnd(6, ' ') : '不计    '} ${dayReason(one)}`
  })
  return [
    `${terms[name].title}：${due}（${chineseDay(due)}）${provisional ? '，暂定' : ''}`,
    `依据：${articleTitle(article)}；自${terms[name].startsOn}（${from}，不计）次日起算`,
    ...lines,
    ...(provisional ? ['暂定：期限进入放假安排尚未公布或者录入的年份，公布后可能变化。'] : []),
  ].join('\n')
}

const collect = (text: string, before: readonly string[]): readonly string[] => [...before, text]

export function deadlineCommand(): Command {
  const list = Object.entries(terms).map(([name, { title }]) => `  ${name.padEnd(38)}${title}`)
  return new Command('deadline')
    .description('计算法定期限的最后一日，列出每一天计入或者不计的理由\nthe last day of a term, with why each day counted or did not')
    .requiredOption('--term <term>', '期限 the term')
    .requiredOption('--from <date>', '起算的事件发生之日（不计入） day of the event that starts it, not counted')
    .option('--extend <n>', '延长，单位同期限 extended by, in its own unit')
    .option('--pause <from..to>', '中止，起日之后到止日不计，可以多次 the days after FROM up to TO do not count; may be repeated', collect, [])
    .option('--restart <date>', '重新起算之日，可以多次 begins anew; may be repeated', collect, [])
    .option('--json', '以 JSON 输出 answer in JSON', false)
    .addHelpText('after', `\n期限 terms:\n${list.join('\n')}`)
    .action(async (options: Options) => {
      const name = termNamed(options.term)
      const events = eventsOf(options, name)
      const answer = dueDay(terms[name], events, await calendarAtHand())
      const { due, provisional, article } = answer
      const days = answer.days.map((one) => ({ day: one.day, counted: one.counted, why: dayReason(one) }))
      console.log(options.json ? JSON.stringify({ due, provisional, article, days }) : ledgerText(answer, name, events))
    })
}
