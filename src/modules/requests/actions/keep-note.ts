// Keeps a note about an application: for the staff alone, only ever added to.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { reachOf, type By } from '../../access/index.ts'
import { applicationWithin } from '../queries/application.ts'
import { insertNote } from '../store/internal.ts'

export async function keepNote(tx: Tx, by: By, { id, noteId, text }: { id: string; noteId: string; text: string }): Promise<Ruling<{ noteId: string }>> {
  if (!(await applicationWithin(tx, reachOf(by.actor, 'request.note'), id))) return refused('not-found')
  if (text.trim().length < 2) return refused({ code: 'words-missing', field: 'text' })
  await insertNote(tx, by, { id: noteId, applicationId: id, text: text.trim() })
  return granted({ noteId })
}
