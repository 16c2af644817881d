// Office routes over the public site: its columns, what stands on top of them, its settings, its register.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'
import { columnKinds, type ColumnKind } from '../law/column-kinds.ts'
import { siteSettings } from '../rules/site.ts'

const kindNames = Object.keys(columnKinds) as [ColumnKind, ...ColumnKind[]]
const dayText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

const columnBody = z.object({
  parentId: z.uuid().nullable(),
  slug: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/),
  name: z.string().trim().min(1).max(40),
  kind: z.enum(kindNames),
  /** Key of the Article 20/21 item it stands for. */
  statutoryItem: z.string().nullable(),
  description: z.string().max(200),
  keywords: z.string().max(200),
  shownOnHome: z.boolean(),
  hidden: z.boolean(),
})

const columnRow = columnBody.extend({
  id: z.uuid(),
  position: z.int(),
  /** Documents that stand in the column itself. */
  documents: z.int(),
  lastPublishedAt: z.iso.datetime().nullable(),
})

/** The whole tree, flat, in the order of the site. Anybody signed in: the editor of a document chooses from it. */
export const listColumns = contract({
  method: 'GET',
  path: '/columns',
  title: '栏目树',
  may: 'signed-in',
  answer: z.object({ rows: z.array(columnRow), total: z.int() }),
})

export const createColumn = contract({
  method: 'POST',
  path: '/columns',
  title: '新建栏目',
  may: 'column.manage',
  body: columnBody,
  answer: z.object({ id: z.uuid() }),
})

export const putColumnRoute = contract({
  method: 'PUT',
  path: '/columns/:id',
  title: '修改栏目',
  may: 'column.manage',
  params: z.object({ id: z.uuid() }),
  body: columnBody,
  answer: z.object({ id: z.uuid() }),
})

export const deleteColumn = contract({
  method: 'DELETE',
  path: '/columns/:id',
  title: '删除空栏目',
  may: 'column.manage',
  params: z.object({ id: z.uuid() }),
  answer: z.object({ id: z.uuid() }),
})

/** New places of columns: all named ones move at once. */
export const putColumnOrder = contract({
  method: 'PUT',
  path: '/column-order',
  title: '调整栏目顺序和上级',
  may: 'column.manage',
  body: z.object({
    moves: z
      .array(z.object({ id: z.uuid(), parentId: z.uuid().nullable(), position: z.int().min(0) }))
      .min(1)
      .max(500),
  }),
  answer: z.object({ moved: z.int() }),
})

const columnDocumentRow = z.object({
  documentId: z.uuid(),
  title: z.string(),
  unitName: z.string(),
  indexNumber: z.string(),
  listedAt: z.iso.datetime(),
  pinnedUntil: dayText.nullable(),
})

export const listColumnDocuments = contract({
  method: 'GET',
  path: '/columns/:id/documents',
  title: '栏目内已发布的信息',
  may: 'column.manage',
  params: z.object({ id: z.uuid() }),
  query: z.object({
    page: z.coerce.number().int().min(1).default(1),
    size: z.coerce.number().int().min(1).max(100).default(20),
    q: z.string().max(100).default(''),
  }),
  answer: z.object({ rows: z.array(columnDocumentRow), total: z.int() }),
})

/** Pins until the day, the day included; null takes the pin away. */
export const putPin = contract({
  method: 'PUT',
  path: '/columns/:id/pins/:documentId',
  title: '置顶或取消置顶',
  may: 'column.manage',
  params: z.object({ id: z.uuid(), documentId: z.uuid() }),
  body: z.object({ until: dayText.nullable() }),
  answer: z.object({ pinnedUntil: dayText.nullable() }),
})

/** Takes many documents from one column to another. */
export const createDocumentMove = contract({
  method: 'POST',
  path: '/columns/:id/document-moves',
  title: '批量移动信息到其他栏目',
  may: 'column.manage',
  params: z.object({ id: z.uuid() }),
  body: z.object({ documentIds: z.array(z.uuid()).min(1).max(1000), toColumnId: z.uuid() }),
  answer: z.object({ moved: z.int() }),
})

export const getSite = contract({
  method: 'GET',
  path: '/site',
  title: '站点设置',
  may: 'site.manage',
  answer: siteSettings,
})

export const putSiteRoute = contract({
  method: 'PUT',
  path: '/site',
  title: '修改站点设置',
  may: 'site.manage',
  body: siteSettings,
  answer: siteSettings,
})

/** How far the public register is numbered, linked and signed. */
export const getRegister = contract({
  method: 'GET',
  path: '/register',
  title: '公开登记簿状态',
  may: 'signed-in',
  answer: z.object({
    entries: z.int(),
    linked: z.int(),
    lastLinkedAt: z.iso.datetime().nullable(),
    lastSignedSequence: z.int().nullable(),
    lastSignedAt: z.iso.datetime().nullable(),
  }),
})
