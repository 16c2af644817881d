// A printed report as the body of a page: headings, paragraphs and real tables, of what every public text may be made of.
import { html } from 'ghtml'
import type { FilledCell, FilledTable, PrintedBlock, PrintedReport } from './printed-report.ts'

const span = ({ across, down }: FilledCell): string => `${across > 1 ? ` colspan="${across}"` : ''}${down > 1 ? ` rowspan="${down}"` : ''}`

function cellOf(cell: FilledCell): string {
  switch (cell.head) {
    case 'cell':
      return html`<td!${span(cell)} style="text-align:center">${cell.words}</td>`
    case 'none':
      return html`<td!${span(cell)}>${cell.words}</td>`
    case 'row':
      return html`<th!${span(cell)} scope="row">${cell.words}</th>`
    case 'column':
    case 'section':
      return html`<th!${span(cell)} scope="col" style="text-align:center">${cell.words}</th>`
  }
}

function tableOf({ headRows, rows }: FilledTable): string {
  const lines = rows.map((row) => html`<tr>!${row.map(cellOf).join('')}</tr>`)
  const head = headRows > 0 ? html`<thead>!${lines.slice(0, headRows).join('')}</thead>` : ''
  return html`<table>!${head}<tbody>!${lines.slice(headRows).join('')}</tbody></table>`
}

function blockOf(block: PrintedBlock): string {
  if (block.kind === 'heading') return html`<h2>${block.words}</h2>`
  if (block.kind === 'table') return tableOf(block.table)
  return block.align === 'left' ? html`<p>${block.words}</p>` : html`<p style="text-align:!${block.align}">${block.words}</p>`
}

export const htmlOfReport = ({ blocks }: PrintedReport): string => blocks.map(blockOf).join('\n')
