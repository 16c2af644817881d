// What a taken step says besides its name: one sentence for each thing recorded with it, for time-line and review sheet.
import { withdrawalReasons } from '../../publication/law/withdrawal-reasons.ts'
import { internalReaches, type InternalReach } from '../law/internal-reach.ts'
import { secrecyConclusions } from '../law/secrecy.ts'

type Detail = Readonly<Record<string, unknown>>

const record = (value: unknown): Detail => (typeof value === 'object' && value !== null ? (value as Detail) : {})
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const titleOf = (table: Readonly<Record<string, { readonly title: string }>>, key: string): string => table[key]?.title ?? key

/** `2026年11月22日 09:30`, as the office reads it. */
export function officeTime(at: Date): string {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('zh-CN', {
      timeZone: 'Asia/Shanghai',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  )
  return `${parts['year']}年${parts['month']}月${parts['day']}日 ${parts['hour']}:${parts['minute']}`
}

export function notesOf(detail: Detail, unitNames: ReadonlyMap<string, string>, personNames: ReadonlyMap<string, string> = new Map()): string[] {
  const notes: string[] = []
  const secrecy = record(detail['secrecy'])
  if (detail['secrecy']) {
    notes.push(`保密审查依据：${text(secrecy['basis'])}`, `结论：${titleOf(secrecyConclusions, text(secrecy['conclusion']))}`)
  }
  if (Array.isArray(detail['unitIds'])) notes.push(`送会签：${detail['unitIds'].map((id) => unitNames.get(String(id)) ?? '').join('、')}`)
  if (text(detail['question']) !== '') notes.push(`会签事项：${text(detail['question'])}`)
  if (detail['answer']) notes.push(`${unitNames.get(text(detail['unitId'])) ?? '会签单位'}：${detail['answer'] === 'agreed' ? '同意' : '不同意'}`)
  if (detail['time']) notes.push(`定于${officeTime(new Date(text(detail['time'])))}发布`)
  if (detail['reason']) notes.push(`理由：${titleOf(withdrawalReasons, text(detail['reason']))}`)
  const reach = text(detail['reach'])
  if (reach !== '') notes.push(`公开范围：${internalReaches[reach as InternalReach]}`)
  const paper = record(detail['paper'])
  if (detail['paper']) notes.push(`纸质签发：${personNames.get(text(paper['signerId'])) ?? ''}，${text(paper['day'])}，扫描件已存档`)
  const referral = record(detail['referral'])
  if (detail['referral']) notes.push(`报请：${text(referral['addressee'])}`, `请示事项：${text(referral['matter'])}`)
  const answered = record(detail['referralAnswer'])
  if (detail['referralAnswer']) notes.push(`答复：${text(answered['answeredBy'])}，${text(answered['document'])}，${text(answered['day'])}`)
  const decision = record(detail['decision'])
  if (detail['decision']) notes.push(`对“${unitNames.get(text(decision['unitId'])) ?? '会签单位'}”的意见作出裁定`)
  const urgent = record(detail['urgent'])
  if (detail['urgent']) notes.push(`紧急事由：${text(urgent['reason'])}`, `决定人：${text(urgent['orderedBy'])}`)
  if (detail['indexNumber']) notes.push(`索引号：${text(detail['indexNumber'])}`)
  if (detail['publishedForUnit']) notes.push(`代“${text(detail['publishedForUnit'])}”办理`)
  if (detail['failure']) notes.push(`未能按时发布：${text(detail['failure'])}`)
  return notes
}
