// 政府信息公开年报: every year's reports, by year and unit, with their files; none is ever taken away (platform-2019).
import { html } from 'ghtml'
import type { FrameColumn } from '../../modules/publication/queries/pages/frame.ts'
import type { ReportRow } from '../../modules/publication/queries/pages/yearly-reports.ts'
import { documentPath, fileHref, href } from '../place.ts'
import { columnMeta } from '../shell/meta.ts'
import type { Page, View } from '../view.ts'
import { nothing, pager, select, sizeOf } from './parts.ts'
import { tree } from './tree.ts'

export interface ReportsFacts {
  readonly rows: readonly ReportRow[]
  readonly next: string | null
  readonly years: readonly number[]
  readonly units: readonly { readonly slug: string; readonly name: string }[]
  readonly query: URLSearchParams
}

const fileKinds: Readonly<Record<string, string>> = { docx: 'Word', pdf: 'PDF', xlsx: 'Excel', csv: 'CSV' }

function downloads(view: View, { id, unitName, year, files, hasFigures }: ReportRow): string {
  const links = files.flatMap((file) => {
    const kind = fileKinds[/\.([a-z]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? '']
    if (!kind) return []
    const what = `${unitName}${year}年度报告，${kind}，${sizeOf(file.bytes)}`
    return [html`<a href="${fileHref(view.place, `${documentPath(id)}/attachments/${file.id}`)}" aria-label="${what}">${kind}</a>`]
  })
  const data = hasFigures
    ? [
        html`<a href="${href(view.place, `/reports/${id}/figures`)}" aria-label="${unitName}${year}年度报告的数据">数据</a>`,
        html`<a href="${fileHref(view.place, `/reports/${id}.json`)}" aria-label="${unitName}${year}年度报告，JSON">JSON</a>`,
      ]
    : []
  const all = [...links, ...data]
  return all.length === 0 ? '' : html`<p class="report-files">!${all.join('')}</p>`
}

const line = (view: View, row: ReportRow): string =>
  html`<li>
    <a href="${href(view.place, documentPath(row.id))}"><strong>${row.unitName}</strong><span>${row.title}</span></a>
    !${downloads(view, row)}
  </li>`

function filters(view: View, { years, units, query }: ReportsFacts): string {
  const at = (name: string): string => query.get(name) ?? ''
  return html`<form class="filters" action="${href(view.place, '/reports')}" aria-label="筛选">
    !${select('year', '年度', at('year'), [['', '全部年度'], ...years.map((year) => [String(year), `${year} 年度`] as const)])}
    !${select('unit', '机关', at('unit'), [['', '全部机关'], ...units.map(({ slug, name }) => [slug, name] as const)])}
    <button class="button quiet" type="submit">查看</button>
  </form>`
}

export function reportsPage(view: View, column: FrameColumn | undefined, facts: ReportsFacts): Page {
  const years = [...Map.groupBy(facts.rows, ({ year }) => year)]
  const chosen = facts.query.has('year') || facts.query.has('unit')
  return {
    title: '政府信息公开年报',
    dependsOn: ['documents', 'units'],
    section: '/disclosure',
    ...(column && { meta: columnMeta(column), feeds: [{ title: column.name, path: `/columns/${column.slug}/feed.atom` as const }] }),
    crumbs: [{ title: '政府信息公开', path: '/disclosure' }, { title: '政府信息公开年报' }],
    body: html`<div class="wide with-tree">
      !${tree(view, column)}
      <div class="content">
        <h1>政府信息公开年报</h1>
        <p class="lead">各行政机关每年 1 月 31 日前、县级以上地方人民政府每年 3 月 31 日前公布上一年度政府信息公开工作年度报告。历年报告长期保留。收到和处理申请的历年件数见<a href="${href(view.place, '/apply/figures')}">依申请公开年度数据</a>。</p>
        !${facts.years.length === 0 ? '' : filters(view, facts)}
        !${facts.rows.length === 0 ? nothing(chosen ? '没有这个年度、这个机关的年度报告，请重新选择。' : '还没有公布的年度报告。') : ''}
        !${years.map(
          ([year, rows]) =>
            html`<section class="year">
              <h2 class="year-head">${year} 年度</h2>
              <ul class="report-list">
                !${rows.map((row) => line(view, row))}
              </ul>
            </section>`,
        )}
        !${pager(view, facts, '/reports', facts.query)}
      </div>
    </div>`,
  }
}
