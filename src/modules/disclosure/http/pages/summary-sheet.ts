// 保密审查月度汇总表, to be printed on A4 across: what was reviewed in a month, by whom and with which conclusion, for the secrecy office.
import { html } from 'ghtml'
import { chineseDay, type Day } from '../../../../kernel/day.ts'
import { summaryColumnNames, summaryColumnRows } from '../../law/secrecy-summary.ts'
import type { Totals } from '../../rules/secrecy-summary.ts'
import type { SecrecySummary } from '../summary-contract.ts'

const style = `
@page { size: A4 landscape; margin: 18mm 15mm 16mm }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 10mm 0; width: 267mm; max-width: 100%; color: #000; font: 11pt/1.5 "FangSong", "仿宋", "Noto Serif SC", serif }
h1 { margin: 0 0 4mm; text-align: center; font: bold 18pt/1.4 "SimSun", "宋体", "Noto Serif SC", serif; letter-spacing: .08em }
.top, .foot { display: flex; justify-content: space-between; gap: 6mm; margin-bottom: 2mm } .foot { margin-top: 6mm }
table { width: 100%; border-collapse: collapse } th, td { border: .75pt solid #000; padding: 1.2mm 2mm; vertical-align: middle; overflow-wrap: anywhere }
th { font-weight: bold; text-align: center; white-space: nowrap } .mid { text-align: center; white-space: nowrap } tr { break-inside: avoid } .sum { margin: 3mm 0 }
@media print { body { padding: 0; width: auto } }
`

export interface SummaryPage {
  readonly month: string
  readonly rows: SecrecySummary['rows']
  readonly total: number
  readonly totals: Totals
  readonly units: readonly { readonly unitName: string }[]
  readonly today: Day
}

export function summarySheet({ month, rows, total, totals, units, today }: SummaryPage): string {
  const [year, number] = month.split('-').map(Number)
  const parts = summaryColumnNames.map((name) => `${summaryColumnRows[name].title}${totals.columns[name]}件`)
  const only = units.length === 1 ? (units[0]?.unitName ?? '') : ''
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <title>政府信息公开保密审查月度汇总表 ${month}</title>
        <style>
          !${style}
        </style>
      </head>
      <body>
        <h1>政府信息公开保密审查月度汇总表</h1>
        <div class="top"><span>填报单位：${only === '' ? `（共${units.length}个单位）` : only}</span><span>${String(year)}年${String(number)}月</span></div>
        <table>
          <thead>
            <tr>
              <th>序号</th>
              <th>信息名称</th>
              <th>起草单位、科室</th>
              <th>审查结论</th>
              <th>依据条款</th>
              <th>审查人</th>
              <th>审查日期</th>
              <th>程序</th>
            </tr>
          </thead>
          <tbody>
            !${rows.length === 0 ? '<tr><td colspan="8" class="mid">本月没有审查事项</td></tr>' : ''}
            !${rows.map(
              (row, at) =>
                html`<tr>
                  <td class="mid">${at + 1}</td>
                  <td>${row.title}</td>
                  <td>${only === '' ? row.unitName : ''}${only === '' && row.sectionName ? ' ' : ''}${row.sectionName ?? ''}</td>
                  <td class="mid">${row.columnTitle}</td>
                  <td>${row.article}</td>
                  <td class="mid">${row.reviewerName}</td>
                  <td class="mid">${row.reviewedOn}</td>
                  <td class="mid">${row.routeTitle}</td>
                </tr>`,
            )}
          </tbody>
        </table>
        <p class="sum">合计：审查${totals.total}件，其中${parts.join('，')}；紧急程序${totals.urgent}件。${total > rows.length ? `本表只印前${rows.length}件，其余请按单位分别打印。` : ''}</p>
        <div class="foot">
          <span>填表人：</span><span>保密审查机构负责人：</span><span>单位（公章）</span><span>填报日期：${chineseDay(today)}</span>
        </div>
      </body>
    </html>`
}
