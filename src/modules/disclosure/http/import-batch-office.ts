// Answers what the office asks of historic batches: collect, list, correct, submit, review, approve, release.
import { csvOf } from '../../../kernel/csv.ts'
import { day } from '../../../kernel/day.ts'
import { granted, refused, type Refusal } from '../../../kernel/ruling.ts'
import { decodeText } from '../../../platform/documents/read/encoding.ts'
import { answer, type Call, type OfficeRoute } from '../../../platform/http/routes.ts'
import type { Contract } from '../../../kernel/contract.ts'
import { correctBatchDocument } from '../actions/batch-document.ts'
import { putBatchManifest } from '../actions/batch-manifest.ts'
import { openBatch } from '../actions/batch-open.ts'
import { takeStepWithBatch, type BatchStepTaken } from '../actions/batch-step.ts'
import { batchSteps, type BatchStepName } from '../law/historic-batch.ts'
import { states } from '../law/states.ts'
import { batchHistory, batchList, countBatches, manifestCounts, readableBatch, type Batch } from '../queries/batch.ts'
import { batchDocuments, factsOfBatch, findingsOf, incompleteDocuments } from '../queries/batch-documents.ts'
import { handIn } from '../queries/import-reach.ts'
import { takeBatchStep } from '../rules/import/batch.ts'
import { manifestHeadings } from '../rules/import/manifest.ts'
import { reasonOf } from './answers.ts'
import { byOf, sliceOf } from './call.ts'
import * as contract from './import-batch-contract.ts'

const sentencesOf = (refusals: readonly Refusal[]): string[] => refusals.map((refusal) => reasonOf(refusal).sentence)

const rowOf = (batch: Batch, incomplete: number) => ({
  batchId: batch.batchId,
  name: batch.name,
  unitId: batch.unitId,
  unitName: batch.unitName,
  state: batch.state,
  documents: batch.documents,
  incomplete,
  published: batch.published,
  failed: batch.failed,
  createdByName: batch.createdByName,
  createdAt: batch.createdAt.toISOString(),
})

async function move(call: Pick<Call<Contract>, 'tx' | 'actor' | 'clock' | 'audit'>, taken: BatchStepTaken) {
  const moved = await takeStepWithBatch(call.tx, byOf(call), taken)
  call.audit({ objectKind: 'historic-batch', objectId: taken.batchId, detail: { step: taken.step } })
  return moved.ok ? granted({ state: moved.value }) : moved
}

const titleOfStep = (step: string): string => (Object.hasOwn(batchSteps, step) ? batchSteps[step as BatchStepName].title : step)

