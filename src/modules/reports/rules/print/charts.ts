// Charts of a report as drawings: bars with their figures beside them, so that no legend is needed.
import { html } from 'ghtml'
import type { ReportSheet } from '../sheet.ts'
import { figureOf } from '../sheet.ts'

interface Bar {
  readonly label: string
  readonly figure: number
}

export interface YearFigure {
  readonly year: number
  readonly figure: number
}

const width = 600
const labelWidth = 110
const barHeight = 22
const pitch = 34
const headHeight = 44

function barChart(title: string, bars: readonly Bar[]): string {
  const most = Math.max(1, ...bars.map(({ figure }) => figure))
  const room = width - labelWidth - 70
  const height = headHeight + bars.length * pitch + 8
  const rows = bars.map(({ label, figure }, at) => {
    const top = headHeight + at * pitch
    const length = Math.round((figure / most) * room * 10) / 10
    return html`<text x="${labelWidth - 10}" y="${top + 16}" text-anchor="end">${label}</text
      ><rect x="${labelWidth}" y="${top}" width="${length}" height="${barHeight}" fill="#0f4c94" /><text x="${labelWidth + length + 8}" y="${top + 16}">
        ${figure}</text
      >`
  })
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Noto Serif SC" font-size="15" fill="#1b2733">
    <text x="${width / 2}" y="22" text-anchor="middle" font-size="17" font-weight="bold">${title}</text>
    !${rows.join('')}
    <line x1="${labelWidth}" y1="${headHeight - 6}" x2="${labelWidth}" y2="${height - 8}" stroke="#8595a5" />
  </svg>`
}

/** Results as everybody reads them: a group of the form is one bar. */
const results: readonly (readonly [label: string, prefix: string])[] = [
  ['予以公开', 'granted'],
  ['部分公开', 'partialGrant'],
  ['不予公开', 'denied'],
  ['无法提供', 'unable'],
  ['不予处理', 'notProcessed'],
  ['其他处理', 'other'],
]

const resultsOfA: readonly (readonly [label: string, prefix: string])[] = [
  ['已主动公开', 'c3_1'],
  ['同意公开', 'c3_2'],
  ['部分公开', 'c3_3'],
  ['不同意公开', 'c3_4'],
  ['非本机关', 'c3_5'],
  ['信息不存在', 'c3_6'],
  ['更改补充', 'c3_7'],
  ['其他途径', 'c3_8'],
]

function outcomes({ generation, cells }: ReportSheet): Bar[] {
  if (generation === 'A') return resultsOfA.map(([label, key]) => ({ label, figure: figureOf(cells.get(key)?.value) }))
  return results.map(([label, prefix]) => ({
    label,
    figure: [...cells].reduce(
      (sum, [key, { value }]) => (key.endsWith('.total') && (key === `${prefix}.total` || key.startsWith(`${prefix}.`)) ? sum + figureOf(value) : sum),
      0,
    ),
  }))
}

/** Nothing is drawn of nothing, and one year alone shows no course. */
export function chartsOf(sheet: ReportSheet, years: readonly YearFigure[]): string[] {
  if (sheet.generation === null) return []
  const bars = outcomes(sheet)
  return [
    ...(bars.some(({ figure }) => figure > 0) ? [barChart(`${sheet.year}年政府信息公开申请办理结果（件）`, bars)] : []),
    ...(years.length > 1
      ? [
          barChart(
            '历年新收政府信息公开申请（件）',
            years.toSorted((a, b) => a.year - b.year).map(({ year, figure }) => ({ label: `${year}年`, figure })),
          ),
        ]
      : []),
  ]
}
