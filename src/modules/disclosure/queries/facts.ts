// Finds out what the rules of the steps need to know about one edition, for one person, now.
import { sql } from 'kysely'
import type { Actor, Grant } from '../../../kernel/actor.ts'
import type { Refusal } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { accountsWhoMay, may, type AccountName, type By } from '../../access/index.ts'
import type { Action } from '../../access/law/permissions.ts'
import { reasonsAgainstRelease } from '../../gate/index.ts'
import type { State } from '../law/states.ts'
import type { EditionFacts, Hand } from '../rules/facts.ts'
import { metadataFindings } from '../rules/metadata.ts'
import { sheetOf, type Sheet } from '../rules/sheet.ts'
import { attachmentsOf, type AttachmentRow } from './attachments.ts'
import { confirmationsOf, type ConfirmationRow } from './confirmations.ts'
import { placesOf, type Edition } from './edition.ts'
import { outdatedSheets } from './paper/photos.ts'
import { historyOf, type HistoryRow } from './history.ts'
import { publicItemOf } from './public-item.ts'
import { reviewOf, type Review } from './review/review.ts'

export interface Known {
  readonly facts: EditionFacts
  readonly history: readonly HistoryRow[]
  readonly sheet: Sheet<HistoryRow>
  readonly attachments: readonly AttachmentRow[]
  readonly confirmations: readonly ConfirmationRow[]
  readonly inWorkEditionId: string | null
  readonly review: Review
}

/** The actor at this edition: with which grant they would do what. */
export function handAt(actor: Actor, edition: Edition): Hand {
  const places = placesOf(edition)
  return {
    accountId: actor.accountId,
    grantFor: (action: Action): Grant | undefined => {
      for (const place of places) {
        const ruling = may(actor, action, place)
        if (ruling.ok) return ruling.value
      }
      return undefined
    },
  }
}

/** Everybody who may do `action` at the edition today. */
export const peopleAt = (tx: Tx, action: Action, edition: Edition, today: By['today']): Promise<AccountName[]> =>
  accountsWhoMay(tx, action, placesOf(edition), today)

const atTheGate: readonly State[] = ['signing', 'signing-important', 'signed']

const settled: readonly State[] = ['published', 'published-internally', 'superseded', 'withdrawn', 'filed', 'discarded']

/** The edition of the document that is in work: at most one, so an edition in work is it. */
async function inWork(tx: Tx, { editionId, documentId, state }: Edition): Promise<string | null> {
  if (!settled.includes(state)) return editionId
  const { rows } = await sql<{ id: string }>`
    select id from disclosure.edition
    where document_id = ${documentId} and state <> all(${[...settled]}::text[])`.execute(tx)
  return rows[0]?.id ?? null
}

/** Leaders whose signature on paper could be recorded: they hold the right, did not write it and have not signed yet. */
export async function paperSigners(tx: Tx, edition: Edition, sheet: Sheet, today: By['today']): Promise<AccountName[]> {
  const barred = new Set([edition.authorId, ...sheet.signerIds, ...(sheet.submittedBy === null ? [] : [sheet.submittedBy])])
  const people = await peopleAt(tx, edition.important ? 'edition.sign-important' : 'edition.sign', edition, today)
  return people.filter((one) => !barred.has(one.accountId))
}

/** Asked where the gate decides: at signing and at release of what goes out. */
async function againstRelease(
  tx: Tx,
  edition: Edition,
  { files, secrecyReviewed, at }: { readonly files: readonly AttachmentRow[]; readonly secrecyReviewed: boolean; readonly at: Date },
): Promise<readonly Refusal[]> {
  const { editionId, state, disclosureMode } = edition
  if (!atTheGate.includes(state) || (disclosureMode !== 'proactive' && disclosureMode !== 'internal')) return []
  const reasons = await reasonsAgainstRelease(tx, await publicItemOf(tx, edition, files), { editionId, secrecyReviewed }, at)
  // What is shown to the staff alone stands in no column of the site; all else holds for it too.
  return disclosureMode === 'internal' ? reasons.filter(({ code }) => code !== 'column-missing') : reasons
}

export async function knownOf(tx: Tx, edition: Edition, { at, today }: Pick<By, 'at' | 'today'>): Promise<Known> {
  const history = await historyOf(tx, edition.editionId)
  const attachments = await attachmentsOf(tx, edition.editionId)
  const confirmations = edition.askedUnitIds.length === 0 ? [] : await confirmationsOf(tx, edition.editionId)
  const inWorkEditionId = await inWork(tx, edition)
  const sheet = sheetOf(history)
  const review = await reviewOf(tx, edition, today, confirmations)
  const sheets = attachments.filter((file) => file.role === 'signed-sheet').map((file) => file.attachmentId)
  const outdated = sheets.length === 0 ? [] : await outdatedSheets(tx, edition)
  const atSignature = edition.state === 'signing' || edition.state === 'signing-important'
  const facts: EditionFacts = {
    state: edition.state,
    unitId: edition.unitId,
    authorIds: sheet.submittedBy === null ? [edition.authorId] : [edition.authorId, sheet.submittedBy],
    signerIds: sheet.signerIds,
    lookedAt: edition.lookedAt !== null,
    important: review.important,
    disclosureMode: edition.disclosureMode,
    findings: metadataFindings({
      content: edition,
      today,
      revises: edition.liveEditionId !== null && edition.liveEditionId !== edition.editionId,
      historic: edition.historicBatchId !== null,
      attachments: attachments.filter((file) => file.role === 'attachment').length,
      documentId: edition.documentId,
    }),
    gateFindings: await againstRelease(tx, edition, { files: attachments, secrecyReviewed: sheet.secrecyPassed, at }),
    secrecyPassed: sheet.secrecyPassed,
    confirmations,
    review: review.facts,
    isLive: edition.liveEditionId === edition.editionId,
    documentIsLive: edition.liveEditionId !== null,
    editionInWork: inWorkEditionId !== null,
    scheduled: edition.scheduledFor !== null,
    urgedToday: history.some((taken) => taken.step === 'urge' && taken.detail['day'] === today),
    unitHasStaff: edition.unitHasStaff,
    signedSheetIds: sheets.filter((one) => !outdated.includes(one)),
    paperSignerIds: atSignature ? (await paperSigners(tx, { ...edition, important: review.important }, sheet, today)).map((one) => one.accountId) : [],
    now: at,
    today,
  }
  return { facts, history, sheet, attachments, confirmations, inWorkEditionId, review }
}
