// What the office may ask of paper: photographs of signed sheets, the tray, what was signed by pen, urgent releases whose paper is owed.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'
import { penLevels } from '../law/paper.ts'
import { aDay, id, instant, listOf, nothing, paging, state, text } from './shapes.ts'

const stand = z.enum(['current', 'earlier-round', 'earlier-text'])
const place = z.enum(['unfiled', 'filed', 'aside'])

const filedTo = z.object({
  editionId: id,
  title: z.string(),
  stand,
  standTitle: z.string(),
  /** The step that the paper makes possible now, or null. */
  next: z.string().nullable(),
  nextTitle: z.string().nullable(),
})

const handedIn = z.object({
  as: z.enum(['filed', 'unfiled', 'twice', 'refused']),
  name: z.string(),
  /** What became of it, in words. */
  sentence: z.string(),
  code: z.string().nullable(),
  photoId: id.nullable(),
  filed: filedTo.nullable(),
})

const photo = z.object({
  photoId: id,
  unitName: z.string(),
  name: z.string(),
  mediaType: z.string(),
  pages: z.number().int(),
  /** Of the evidence as it came. */
  sha256: z.string(),
  trouble: z.string().nullable(),
  addedByName: z.string(),
  addedAt: instant,
  editionId: id.nullable(),
  title: z.string().nullable(),
  how: z.enum(['code', 'hand']).nullable(),
  filedByName: z.string().nullable(),
  filedAt: instant.nullable(),
  stand: stand.nullable(),
  standTitle: z.string().nullable(),
  asideReason: z.string().nullable(),
  asideByName: z.string().nullable(),
})

const pen = z.object({ level: z.enum(penLevels), signer: text(60).min(1, '请填写签字人'), day: aDay })

export type HandedInRow = z.infer<typeof handedIn>
export type PhotoView = z.infer<typeof photo>
export type PaperAnswer = z.infer<typeof getPaper.answer>

export const postPhotos = contract({
  method: 'POST',
  path: '/sheet-photos',
  title: '上传签字审查表的照片或者扫描件：按编号自动归入',
  may: 'edition.submit',
  takes: 'multipart',
  body: z.object({}),
  answer: z.object({ rows: z.array(handedIn) }),
})

const filters = { q: text(100).default(''), sort: z.enum(['addedAt', '-addedAt']).default('-addedAt') }

export const listPhotos = contract({
  method: 'GET',
  path: '/sheet-photos',
  title: '审查表照片：未归档、已归入、已排除',
  may: 'edition.submit',
  query: z.object({ place: place.default('unfiled'), ...filters, ...paging }),
  answer: listOf(photo),
})

export const exportPhotos = contract({
  method: 'GET',
  path: '/sheet-photos.csv',
  title: '导出审查表照片清单',
  may: 'edition.submit',
  query: z.object({ place: place.default('filed'), ...filters }),
  answer: 'file',
})

export const getPhoto = contract({
  method: 'GET',
  path: '/sheet-photos/:photoId/picture',
  title: '查看审查表照片（已清除拍摄信息）',
  may: 'edition.submit',
  params: z.object({ photoId: id }),
  answer: 'file',
})

export const postFiling = contract({
  method: 'POST',
  path: '/sheet-photos/:photoId/filing',
  title: '把未归档的照片归入一条信息',
  may: 'edition.submit',
  params: z.object({ photoId: id }),
  body: z.object({ editionId: id }),
  answer: filedTo,
})

export const postAside = contract({
  method: 'POST',
  path: '/sheet-photos/:photoId/aside',
  title: '排除误传的照片',
  may: 'edition.submit',
  params: z.object({ photoId: id }),
  body: z.object({ reason: text(300) }),
  answer: nothing,
})

export const listFilingTargets = contract({
  method: 'GET',
  path: '/filing-targets',
  title: '查找可以归入的信息：标题、文号、索引号或者审查表编号',
  may: 'edition.submit',
  query: z.object({ q: text(100).default('') }),
  answer: z.object({
    rows: z.array(z.object({ editionId: id, title: z.string(), number: z.number().int(), state, stateTitle: z.string(), unitName: z.string() })),
  }),
})

/** What an edition has on paper in this round, and earlier. */
export const getPaper = contract({
  method: 'GET',
  path: '/editions/:editionId/paper',
  title: '一条信息的纸质审查表：照片、手签登记',
  may: 'signed-in',
  params: z.object({ editionId: id }),
  answer: z.object({
    mayEnter: z.boolean(),
    photos: z.array(photo.extend({ attachmentId: id, src: z.string() })),
    pens: z.array(
      z.object({ level: z.string(), levelTitle: z.string(), signer: z.string(), signedOn: aDay, recordedByName: z.string(), at: instant, holds: z.boolean() }),
    ),
    levels: z.array(z.object({ level: z.enum(penLevels), title: z.string() })),
  }),
})

export const postPens = contract({
  method: 'POST',
  path: '/editions/:editionId/pen-signatures',
  title: '按照片登记手签：哪一级、谁、哪一天',
  may: 'signed-in',
  params: z.object({ editionId: id }),
  body: z.object({ attachmentId: id, pens: z.array(pen).min(1, '请至少填写一级').max(penLevels.length) }),
  answer: nothing,
})

const owedFilters = { q: text(100).default(''), overdue: z.stringbool().default(false) }

export const listOwed = contract({
  method: 'GET',
  path: '/owed-paper',
  title: '紧急发布后待补的纸质审查表',
  may: 'edition.read',
  query: z.object({ ...owedFilters, ...paging }),
  answer: listOf(
    z.object({
      editionId: id,
      title: z.string(),
      unitName: z.string(),
      authorName: z.string(),
      stateTitle: z.string(),
      orderedBy: z.string(),
      declaredAt: instant,
      dueOn: aDay,
      provisional: z.boolean(),
      daysLeft: z.number().int(),
      chased: z.array(z.string()),
    }),
  ),
})

export const exportOwed = contract({
  method: 'GET',
  path: '/owed-paper.csv',
  title: '导出待补的纸质审查表',
  may: 'edition.read',
  query: z.object(owedFilters),
  answer: 'file',
})
