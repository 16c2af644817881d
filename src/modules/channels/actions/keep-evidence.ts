// Puts photographs and scans to entries, one or many at once, or takes one away; the bytes stay in the store as they came.
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import type { By } from '../../access/index.ts'
import { evidenceOf } from '../queries/entry.ts'
import { checkEvidence } from '../rules/check-evidence.ts'
import { insertEvidence, removeEvidence as saveRemoval } from '../store/entries.ts'
import { recordSteps } from '../store/steps.ts'
import { ownEntry } from './correct-entry.ts'

export interface OfferedEvidence {
  readonly name: string
  readonly bytes: Buffer
}

export interface EvidenceParts {
  readonly store: FileStore
  /** What the bytes prove to be. */
  readonly proofOf: (bytes: Buffer) => Promise<string | undefined>
}

export async function addEvidence(
  tx: Tx,
  by: By,
  { entryIds, files }: { readonly entryIds: readonly string[]; readonly files: readonly OfferedEvidence[] },
  { store, proofOf }: EvidenceParts,
): Promise<Ruling<{ readonly added: number; readonly refused: readonly { readonly name: string; readonly refusal: Refusal }[] }>> {
  const units = new Map<string, string>()
  for (const entryId of new Set(entryIds)) {
    const entry = await ownEntry(tx, by, entryId)
    if (!entry.ok) return entry
    units.set(entryId, entry.value.unitId)
  }
  const there = await evidenceOf(tx, [...units.keys()])
  const counts = new Map([...units.keys()].map((id) => [id, there.filter((one) => one.entryId === id).length]))
  const turnedAway: { name: string; refusal: Refusal }[] = []
  let added = 0
  for (const { name, bytes } of files) {
    const most = Math.max(0, ...counts.values())
    const checked = checkEvidence({ name, bytes: bytes.byteLength, proof: await proofOf(bytes) }, most)
    if (!checked.ok) {
      turnedAway.push(...checked.refusals.map((refusal) => ({ name, refusal })))
      continue
    }
    const sha256 = await store.put(bytes)
    for (const [entryId, unitId] of units) {
      if (!(await insertEvidence(tx, by, entryId, { name, mediaType: checked.value.mediaType, bytes: bytes.byteLength, sha256 }))) continue
      counts.set(entryId, (counts.get(entryId) ?? 0) + 1)
      added += 1
      await recordSteps(tx, by, [{ about: 'entry', aboutId: entryId, unitId, step: 'add-evidence', detail: { name, sha256 } }])
    }
  }
  return granted({ added, refused: turnedAway })
}

export async function removeEvidence(
  tx: Tx,
  by: By,
  of: { readonly entryId: string; readonly evidenceId: string; readonly reason: string },
): Promise<Ruling<void>> {
  const found = await ownEntry(tx, by, of.entryId)
  if (!found.ok) return found
  const file = (await evidenceOf(tx, [of.entryId])).find((one) => one.evidenceId === of.evidenceId)
  if (!file) return refused('evidence-not-found')
  if (of.reason.trim() === '') return refused({ code: 'reason-missing', field: 'reason' })

  await saveRemoval(tx, by, of.evidenceId)
  const detail = { name: file.name, sha256: file.sha256 }
  await recordSteps(tx, by, [{ about: 'entry', aboutId: of.entryId, unitId: found.value.unitId, step: 'remove-evidence', reason: of.reason.trim(), detail }])
  return granted(undefined)
}
