// Rows of the module put into the shapes of its contracts.
import type { Actor } from '../../../kernel/actor.ts'
import type { Clock } from '../../../kernel/clock.ts'
import type { Refusal } from '../../../kernel/ruling.ts'
import { timeAt } from '../../../platform/clock/clock.ts'
import { sentenceOf } from '../../../platform/http/problem.ts'
import { may, type By } from '../../access/index.ts'
import { channels, type ChannelName } from '../law/channels.ts'
import { ledgerSteps, type LedgerStep } from '../law/steps.ts'
import type { EvidenceRow, StepRow } from '../queries/entry.ts'
import type { LedgerRow } from '../queries/ledger.ts'
import { channelsSentences } from '../sentences.ts'
import type { EntryRow } from './contract.ts'

export const byOf = (call: { readonly actor: Actor; readonly clock: Clock }): By => ({ actor: call.actor, at: call.clock.now(), today: call.clock.today() })
export const sliceOf = ({ page, size }: { readonly page: number; readonly size: number }) => ({ limit: size, offset: (page - 1) * size })
/** An export holds no more than this; whoever needs more narrows the filter. */
export const wholeList = { limit: 50_000, offset: 0 }

export const sentenceFor = (refusal: Refusal): string => sentenceOf(refusal, channelsSentences)
export const refusedOf = (refused: readonly { readonly title: string; readonly refusal: Refusal }[]) =>
  refused.map(({ title, refusal }) => ({ title, sentence: sentenceFor(refusal) }))

const legalTimeZone = 'Asia/Shanghai'
export const timeText = (at: Date): string => timeAt(at, legalTimeZone).slice(0, 16)
export const channelTitle = (name: ChannelName): string => channels[name].title

export const withdrawnTitle = '（已撤下的信息）'

export const entryOf = (row: LedgerRow, actor: Actor): EntryRow => ({
  ...row,
  enteredAt: row.enteredAt.toISOString(),
  struckAt: row.struckAt?.toISOString() ?? null,
  mayChange: row.struckAt === null && may(actor, 'channel.enter', { unitId: row.unitId }).ok,
})

export const evidenceFileOf = ({ evidenceId, name, mediaType, bytes, sha256, addedByName, addedAt }: EvidenceRow) => ({
  evidenceId,
  name,
  mediaType,
  bytes,
  sha256,
  addedByName,
  addedAt: addedAt.toISOString(),
})

const fieldTitles: Readonly<Record<string, string>> = { channel: '渠道', shownOn: '公开日期', place: '位置', address: '网址', note: '备注', name: '文件' }

const valueText = (field: string, value: unknown): string => {
  if (typeof value !== 'string' || value === '') return '（空）'
  return field === 'channel' && Object.hasOwn(channels, value) ? channelTitle(value as ChannelName) : value
}

/** A change as a sentence: 公开日期：2026-11-02 → 2026-11-03. */
function notesOf(detail: StepRow['detail']): string[] {
  return Object.entries(detail).flatMap(([field, value]) => {
    const title = fieldTitles[field]
    if (title === undefined) return []
    if (typeof value === 'object' && value !== null && 'before' in value && 'after' in value)
      return [`${title}：${valueText(field, value.before)} → ${valueText(field, value.after)}`]
    return value === '' ? [] : [`${title}：${valueText(field, value)}`]
  })
}

export const happeningOf = (row: StepRow) => ({
  title: Object.hasOwn(ledgerSteps, row.step) ? ledgerSteps[row.step as LedgerStep] : row.step,
  byName: row.byName,
  at: row.at.toISOString(),
  reason: row.reason,
  notes: notesOf(row.detail),
})
