// Deletes a file of an application that does not go out and of which no copy was made.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { factsOfFile } from '../queries/files.ts'
import { reasonsAgainstDeleting } from '../rules/files.ts'
import { deleteFile } from '../store/files.ts'
import { lockedFile, type OfFile } from './enclose-file.ts'

export async function removeFile(tx: Tx, by: By, { id, fileId }: OfFile): Promise<Ruling<OfFile>> {
  const found = await lockedFile(tx, by, { id, fileId })
  if (!found) return refused('not-found')
  const reasons = reasonsAgainstDeleting(found.application.state, factsOfFile(found.file))
  if (reasons.length > 0) return refused(...reasons)
  await deleteFile(tx, fileId)
  return granted({ id, fileId })
}
