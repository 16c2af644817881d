// Opens a new document with its first edition, a draft.
import type { Place } from '../../../kernel/actor.ts'
import type { PublishedReport } from '../../../law/published-report.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { may, type By } from '../../access/index.ts'
import type { Action } from '../../access/law/permissions.ts'
import { unitById, type Unit } from '../../organization/index.ts'
import { documentExists } from '../queries/around.ts'
import { cleanContent } from '../rules/clean-content.ts'
import { blankContent, type TypedContent } from '../rules/content.ts'
import { insertDocument, insertEdition, type NewDocument } from '../store/editions.ts'

export interface Draft {
  readonly unitId: string
  readonly sectionId?: string | null
  readonly content?: Partial<TypedContent>
  /** Old stock of a former site: keeps its day, number and address. */
  readonly historic?: NewDocument['historic']
  /** Came out of an application (ogi-2019/44). */
  readonly fromApplication?: boolean
  /** Made of a yearly report: its figures go out with it. */
  readonly report?: PublishedReport
  /** By which right it is opened. */
  readonly action?: Action
}

export interface Opened {
  readonly editionId: string
  readonly documentId: string
  readonly version: number
}

/** The nearest unit above that has people of its own; null where the unit itself has. */
async function handlerOf(tx: Tx, unit: Unit): Promise<string | null> {
  let at: Unit | undefined = unit
  while (at && !at.hasOwnStaff) at = at.parentId === null ? undefined : await unitById(tx, at.parentId)
  return at && at.id !== unit.id ? at.id : null
}

export async function createEdition(
  tx: Tx,
  by: By,
  { unitId, sectionId = null, content = {}, historic, fromApplication = false, report, action = 'edition.draft' }: Draft,
): Promise<Ruling<Opened>> {
  const unit = await unitById(tx, unitId)
  if (!unit || unit.kind === 'section') return refused('unit-not-found')
  const section = sectionId === null ? null : await unitById(tx, sectionId)
  if (section === undefined || (section && section.parentId !== unitId)) return refused({ code: 'section-of-other-unit', field: 'sectionId' })
  if (unit.validUntil !== null && unit.validUntil < by.today) return refused({ code: 'unit-ended', field: 'unitId', facts: { unit: unit.name } })

  if (content.replacedBy && !(await documentExists(tx, content.replacedBy))) return refused({ code: 'replacing-document-unknown', field: 'replacedBy' })

  const handledById = await handlerOf(tx, unit)
  const ownSections = by.actor.grants.filter((grant) => grant.unitId === unitId && grant.sectionId !== null).map((grant) => grant.sectionId)
  // Whoever holds a post in one section drafts for that section, unless they name another.
  const places: Place[] = [
    ...(sectionId === null ? [null, ...ownSections] : [sectionId]).map((one) => ({ unitId, sectionId: one })),
    ...(handledById === null ? [] : [{ unitId: handledById, sectionId: null }]),
  ]
  const place = places.find((one) => may(by.actor, action, one).ok)
  if (!place) return refused('not-allowed')

  const { accountId } = by.actor
  const documentId = await insertDocument(tx, {
    unitId,
    sectionId: place.unitId === unitId ? (place.sectionId ?? null) : sectionId,
    createdBy: accountId,
    at: by.at,
    handledById,
    fromApplication,
    ...(historic && { historic }),
  })
  const editionId = await insertEdition(tx, documentId, cleanContent({ ...blankContent, ...content }), { accountId, at: by.at }, report)
  return granted({ editionId, documentId, version: 1 })
}
