// What the office may ask of how documents belong together, and of interpretations that are owed.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'
import { interpretationForms, relationKinds, type InterpretationForm, type RelationKindName } from '../../publication/law/relation-kinds.ts'
import { id, instant, listOf, nothing, paging } from './shapes.ts'

const kind = z.enum(Object.keys(relationKinds) as [RelationKindName, ...RelationKindName[]])
const form = z.enum(Object.keys(interpretationForms) as [InterpretationForm, ...InterpretationForm[]])
const aDay = z.iso.date()
/** `from`: this document is the draft, interpretation, amendment …; `to`: it is what the other one is about. */
const end = z.enum(['from', 'to'])
const standing = z.enum(['given', 'given-late', 'waived', 'waiting', 'late'])
const editionParams = z.object({ editionId: id })

const relation = z.object({
  id,
  kind,
  end,
  /** What the other document is called beside this one. */
  otherIs: z.string(),
  documentId: id,
  editionId: id.nullable(),
  title: z.string(),
  isPublic: z.boolean(),
  form: form.nullable(),
  periodFrom: aDay.nullable(),
  periodTo: aDay.nullable(),
  shortReason: z.string(),
  setByName: z.string(),
  setAt: instant,
})
export type RelationAnswer = z.infer<typeof relation>

export const getRelations = contract({
  method: 'GET',
  path: '/editions/:editionId/relations',
  title: '一条信息的关联：已登记的、由正文提示待确认的、解读情况',
  may: 'signed-in',
  params: editionParams,
  answer: z.object({
    rows: z.array(relation),
    proposals: z.array(z.object({ kind, otherIs: z.string(), documentId: id, title: z.string(), because: z.string() })),
    mayDraft: z.boolean(),
    interpretation: z.object({
      owed: z.boolean(),
      maySign: z.boolean(),
      standing: standing.nullable(),
      standingTitle: z.string(),
      publishedOn: aDay.nullable(),
      dueOn: aDay.nullable(),
      provisional: z.boolean(),
      waivedReason: z.string().nullable(),
      waivedByName: z.string().nullable(),
    }),
  }),
})
export const postRelation = contract({
  method: 'POST',
  path: '/editions/:editionId/relations',
  title: '登记关联，或者登记提示的关联不成立',
  may: 'signed-in',
  params: editionParams,
  body: z.object({
    kind,
    end,
    documentId: id,
    form: form.nullable().default(null),
    periodFrom: aDay.nullable().default(null),
    periodTo: aDay.nullable().default(null),
    shortReason: z.string().trim().max(300).default(''),
    isSo: z.boolean().default(true),
  }),
  answer: z.object({ id }),
})
export const deleteRelation = contract({
  method: 'DELETE',
  path: '/editions/:editionId/relations/:relationId',
  title: '解除关联',
  may: 'signed-in',
  params: z.object({ editionId: id, relationId: id }),
  answer: nothing,
})
export const postInterpretation = contract({
  method: 'POST',
  path: '/editions/:editionId/interpretations',
  title: '起草这份文件的解读（与文件一并审核签发）',
  may: 'edition.draft',
  params: editionParams,
  body: z.object({ form }),
  answer: z.object({ editionId: id, documentId: id, version: z.number().int() }),
})
export const putInterpretationWaiver = contract({
  method: 'PUT',
  path: '/editions/:editionId/interpretation-waiver',
  title: '登记不需解读的理由',
  may: 'edition.sign',
  params: editionParams,
  body: z.object({ reason: z.string().trim().max(500) }),
  answer: nothing,
})

const interpretationFilters = {
  state: z.enum(['open', 'late', 'given', 'waived', 'all']).default('open'),
  q: z.string().trim().max(100).default(''),
  unitId: id.optional(),
}
const interpretationRow = z.object({
  documentId: id,
  editionId: id,
  title: z.string(),
  unitName: z.string(),
  publishedOn: aDay,
  dueOn: aDay,
  provisional: z.boolean(),
  givenOn: aDay.nullable(),
  interpretationTitle: z.string().nullable(),
  interpretationEditionId: id.nullable(),
  waivedReason: z.string().nullable(),
  waivedByName: z.string().nullable(),
  standing,
  standingTitle: z.string(),
})
export const listInterpretations = contract({
  method: 'GET',
  path: '/interpretations',
  title: '政策文件的解读情况',
  may: 'edition.read',
  query: z.object({ ...interpretationFilters, ...paging }),
  answer: listOf(interpretationRow),
})
export const exportInterpretations = contract({
  method: 'GET',
  path: '/interpretations.csv',
  title: '导出政策文件的解读情况',
  may: 'edition.read',
  query: z.object(interpretationFilters),
  answer: 'file',
})
