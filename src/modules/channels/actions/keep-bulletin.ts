// Opens a bulletin, and saves what was picked, ordered and written, unless somebody else has saved since.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import { yearOf } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { may, type By } from '../../access/index.ts'
import { bulletinById, type Bulletin } from '../queries/bulletins.ts'
import { insertBulletin, saveBulletin as save, type BulletinDraft } from '../store/bulletins.ts'

export async function openBulletin(tx: Tx, by: By, { unitId, title }: { readonly unitId: string; readonly title: string }): Promise<Ruling<string>> {
  if (!may(by.actor, 'bulletin.manage', { unitId }).ok) return refused('not-allowed')
  return granted(await insertBulletin(tx, by, { unitId, title: title.trim(), year: yearOf(by.today) }))
}

/** The bulletin, held, where the actor may change it. */
export async function ownBulletin(tx: Tx, by: By, bulletinId: string): Promise<Ruling<Bulletin>> {
  const bulletin = await bulletinById(tx, bulletinId, { lock: true })
  if (!bulletin || !may(by.actor, 'bulletin.manage', { unitId: bulletin.unitId }).ok) return refused('bulletin-not-found')
  return bulletin.issue === null ? granted(bulletin) : refused('already-issued')
}

export async function saveBulletin(
  tx: Tx,
  by: By,
  { bulletinId, version, draft }: { readonly bulletinId: string; readonly version: number; readonly draft: BulletinDraft },
): Promise<Ruling<number>> {
  const found = await ownBulletin(tx, by, bulletinId)
  if (!found.ok) return found
  if (found.value.version !== version) return refused('stale-bulletin')
  return granted(await save(tx, bulletinId, { ...draft, documentIds: [...new Set(draft.documentIds)] }, by.at))
}
