// Takes a report of a year before Gongkai over as the unit's history: read once more from the file, with what a person corrected, after the person confirmed it.
import { randomUUID } from 'node:crypto'
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Reader } from '../../../platform/documents/read/reader.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { may, type By } from '../../access/index.ts'
import { unitById } from '../../organization/index.ts'
import type { ReportScope } from '../law/states.ts'
import { reportSteps } from '../law/steps.ts'
import { firstYear } from '../law/take-over.ts'
import { allCitedDocuments } from '../queries/cited-documents.ts'
import { lockHeld, type Held } from '../queries/history.ts'
import { inForce } from '../rules/cited-documents.ts'
import { keptCells, keptParts, type Correction } from '../rules/taken-over.ts'
import { insertReports, recordStep, saveCells, saveParts, saveState } from '../store/reports.ts'
import { keepSource, noteReplaced } from '../store/taken-over.ts'
import { checkFile } from './check-file.ts'

export interface TakingOver {
  readonly unitId: string
  readonly year: number
  readonly scope: ReportScope
  readonly corrections: readonly Correction[]
  /** Why it comes in place of another that was taken over before; empty where there is none. */
  readonly replaceReason: string
  readonly file: { readonly name: string; readonly bytes: Buffer }
}

export interface TakeOverParts {
  readonly reader: Pick<Reader, 'read'>
  readonly store: FileStore
}

function againstHeld(held: Held | undefined, replaceReason: string): Refusal | undefined {
  if (!held) return undefined
  if (held.origin !== 'taken-over') return { code: 'year-reported-here' }
  return replaceReason.trim() === '' ? { code: 'year-taken-over', field: 'replaceReason' } : undefined
}

export async function takeOver(tx: Tx, by: By, asked: TakingOver, { reader, store }: TakeOverParts): Promise<Ruling<{ reportId: string }>> {
  const { unitId, year, scope, corrections, replaceReason, file } = asked
  const unit = await unitById(tx, unitId)
  if (!unit || unit.kind === 'section' || !may(by.actor, reportSteps['take-over'].action, { unitId }).ok) return refused('not-found')
  if (year < firstYear || year >= Number(by.today.slice(0, 4))) return refused({ code: 'year-not-past', field: 'year', facts: { first: firstYear } })
  const held = await lockHeld(tx, unitId, year, scope)
  const against = againstHeld(held, replaceReason)
  if (against) return refused(against)

  const checked = await checkFile(reader, file, inForce(await allCitedDocuments(tx)))
  if (!checked.ok) return refused({ code: `unreadable-${checked.code}`, field: 'file' })
  const { reading, findings } = checked.report
  const { form } = reading
  if (!form) return refused('no-form-read')
  const cells = keptCells({ form, year }, reading.cells, corrections)
  if (!cells.ok) return cells

  const id = randomUUID()
  const who = { accountId: by.actor.accountId, name: by.actor.name }
  // the former first, so that the new one finds its place free
  if (held) await saveState(tx, held.reportId, { state: 'replaced' }, null)
  const report = { id, unitId, unitName: reading.unit ?? unit.name, scope, origin: 'taken-over', publishBy: null, handInBy: null, countsUnits: [] } as const
  await insertReports(tx, { roundId: null, kind: 'yearly', year, generation: form.generation }, [report])
  await saveState(tx, id, { state: 'accepted', signed: { byName: null, on: reading.signedOn } }, null)
  await saveCells(
    tx,
    cells.value.map(({ key, value, reason, read }) => ({
      reportId: id,
      key,
      value,
      counted: null,
      reason: reason === '' ? '' : `${reason}（文件中为“${read}”）`,
      by: who,
    })),
    by.at,
  )
  await saveParts(
    tx,
    keptParts(reading, form).map((part) => ({ reportId: id, ...part, byName: who.name })),
    by.at,
  )
  const source = { name: file.name, sha256: await store.put(file.bytes), bytes: file.bytes.length, mediaType: checked.mediaType }
  await keepSource(tx, { reportId: id, title: reading.title, findings, file: source }, by.at)
  await recordStep(tx, [id], by, { step: 'take-over', note: replaceReason.trim() }, by.at)
  if (held) {
    await noteReplaced(tx, held.reportId, { byReport: id, reason: replaceReason.trim() })
    await recordStep(tx, [held.reportId], by, { step: 'replace', note: replaceReason.trim() }, by.at)
  }
  return granted({ reportId: id })
}
