// Rows of the module put into the shapes of the contracts.
import { articleTitle } from '../../../law/laws.ts'
import type { Refusal } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { sentenceOf } from '../../../platform/http/problem.ts'
import type { By } from '../../access/index.ts'
import { roles, type Role } from '../../access/law/permissions.ts'
import { gateSentences } from '../../gate/index.ts'
import { publicationSentences } from '../../publication/index.ts'
import { states } from '../law/states.ts'
import { stepRows, type StepName } from '../law/steps.ts'
import { documentTitles, editionsOf, liveOf, personNames, unitNames, viewersOf, type Viewer } from '../queries/around.ts'
import type { Edition } from '../queries/edition.ts'
import type { EditionListRow } from '../queries/edition-list.ts'
import { handAt, knownOf } from '../queries/facts.ts'
import type { HistoryRow } from '../queries/history.ts'
import type { TaskListRow } from '../queries/tasks.ts'
import type { EditionContent } from '../rules/content.ts'
import { notesOf } from '../rules/sheet-words.ts'
import { mayChange, stepsFrom, type OpenStep } from '../rules/take-step.ts'
import { disclosureSentences } from '../sentences.ts'
import { attachmentsAnswer } from './attachment-answers.ts'
import type { EditionAnswer, EditionContent as ContentAnswer, EditionRow, Reason, StepView, TaskRow } from './contract.ts'

const sentences = { ...publicationSentences, ...gateSentences, ...disclosureSentences }

export const reasonOf = (refusal: Refusal): Reason => ({
  code: refusal.code,
  sentence: sentenceOf(refusal, sentences),
  ...(refusal.field !== undefined && { field: refusal.field }),
  ...(refusal.article !== undefined && { article: refusal.article }),
})

const isoOf = (at: Date | null): string | null => at?.toISOString() ?? null

export function rowOf(row: EditionListRow): EditionRow {
  return {
    editionId: row.editionId,
    documentId: row.documentId,
    number: row.number,
    title: row.title,
    state: row.state,
    stateTitle: states[row.state].title,
    kind: row.kind,
    documentNumber: row.documentNumber,
    unitId: row.unitId,
    unitName: row.unitName,
    authorName: row.authorName,
    important: row.important,
    urgent: row.urgent,
    paperOwed: row.paperOwed,
    historic: row.historic,
    updatedAt: row.updatedAt.toISOString(),
    since: row.since.toISOString(),
    scheduledFor: isoOf(row.scheduledFor),
    publishedAt: isoOf(row.publishedAt),
    indexNumber: row.indexNumber,
    errors: row.errors,
    warnings: row.warnings,
  }
}

const dayMilliseconds = 86_400_000

export function taskOf(row: TaskListRow, now: Date): TaskRow {
  return {
    ...rowOf(row),
    awaits: states[row.state].awaits,
    days: Math.max(0, Math.floor((now.getTime() - row.since.getTime()) / dayMilliseconds)),
    urgedAt: isoOf(row.urgedAt),
    onBehalfOfName: row.onBehalfOfName,
  }
}

function stepViewOf({ name, refusals }: OpenStep): StepView {
  const step = stepRows[name]
  return {
    name,
    title: step.title,
    open: refusals.length === 0,
    refusals: refusals.map(reasonOf),
    confirm: step.confirm ?? null,
    opinion: step.opinion ?? 'none',
    asks: [...(step.asks ?? [])],
    tone: step.tone ?? 'plain',
    article: articleTitle(step.article),
  }
}

export const roleTitle = (role: string): string => (Object.hasOwn(roles, role) ? roles[role as Role].title : role)
export const stepTitle = (step: StepName): string => stepRows[step].title
export const viewerOf = (viewer: Viewer) => ({ accountId: viewer.accountId, name: viewer.name, seenAt: viewer.seenAt.toISOString() })

/** Names that the details of steps speak of. */
export async function namesIn(tx: Tx, history: readonly HistoryRow[]) {
  const units = history.flatMap(({ detail }) =>
    [detail['unitIds'], detail['unitId'], (detail['decision'] as { unitId?: string } | undefined)?.unitId].flat().filter((id) => typeof id === 'string'),
  )
  const signers = history.filter(({ step }) => step === 'record-paper-signature').flatMap(({ onBehalfOf }) => onBehalfOf ?? [])
  return { units: await unitNames(tx, units), people: await personNames(tx, signers) }
}

export type Names = Awaited<ReturnType<typeof namesIn>>