export const importBatchRoutes: readonly OfficeRoute[] = [
  answer(contract.getHistoricBatches, async ({ tx, actor, query, clock }) => {
    const batches = await batchList(tx, actor, query, sliceOf(query))
    const rows = await Promise.all(batches.map(async (batch) => rowOf(batch, (await factsOfBatch(tx, batch, clock.today())).incomplete)))
    return granted({ rows, total: await countBatches(tx, actor, query) })
  }),
  answer(contract.postHistoricBatch, async (call) => {
    const opened = await openBatch(call.tx, byOf(call), call.body)
    call.audit({ objectKind: 'historic-batch', unitId: call.body.unitId, detail: { name: call.body.name }, ...(opened.ok && { objectId: opened.value }) })
    return opened.ok ? granted({ batchId: opened.value }) : opened
  }),
  answer(contract.getHistoricBatch, async ({ tx, actor, params, clock }) => {
    const batch = await readableBatch(tx, actor, params.batchId)
    if (!batch) return refused('batch-not-found')
    const facts = await factsOfBatch(tx, batch, clock.today())
    const hand = handIn(actor, batch.unitId)
    const manifest = await manifestCounts(tx, batch.batchId)
    const names = (Object.keys(batchSteps) as BatchStepName[]).filter((name) => (batchSteps[name].from as readonly string[]).includes(batch.state))
    const history = await batchHistory(tx, batch.batchId)
    return granted({
      ...rowOf(batch, facts.incomplete),
      columnIds: [...batch.columnIds],
      manifestRows: manifest.rows,
      manifestUnmatched: manifest.unmatched,
      secrecy:
        batch.secrecyAt && batch.secrecyByName !== null
          ? { byName: batch.secrecyByName, at: batch.secrecyAt.toISOString(), basis: batch.secrecyBasis, conclusion: batch.secrecyConclusion }
          : null,
      approval:
        batch.approvedAt && batch.approvedByName !== null ? { byName: batch.approvedByName, at: batch.approvedAt.toISOString(), opinion: batch.opinion } : null,
      steps: names.map((name) => {
        const ruling = takeBatchStep(name, facts, hand)
        return { name, title: batchSteps[name].title, open: ruling.ok, refusals: ruling.ok ? [] : ruling.refusals.map(reasonOf) }
      }),
      history: history.map(({ step, byName, at, opinion }) => ({ step, title: titleOfStep(step), byName, at: at.toISOString(), opinion })),
    })
  }),
  answer(contract.getBatchDocuments, async ({ tx, actor, params, query, clock }) => {
    const batch = await readableBatch(tx, actor, params.batchId)
    if (!batch) return refused('batch-not-found')
    const today = clock.today()
    const wanted = { failed: query.failed, ...sliceOf(query) }
    const found = query.incomplete
      ? await incompleteDocuments(tx, batch.batchId, today, wanted)
      : { rows: await batchDocuments(tx, batch.batchId, wanted), total: query.failed ? batch.failed : batch.documents }
    const rows = found.rows.map((row) => ({
      documentId: row.documentId,
      editionId: row.editionId,
      fileName: row.fileName,
      title: row.title,
      state: states[row.state].title,
      originalPublishedOn: row.originalPublishedOn,
      originalIndexNumber: row.originalIndexNumber,
      originalAddress: row.originalAddress,
      missing: sentencesOf(findingsOf(row, today)),
      failure: row.releaseFailure === null || row.isLive ? null : sentencesOf(row.releaseFailure).join(''),
    }))
    return granted({ rows, total: found.total })
  }),
  answer(contract.putBatchDocument, async (call) => {
    const { originalPublishedOn, originalIndexNumber, originalAddress } = call.body
    const origin = {
      originalPublishedOn: originalPublishedOn === null ? null : day(originalPublishedOn),
      originalIndexNumber: originalIndexNumber || null,
      originalAddress: originalAddress || null,
    }
    const corrected = await correctBatchDocument(call.tx, byOf(call), { ...call.params, ...origin })
    call.audit({ objectKind: 'historic-batch', objectId: call.params.batchId, detail: { documentId: call.params.documentId, ...origin } })
    return corrected.ok ? granted({ missing: sentencesOf(corrected.value) }) : corrected
  }),
  answer(contract.putBatchManifest, async (call) => {
    const [file] = call.files
    if (!file) return refused('import-without-files')
    const taken = await putBatchManifest(call.tx, byOf(call), { batchId: call.params.batchId, text: decodeText(file.bytes).text })
    call.audit({ objectKind: 'historic-batch', objectId: call.params.batchId, detail: { manifest: file.name } })
    return taken.ok ? granted({ ...taken.value, problems: taken.value.problems.slice(0, 200) }) : taken
  }),
  answer(contract.getBatchManifestTemplate, async () => {
    const example = ['关于印发工作方案的通知.docx', '关于印发工作方案的通知', '2018-05-04', '', '/art/2018/5/4/art_1_2.html', '', '', '']
    return granted({ mediaType: 'text/csv; charset=utf-8', name: '历史数据清单.csv', body: csvOf([...manifestHeadings], [example]) })
  }),
  answer(contract.putBatchSubmission, (call) => move(call, { batchId: call.params.batchId, step: 'submit' })),
  answer(contract.putBatchSecrecyReview, (call) =>
    move(call, { batchId: call.params.batchId, step: 'pass-secrecy', opinion: call.body.conclusion, secrecy: call.body }),
  ),
  answer(contract.putBatchApproval, (call) => move(call, { batchId: call.params.batchId, step: 'approve', opinion: call.body.opinion })),
  answer(contract.putBatchReturn, (call) => move(call, { batchId: call.params.batchId, step: 'return', opinion: call.body.opinion })),
  answer(contract.putBatchRelease, (call) => move(call, { batchId: call.params.batchId, step: 'release' })),
]
