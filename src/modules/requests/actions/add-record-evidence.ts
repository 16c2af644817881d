// Keeps a file that proves a record wrong, sealed, while the case goes on.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Seal } from '../../../platform/crypto/seal.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { reachOf, type By } from '../../access/index.ts'
import { mostEvidence, recordStates } from '../law/record-corrections.ts'
import { lockRecord, recordFileNames } from '../queries/record-corrections.ts'
import { checkProof } from '../rules/online-application.ts'
import { keepRecordFile } from './enter-record.ts'

export async function addRecordEvidence(
  tx: Tx,
  by: By,
  seal: Seal,
  { id, file }: { readonly id: string; readonly file: { readonly name: string; readonly bytes: Buffer; readonly kind: string } | undefined },
): Promise<Ruling<{ fileId: string }>> {
  const record = await lockRecord(tx, reachOf(by.actor, 'request.handle'), id)
  if (!record) return refused('not-found')
  if (recordStates[record.state].end) return refused('record-closed')
  const checked = checkProof(file && { kind: file.kind, bytes: file.bytes.length }, 'evidence')
  if (!checked.ok || !file) return checked.ok ? refused('evidence-file-missing') : checked
  if ((await recordFileNames(tx, id)).length >= mostEvidence) return refused({ code: 'evidence-full', facts: { most: mostEvidence } })
  return granted({
    fileId: await keepRecordFile(tx, seal, id, { kind: 'evidence', name: file.name, mediaType: checked.value.mediaType, bytes: file.bytes }, by.at),
  })
}
