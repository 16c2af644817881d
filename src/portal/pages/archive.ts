// The archive: every document by the month and day of its listing, at addresses that stay, so that copies of the site need no query.
import { html } from 'ghtml'
import { chineseDay, type Day } from '../../kernel/day.ts'
import { lines } from '../../law/lines.ts'
import type { ArchiveRow } from '../../modules/publication/queries/pages/archive.ts'
import { listedTopics } from '../../modules/publication/rules/topics.ts'
import { documentPath, href } from '../place.ts'
import type { Span } from '../time.ts'
import type { Page, View } from '../view.ts'
import { nothing, validityTag } from './parts.ts'

const root = { title: '按日期浏览', path: '/archive' } as const
const monthTitle = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`

export function archivePage(view: View, months: readonly string[]): Page {
  const years = Map.groupBy(months, (month) => month.slice(0, 4))
  return {
    title: root.title,
    dependsOn: ['documents'],
    crumbs: [{ title: root.title }],
    body: html`<div class="wide content">
      <h1>${root.title}</h1>
      <p class="lead">公开的全部信息，按公开（历史信息按原发布）的日期排列。</p>
      !${
        months.length === 0
          ? nothing('还没有公开的信息。')
          : html`!${[...years].map(
              ([year, those]) =>
                html`<section class="archive-year">
                  <h2>${year} 年</h2>
                  <ul>
                    !${those.map((month) => html`<li><a href="${href(view.place, `/archive/${month}`)}">${Number(month.slice(5))} 月</a></li>`)}
                  </ul>
                </section>`,
            )}`
      }
    </div>`,
  }
}

interface ArchiveMonth {
  readonly month: string
  readonly span: Span
  readonly days: readonly { readonly day: Day; readonly documents: number }[]
}

export function archiveMonthPage(view: View, { month, span, days }: ArchiveMonth): Page {
  return {
    title: `${monthTitle(month)}公开的信息`,
    dependsOn: listedTopics(span),
    crumbs: [root, { title: monthTitle(month) }],
    body: html`<div class="wide content">
      <h1>${monthTitle(month)}公开的信息</h1>
      <ul class="lines">
        !${days.map(({ day, documents }) => html`<li><a href="${href(view.place, `/archive/${day}`)}">${chineseDay(day)}</a><span class="muted small">${documents} 件</span></li>`)}
      </ul>
    </div>`,
  }
}

export interface ArchiveDay {
  readonly day: Day
  readonly span: Span
  readonly page: number
  readonly pages: number
  readonly documents: number
  readonly rows: readonly ArchiveRow[]
}

export const archiveDayPath = (day: Day, page: number): `/${string}` => (page === 1 ? `/archive/${day}` : `/archive/${day}/${page}`)

export function archiveDayPage(view: View, { day, span, page, pages, documents, rows }: ArchiveDay): Page {
  const month = day.slice(0, 7)
  const [party, government] = [rows.filter((row) => row.party), rows.filter((row) => !row.party)]
  const list = (those: readonly ArchiveRow[]): string =>
    html`<ul class="lines named-lines">
      !${those.map((row) => html`<li><a href="${href(view.place, documentPath(row.id))}">${row.title}</a>!${validityTag(row.validity)}<span class="muted small">${row.documentNumber ?? row.unitName}</span></li>`)}
    </ul>`
  return {
    title: `${chineseDay(day)}公开的信息${page > 1 ? `（第 ${page} 页）` : ''}`,
    // Which units are of the party is told by the units.
    dependsOn: ['units', ...listedTopics(span)],
    crumbs: [root, { title: monthTitle(month), path: `/archive/${month}` }, { title: chineseDay(day) }],
    body: html`<div class="wide content">
      <h1>${chineseDay(day)}公开的信息</h1>
      <p class="small muted">共 ${documents} 件!${pages > 1 ? html`，第 ${page} 页，共 ${pages} 页` : ''}</p>
      !${government.length > 0 ? list(government) : ''}
      !${
        party.length > 0
          ? html`<section class="block">
              <div class="block-head"><h2>${lines.party}</h2></div>
              !${list(party)}
            </section>`
          : ''
      }
      !${
        pages > 1
          ? html`<nav class="pager" aria-label="翻页">
              !${page > 1 ? html`<a class="button quiet" rel="prev" href="${href(view.place, archiveDayPath(day, page - 1))}">上一页</a>` : '<span></span>'}
              !${page < pages ? html`<a class="button quiet" rel="next" href="${href(view.place, archiveDayPath(day, page + 1))}">下一页</a>` : '<span class="muted small">已经是最后一页</span>'}
            </nav>`
          : ''
      }
    </div>`,
  }
}
