// 法定主动公开内容 as the law lists it: Article 20 for every agency, Article 21 for counties and for townships.
import { statutoryItems, type StatutoryItem } from '../../modules/publication/law/statutory-items.ts'
import type { FrameColumn } from '../../modules/publication/queries/pages/frame.ts'
import { childrenOf, firstOfKind, type View } from '../view.ts'

const items: Readonly<Record<string, StatutoryItem>> = statutoryItems

const groups = [
  { owedBy: 'every-agency', title: '条例第二十条' },
  { owedBy: 'city-and-county', title: '条例第二十一条（市、县）' },
  { owedBy: 'township', title: '条例第二十一条（乡镇）' },
  { owedBy: undefined, title: '其他栏目' },
] as const

export type OwedBy = (typeof groups)[number]['owedBy']

export interface StatutoryGroup {
  readonly owedBy: OwedBy
  readonly title: string
  readonly columns: readonly FrameColumn[]
}

/** The column above all statutory ones. */
export const statutoryRoot = (view: View): FrameColumn | undefined => firstOfKind(view.columns, 'statutory')

/** Groups that have columns, in the order of the law. */
export function statutoryGroups(view: View): readonly StatutoryGroup[] {
  const root = statutoryRoot(view)
  const columns = root ? childrenOf(view.columns, root.id) : []
  return groups
    .map((group) => ({
      ...group,
      columns: columns.filter((column) => (column.statutoryItem ? items[column.statutoryItem]?.owedBy : undefined) === group.owedBy),
    }))
    .filter((group) => group.columns.length > 0)
}

/** What a kind of unit owes. */
export const owesGroup = (unitKind: string, owedBy: OwedBy): boolean => {
  switch (owedBy) {
    case 'township':
      return unitKind === 'town' || unitKind === 'street'
    case 'city-and-county':
      return unitKind === 'government' || unitKind === 'department'
    default:
      return true
  }
}

/** 机构职能 is told by the pages of the units themselves. */
export const isAgencyProfile = (column: FrameColumn): boolean => column.statutoryItem === 'agency-profile'
