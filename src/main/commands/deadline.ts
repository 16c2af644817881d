// `gongkai deadline`: on which day does a term end, and which days counted? Needs no data: the law and the holidays came with the program.
import { Command } from 'commander'
import { calendarOf } from '../../kernel/calendar.ts'
import { chineseDay, isDay, type Day } from '../../kernel/day.ts'
import { dueDay, versionOn, type DueAnswer, type Pause, type TermEvents } from '../../kernel/term.ts'
import { shippedYears } from '../../law/holidays.ts'
import { articleTitle } from '../../law/laws.ts'
import { dayReason } from '../../law/ledger-words.ts'
import { terms, type TermName } from '../../law/terms.ts'
import { PlainFailure } from '../plain-failure.ts'

interface Options {
  readonly term: string
  readonly from: string
  readonly extend?: string
  readonly pause: readonly string[]
  readonly restart: readonly string[]
  readonly json: boolean
}

const firstDay = '2008-01-01'
const lastDay = '2099-12-31'

const wrong = (chinese: string, english: string): PlainFailure => new PlainFailure(chinese, english, { exitCode: 2 })

function dayIn(option: string, text: string): Day {
  if (!isDay(text) || text < firstDay || text > lastDay)
    throw wrong(
      `${option}：“${text}”不是 ${firstDay} 至 ${lastDay} 之间的日期，请写成 2024-01-31 的样子。`,
      `${option}: "${text}" is no day between ${firstDay} and ${lastDay}; write it like 2024-01-31.`,
    )
  return text
}

function termNamed(text: string): TermName {
  if (Object.hasOwn(terms, text)) return text as TermName
  throw wrong(`没有叫“${text}”的期限，可用的见 gongkai deadline --help。`, `No term is called "${text}"; gongkai deadline --help lists them.`)
}

/** FROM..TO, neither before the term begins nor turned around. */
function pauseIn(text: string, start: Day): Pause {
  const [first = '', second = '', ...rest] = text.split('..')
  const [from, to] = [dayIn('--pause', first), dayIn('--pause', second)]
  if (rest.length > 0 || to < from || from < start)
    throw wrong(
      `--pause：“${text}”应写成 起..止，起不早于起算日，止不早于起。`,
      `--pause: write "${text}" as FROM..TO, not before the term begins and not turned around.`,
    )
  return { from, to }
}

function extensionIn(text: string | undefined, name: TermName, from: Day): number {
  if (text === undefined) return 0
  const most = versionOn(terms[name], from)?.extendableBy ?? 0
  if (!/^\d{1,4}$/.test(text) || Number(text) > most)
    throw wrong(
      most === 0 ? `期限“${terms[name].title}”不能延长。` : `--extend：“${terms[name].title}”可以延长0到${most}，不能是“${text}”。`,
      most === 0 ? `The term ${name} cannot be extended.` : `--extend: ${name} can be extended by 0 to ${most}, not by "${text}".`,
    )
  return Number(text)
}

function eventsOf(options: Options, name: TermName): TermEvents {
  const from = dayIn('--from', options.from)
  if (!versionOn(terms[name], from))
    throw wrong(`${chineseDay(from)}还没有“${terms[name].title}”这个期限。`, `On ${from} the law did not know the term ${name} yet.`)
  const restarts = options.restart.map((text) => dayIn('--restart', text))
  const early = restarts.find((restart) => restart < from)
  if (early) throw wrong(`--restart：${early} 早于起算日 ${from}。`, `--restart: ${early} is before the term begins on ${from}.`)
  return { from, extendedBy: extensionIn(options.extend, name, from), pauses: options.pause.map((text) => pauseIn(text, from)), restarts }
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
    .action((options: Options) => {
      const name = termNamed(options.term)
      const events = eventsOf(options, name)
      const answer = dueDay(terms[name], events, calendarOf(shippedYears, 'shipped'))
      const { due, provisional, article } = answer
      const days = answer.days.map((one) => ({ day: one.day, counted: one.counted, why: dayReason(one) }))
      console.log(options.json ? JSON.stringify({ due, provisional, article, days }) : ledgerText(answer, name, events))
    })
}
