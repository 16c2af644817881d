// Answers what the office asks of editions: lists, sheets, saving, steps, copies, comparison.
import { csvOf } from '../../../kernel/csv.ts'
import { granted, refused } from '../../../kernel/ruling.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { copyEdition } from '../actions/copy-edition.ts'
import { createEdition } from '../actions/create-edition.ts'
import { lookAt } from '../actions/look-at.ts'
import { saveEdition } from '../actions/save-edition.ts'
import { takeStepTogether } from '../actions/take-step-together.ts'
import { takeSteps } from '../actions/take-steps.ts'
import { states } from '../law/states.ts'
import { columnNames, documentChoices, documentTitles, editionsOf, viewersOf } from '../queries/around.ts'
import { attachmentsOf } from '../queries/attachments.ts'
import { readableEdition, type Edition } from '../queries/edition.ts'
import { editionList } from '../queries/edition-list.ts'
import { knownOf, paperSigners } from '../queries/facts.ts'
import { compareFields, compareTexts } from '../rules/compare.ts'
import { layOut } from '../rules/layout.ts'
import { officeTime } from '../rules/sheet-words.ts'
import { gone, seen } from '../store/presence.ts'
import { reasonOf, rowOf, sheetAnswer, viewerOf } from './answers.ts'
import { byOf, draftOf, inputOf, sliceOf, typedOf, wholeList } from './call.ts'
import * as contract from './contract.ts'
import { previewPage } from './pages/preview.ts'
import { reviewSheet } from './pages/review-sheet.ts'

const comparedOf = (edition: Edition) => ({
  editionId: edition.editionId,
  number: edition.number,
  title: edition.title,
  stateTitle: states[edition.state].title,
  updatedAt: edition.updatedAt.toISOString(),
})

