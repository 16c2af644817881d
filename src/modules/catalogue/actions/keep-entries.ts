// Adds, changes and ends entries of the catalogue, one or many at once; a change is a new version from a day.
import { randomUUID } from 'node:crypto'
import type { Day } from '../../../kernel/day.ts'
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { reachOf, type By } from '../../access/index.ts'
import { unitTree } from '../../organization/index.ts'
import { reachesParty, reachesWholeSite } from '../../publication/index.ts'
import { knownEntries, presentEntry } from '../queries/entries.ts'
import { lineOfEntry, type EntryKind } from '../law/entries.ts'
import { answering, unitsOfOtherLine } from '../rules/body.ts'
import { entryKey, reasonsAgainstEntry, type EntryContent, type EntryRefusal } from '../rules/entry.ts'
import { changeEntry, endEntries, insertEntries, lockCatalogue, putResponsibilities, recordStep, type NewEntry } from '../store/entries.ts'

export type KeepRefusal =
  | EntryRefusal
  | 'not-allowed'
  | 'not-found'
  | 'entry-changed-meanwhile'
  | 'entry-ended'
  | 'entry-unit-of-other-line'
  | 'entry-kind-stays'
  | 'entry-begins-too-early'
  | 'entry-statutory-needs-unit'

/** The catalogue of a line is one for the whole county: its keeper reaches all units of that line. */
export async function mayKeep(tx: Tx, by: By, kind: EntryKind): Promise<boolean> {
  const reach = reachOf(by.actor, 'catalogue.manage')
  return (reach.everywhere || reach.unitIds.length > 0) && (lineOfEntry(kind) === 'party' ? reachesParty(tx, reach) : reachesWholeSite(tx, reach))
}

/** A duty is made by the calendar where the entry has a rhythm of its own. */
const nextOn = (content: EntryContent, from: Day): Day | null => (content.rhythm.kind === 'ad-hoc' ? null : from)

const otherLine = (units: Parameters<typeof unitsOfOtherLine>[0], content: EntryContent): Refusal<KeepRefusal>[] =>
  unitsOfOtherLine(units, content).map((unit) => ({ code: 'entry-unit-of-other-line', field: 'unitIds', facts: { unit: unit.name } }))

export interface Additions {
  readonly contents: readonly EntryContent[]
  readonly begins: Day
  readonly note: string
}

/** Entries that are new, with those who answer for them; returns their ids in the same order. */
export async function addEntries(tx: Tx, by: By, { contents, begins, note }: Additions): Promise<Ruling<readonly string[], KeepRefusal>> {
  const kinds: readonly EntryKind[] = contents.length > 0 ? [...new Set(contents.map((content) => content.kind))] : ['government', 'party']
  const kept = await Promise.all(kinds.map((kind) => mayKeep(tx, by, kind)))
  // nothing to add is no secret to the keeper of either catalogue
  if (contents.length > 0 ? kept.includes(false) : !kept.includes(true)) return refused('not-allowed')
  const units = await unitTree(tx, { asOf: by.today })
  const reasons: Refusal<KeepRefusal>[] = contents.flatMap((content) => [...reasonsAgainstEntry(content), ...otherLine(units, content)])
  if (reasons.length > 0) return refused(...reasons)
  await lockCatalogue(tx)
  const taken = new Set((await Promise.all(kinds.map((kind) => knownEntries(tx, kind)))).flat().map((entry) => entry.key))
  const fresh = contents.map((content): NewEntry => {
    let nth = 0
    while (taken.has(entryKey(content.kind, content, nth))) nth += 1
    const key = entryKey(content.kind, content, nth)
    taken.add(key)
    return { id: randomUUID(), key, content }
  })
  await insertEntries(tx, by, begins, fresh, note)
  await putResponsibilities(tx, fresh.map(({ id, content }) => ({ entryId: id, unitIds: answering(units, content), nextOn: nextOn(content, begins) })), begins) // prettier-ignore
  if (fresh.length === 1) await recordStep(tx, by, 'add', fresh[0]?.id ?? null, { begins, note })
  return granted(fresh.map(({ id }) => id))
}

export interface EntryChange {
  readonly entryId: string
  /** Number of the version that was looked at. */
  readonly number: number
  readonly content: EntryContent
  readonly begins: Day
  readonly note: string
}

export async function changeOneEntry(tx: Tx, by: By, { entryId, number, content, begins, note }: EntryChange): Promise<Ruling<{ id: string }, KeepRefusal>> {
  await lockCatalogue(tx)
  const before = await presentEntry(tx, entryId)
  if (!before) return refused('not-found')
  if (!(await mayKeep(tx, by, before.kind))) return refused('not-allowed')
  const units = await unitTree(tx, { asOf: by.today })
  const reasons: Refusal<KeepRefusal>[] = [...reasonsAgainstEntry(content), ...otherLine(units, content)]
  if (lineOfEntry(content.kind) !== lineOfEntry(before.kind)) reasons.push({ code: 'entry-kind-stays', field: 'kind' })
  if (before.endsOn !== null) reasons.push({ code: 'entry-ended' })
  if (before.number !== number) reasons.push({ code: 'entry-changed-meanwhile' })
  if (begins < before.beginsOn) reasons.push({ code: 'entry-begins-too-early', field: 'begins', facts: { day: before.beginsOn } })
  if (reasons.length > 0) return refused(...reasons)
  // an entry of the same name keeps its place among its namesakes
  const sameName = entryKey(content.kind, content) === entryKey(before.kind, before)
  const taken = sameName ? new Set<string>() : new Set((await knownEntries(tx, content.kind)).filter((one) => one.entryId !== entryId).map((one) => one.key))
  let nth = 0
  while (taken.has(entryKey(content.kind, content, nth))) nth += 1
  await changeEntry(tx, by, { entryId, key: sameName ? before.key : entryKey(content.kind, content, nth), number, begins, content, note })
  await putResponsibilities(tx, [{ entryId, unitIds: answering(units, content), nextOn: nextOn(content, begins) }], begins)
  await recordStep(tx, by, 'change', entryId, { begins, note })
  return granted({ id: entryId })
}

export async function endOneEntry(
  tx: Tx,
  by: By,
  ending: { readonly entryId: string; readonly lastDay: Day; readonly note: string },
): Promise<Ruling<{ id: string }, KeepRefusal>> {
  const before = await presentEntry(tx, ending.entryId)
  if (!before) return refused('not-found')
  if (!(await mayKeep(tx, by, before.kind))) return refused('not-allowed')
  if (before.endsOn !== null) return refused('entry-ended')
  await endEntries(tx, [ending.entryId], ending.lastDay)
  await recordStep(tx, by, 'end', ending.entryId, { lastDay: ending.lastDay, note: ending.note })
  return granted({ id: ending.entryId })
}
