// Answers what the office asks of the ledger: entries, their evidence, and the channels of one document.
import { csvFile } from '../../../platform/http/csv.ts'
import { granted, refused } from '../../../kernel/ruling.ts'
import { day, type Day } from '../../../kernel/day.ts'
import { proofOf } from '../../../platform/documents/read/proof.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { may } from '../../access/index.ts'
import { addEvidence, removeEvidence } from '../actions/keep-evidence.ts'
import { correctEntry, strikeEntry } from '../actions/correct-entry.ts'
import { enterAppearances, enterOfflinePiece } from '../actions/enter-appearances.ts'
import { onWebsite, samePieces, unitsOfDocument } from '../queries/document-channels.ts'
import { evidenceOf, stepsAbout } from '../queries/entry.ts'
import { ledger, type LedgerQuestion } from '../queries/ledger.ts'
import type { AppearanceFacts } from '../rules/check-appearance.ts'
import { byOf, channelTitle, entryOf, evidenceFileOf, happeningOf, refusedOf, sentenceFor, sliceOf, timeText, wholeList, withdrawnTitle } from './answers.ts'
import * as contract from './contract.ts'

const factsOf = (body: contract.AppearanceBody): AppearanceFacts => ({ ...body, shownOn: day(body.shownOn) })
const dayIf = (text: string | undefined): Day | undefined => (text === undefined ? undefined : day(text))
const one = { limit: 1, offset: 0 }

type Filters = Omit<LedgerQuestion, 'from' | 'until'> & { readonly from?: string | undefined; readonly until?: string | undefined }
const questionOf = (query: Filters): LedgerQuestion => ({ ...query, from: dayIf(query.from), until: dayIf(query.until) })

const headings = ['信息名称', '索引号', '单位', '渠道', '公开日期', '位置', '网址', '备注', '佐证文件数', '登记人', '登记时间', '作废时间', '作废理由']

export const ledgerRoutes: readonly OfficeRoute[] = [
  answer(contract.listEntries, async ({ tx, reach, actor, query }) => {
    const { rows, ...counted } = await ledger(tx, { reach, unitId: query.unitId }, questionOf(query), sliceOf(query))
    return granted({ rows: rows.map((row) => entryOf(row, actor)), ...counted })
  }),
  answer(contract.exportEntries, async ({ tx, reach, query }) => {
    const { rows } = await ledger(tx, { reach, unitId: query.unitId }, questionOf(query), wholeList)
    const cells = rows.map((row) => [
      row.title ?? withdrawnTitle,
      row.indexNumber,
      row.unitName,
      channelTitle(row.channel),
      row.shownOn,
      row.place,
      row.address,
      row.note,
      row.evidence,
      row.enteredByName,
      timeText(row.enteredAt),
      row.struckAt && timeText(row.struckAt),
      row.struckReason,
    ])
    return granted(csvFile('渠道台账', headings, cells))
  }),
  answer(contract.postEntries, async (call) => {
    const { pieceIds, appearances } = call.body
    const entered = await enterAppearances(call.tx, byOf(call), { pieceIds, appearances: appearances.map(factsOf) })
    call.audit({ objectKind: 'channel-entry', detail: { pieces: pieceIds.length, channels: appearances.map((each) => each.channel) } })
    if (!entered.ok) return entered
    // One thing entered once is refused plainly; of many, those that went are kept.
    const [only] = entered.value.refused
    if (entered.value.entryIds.length === 0 && only && pieceIds.length * appearances.length === 1) return refused(only.refusal)
    return granted({ entryIds: [...entered.value.entryIds], refused: refusedOf(entered.value.refused) })
  }),
  answer(contract.postOfflinePiece, async (call) => {
    const entered = await enterOfflinePiece(call.tx, byOf(call), { ...call.body, appearances: call.body.appearances.map(factsOf) })
    if (!entered.ok) return entered
    const { pieceId, entryIds, refused: turnedAway } = entered.value
    call.audit({ objectKind: 'offline-piece', objectId: pieceId, unitId: call.body.unitId })
    return granted({ pieceId, entryIds: [...entryIds], refused: refusedOf(turnedAway) })
  }),
  answer(contract.getEntry, async ({ tx, reach, actor, params }) => {
    const { rows } = await ledger(tx, { reach }, { entryId: params.entryId, view: 'all' }, one)
    const [row] = rows
    if (!row) return refused('entry-not-found')
    const files = await evidenceOf(tx, [row.entryId])
    const steps = await stepsAbout(tx, row.entryId)
    return granted({ ...entryOf(row, actor), evidenceFiles: files.map(evidenceFileOf), history: steps.map(happeningOf) })
  }),
  answer(contract.putEntry, async (call) => {
    const { version, reason, ...facts } = call.body
    const corrected = await correctEntry(call.tx, byOf(call), { entryId: call.params.entryId, version, reason, facts: factsOf(facts) })
    return corrected.ok ? granted({}) : corrected
  }),
  answer(contract.putEntryStrike, async (call) => {
    const struck = await strikeEntry(call.tx, byOf(call), { entryId: call.params.entryId, reason: call.body.reason })
    return struck.ok ? granted({}) : struck
  }),
  answer(contract.postEvidence, async (call) => {
    const entryIds = call.body.entryIds.split(',')
    const added = await addEvidence(call.tx, byOf(call), { entryIds, files: call.files }, { store: call.fileStore, proofOf })
    call.audit({ objectKind: 'channel-entry', detail: { entryIds, files: call.files.map((file) => file.name) } })
    if (!added.ok) return added
    return granted({ added: added.value.added, refused: added.value.refused.map(({ name, refusal }) => ({ title: name, sentence: sentenceFor(refusal) })) })
  }),
  answer(contract.getEvidence, async ({ tx, reach, params, fileStore }) => {
    const { rows } = await ledger(tx, { reach }, { entryId: params.entryId, view: 'all' }, one)
    const file = rows[0] && (await evidenceOf(tx, [rows[0].entryId])).find((each) => each.evidenceId === params.evidenceId)
    if (!file || !(await fileStore.has(file.sha256))) return refused('evidence-not-found')
    const shown = /^image\/(png|jpeg|webp)$|pdf$/.test(file.mediaType)
    return granted({ mediaType: file.mediaType, ...(!shown && { name: file.name }), body: fileStore.stream(file.sha256) })
  }),
  answer(contract.deleteEvidence, async (call) => {
    const removed = await removeEvidence(call.tx, byOf(call), { ...call.params, reason: call.body.reason })
    return removed.ok ? granted({}) : removed
  }),
  answer(contract.getDocumentChannels, async ({ tx, reach, actor, params: { documentId }, publicAddress }) => {
    const units = await unitsOfDocument(tx, documentId)
    if (!reach.everywhere && !units.some((unitId) => reach.unitIds.includes(unitId))) return refused('not-found')
    const website = await onWebsite(tx, documentId)
    const { rows } = await ledger(tx, { reach: { everywhere: true, unitIds: [] } }, { documentId, view: 'all' }, { limit: 200, offset: 0 })
    return granted({
      website: website ? { ...website, address: `${publicAddress}documents/${documentId}` } : null,
      entries: rows.map((row) => entryOf(row, actor)),
      mayEnter: website !== undefined && units.some((unitId) => may(actor, 'channel.enter', { unitId }).ok),
      same: await samePieces(tx, documentId),
    })
  }),
]
