// Pieces that several pages share: lists of documents, states of validity, empty answers.
import { html } from 'ghtml'
import type { FrameColumn } from '../../modules/publication/queries/pages/frame.ts'
import type { ListPage, ListRow } from '../../modules/publication/queries/pages/listing.ts'
import { href } from '../place.ts'
import { shortDay } from '../time.ts'
import { lastAdded, type View } from '../view.ts'
import { isAgencyProfile } from './statutory.ts'

export const validities = { valid: '有效', amended: '已修改', expired: '失效', repealed: '废止' } as const

/** Shown beside a title that no longer stands as it reads. */
export const validityTag = (validity: keyof typeof validities): string =>
  validity === 'valid' ? '' : html`<span class="tag ${validity === 'amended' ? 'tag-amber' : 'tag-red'}">${validities[validity]}</span>`

/** Title and date on one line: home page, unit pages. */
export const shortList = (view: View, rows: readonly ListRow[]): string =>
  html`<ul class="lines">
    !${rows.map((row) => html`<li><a href="${href(view.place, `/documents/${row.id}`)}">${row.title}</a>!${validityTag(row.validity)}<time datetime="${shortDay(row.listedAt, view.timeZone)}">${shortDay(row.listedAt, view.timeZone)}</time></li>`)}
  </ul>`

/** Columns, each with the day it was last added to. */
export const columnLines = (view: View, columns: readonly FrameColumn[]): string =>
  html`<ul class="lines compact">
    !${columns.map((column) => {
      const last = lastAdded(view.columns, column)
      return html`<li>
        <a href="${href(view.place, isAgencyProfile(column) ? '/units' : `/columns/${column.slug}`)}">${column.name}</a
        >!${last ? html`<time datetime="${shortDay(last, view.timeZone)}">${shortDay(last, view.timeZone)}</time>` : html`<span class="muted small">${isAgencyProfile(column) ? '见各机关' : '本机关无此类信息'}</span>`}
      </li>`
    })}
  </ul>`

/** Grouped by year; under each title its unit and numbers. */
export function yearList(view: View, rows: readonly ListRow[]): string {
  const years = new Map<string, ListRow[]>()
  for (const row of rows) {
    const year = row.pinned ? '置顶' : shortDay(row.listedAt, view.timeZone).slice(0, 4)
    years.set(year, [...(years.get(year) ?? []), row])
  }
  return html`!${[...years].map(
    ([year, group]) =>
      html`<section class="year" aria-label="${/^\d/.test(year) ? `${year}年` : year}">
        <h2 class="year-head">${/^\d/.test(year) ? `${year} 年` : year}</h2>
        <ul class="entries">
          !${group.map((row) => entry(view, row))}
        </ul>
      </section>`,
  )}`
}

const entry = (view: View, row: ListRow): string =>
  html`<li>
    <div class="entry-line">
      <a href="${href(view.place, `/documents/${row.id}`)}">${row.title}</a>!${validityTag(row.validity)}<time
        datetime="${shortDay(row.listedAt, view.timeZone)}"
        >${shortDay(row.listedAt, view.timeZone)}</time
      >
    </div>
    <p class="entry-facts">
      <span>${row.unitName}</span>!${row.documentNumber ? html`<span>${row.documentNumber}</span>` : ''}<span>索引号 ${row.indexNumber}</span>
    </p>
  </li>`

/** 上一页 begins again at the first page: a cursor knows only what comes after. */
export function pager(view: View, page: Pick<ListPage, 'next'>, path: string, query: URLSearchParams): string {
  const first = new URLSearchParams(query)
  first.delete('cursor')
  const next = new URLSearchParams(first)
  if (page.next) next.set('cursor', page.next)
  const address = (of: URLSearchParams): string => href(view.place, `${path}${of.size > 0 ? `?${of}` : ''}` as `/${string}`)
  const atFirst = !query.has('cursor')
  if (atFirst && !page.next) return ''
  return html`<nav class="pager" aria-label="翻页">
    !${atFirst ? '<span></span>' : html`<a class="button quiet" href="${address(first)}">回到第一页</a>`}
    !${page.next ? html`<a class="button quiet" rel="next" href="${address(next)}">下一页</a>` : '<span class="muted small">已经是最后一页</span>'}
  </nav>`
}

export const nothing = (text: string): string => html`<p class="nothing">${text}</p>`

/** `1.2 MB`, `340 KB`. */
export function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** A select with a label above; works by a button where scripts do not run. */
export function select(name: string, label: string, chosen: string, options: readonly (readonly [value: string, title: string])[]): string {
  return html`<label class="field-inline"
    ><span>${label}</span
    ><select name="${name}">
      !${options.map(([value, title]) => html`<option value="${value}" !${value === chosen ? 'selected' : ''}>${title}</option>`)}
    </select></label
  >`
}
