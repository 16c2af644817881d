// The owner takes the newest generated text into the draft: only the parts that changed, or the whole text.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { may, type By } from '../../access/index.ts'
import { editionById, saveEdition } from '../../disclosure/index.ts'
import { guidesOwed } from '../queries/guides.ts'
import { makingOf } from '../queries/making.ts'
import { mergedGuide } from '../rules/merge-guide.ts'
import { htmlOfGuide } from '../rules/write-guide.ts'
import { saveMaking } from '../store/makings.ts'

export async function takeOver(tx: Tx, by: By, unitId: string, how: 'changed-parts' | 'whole'): Promise<Ruling<{ editionId: string }>> {
  if (!may(by.actor, 'catalogue.read', { unitId }).ok) return refused('not-found')
  const [guide] = await guidesOwed(tx, by.today, { unitId })
  const edition = guide?.document?.openEditionId ? await editionById(tx, guide.document.openEditionId) : undefined
  if (!guide || !edition) return refused('guide-no-draft')
  const before = await makingOf(tx, edition.editionId)
  const bodyHtml = how === 'whole' ? htmlOfGuide(guide.parts) : mergedGuide(edition.bodyHtml, before ?? [], guide.parts)
  // the ordinary saving says whether this person may change the draft in this state
  const saved = await saveEdition(tx, by, { editionId: edition.editionId, version: edition.version, content: { ...edition, bodyHtml } })
  if (!saved.ok) return saved
  const { editionId, documentId } = edition
  // a text that keeps words of people counts as theirs: it is never written over unasked
  const version = how === 'whole' ? saved.value.version : -1
  await saveMaking(tx, { editionId, documentId, unitId, fingerprint: guide.fingerprint, parts: guide.parts, version, at: by.at })
  return granted({ editionId })
}
