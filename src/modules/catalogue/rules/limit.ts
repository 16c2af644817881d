// 公开时限 as people write it, understood: 自该信息形成或者变更之日起20个工作日内.
import type { LimitKind } from '../law/rhythms.ts'
import { permanentMonths, promptWorkingDays } from '../law/rhythms.ts'
import type { Rhythm } from '../law/rhythms.ts'

export interface TimeLimit {
  readonly kind: LimitKind
  /** Days of the limit; null where the words name none. */
  readonly days: number | null
  /** 公告期限为5个工作日: how long it must stand there at least. */
  readonly noticeDays: number | null
}

const figures: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  十五: 15,
  二十: 20,
  三十: 30,
  六十: 60,
}

const halfWidth = (text: string): string => text.replaceAll(/[０-９]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) - 0xfee0)).replaceAll(/\s/g, '')

const numberOf = (text: string): number => figures[text] ?? Number(text)
const figure = '(\\d{1,3}|[一二两三四五六七八九十]{1,2})'

const notice = new RegExp(`(?:公告期限|公示期限?|公示时间)[为不少于]*${figure}个?(?:工作日|日|天)`)
const working = new RegExp(`${figure}个?工作日`)
const calendar = new RegExp(`${figure}(?:个自然日|日|天)(?:内|以内|之内)`)

export function limitOf(words: string): TimeLimit {
  const text = halfWidth(words)
  const noticed = notice.exec(text)
  const noticeDays = noticed?.[1] === undefined ? null : numberOf(noticed[1])
  const rest = noticed ? text.replace(noticed[0], '') : text
  const inWorkingDays = working.exec(rest)
  if (inWorkingDays?.[1] !== undefined) return { kind: 'working-days', days: numberOf(inWorkingDays[1]), noticeDays }
  const inDays = calendar.exec(rest)
  if (inDays?.[1] !== undefined) return { kind: 'calendar-days', days: numberOf(inDays[1]), noticeDays }
  const kind: LimitKind = /实时/.test(rest)
    ? 'realtime'
    : /每[周月季半年]|按[周月季年]|季度|年度|每年|半年|定期/.test(rest)
      ? 'periodic'
      : /长期|常年/.test(rest)
        ? 'permanent'
        : /及时|随时|立即|当[日天]/.test(rest)
          ? 'prompt'
          : 'unknown'
  return { kind, days: null, noticeDays }
}

/** The rhythm that a limit suggests for a new entry: 每季度首月20日, 按年公开, 长期公开, … */
export function rhythmOf(words: string): Rhythm {
  const text = halfWidth(words)
  const limit = limitOf(words)
  if (limit.days !== null) return { kind: 'ad-hoc', days: limit.days, unit: limit.kind === 'working-days' ? 'working' : 'calendar' }
  if (limit.kind === 'periodic') {
    const day = Number(/(\d{1,2})日/.exec(text)?.[1] ?? 31)
    const first = /首月|第一个月/.test(text)
    const regular = (span: 'week' | 'month' | 'quarter' | 'half-year' | 'year', length: number): Rhythm => ({
      kind: 'regular', every: 1, span, month: first ? 1 : length, day: span === 'week' ? 5 : day, shift: 'forward',
    }) // prettier-ignore
    if (/周/.test(text)) return regular('week', 1)
    if (/季/.test(text)) return regular('quarter', 3)
    if (/半年/.test(text)) return regular('half-year', 6)
    if (/月/.test(text) && !/年/.test(text)) return regular('month', 1)
    return regular('year', Number(/(\d{1,2})月/.exec(text)?.[1] ?? 12))
  }
  if (limit.kind === 'permanent' || limit.kind === 'realtime') return { kind: 'permanent', months: permanentMonths }
  return { kind: 'ad-hoc', days: promptWorkingDays, unit: 'working' }
}
