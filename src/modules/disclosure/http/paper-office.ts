// Answers what the office asks of paper.
import { csvOf } from '../../../kernel/csv.ts'
import { daysBetween, type Day } from '../../../kernel/day.ts'
import { granted, refused } from '../../../kernel/ruling.ts'
import { proofOf } from '../../../platform/documents/read/proof.ts'
import { openReader } from '../../../platform/documents/read/reader.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { enterPens } from '../actions/paper/enter-pens.ts'
import { fileByHand, setAside, type Filed } from '../actions/paper/file-photo.ts'
import { handIn, type HandedIn, type PhotoReading } from '../actions/paper/hand-in.ts'
import { chasing } from '../law/chasing.ts'
import { penLevels, photoTroubles, sheetStands } from '../law/paper.ts'
import { reviewLevels } from '../law/review-levels.ts'
import { states } from '../law/states.ts'
import { stepRows } from '../law/steps.ts'
import { readableEdition } from '../queries/edition.ts'
import { handAt } from '../queries/facts.ts'
import { owedPaper, type OwedRow } from '../queries/paper/owed.ts'
import { filingTargets, pensOf, photoById, photoList, photosOf, type PhotoRow } from '../queries/paper/photos.ts'
import { roundOf } from '../queries/review/review.ts'
import { mayHandle, standOf } from '../rules/review/paper.ts'
import { officeTime } from '../rules/sheet-words.ts'
import { reasonOf } from './answers.ts'
import { byOf, sliceOf, wholeList } from './call.ts'
import * as contract from './paper-contract.ts'

// Photographs have a thread of their own: reading one takes seconds, and attachments do not wait for it.
const reader = openReader()
const reading: PhotoReading = { proofOf, codes: reader.codes, clean: reader.clean }

/** A list to choose from; whoever does not find it there types more of the title. */
const mostTargets = 20

const filedView = ({ editionId, title, stand, next }: Filed) => ({
  editionId,
  title,
  stand,
  standTitle: sheetStands[stand],
  next,
  nextTitle: next === null ? null : stepRows[next].title,
})

function handedInView(row: HandedIn): contract.HandedInRow {
  const { name } = row
  switch (row.as) {
    case 'filed': {
      const flag = row.filed.stand === 'current' ? '' : `（${sheetStands[row.filed.stand]}）`
      return { as: row.as, name, sentence: `已归入《${row.filed.title}》${flag}。`, code: null, photoId: row.photoId, filed: filedView(row.filed) }
    }
    case 'unfiled':
      return { as: row.as, name, sentence: `${photoTroubles[row.trouble]}，已放入“未归档”，请人工归入。`, code: row.trouble, photoId: row.photoId, filed: null }
    case 'twice': {
      const { title, asideReason, addedByName, addedAt } = row.before
      const where = title === null ? (asideReason === null ? '在“未归档”中' : '已排除') : `已归入《${title}》`
      const sentence = `与${addedByName}${officeTime(addedAt)}上传的是同一张，${where}，没有重复保存。`
      return { as: row.as, name, sentence, code: 'photo-twice', photoId: row.before.photoId, filed: null }
    }
    case 'refused':
      return { as: row.as, name, sentence: reasonOf(row.refusal).sentence, code: row.refusal.code, photoId: null, filed: null }
  }
}

function photoView(row: PhotoRow): contract.PhotoView {
  const { photoId, unitName, name, mediaType, pages, addedByName, editionId, title, how, filedByName, asideReason, asideByName } = row
  const sheet = row.round === null || row.version === null ? undefined : { round: row.round, version: row.version }
  const now =
    row.nowRound === null || row.nowState === null ? undefined : { round: roundOf({ round: row.nowRound, state: row.nowState }), version: row.nowVersion ?? 0 }
  const stand = sheet && now ? standOf(sheet, now) : null
  return {
    photoId,
    unitName,
    name,
    mediaType,
    pages,
    addedByName,
    editionId,
    title,
    how,
    filedByName,
    asideReason,
    asideByName,
    stand,
    sha256: row.originalSha256,
    trouble: row.trouble === null ? null : photoTroubles[row.trouble],
    addedAt: row.addedAt.toISOString(),
    filedAt: row.filedAt?.toISOString() ?? null,
    standTitle: stand === null ? null : sheetStands[stand],
  }
}

const chaseTitles: Readonly<Record<string, { readonly title: string }>> = chasing.paper

const owedView = (row: OwedRow, today: Day) => ({
  editionId: row.editionId,
  title: row.title,
  unitName: row.unitName,
  authorName: row.authorName,
  orderedBy: row.orderedBy,
  stateTitle: states[row.state].title,
  declaredAt: row.declaredAt.toISOString(),
  dueOn: row.dueOn,
  provisional: row.provisional,
  daysLeft: daysBetween(today, row.dueOn),
  chased: row.chased.map((level) => chaseTitles[level]?.title ?? level),
})

