// Corrects or strikes an entry: what stood there before stays in its history, and nothing is deleted.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { may, type By } from '../../access/index.ts'
import { appearanceTaken, lockEntry, type Entry } from '../queries/entry.ts'
import { placesOf } from '../queries/pieces.ts'
import { checkAppearance, type AppearanceFacts } from '../rules/check-appearance.ts'
import { correctEntry as saveCorrection, strikeEntry as saveStrike } from '../store/entries.ts'
import { recordSteps } from '../store/steps.ts'

const fields = ['channel', 'shownOn', 'place', 'address', 'note'] as const

/** The entry where the actor may change it; an entry elsewhere is not there. */
export async function ownEntry(tx: Tx, by: By, entryId: string): Promise<Ruling<Entry>> {
  const entry = await lockEntry(tx, entryId)
  if (!entry || !placesOf(entry).some((place) => may(by.actor, 'channel.enter', place).ok)) return refused('entry-not-found')
  return entry.struckAt === null ? granted(entry) : refused('entry-struck')
}

export interface Correction {
  readonly entryId: string
  /** The version that the correction was begun from. */
  readonly version: number
  readonly reason: string
  readonly facts: AppearanceFacts
}

export async function correctEntry(tx: Tx, by: By, { entryId, version, reason, facts }: Correction): Promise<Ruling<void>> {
  const found = await ownEntry(tx, by, entryId)
  if (!found.ok) return found
  const entry = found.value
  if (reason.trim() === '') return refused({ code: 'reason-missing', field: 'reason' })
  if (entry.version !== version) return refused('stale-entry')
  const checked = checkAppearance(facts, by.today)
  if (!checked.ok) return checked
  if (await appearanceTaken(tx, entry, checked.value)) return refused('entry-twice')

  await saveCorrection(tx, entryId, checked.value)
  const changed = fields.filter((field) => entry[field] !== checked.value[field])
  const detail = Object.fromEntries(changed.map((field) => [field, { before: entry[field], after: checked.value[field] }]))
  await recordSteps(tx, by, [{ about: 'entry', aboutId: entryId, unitId: entry.unitId, step: 'correct', reason: reason.trim(), detail }])
  return granted(undefined)
}

export async function strikeEntry(tx: Tx, by: By, { entryId, reason }: { readonly entryId: string; readonly reason: string }): Promise<Ruling<void>> {
  const found = await ownEntry(tx, by, entryId)
  if (!found.ok) return found
  if (reason.trim() === '') return refused({ code: 'reason-missing', field: 'reason' })

  await saveStrike(tx, by, entryId, reason.trim())
  await recordSteps(tx, by, [{ about: 'entry', aboutId: entryId, unitId: found.value.unitId, step: 'strike', reason: reason.trim() }])
  return granted(undefined)
}
