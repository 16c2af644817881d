// The tree of columns at the left of the platform's pages; on the phone a select at the top.
import { html } from 'ghtml'
import type { FrameColumn } from '../../modules/publication/queries/pages/frame.ts'
import type { Day } from '../../kernel/day.ts'
import { lines, type Line } from '../../law/lines.ts'
import { href } from '../place.ts'
import { shortDay } from '../time.ts'
import { branchOf, childrenOf, lastAdded, nextDue, pathTo, platformColumn, type View } from '../view.ts'
import { isAgencyProfile } from './statutory.ts'

/** The parts of the platform in the order of the norm (platform-2019): 指南, 制度, 法定主动公开内容, 年报; then the rest of the site. */
const rank: Readonly<Record<string, number>> = { guide: 0, rules: 1, statutory: 2, 'annual-report': 3 }

export function topColumns(view: View): readonly FrameColumn[] {
  const platform = platformColumn(view.columns)
  const own = platform ? childrenOf(view.columns, platform.id) : []
  const rest = childrenOf(view.columns, null).filter((column) => column.id !== platform?.id && column.kind !== 'party')
  return [...own, ...rest].toSorted((a, b) => (rank[a.kind] ?? 9) - (rank[b.kind] ?? 9))
}

/** The columns of 党务公开, whose own column is the page `/party`: they stand beside the platform, not in it. */
export const partyColumns = (view: View): readonly FrameColumn[] =>
  childrenOf(view.columns, null)
    .filter((column) => column.kind === 'party')
    .flatMap((column) => childrenOf(view.columns, column.id))

/** The whole tree with the branch of `current` open. */
export function tree(view: View, current: FrameColumn | undefined, line: Line = current?.kind === 'party' ? 'party' : 'government'): string {
  const party = line === 'party'
  const [top, title, path] = party ? ([partyColumns(view), lines.party, '/party'] as const) : ([topColumns(view), '政府信息公开', '/disclosure'] as const)
  const open = new Set(current ? pathTo(view.columns, current).map((column) => column.id) : [])
  const level = (columns: readonly FrameColumn[]): string =>
    html`<ul>
      !${columns.map((column) => {
        const children = childrenOf(view.columns, column.id)
        const here = column.id === current?.id
        return html`<li!${open.has(column.id) && children.length > 0 ? ' class="open"' : ''}><a href="${href(view.place, `/columns/${column.slug}`)}" !${here ? 'aria-current="page"' : ''}>${column.name}</a>!${open.has(column.id) && children.length > 0 ? level(children) : ''}</li>`
      })}
    </ul>`
  return html`<nav class="tree" aria-label="公开目录">
      <h2 class="tree-head"><a href="${href(view.place, path)}">${title}</a></h2>
      !${level(top)}
      !${party ? '' : html`<ul class="tree-more"><li><a href="${href(view.place, '/apply')}">依申请公开</a></li></ul>`}
    </nav>
    <form class="tree-select" action="${href(view.place, '/columns')}" data-go>
      !${party ? html`<input type="hidden" name="line" value="party" />` : ''}
      <label
        ><span>栏目</span
        ><select name="to">
          <option value="">${title}</option>
          !${top.map((column) => options(view, column, current, 0))}
        </select></label
      >
      <button class="button quiet without-script" type="submit">前往</button>
    </form>`
}

const options = (view: View, column: FrameColumn, current: FrameColumn | undefined, depth: number): string =>
  html`<option value="${column.slug}" !${column.id === current?.id ? 'selected' : ''}>${'　'.repeat(depth)}${column.name}</option>
    !${childrenOf(view.columns, column.id).map((child) => options(view, child, current, depth + 1))}`

/** Where a column, or a document in it, stands: the platform of the government, or 党务公开. */
export const rootCrumb = (column: FrameColumn | undefined): { readonly title: string; readonly path: '/party' | '/disclosure' } =>
  column?.kind === 'party' ? { title: lines.party, path: '/party' } : { title: '政府信息公开', path: '/disclosure' }

/** Columns as a table with the day each was last added to and is due next: page 政府信息公开, pages of units. */
export function columnTable(
  view: View,
  columns: readonly FrameColumn[],
  lastOf = (column: FrameColumn): Date | null => lastAdded(view.columns, column),
): string {
  const dated = columns.some((column) => nextDue(view.columns, column) !== null)
  return html`<table class="columns-table">
    <thead>
      <tr>
        <th scope="col">栏目</th>
        <th scope="col" class="day">最近更新</th>
        !${dated ? html`<th scope="col" class="day">下次公开</th>` : ''}
      </tr>
    </thead>
    <tbody>
      !${columns.map((column) => {
        const last = lastOf(column)
        const below = childrenOf(view.columns, column.id)
        return html`<tr>
          <th scope="row">
            <a href="${href(view.place, `/columns/${column.slug}`)}">${column.name}</a>!${
              below.length > 0
                ? html`<span class="below">!${below.map((child) => html`<a href="${href(view.place, `/columns/${child.slug}`)}">${child.name}</a>`)}</span>`
                : ''
            }
          </th>
          <td class="day">
            !${last ? html`<time datetime="${shortDay(last, view.timeZone)}">${shortDay(last, view.timeZone)}</time>` : html`<span class="muted">${isAgencyProfile(column) ? '见各机关' : '本机关无此类信息'}</span>`}
          </td>
          !${dated ? html`<td class="day">!${dueText(nextDue(view.columns, column))}</td>` : ''}
        </tr>`
      })}
    </tbody>
  </table>`
}

const dueText = (due: Day | null): string => (due ? html`<time datetime="${due}">${due}</time>` : '—')

/** All ids of a branch: a column's page lists what stands below it too. */
export const idsOfBranch = (view: View, column: FrameColumn): readonly string[] => branchOf(view.columns, column).map((one) => one.id)