export const paperRoutes: readonly OfficeRoute[] = [
  answer(contract.postPhotos, async (call) => {
    const taken = await handIn(call.tx, byOf(call), call.files, call.fileStore, reading)
    call.audit({ objectKind: 'sheet-photo', detail: { files: call.files.map((file) => file.name) } })
    return taken.ok ? granted({ rows: taken.value.map(handedInView) }) : taken
  }),
  answer(contract.listPhotos, async ({ tx, actor, query }) => {
    const { rows, total } = await photoList(tx, actor, query, sliceOf(query))
    return granted({ rows: rows.map(photoView), total })
  }),
  answer(contract.exportPhotos, async ({ tx, actor, query }) => {
    const { rows } = await photoList(tx, actor, query, wholeList)
    const header = ['文件', '上传人', '上传时间', '归入的信息', '归入方式', '归入人', '归入时间', '版本', '未归档或者排除的原因', 'SHA-256']
    const body = csvOf(
      header,
      rows
        .map(photoView)
        .map((row) => [
          row.name,
          row.addedByName,
          officeTime(new Date(row.addedAt)),
          row.title,
          row.how === null ? '' : row.how === 'code' ? '按编号' : '人工',
          row.filedByName,
          row.filedAt && officeTime(new Date(row.filedAt)),
          row.standTitle,
          row.asideReason ?? (row.editionId === null ? row.trouble : ''),
          row.sha256,
        ]),
    )
    return granted({ mediaType: 'text/csv; charset=utf-8', name: '审查表照片.csv', body })
  }),
  answer(contract.getPhoto, async ({ tx, actor, fileStore, params }) => {
    const photo = await photoById(tx, actor, params.photoId, false)
    if (!photo || !(await fileStore.has(photo.sha256))) return refused('photo-not-found')
    return granted({ mediaType: photo.mediaType, body: fileStore.stream(photo.sha256) })
  }),
  answer(contract.postFiling, async (call) => {
    const filed = await fileByHand(call.tx, byOf(call), { photoId: call.params.photoId, editionId: call.body.editionId })
    call.audit({ objectKind: 'edition', objectId: call.body.editionId, detail: { photoId: call.params.photoId } })
    return filed.ok ? granted(filedView(filed.value)) : filed
  }),
  answer(contract.postAside, async (call) => {
    const laid = await setAside(call.tx, byOf(call), { photoId: call.params.photoId, reason: call.body.reason })
    call.audit({ objectKind: 'sheet-photo', objectId: call.params.photoId })
    return laid.ok ? granted({}) : laid
  }),
  answer(contract.listFilingTargets, async ({ tx, actor, query }) => {
    const rows = await filingTargets(tx, actor, query.q, mostTargets)
    return granted({
      rows: rows.map(({ editionId, title, number, state, unitName }) => ({ editionId, title, number, state, stateTitle: states[state].title, unitName })),
    })
  }),
  answer(contract.getPaper, async ({ tx, actor, params }) => {
    const edition = await readableEdition(tx, actor, params.editionId)
    if (!edition) return refused('not-found')
    const pens = await pensOf(tx, edition.editionId, edition.round)
    const photos = await photosOf(tx, edition.editionId)
    return granted({
      mayEnter: mayHandle(handAt(actor, edition)).ok,
      photos: photos.map((row) => ({
        ...photoView(row),
        attachmentId: row.attachmentId,
        src: `/api/editions/${edition.editionId}/attachments/${row.attachmentId}`,
      })),
      pens: pens.map(({ level, signer, signedOn, recordedByName, at }, place) => ({
        level,
        signer,
        signedOn,
        recordedByName,
        levelTitle: reviewLevels[level].title,
        at: at.toISOString(),
        holds: pens.findLastIndex((one) => one.level === level) === place,
      })),
      levels: penLevels.map((level) => ({ level, title: reviewLevels[level].title })),
    })
  }),
  answer(contract.postPens, async (call) => {
    const { editionId } = call.params
    const entered = await enterPens(call.tx, byOf(call), { editionId, attachmentId: call.body.attachmentId, pens: call.body.pens })
    call.audit({ objectKind: 'edition', objectId: editionId, detail: { pens: call.body.pens.map(({ level }) => level) } })
    return entered.ok ? granted({}) : entered
  }),
  answer(contract.listOwed, async ({ tx, actor, clock, query }) => {
    const { rows, total } = await owedPaper(tx, actor, query, clock.today(), sliceOf(query))
    return granted({ rows: rows.map((row) => owedView(row, clock.today())), total })
  }),
  answer(contract.exportOwed, async ({ tx, actor, clock, query }) => {
    const { rows } = await owedPaper(tx, actor, query, clock.today(), wholeList)
    const body = csvOf(
      ['信息名称', '单位', '起草人', '状态', '决定人', '紧急提交时间', '应补齐日期', '剩余天数'],
      rows
        .map((row) => owedView(row, clock.today()))
        .map((row) => [row.title, row.unitName, row.authorName, row.stateTitle, row.orderedBy, officeTime(new Date(row.declaredAt)), row.dueOn, row.daysLeft]),
    )
    return granted({ mediaType: 'text/csv; charset=utf-8', name: '待补纸质审查表.csv', body })
  }),
]
