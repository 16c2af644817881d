// 依申请公开年度数据: the applications of each year in the figures of the statutory table, with days taken and the share in time; what would point to a person is left out.
import { html } from 'ghtml'
import { guardLaw, yearFigureNames, yearFigures, type YearFigure } from '../../law/application-figures.ts'
import type { ShownYear } from '../../modules/publication/queries/pages/application-figures.ts'
import { fileHref, href } from '../place.ts'
import { shortDay } from '../time.ts'
import type { Page, View } from '../view.ts'
import { nothing, select } from './parts.ts'

export interface FiguresFacts {
  readonly rows: readonly ShownYear[]
  /** Path word of the unit that was asked for; empty for all together. */
  readonly unit: string
}

const path = '/apply/figures'
const guarded = html`<span class="muted" title="不列出">—</span>`
/** Columns for the years of all together: one table as wide as a page. */
const mostYears = 6

const shownFigures = yearFigureNames.filter((figure) => figure !== 'in-time' && figure !== 'late')

/** Percent with one decimal; null where it is guarded, or nothing had a term. */
export function shareInTime({ figures }: ShownYear): number | null {
  const { 'in-time': inTime, late } = figures
  return inTime === null || late === null || inTime + late === 0 ? null : Math.round((inTime / (inTime + late)) * 1000) / 10
}

const cell = (value: number | null, unit = ''): string => html`<td class="number">!${value === null ? guarded : `${value}${unit}`}</td>`

const yearsTable = (rows: readonly ShownYear[], caption: string): string =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
    <table class="columns-table figures-table">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">年度</th>
          !${shownFigures.map((figure) => html`<th scope="col" class="number">${yearFigures[figure].title}</th>`)}
          <th scope="col" class="number">按期答复</th>
          <th scope="col" class="number">平均用时</th>
        </tr>
      </thead>
      <tbody>
        !${rows.map(
          (row) =>
            html`<tr>
              <th scope="row" class="whole-line">${row.year}年</th>
              !${shownFigures.map((figure) => cell(row.figures[figure]))} !${cell(shareInTime(row), '%')} !${cell(row.meanDays, '天')}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`

/** Of a unit with few applications only what it received is told. */
const receivedTable = (rows: readonly ShownYear[], caption: string): string =>
  html`<table class="columns-table figures-table narrow">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">年度</th>
        <th scope="col" class="number">${yearFigures.received.title}</th>
      </tr>
    </thead>
    <tbody>
      !${rows.map(
        (row) =>
          html`<tr>
            <th scope="row">${row.year}年</th>
            !${cell(row.figures.received)}
          </tr>`,
      )}
    </tbody>
  </table>`

function unitsTable(view: View, rows: readonly ShownYear[]): string {
  const years = [...new Set(rows.map(({ year }) => year))].slice(0, mostYears)
  const units = [...Map.groupBy(rows, ({ unitId }) => unitId).values()]
  if (units.length === 0) return ''
  const caption = `各机关${yearFigures.received.title}申请（件）`
  return html`<section class="block">
    <div class="block-head"><h2>各机关</h2></div>
    <div class="scroll" tabindex="0" role="region" aria-label="${caption}">
      <table class="columns-table figures-table">
        <caption>
          ${caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">机关</th>
            !${years.map((year) => html`<th scope="col" class="number">${year}年</th>`)}
          </tr>
        </thead>
        <tbody>
          !${units.map(
            (own) =>
              html`<tr>
                <th scope="row"><a href="${href(view.place, `${path}?unit=${own[0]?.unitSlug ?? ''}`)}">${own[0]?.unitName ?? ''}</a></th>
                !${years.map((year) => {
                  const row = own.find((one) => one.year === year)
                  return cell(row ? row.figures.received : 0)
                })}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`
}

export function figuresPage(view: View, { rows, unit }: FiguresFacts): Page {
  const all = rows.filter(({ unitId }) => unitId === null)
  const ofUnits = rows.filter(({ unitId }) => unitId !== null)
  const units = [...new Map(ofUnits.map((row) => [row.unitSlug ?? '', row.unitName ?? ''] as const))]
  const own = ofUnits.filter(({ unitSlug }) => unitSlug === unit)
  const [first] = rows
  const name = own[0]?.unitName
  return {
    title: name ? `${name}依申请公开年度数据` : '依申请公开年度数据',
    section: '/apply',
    dependsOn: ['application-figures', 'units'],
    crumbs: [{ title: '依申请公开', path: '/apply' }, { title: '年度数据' }],
    unlisted: unit !== '',
    body: html`<div class="wide content">
      <h1>依申请公开年度数据</h1>
      <p class="lead">
        每年收到和处理政府信息公开申请的情况，与<a href="${href(view.place, '/reports')}">政府信息公开年报</a>同一口径。为保护申请人，少于
        ${guardLaw.least} 件的数字，以及可以据此推算出它们的数字，不列出，以“—”表示。
      </p>
      !${
        first === undefined
          ? nothing('还没有可以列出的年度数据。年度结束以后统计上一年度。')
          : html`<form class="filters" action="${href(view.place, path)}" aria-label="筛选">
                !${select('unit', '机关', unit, [['', '全部机关'], ...units])}
                <button class="button quiet" type="submit">查看</button>
              </form>
              <p><a href="${fileHref(view.place, `${path}.csv`)}">下载全部数据（CSV）</a></p>
              !${
                unit === ''
                  ? html`!${yearsTable(all, '全部机关（件）')} !${unitsTable(view, ofUnits)}`
                  : own.length === 0
                    ? nothing('没有这个机关的年度数据，请重新选择。')
                    : own.every(({ figures }) => figures.total === null)
                      ? html`!${receivedTable(own, `${name ?? ''}（件）`)}
                          <p class="muted small">这个机关的件数较少，只列出新收申请的件数，其余计入全部机关。</p>`
                      : yearsTable(own, `${name ?? ''}（件）`)
              }
              <p class="muted small">
                按期答复：办结的申请中有答复期限、没有超过期限的比例。平均用时：从收到之日到办结之日，自然日。统计时间 ${shortDay(first.countedAt, view.timeZone)}，只统计已经结束的年度。!${first.figures['carried-forward'] === null ? '有的年度、机关结转不足 3 件，所以各年的结转都不列出，最早的一年只列新收。' : ''}
              </p>`
      }
    </div>`,
  }
}

/** Every year of all together and of each unit, a guarded figure as an empty cell. */
export const figuresSheet = (
  rows: readonly ShownYear[],
): { readonly headings: readonly string[]; readonly rows: readonly (readonly (string | number | null)[])[] } => ({
  headings: ['年度', '机关', ...yearFigureNames.map((figure: YearFigure) => yearFigures[figure].title), '按期答复率（%）', '平均用时（天）'],
  rows: rows.map((row) => [row.year, row.unitName ?? '全部机关', ...yearFigureNames.map((figure) => row.figures[figure]), shareInTime(row), row.meanDays]),
})
