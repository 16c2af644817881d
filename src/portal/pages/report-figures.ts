// The figures of one yearly report as tables of its own form; where it adds up a region, each figure opens to the reports that it is made of.
import { html } from 'ghtml'
import type { ReportFigure } from '../../law/published-report.ts'
import { formOfGeneration } from '../../modules/reports/law/forms/forms.ts'
import type { PrintedCell, PrintedTable } from '../../modules/reports/law/forms/layout.ts'
import { layoutFor } from '../../modules/reports/law/forms/layouts.ts'
import { keyOf, type Form } from '../../modules/reports/law/forms/shape.ts'
import type { FiguresOfReport, PartOfFigure } from '../../modules/publication/queries/pages/yearly-reports.ts'
import { documentPath, fileHref, href } from '../place.ts'
import type { Page, View } from '../view.ts'
import { nothing } from './parts.ts'

const shown = (figure: ReportFigure | undefined): string => (figure === null || figure === undefined ? '' : String(figure))

const span = (cell: PrintedCell): string =>
  `${(cell.across ?? 1) > 1 ? ` colspan="${cell.across}"` : ''}${'down' in cell && (cell.down ?? 1) > 1 ? ` rowspan="${cell.down}"` : ''}`

/** What a cell counts, in the words of its row and column. */
export function titleOfCell(form: Form, key: string): string | undefined {
  for (const { rows } of form.tables)
    for (const row of rows)
      for (const column of row.columns) if (keyOf(row, column) === key) return row.columns.length > 1 ? `${row.title} · ${column.title}` : row.title
  return undefined
}

function tableOf(view: View, report: FiguresOfReport, table: PrintedTable, title: string): string {
  const cellOf = (cell: PrintedCell): string => {
    if ('words' in cell)
      return cell.head === 'none'
        ? html`<td!${span(cell)}>${cell.words}</td>`
        : html`<th!${span(cell)} scope="${cell.head === 'row' ? 'row' : 'col'}">${cell.words}</th>`
    const figure = shown(report.cells[cell.key])
    const opens = report.scope === 'region' && typeof report.cells[cell.key] === 'number'
    return html`<td!${span(cell)} class="number">!${opens ? html`<a href="${href(view.place, `/reports/${report.documentId}/figures?cell=${cell.key}`)}">${figure}</a>` : html`${figure}`}</td>`
  }
  const rows = table.rows.map((row) => html`<tr>!${row.map(cellOf).join('')}</tr>`)
  return html`<h2>${title}</h2>
    <section class="scroll" aria-label="${title}" tabindex="0">
      <table>!${table.headRows > 0 ? html`<thead>!${rows.slice(0, table.headRows).join('')}</thead>` : ''}<tbody>!${rows.slice(table.headRows).join('')}</tbody></table>
    </section>`
}

function frameOf(report: FiguresOfReport, body: string): Page {
  return {
    title: `${report.unitName}${report.year}年度报告数据`,
    section: '/disclosure',
    // a figure of a region opens to the reports of its units
    dependsOn: ['documents', 'units', `document/${report.documentId}`],
    crumbs: [{ title: '政府信息公开', path: '/disclosure' }, { title: '政府信息公开年报', path: '/reports' }, { title: '数据' }],
    body,
  }
}

export function reportFiguresPage(view: View, report: FiguresOfReport): Page {
  const form = formOfGeneration(report.generation)
  return frameOf(
    report,
    html`<div class="wide content">
      <h1>${report.unitName}${report.year}年度报告数据</h1>
      <p class="lead">
        出自<a href="${href(view.place, documentPath(report.documentId))}">${report.title}</a>，按${form.title}填报，公布时的数字，以后不变。!${report.scope === 'region' ? html`数字由本机关、部门和乡镇（街道）的报告汇总，点数字可以看到已经公布的各机关报告中的同一项。` : ''}
        <a href="${fileHref(view.place, `/reports/${report.documentId}.json`)}">下载数据（JSON）</a>
      </p>
      <div class="text report-figures">
        !${layoutFor(report.generation).tables.map(({ table }) => tableOf(view, report, table, form.tables.find(({ key }) => key === table.key)?.title ?? ''))}
      </div>
    </div>`,
  )
}

export function reportCellPage(
  view: View,
  report: FiguresOfReport,
  { key, title, parts }: { key: string; title: string; parts: readonly PartOfFigure[] },
): Page {
  const sum = parts.reduce((all, { figure }) => all + (typeof figure === 'number' ? figure : 0), 0)
  const said = typeof report.cells[key] === 'number' ? report.cells[key] : 0
  return frameOf(
    report,
    html`<div class="wide content">
      <h1>${title}</h1>
      <p class="lead">
        <a href="${href(view.place, documentPath(report.documentId))}">${report.title}</a>中这一项是 <strong>${said}</strong>。已经公布年度报告的 ${parts.length} 个机关合计
        ${Math.round(sum * 1e6) / 1e6}!${sum === said ? '。' : '，其余机关的报告没有在本站公布。'}
      </p>
      !${
        parts.length === 0
          ? nothing('本站还没有公布组成这个数字的报告。')
          : html`<div class="scroll" tabindex="0" role="region" aria-label="各机关">
              <table class="columns-table figures-table narrow">
                <thead>
                  <tr>
                    <th scope="col">机关</th>
                    <th scope="col" class="number">数字</th>
                  </tr>
                </thead>
                <tbody>
                  !${parts.map(
                    (part) =>
                      html`<tr>
                        <th scope="row"><a href="${href(view.place, `/reports/${part.documentId}/figures`)}">${part.unitName}</a></th>
                        <td class="number">${shown(part.figure)}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>`
      }
      <p><a href="${href(view.place, `/reports/${report.documentId}/figures`)}">返回全部数据</a></p>
    </div>`,
  )
}
