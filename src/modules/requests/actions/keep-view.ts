// Keeps the filters of the list under a name, renames and drops them: one's own alone, and not without end.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { mostSavedViews } from '../law/saved-views.ts'
import { savedViewsOf } from '../queries/saved-views.ts'
import { deleteSavedView, insertSavedView, renameSavedView } from '../store/saved-views.ts'

interface View {
  /** Made by the caller, so that the same sent twice is kept once. */
  readonly id: string
  readonly name: string
}

type Kept = Ruling<{ readonly id: string }>

const taken = (name: string): Kept => refused({ code: 'view-name-taken', field: 'name', facts: { name } })

export async function keepView(tx: Tx, by: By, view: View & { readonly filters: unknown }): Promise<Kept> {
  const known = await savedViewsOf(tx, by.actor.accountId)
  if (known.some(({ id }) => id === view.id)) return granted({ id: view.id })
  if (known.some(({ name }) => name === view.name)) return taken(view.name)
  if (known.length >= mostSavedViews) return refused({ code: 'views-full', facts: { most: mostSavedViews } })
  return (await insertSavedView(tx, by, view)) ? granted({ id: view.id }) : taken(view.name)
}

export async function renameView(tx: Tx, { actor }: By, { id, name }: View): Promise<Kept> {
  const known = await savedViewsOf(tx, actor.accountId)
  if (!known.some((one) => one.id === id)) return refused('not-found')
  if (known.some((one) => one.id !== id && one.name === name)) return taken(name)
  await renameSavedView(tx, actor.accountId, id, name)
  return granted({ id })
}

export const dropView = async (tx: Tx, { actor }: By, id: string): Promise<Kept> =>
  (await deleteSavedView(tx, actor.accountId, id)) ? granted({ id }) : refused('not-found')
