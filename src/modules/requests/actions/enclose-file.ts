// Says in somebody's own name that a file goes out with the answer, or takes that back.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { reachOf, type By } from '../../access/index.ts'
import { lockApplication, type Application } from '../queries/application.ts'
import { factsOfFile, fileOf, type RequestFile } from '../queries/files.ts'
import { reasonsAgainstEnclosing, reasonsAgainstTakingBack } from '../rules/files.ts'
import { deleteEnclosure, saveEnclosure } from '../store/files.ts'

export interface OfFile {
  readonly id: string
  readonly fileId: string
}

export interface EnclosureRequest extends OfFile {
  /** That the file holds nothing that is withheld; empty where it is a redacted copy, or nothing is. */
  readonly declaration: string
  readonly looked: boolean
}

export async function lockedFile(tx: Tx, by: By, { id, fileId }: OfFile): Promise<{ application: Application; file: RequestFile } | undefined> {
  const application = await lockApplication(tx, reachOf(by.actor, 'request.handle'), id)
  const file = application && (await fileOf(tx, id, fileId))
  return file && { application, file }
}

export async function encloseFile(tx: Tx, by: By, asked: EnclosureRequest): Promise<Ruling<OfFile>> {
  const found = await lockedFile(tx, by, asked)
  if (!found) return refused('not-found')
  const reasons = reasonsAgainstEnclosing(found.application.state, factsOfFile(found.file), asked.looked)
  if (reasons.length > 0) return refused(...reasons)
  const { id, fileId, declaration, looked } = asked
  await saveEnclosure(tx, { fileId, declaration: declaration.trim(), looked, by: by.actor.accountId, byName: by.actor.name, at: by.at })
  return granted({ id, fileId })
}

export async function takeBackEnclosure(tx: Tx, by: By, { id, fileId }: OfFile): Promise<Ruling<OfFile>> {
  const found = await lockedFile(tx, by, { id, fileId })
  if (!found?.file.enclosure) return refused('not-found')
  const reasons = reasonsAgainstTakingBack(found.application.state)
  if (reasons.length > 0) return refused(...reasons)
  await deleteEnclosure(tx, fileId)
  return granted({ id, fileId })
}