const takenStepOf = (taken: HistoryRow, names: Names) => ({
  step: taken.step,
  title: stepTitle(taken.step),
  fromTitle: states[taken.from].title,
  toTitle: states[taken.to].title,
  byName: taken.byName,
  roleTitle: roleTitle(taken.role),
  onBehalfOfName: taken.step === 'record-paper-signature' ? null : taken.onBehalfOfName,
  at: taken.at.toISOString(),
  opinion: taken.opinion,
  notes: notesOf(taken.detail, names.units, names.people),
})

function contentOf(of: EditionContent): ContentAnswer {
  return {
    title: of.title,
    kind: of.kind,
    theme: of.theme,
    columnIds: [...of.columnIds],
    keywords: [...of.keywords],
    summary: of.summary,
    documentNumber: of.documentNumber,
    draftedOn: of.draftedOn,
    effectiveOn: of.effectiveOn,
    expiresOn: of.expiresOn,
    validity: of.validity,
    replacedBy: of.replacedBy,
    disclosureMode: of.disclosureMode,
    modeReason: of.modeReason,
    modeArticle: of.modeArticle,
    responsibleDepartment: of.responsibleDepartment,
    source: of.source,
    sourceUrl: of.sourceUrl,
    important: of.important,
    changeNote: of.changeNote,
    bodyHtml: of.bodyHtml,
  }
}

/** The whole sheet of an edition, as the acting person sees it. */
export async function sheetAnswer(tx: Tx, by: By, edition: Edition): Promise<EditionAnswer> {
  const { facts, history, attachments, confirmations, inWorkEditionId } = await knownOf(tx, edition, by)
  const hand = handAt(by.actor, edition)
  const changing = mayChange(facts, hand)
  const names = await namesIn(tx, history)
  const live = edition.liveEditionId === null ? undefined : await liveOf(tx, edition.documentId)
  const editions = await editionsOf(tx, edition.documentId)
  const liveNumber = editions.find((one) => one.editionId === edition.liveEditionId)?.number
  const viewers = await viewersOf(tx, edition.editionId, by.actor.accountId, by.at)
  return {
    ...contentOf(edition),
    editionId: edition.editionId,
    documentId: edition.documentId,
    number: edition.number,
    state: edition.state,
    stateTitle: states[edition.state].title,
    version: edition.version,
    unitId: edition.unitId,
    unitName: edition.unitName,
    sectionId: edition.sectionId,
    sectionName: edition.sectionName,
    author: { accountId: edition.authorId, name: edition.authorName },
    createdAt: edition.createdAt.toISOString(),
    updatedAt: edition.updatedAt.toISOString(),
    updatedByName: edition.updatedByName,
    scheduledFor: isoOf(edition.scheduledFor),
    handledByUnitName: edition.handledByName,
    live:
      live && edition.liveEditionId !== null && liveNumber !== undefined
        ? { editionId: edition.liveEditionId, number: liveNumber, indexNumber: live.indexNumber, publishedAt: live.publishedAt.toISOString() }
        : null,
    inWorkEditionId: inWorkEditionId === edition.editionId ? null : inWorkEditionId,
    replacedByTitle: edition.replacedBy === null ? null : ((await documentTitles(tx, [edition.replacedBy])).get(edition.replacedBy) ?? null),
    historic:
      edition.historicBatchId === null
        ? null
        : {
            batchId: edition.historicBatchId,
            originalPublishedOn: edition.originalPublishedOn,
            originalIndexNumber: edition.originalIndexNumber,
            originalAddress: edition.originalAddress,
          },
    editable: changing.ok,
    closedBecause: changing.ok ? [] : changing.refusals.map(reasonOf),
    steps: stepsFrom(facts, hand).map(stepViewOf),
    history: history.map((taken) => takenStepOf(taken, names)),
    confirmations: confirmations.map(({ unitId, unitName, question, answer, opinion, answeredByName, answeredAt }) => ({
      unitId,
      unitName,
      question,
      answer,
      opinion,
      answeredByName,
      answeredAt: isoOf(answeredAt),
    })),
    attachments: await attachmentsAnswer(tx, edition.editionId, attachments),
    findings: facts.findings.map(reasonOf),
    viewers: viewers.map(viewerOf),
    editions: editions.map(({ editionId, number, state, changeNote, updatedAt }) => ({
      editionId,
      number,
      stateTitle: states[state].title,
      changeNote,
      updatedAt: updatedAt.toISOString(),
    })),
  }
}
