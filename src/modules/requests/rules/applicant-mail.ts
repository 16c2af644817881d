// The mail and the text message to an applicant about one step: number, what happened, its last day, where to look. No name, nothing of what was asked.
import type { Calendar } from '../../../kernel/calendar.ts'
import { chineseDay } from '../../../kernel/day.ts'
import type { Article } from '../../../kernel/article.ts'
import { articleTitle } from '../../../law/laws.ts'
import { applicantMails, type MailFill } from '../law/applicant-mails.ts'
import { serviceWays } from '../law/service.ts'
import { stepRows } from '../law/steps.ts'
import { replyDue } from './clock.ts'
import type { TakenStep } from './facts.ts'
import { factsOf } from './fold.ts'
import { regimeOfFacts } from './needs.ts'

export interface WrittenMail {
  readonly subject: string
  readonly text: string
}

export interface MailAbout {
  readonly number: string
  readonly unitName: string
  /** The steps up to the one that is told of, which is the last. */
  readonly taken: readonly TakenStep[]
  /** The page for number and query code; undefined where the settings do not say under which address the public reads. */
  readonly progress: string | undefined
}

const subjectOf = (number: string): string => `政府信息公开申请办理通知：${number}`

const provisionalDue = '（当年放假安排尚未公布，日期是暂定的）'

/** What is told of the last step; undefined where it is not told of. */
function toldOf(taken: readonly TakenStep[], calendar: Calendar) {
  const last = taken.at(-1)
  const row = last && applicantMails[last.step]
  if (!row) return undefined
  const facts = factsOf(taken)
  return { last, row, facts, due: replyDue(facts, calendar) }
}

/** Undefined where the step is not told of. */
export function applicantMail({ number, unitName, taken, progress }: MailAbout, calendar: Calendar): WrittenMail | undefined {
  const told = toldOf(taken, calendar)
  if (!told) return undefined
  const { last, row, facts, due } = told
  const { until, extension, service } = last.input
  const fills: Readonly<Record<MailFill, string | undefined>> = {
    until: until && chineseDay(until),
    due: due ? `${chineseDay(due.due)}${due.provisional ? provisionalDue : ''}` : undefined,
    days: extension && String(extension.days),
    way: service && serviceWays[service.way].title,
  }
  const article: Article | undefined = stepRows[last.step].article[regimeOfFacts(facts, last.on)]
  const lines = row.lines.flatMap((line) => {
    const names = [...line.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as MailFill)
    return names.every((name) => fills[name] !== undefined) ? [line.replaceAll(/\{(\w+)\}/g, (_, name: MailFill) => fills[name] ?? '')] : []
  })
  return {
    subject: subjectOf(number),
    text: [
      `申请编号：${number}`,
      `受理机关：${unitName}`,
      `办理情况：${row.title}（${chineseDay(last.input.day ?? last.on)}）`,
      ...lines,
      ...(article ? [`依据：${articleTitle(article)}`] : []),
      '',
      `凭编号和查询码查看详情：${progress ?? '政务公开网站“依申请公开”栏目的“申请查询”'}`,
      '',
      '为了保护您的个人信息，邮件里不写姓名和申请的内容。',
      '（本邮件由系统自动发出，请勿回复。）',
    ].join('\n'),
  }
}

/** Number, step and last day alone, in one message of 70 characters; undefined where the step is not told of. */
export function applicantText({ number, taken }: Pick<MailAbout, 'number' | 'taken'>, calendar: Calendar): WrittenMail | undefined {
  const told = toldOf(taken, calendar)
  if (!told) return undefined
  const { last, row, due } = told
  const day = row.lastDay?.is === 'until' ? last.input.until : due?.due
  const provisional = row.lastDay?.is === 'due' && due?.provisional === true ? '（暂定）' : ''
  const until = row.lastDay && day ? `，${row.lastDay.of}最后日期${chineseDay(day)}${provisional}` : ''
  return { subject: subjectOf(number), text: `信息公开申请${number}：${row.title}${until}。详情凭查询码上网查询。` }
}
