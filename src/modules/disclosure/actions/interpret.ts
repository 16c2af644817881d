// The interpretation of a document: begun from it, owed within its term, or said with a reason not to be needed.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import { dueDay, versionOn } from '../../../kernel/term.ts'
import { terms } from '../../../law/terms.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { currentCalendar } from '../../calendar/index.ts'
import { columnTree } from '../../publication/index.ts'
import type { InterpretationForm } from '../../publication/law/relation-kinds.ts'
import { lockEdition, type Edition } from '../queries/edition.ts'
import { handAt } from '../queries/facts.ts'
import { dutyOf } from '../queries/interpretations.ts'
import { interpretationNeed } from '../rules/interpretation.ts'
import { insertDuty, saveWaiver } from '../store/interpretations.ts'
import { saveRelation } from '../store/relations.ts'
import { createEdition, type Opened } from './create-edition.ts'

/** 《…》 of a notice that issues something is what it issues. */
const nameOf = (title: string): string => /(?:印发|发布|公布)\s*[《〈](.{2,150})[》〉]/u.exec(title)?.[1] ?? title

/** A draft beside the document's own, with the relation that leads to it. */
export async function beginInterpretation(
  tx: Tx,
  by: By,
  { editionId, form }: { readonly editionId: string; readonly form: InterpretationForm },
): Promise<Ruling<Opened>> {
  const edition = await lockEdition(tx, by.actor, editionId)
  if (!edition) return refused('not-found')
  const column = (await columnTree(tx)).find(({ kind }) => kind === 'interpretation')
  const content = {
    title: `《${nameOf(edition.title).slice(0, 200)}》政策解读`,
    theme: edition.theme,
    columnIds: column ? [column.id] : [],
    keywords: [...edition.keywords],
    responsibleDepartment: edition.responsibleDepartment,
    important: edition.important,
  }
  const opened = await createEdition(tx, by, { unitId: edition.unitId, sectionId: edition.sectionId, content })
  if (!opened.ok) return opened
  const relation = {
    kind: 'interprets',
    fromId: opened.value.documentId,
    toId: edition.documentId,
    form,
    periodFrom: null,
    periodTo: null,
    shortReason: '',
  } as const
  await saveRelation(tx, relation, 'set', by)
  return opened
}

/** Who may sign the document says why it needs none. */
export async function waiveInterpretation(
  tx: Tx,
  by: By,
  { editionId, reason }: { readonly editionId: string; readonly reason: string },
): Promise<Ruling<void>> {
  const edition = await lockEdition(tx, by.actor, editionId)
  if (!edition) return refused('not-found')
  if (!handAt(by.actor, edition).grantFor('edition.sign')) return refused({ code: 'waiver-by-signers', article: 'interpretation-2016/1' })
  if (reason.trim() === '') return refused({ code: 'waiver-reason-missing', field: 'reason' })
  await saveWaiver(tx, { documentId: edition.documentId, reason: reason.trim(), by: by.actor.accountId, at: by.at })
  return granted(undefined)
}

/** When a document first goes out: until when its interpretation is owed, where it owes one. */
export async function oweInterpretation(tx: Tx, by: By, edition: Edition): Promise<void> {
  if (edition.historicBatchId !== null || !versionOn(terms.interpretation, by.today)) return
  const { columnKinds } = await dutyOf(tx, edition.documentId, edition.columnIds)
  if (!interpretationNeed({ title: edition.title, kind: edition.kind, columnKinds })) return
  const calendar = await currentCalendar(tx)
  const { due, provisional } = dueDay(terms.interpretation, { from: by.today }, calendar)
  await insertDuty(tx, { documentId: edition.documentId, publishedOn: by.today, dueOn: due, provisional, calendarVersion: calendar.version })
}
