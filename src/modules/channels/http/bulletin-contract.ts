// What the office may ask of bulletins and of deliveries to archives and libraries. Read by the server, the OpenAPI page and the browser.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'
import { media, readingPointKinds, type Medium, type ReadingPointKind } from '../law/reading-points.ts'
import { aDay, id, instant, listOf, nothing, paging, text, words } from './shapes.ts'

const bulletinParams = z.object({ bulletinId: id })
const bulletinRow = z.object({
  bulletinId: id,
  unitId: id,
  unitName: z.string(),
  title: z.string(),
  year: z.number().int(),
  /** Null until it is issued. */
  issue: z.number().int().nullable(),
  documents: z.number().int(),
  version: z.number().int(),
  createdByName: z.string(),
  updatedAt: instant,
  editionId: id.nullable(),
  stateTitle: z.string(),
})
const picked = z.object({
  documentId: id,
  title: z.string(),
  unitName: z.string(),
  documentNumber: z.string().nullable(),
  indexNumber: z.string(),
  publishedOn: aDay,
})
export type PickedDocument = z.infer<typeof picked>

export const listBulletins = contract({
  method: 'GET',
  path: '/bulletins',
  title: '简报列表',
  may: 'bulletin.manage',
  query: z.object({ view: z.enum(['all', 'draft', 'issued']).default('all'), q: words, ...paging }),
  answer: listOf(bulletinRow),
})
export const postBulletin = contract({
  method: 'POST',
  path: '/bulletins',
  title: '新编一期简报',
  may: 'bulletin.manage',
  body: z.object({ unitId: id, title: z.string().trim().min(2).max(40) }),
  answer: z.object({ bulletinId: id }),
})
export const getBulletin = contract({
  method: 'GET',
  path: '/bulletins/:bulletinId',
  title: '一期简报：选入的信息、卷首语',
  may: 'bulletin.manage',
  params: bulletinParams,
  answer: bulletinRow.extend({ foreword: z.string(), columnId: id.nullable(), items: z.array(picked) }),
})
export const putBulletin = contract({
  method: 'PUT',
  path: '/bulletins/:bulletinId',
  title: '保存简报',
  may: 'bulletin.manage',
  params: bulletinParams,
  body: z.object({
    version: z.number().int().min(1),
    title: z.string().trim().min(2).max(40),
    foreword: text(5000),
    columnId: id.nullable(),
    documentIds: z.array(id).max(200),
  }),
  answer: z.object({ version: z.number().int() }),
})
export const listBulletinCandidates = contract({
  method: 'GET',
  path: '/bulletins/:bulletinId/candidates',
  title: '可以选入简报的信息',
  may: 'bulletin.manage',
  params: bulletinParams,
  query: z.object({ from: aDay, until: aDay, q: words, ...paging }),
  answer: listOf(picked),
})
export const getBulletinPreview = contract({
  method: 'GET',
  path: '/bulletins/:bulletinId/preview',
  title: '预览简报',
  may: 'bulletin.manage',
  params: bulletinParams,
  answer: 'file',
})
export const postBulletinEdition = contract({
  method: 'POST',
  path: '/bulletins/:bulletinId/edition',
  title: '成稿：编期号，生成信息草稿和PDF',
  may: 'bulletin.manage',
  params: bulletinParams,
  answer: z.object({ editionId: id, issue: z.number().int() }),
})

const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>): [Key, ...Key[]] => Object.keys(table) as [Key, ...Key[]]
const medium = z.enum(keysOf<Medium>(media))
const pointKind = z.enum(keysOf<ReadingPointKind>(readingPointKinds))
const point = z.object({
  readingPointId: id,
  unitId: id,
  unitName: z.string(),
  name: z.string(),
  kind: pointKind,
  address: z.string(),
  endedOn: aDay.nullable(),
})
const delivery = z.object({
  deliveryId: id,
  unitId: id,
  unitName: z.string(),
  readingPointName: z.string(),
  deliveredOn: aDay,
  medium,
  handedBy: z.string(),
  receivedBy: z.string(),
  receipt: z.string(),
  note: z.string(),
  documents: z.number().int(),
  enteredByName: z.string(),
  struckAt: instant.nullable(),
  struckReason: z.string(),
})
export type DeliveryRow = z.infer<typeof delivery>
const deliveryFilters = { unitId: id.optional(), readingPointId: id.optional(), from: aDay.optional(), until: aDay.optional() }
const missingFilters = { unitId: id.optional(), readingPointId: id, from: aDay, until: aDay }
const deliveryParams = z.object({ deliveryId: id })

export const listReadingPoints = contract({
  method: 'GET',
  path: '/reading-points',
  title: '查阅点：档案馆、图书馆、政务服务场所',
  may: 'channel.read',
  answer: z.object({ rows: z.array(point) }),
})
export const postReadingPoint = contract({
  method: 'POST',
  path: '/reading-points',
  title: '新增查阅点',
  may: 'delivery.manage',
  body: z.object({ unitId: id, name: z.string().trim().min(2).max(60), kind: pointKind, address: text(200).default('') }),
  answer: z.object({ readingPointId: id }),
})
export const putReadingPointEnd = contract({
  method: 'PUT',
  path: '/reading-points/:readingPointId/end',
  title: '停用查阅点',
  may: 'delivery.manage',
  params: z.object({ readingPointId: id }),
  answer: nothing,
})
export const listDeliveries = contract({
  method: 'GET',
  path: '/deliveries',
  title: '送交登记',
  may: 'channel.read',
  query: z.object({ ...deliveryFilters, ...paging }),
  answer: listOf(delivery),
})
export const exportDeliveries = contract({
  method: 'GET',
  path: '/deliveries.csv',
  title: '导出送交登记',
  may: 'channel.read',
  query: z.object(deliveryFilters),
  answer: 'file',
})
export const postDelivery = contract({
  method: 'POST',
  path: '/deliveries',
  title: '登记送交',
  may: 'delivery.manage',
  body: z.object({
    unitId: id,
    readingPointId: id,
    deliveredOn: aDay,
    medium,
    handedBy: text(50).default(''),
    receivedBy: text(50).default(''),
    receipt: text(100).default(''),
    note: text(500).default(''),
    documentIds: z.array(id).min(1).max(5000),
  }),
  answer: z.object({ deliveryId: id, left: z.number().int() }),
})
export const putDeliveryStrike = contract({
  method: 'PUT',
  path: '/deliveries/:deliveryId/strike',
  title: '作废送交登记',
  may: 'delivery.manage',
  params: deliveryParams,
  body: z.object({ reason: text(500) }),
  answer: nothing,
})
export const getDeliverySheet = contract({
  method: 'GET',
  path: '/deliveries/:deliveryId/sheet',
  title: '打印送交清单',
  may: 'channel.read',
  params: deliveryParams,
  answer: 'file',
})
export const listUndelivered = contract({
  method: 'GET',
  path: '/undelivered',
  title: '未送交的信息',
  may: 'channel.read',
  query: z.object({ ...missingFilters, ...paging }),
  answer: listOf(picked),
})
export const exportUndelivered = contract({
  method: 'GET',
  path: '/undelivered.csv',
  title: '导出未送交的信息',
  may: 'channel.read',
  query: z.object(missingFilters),
  answer: 'file',
})
