// 政府信息公开年报: every year's reports, by year and unit; none is ever taken away (platform-2019).
import { html } from 'ghtml'
import type { FrameColumn } from '../../modules/publication/queries/pages/frame.ts'
import type { ListPage } from '../../modules/publication/queries/pages/listing.ts'
import { href } from '../place.ts'
import { columnMeta } from '../shell/meta.ts'
import type { Page, View } from '../view.ts'
import { nothing, pager } from './parts.ts'
import { tree } from './tree.ts'

export function reportsPage(view: View, column: FrameColumn | undefined, list: ListPage, query: URLSearchParams): Page {
  const years = new Map<string, ListPage['rows'][number][]>()
  for (const row of list.rows) {
    const year = reportYear(row.title) ?? String(row.listedAt.getUTCFullYear() - 1)
    years.set(year, [...(years.get(year) ?? []), row])
  }
  const sorted = [...years].toSorted(([a], [b]) => Number(b) - Number(a))
  return {
    title: '政府信息公开年报',
    section: '/disclosure',
    ...(column && { meta: columnMeta(column), feeds: [{ title: column.name, path: `/columns/${column.slug}/feed.atom` as const }] }),
    crumbs: [{ title: '政府信息公开', path: '/disclosure' }, { title: '政府信息公开年报' }],
    body: html`<div class="wide with-tree">
      !${tree(view, column)}
      <div class="content">
        <h1>政府信息公开年报</h1>
        <p class="lead">各行政机关每年 1 月 31 日前、县级以上地方人民政府每年 3 月 31 日前公布上一年度政府信息公开工作年度报告。历年报告长期保留。收到和处理申请的历年件数见<a href="${href(view.place, '/apply/figures')}">依申请公开年度数据</a>。</p>
        !${sorted.length === 0 ? nothing('还没有公布的年度报告。') : ''}
        !${sorted.map(
          ([year, rows]) =>
            html`<section class="year">
              <h2 class="year-head">${year} 年度</h2>
              <ul class="report-list">
                !${rows
                  .toSorted((a, b) => a.unitName.localeCompare(b.unitName, 'zh'))
                  .map(
                    (row) =>
                      html`<li>
                        <a href="${href(view.place, `/documents/${row.id}`)}"><strong>${row.unitName}</strong><span>${row.title}</span></a>
                      </li>`,
                  )}
              </ul>
            </section>`,
        )}
        !${pager(view, list, '/reports', query)}
      </div>
    </div>`,
  }
}

/** The year that a report is about, as its title says. */
const reportYear = (title: string): string | undefined => /((?:19|20)\d{2})\s*年/.exec(title)?.[1]
