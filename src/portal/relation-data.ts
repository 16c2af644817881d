// The relations of a document as machines read them: kind, direction, words, address.
import { relationKinds } from '../modules/publication/law/relation-kinds.ts'
import type { ListedRelation } from '../modules/publication/queries/pages/relations.ts'
import { documentPath, plainHref } from './place.ts'
import type { View } from './view.ts'

export interface RelationData {
  readonly relation: ListedRelation['kind']
  /** `from`: this document interprets, amends, cites the other; `to`: the other does so to this one. */
  readonly direction: 'from' | 'to'
  /** What the other is called beside this one: 解读的文件, 政策解读. */
  readonly name: string
  readonly id: string
  readonly title: string
  readonly url: string
  readonly form?: string
  readonly consultation?: { readonly from: string; readonly to: string }
}

/** What the other document is called beside this one. */
const nameOf = ({ kind, direction }: ListedRelation): string =>
  kind === 'cites' ? '引用的文件' : direction === 'from' ? relationKinds[kind].to : relationKinds[kind].from

export const relationData = (view: View, rows: readonly ListedRelation[]): RelationData[] =>
  rows.map((row) => ({
    relation: row.kind,
    direction: row.direction,
    name: nameOf(row),
    id: row.id,
    title: row.title,
    url: `${view.origin}${plainHref(view.place, documentPath(row.id))}`,
    ...(row.form !== null && { form: row.form }),
    ...(row.kind === 'consults' && row.periodFrom !== null && row.periodTo !== null && { consultation: { from: row.periodFrom, to: row.periodTo } }),
  }))
