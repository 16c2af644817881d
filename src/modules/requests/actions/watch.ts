// Watches an application, or no longer: whoever watches is told whose turn it is and what becomes late, as the people of the case are.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { reachOf, type By } from '../../access/index.ts'
import { applicationWithin } from '../queries/application.ts'
import { saveWatch } from '../store/internal.ts'

export async function watch(tx: Tx, by: By, { id, watching }: { id: string; watching: boolean }): Promise<Ruling<{ watching: boolean }>> {
  if (!(await applicationWithin(tx, reachOf(by.actor, 'request.read'), id))) return refused('not-found')
  await saveWatch(tx, by, id, watching)
  return granted({ watching })
}
