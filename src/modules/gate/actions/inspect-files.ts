// Inspects files whose bytes were never inspected, and keeps what was found; the others are only looked up.
import type { FileInspection } from '../../../kernel/file-inspection.ts'
import { notInspected } from '../../../platform/documents/inspect/findings.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { fileInspections, inTurnFor } from '../queries/file-inspections.ts'
import { saveInspection } from '../store/file-inspections.ts'

export interface FileToInspect {
  readonly sha256: string
  readonly name: string
}

/** Handed in: inspecting takes time and memory of its own. */
export interface Inspector {
  /** Undefined where the store has lost them. */
  readonly bytesOf: (sha256: string) => Promise<Buffer | undefined>
  readonly inspect: (file: { readonly name: string; readonly bytes: Buffer }) => Promise<FileInspection>
}

export async function inspectFiles(tx: Tx, files: readonly FileToInspect[], inspector: Inspector, at: Date): Promise<ReadonlyMap<string, FileInspection>> {
  const known = new Map(
    await fileInspections(
      tx,
      files.map((file) => file.sha256),
    ),
  )
  for (const { sha256, name } of files) {
    if (known.has(sha256)) continue
    await inTurnFor(tx, sha256)
    const meanwhile = (await fileInspections(tx, [sha256])).get(sha256)
    const bytes = meanwhile ? undefined : await inspector.bytesOf(sha256)
    const inspection = meanwhile ?? (bytes ? await inspector.inspect({ name, bytes }) : notInspected('other', 'broken'))
    if (!meanwhile) await saveInspection(tx, sha256, inspection, at)
    known.set(sha256, inspection)
  }
  return known
}
