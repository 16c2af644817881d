// The units that a text under secrecy review names and about which nothing is settled: to be asked, or struck with a reason.
import type { Tx } from '../../../../platform/database/database.ts'
import type { By } from '../../../access/index.ts'
import { readableEdition } from '../edition.ts'
import { knownOf } from '../facts.ts'

export async function openProposals(tx: Tx, by: By, editionId: string): Promise<readonly { readonly unitId: string; readonly unitName: string }[]> {
  const edition = await readableEdition(tx, by.actor, editionId)
  return edition ? (await knownOf(tx, edition, by)).facts.review.proposals : []
}
