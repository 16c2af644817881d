// What every page is made from besides its own data: the site, the place it is seen from, the day, the assets.
import type { Day } from '../kernel/day.ts'
import type { Topic } from '../modules/publication/rules/topics.ts'
import type { Frame, FrameColumn } from '../modules/publication/queries/pages/frame.ts'
import type { Place } from './place.ts'

export interface View extends Frame {
  readonly place: Place
  readonly timeZone: string
  readonly today: Day
  /** Scheme and host that the reader used, without a slash: for feeds, QR codes and citations. */
  readonly origin: string
  readonly assets: { readonly css: string; readonly script: string }
}

export interface Page {
  readonly title: string
  /** `meta` names in the spelling of the norm, with their contents. */
  readonly meta?: readonly (readonly [name: string, content: string])[]
  /** Path whose entry of the navigation is the current one. */
  readonly section?: string
  readonly crumbs?: readonly Crumb[]
  readonly feeds?: readonly { readonly title: string; readonly path: `/${string}` }[]
  readonly body: string
  /** All that the page shows beside its frame: it is kept until one of them changes, and made for each reader where nothing is named. */
  readonly dependsOn?: readonly Topic[]
  /** Kept out of search engines: result lists, forms, errors. */
  readonly unlisted?: boolean
  /** Of one person alone: no cache keeps it. */
  readonly personal?: boolean
  /** Printed without head and foot. */
  readonly bare?: boolean
}

interface Crumb {
  readonly title: string
  readonly path?: `/${string}`
}

export const childrenOf = (columns: readonly FrameColumn[], parentId: string | null): readonly FrameColumn[] =>
  columns.filter((column) => column.parentId === parentId)

/** The column and everything below it. */
export function branchOf(columns: readonly FrameColumn[], top: FrameColumn): readonly FrameColumn[] {
  return [top, ...childrenOf(columns, top.id).flatMap((child) => branchOf(columns, child))]
}

/** The column that stands for the whole platform 政府信息公开, where the site has one: its page is `/disclosure`. */
export const platformColumn = (columns: readonly FrameColumn[]): FrameColumn | undefined =>
  columns.find((column) => column.parentId === null && columns.some((child) => child.parentId === column.id && child.kind === 'statutory'))

/** From the top of the tree down to the column itself; the platform's own column is left out, every page stands in it. */
export function pathTo(columns: readonly FrameColumn[], column: FrameColumn): readonly FrameColumn[] {
  const parent = columns.find((one) => one.id === column.parentId)
  return parent && parent.id !== platformColumn(columns)?.id ? [...pathTo(columns, parent), column] : [column]
}

/** The last time anything was added to the column or below it. */
export function lastAdded(columns: readonly FrameColumn[], top: FrameColumn): Date | null {
  const times = branchOf(columns, top).flatMap((column) => (column.lastListedAt ? [column.lastListedAt.getTime()] : []))
  return times.length === 0 ? null : new Date(Math.max(...times))
}

/** The next day on which something is due in the column or below it. */
export function nextDue(columns: readonly FrameColumn[], top: FrameColumn): Day | null {
  const days = branchOf(columns, top).flatMap((column) => (column.dueOn ? [column.dueOn] : []))
  return days.toSorted()[0] ?? null
}

/** The first top column of a kind: 政策文件, 通知公告, … */
export const firstOfKind = (columns: readonly FrameColumn[], kind: FrameColumn['kind']): FrameColumn | undefined =>
  columns.find((column) => column.kind === kind)
