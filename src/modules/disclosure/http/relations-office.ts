// Answers how documents belong together, and which interpretations are owed.
import type { Day } from '../../../kernel/day.ts'
import { granted, refused } from '../../../kernel/ruling.ts'
import { csvFile } from '../../../platform/http/csv.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { citedInText } from '../../publication/index.ts'
import { relationKinds } from '../../publication/law/relation-kinds.ts'
import { beginInterpretation, waiveInterpretation } from '../actions/interpret.ts'
import { relate, unrelate } from '../actions/relate.ts'
import { readableEdition, type Edition } from '../queries/edition.ts'
import { handAt } from '../queries/facts.ts'
import { dutyOf, interpretationList, type InterpretationRow } from '../queries/interpretations.ts'
import { relatedDocuments, relationsOf, type RelatedDocument, type RelationRow } from '../queries/relations.ts'
import { interpretationNeed, standingOf, standingTitles } from '../rules/interpretation.ts'
import { proposalsOf } from '../rules/proposals.ts'
import { byOf, sliceOf, wholeList } from './call.ts'
import * as contract from './relations-contract.ts'

function relationOf(row: RelationRow, edition: Edition, others: ReadonlyMap<string, RelatedDocument>): contract.RelationAnswer {
  const end = row.fromId === edition.documentId ? 'from' : 'to'
  const documentId = end === 'from' ? row.toId : row.fromId
  const other = others.get(documentId)
  return {
    id: row.id,
    kind: row.kind,
    end,
    otherIs: end === 'from' ? relationKinds[row.kind].to : relationKinds[row.kind].from,
    documentId,
    editionId: other?.editionId ?? null,
    title: other?.title || (other?.editionId ? '（尚无标题）' : '（尚未公开）'),
    isPublic: other?.isPublic ?? false,
    form: row.form,
    periodFrom: row.periodFrom,
    periodTo: row.periodTo,
    shortReason: row.shortReason,
    setByName: row.setByName,
    setAt: row.setAt.toISOString(),
  }
}

const standingFor = (row: Pick<InterpretationRow, 'dueOn' | 'givenOn' | 'waivedReason'>, today: Day) =>
  standingOf({ dueOn: row.dueOn, givenOn: row.givenOn, waived: row.waivedReason !== null }, today)

export const relationRoutes: readonly OfficeRoute[] = [
  answer(contract.getRelations, async (call) => {
    const { tx, actor, params, clock } = call
    const edition = await readableEdition(tx, actor, params.editionId)
    if (!edition) return refused('not-found')
    const all = await relationsOf(tx, edition.documentId)
    const set = all.filter(({ state }) => state === 'set')
    const others = await relatedDocuments(tx, actor, [...new Set(set.flatMap(({ fromId, toId }) => [fromId, toId]).filter((id) => id !== edition.documentId))])
    const answered = new Set(all.filter(({ state }) => state !== 'ended').map(({ kind, fromId, toId }) => `${kind} ${fromId} ${toId}`))
    const proposals = proposalsOf(edition, await citedInText(tx, edition.documentId, edition)).filter(
      ({ kind, documentId }) => !answered.has(`${kind} ${edition.documentId} ${documentId}`),
    )
    const duty = await dutyOf(tx, edition.documentId, edition.columnIds)
    const rows = set.map((row) => relationOf(row, edition, others))
    const owed = duty.dueOn !== null || (edition.liveEditionId === null && interpretationNeed({ ...edition, columnKinds: duty.columnKinds }) !== undefined)
    const standing = duty.dueOn === null ? null : standingFor({ ...duty, dueOn: duty.dueOn }, clock.today())
    const hand = handAt(actor, edition)
    return granted({
      rows,
      proposals: proposals.map(({ kind, documentId, title, because }) => ({ kind, otherIs: relationKinds[kind].to, documentId, title, because })),
      mayDraft: hand.grantFor('edition.draft') !== undefined || hand.grantFor('edition.publish') !== undefined,
      interpretation: {
        owed,
        maySign: hand.grantFor('edition.sign') !== undefined,
        standing,
        standingTitle: standing ? standingTitles[standing] : '',
        publishedOn: duty.publishedOn,
        dueOn: duty.dueOn,
        provisional: duty.provisional,
        waivedReason: duty.waivedReason,
        waivedByName: duty.waivedByName,
      },
    })
  }),
  answer(contract.postRelation, async (call) => {
    const { kind, end, documentId, form, periodFrom, periodTo, shortReason, isSo } = call.body
    const edition = await readableEdition(call.tx, call.actor, call.params.editionId)
    if (!edition) return refused('not-found')
    const [fromId, toId] = end === 'from' ? [edition.documentId, documentId] : [documentId, edition.documentId]
    const relation = { kind, fromId, toId, form, periodFrom: periodFrom as Day | null, periodTo: periodTo as Day | null, shortReason }
    call.audit({ objectKind: 'edition', objectId: edition.editionId, detail: { relation: kind, documentId, isSo } })
    return relate(call.tx, byOf(call), { editionId: edition.editionId, relation, isSo })
  }),
  answer(contract.deleteRelation, async (call) => {
    call.audit({ objectKind: 'edition', objectId: call.params.editionId, detail: { relationId: call.params.relationId } })
    const ended = await unrelate(call.tx, byOf(call), call.params)
    return ended.ok ? granted({}) : ended
  }),
  answer(contract.postInterpretation, async (call) => {
    const opened = await beginInterpretation(call.tx, byOf(call), { editionId: call.params.editionId, form: call.body.form })
    if (opened.ok) call.audit({ objectKind: 'edition', objectId: opened.value.editionId, detail: { interprets: call.params.editionId } })
    return opened
  }),
  answer(contract.putInterpretationWaiver, async (call) => {
    call.audit({ objectKind: 'edition', objectId: call.params.editionId, detail: { waiver: call.body.reason } })
    const waived = await waiveInterpretation(call.tx, byOf(call), { editionId: call.params.editionId, reason: call.body.reason })
    return waived.ok ? granted({}) : waived
  }),
  answer(contract.listInterpretations, async ({ tx, actor, query, clock }) => {
    const { rows, total } = await interpretationList(tx, actor, query, clock.today(), sliceOf(query))
    return granted({
      rows: rows.map((row) => {
        const standing = standingFor(row, clock.today())
        return { ...row, standing, standingTitle: standingTitles[standing] }
      }),
      total,
    })
  }),
  answer(contract.exportInterpretations, async ({ tx, actor, query, clock }) => {
    const { rows } = await interpretationList(tx, actor, query, clock.today(), wholeList)
    const cells = rows.map((row) => [
      row.title,
      row.unitName,
      row.publishedOn,
      row.dueOn,
      row.provisional,
      standingTitles[standingFor(row, clock.today())],
      row.interpretationTitle,
      row.givenOn,
      row.waivedReason,
      row.waivedByName,
    ])
    return granted(csvFile('政策解读', ['文件', '单位', '发布日期', '解读期限', '暂定', '情况', '解读', '解读日期', '不需解读的理由', '批准人'], cells))
  }),
]
