// What the office may ask of documents whose basis changed.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'
import { basisChanges, basisSettlements, type BasisChange, type BasisSettlement } from '../law/basis-changes.ts'
import { id, instant, listOf, nothing, paging } from './shapes.ts'

const change = z.enum(Object.keys(basisChanges) as [BasisChange, ...BasisChange[]])
const settlement = z.enum(Object.keys(basisSettlements) as [BasisSettlement, ...BasisSettlement[]])

const filters = {
  state: z.enum(['open', 'settled', 'all']).default('open'),
  /** Words of either title, or of the number of the basis. */
  q: z.string().trim().max(100).default(''),
  change: change.optional(),
  unitId: id.optional(),
}

const row = z.object({
  documentId: id,
  editionId: id,
  title: z.string(),
  unitName: z.string(),
  authorName: z.string(),
  basisId: id,
  basisTitle: z.string(),
  basisNumber: z.string().nullable(),
  change,
  changeTitle: z.string(),
  happenedAt: instant,
  successorTitle: z.string().nullable(),
  settlement: settlement.nullable(),
  settledNote: z.string(),
  settledByName: z.string().nullable(),
  settledAt: instant.nullable(),
})

export const listBasisChanges = contract({
  method: 'GET',
  path: '/basis-changes',
  title: '依据已变化的信息',
  may: 'edition.read',
  query: z.object({ ...filters, ...paging }),
  answer: listOf(row),
})
export const exportBasisChanges = contract({
  method: 'GET',
  path: '/basis-changes.csv',
  title: '导出依据已变化的信息',
  may: 'edition.read',
  query: z.object(filters),
  answer: 'file',
})
export const putBasisSettlement = contract({
  method: 'PUT',
  path: '/basis-changes/:documentId/:basisId/:change/settlement',
  title: '登记依据变化后的处理结果',
  may: 'edition.draft',
  params: z.object({ documentId: id, basisId: id, change }),
  body: z.object({ settlement, note: z.string().trim().max(500).default('') }),
  answer: nothing,
})