export const editionRoutes: readonly OfficeRoute[] = [
  answer(contract.listEditions, async ({ tx, actor, query }) => {
    const { rows, ...counted } = await editionList(tx, actor, query, sliceOf(query))
    return granted({ rows: rows.map(rowOf), ...counted })
  }),
  answer(contract.exportEditions, async ({ tx, actor, query }) => {
    const { rows } = await editionList(tx, actor, query, wholeList)
    const header = ['标题', '状态', '索引号', '发文字号', '公文种类', '发布机构', '起草人', '重要信息', '最近修改', '发布时间']
    const body = csvOf(
      header,
      rows.map((row) => [
        row.title,
        states[row.state].title,
        row.indexNumber,
        row.documentNumber,
        row.kind,
        row.unitName,
        row.authorName,
        row.important,
        officeTime(row.updatedAt),
        row.publishedAt && officeTime(row.publishedAt),
      ]),
    )
    return granted({ mediaType: 'text/csv; charset=utf-8', name: '信息列表.csv', body })
  }),
  answer(contract.postEdition, async (call) => {
    const { unitId, sectionId, content } = call.body
    const opened = await createEdition(call.tx, byOf(call), { unitId, sectionId, content: draftOf(content) })
    if (opened.ok) call.audit({ objectKind: 'edition', objectId: opened.value.editionId, unitId })
    return opened
  }),
  answer(contract.getEdition, async (call) => {
    const by = byOf(call)
    const edition = await lookAt(call.tx, by, call.params.editionId)
    return edition ? granted(await sheetAnswer(call.tx, by, edition)) : refused('not-found')
  }),
  answer(contract.putEdition, async (call) => {
    const { editionId } = call.params
    const by = byOf(call)
    const saved = await saveEdition(call.tx, by, { editionId, version: call.body.version, content: typedOf(call.body.content) })
    call.audit({ objectKind: 'edition', objectId: editionId })
    if (!saved.ok) return saved
    const { version, content, findings } = saved.value
    return granted({
      version,
      savedAt: by.at.toISOString(),
      bodyHtml: content.bodyHtml,
      documentNumber: content.documentNumber,
      findings: findings.map(reasonOf),
    })
  }),
  answer(contract.postLayout, async ({ body }) => granted({ bodyHtml: layOut(body.bodyHtml) })),
  answer(contract.postStep, async (call) => {
    const { editionId } = call.params
    const taken = await takeStepTogether(call.tx, byOf(call), { editionId, step: call.body.step, input: inputOf(call.body) })
    call.audit({ objectKind: 'edition', objectId: editionId, detail: { step: call.body.step } })
    if (!taken.ok) return taken
    const { state, indexNumber, documentId } = taken.value
    return granted({ editionId: taken.value.editionId, documentId, state, stateTitle: states[state].title, indexNumber })
  }),
  answer(contract.postStepBatch, async (call) => {
    const { step, editionIds } = call.body
    const rows = await takeSteps(call.tx, byOf(call), { editionIds, step, input: inputOf(call.body) })
    const done = rows.filter((row) => row.outcome !== null).length
    call.audit({ objectKind: 'edition', detail: { step, done, editionIds } })
    return granted({
      done,
      refused: rows.length - done,
      rows: rows.map(({ editionId, title, outcome, along, refusals }) => ({
        editionId,
        title,
        done: outcome !== null,
        along,
        stateTitle: outcome ? states[outcome.state].title : '',
        refusals: refusals.map(reasonOf),
      })),
    })
  }),
  answer(contract.listSigners, async (call) => {
    const edition = await readableEdition(call.tx, call.actor, call.params.editionId)
    if (!edition) return refused('not-found')
    const by = byOf(call)
    const { sheet } = await knownOf(call.tx, edition, by)
    return granted({ rows: await paperSigners(call.tx, edition, sheet, by.today) })
  }),
  answer(contract.getComparison, async ({ tx, actor, params, query }) => {
    const after = await readableEdition(tx, actor, params.editionId)
    if (!after) return refused('not-found')
    const others = (await editionsOf(tx, after.documentId)).filter((one) => one.editionId !== after.editionId)
    const chosen = query.with ?? others.find((one) => one.number < after.number && one.state !== 'discarded')?.editionId
    const before = chosen !== undefined && others.some((one) => one.editionId === chosen) ? await readableEdition(tx, actor, chosen) : undefined
    if (query.with !== undefined && !before) return refused('not-found')
    const names = new Map([
      ...(await columnNames(tx, [...after.columnIds, ...(before?.columnIds ?? [])])),
      ...(await documentTitles(
        tx,
        [after.replacedBy, before?.replacedBy].filter((id) => typeof id === 'string'),
      )),
    ])
    const filesAfter = (await attachmentsOf(tx, after.editionId)).filter((file) => file.role === 'attachment')
    const filesBefore = before ? (await attachmentsOf(tx, before.editionId)).filter((file) => file.role === 'attachment') : []
    const missingFrom = (files: typeof filesAfter, of: typeof filesAfter) =>
      of.filter((file) => !files.some((one) => one.sha256 === file.sha256)).map((file) => file.name)
    return granted({
      before: before ? comparedOf(before) : null,
      after: comparedOf(after),
      fields: before ? compareFields(before, after, names) : [],
      paragraphs: compareTexts(before?.bodyText ?? '', after.bodyText).map((paragraph) => ({ ...paragraph, parts: [...paragraph.parts] })),
      attachments: { added: missingFrom(filesBefore, filesAfter), removed: missingFrom(filesAfter, filesBefore) },
    })
  }),
  answer(contract.putPresence, async ({ tx, actor, clock, params: { editionId } }) => {
    const edition = await readableEdition(tx, actor, editionId)
    if (!edition) return refused('not-found')
    await seen(tx, editionId, actor.accountId, clock.now())
    const viewers = await viewersOf(tx, editionId, actor.accountId, clock.now())
    return granted({
      viewers: viewers.map(viewerOf),
      version: edition.version,
      updatedAt: edition.updatedAt.toISOString(),
      updatedByName: edition.updatedByName,
    })
  }),
  answer(contract.deletePresence, async ({ tx, actor, params: { editionId } }) => {
    await gone(tx, editionId, actor.accountId)
    return granted({})
  }),
  answer(contract.postCopy, async (call) => {
    const copied = await copyEdition(call.tx, byOf(call), { editionId: call.params.editionId, unitId: call.body.unitId })
    if (copied.ok) call.audit({ objectKind: 'edition', objectId: copied.value.editionId })
    return copied
  }),
  answer(contract.getPreview, async ({ tx, actor, params }) => {
    const edition = await readableEdition(tx, actor, params.editionId)
    if (!edition) return refused('not-found')
    return granted({ mediaType: 'text/html; charset=utf-8', body: previewPage(edition, await attachmentsOf(tx, edition.editionId)) })
  }),
  answer(contract.getReviewSheet, async (call) => {
    const edition = await readableEdition(call.tx, call.actor, call.params.editionId)
    if (!edition) return refused('not-found')
    return granted({ mediaType: 'text/html; charset=utf-8', body: await reviewSheet(call.tx, edition, byOf(call)) })
  }),
  answer(contract.listDocumentChoices, async ({ tx, query }) => granted({ rows: await documentChoices(tx, query.q, query.except) })),
]
