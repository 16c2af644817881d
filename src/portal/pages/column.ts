// A column: the tree at the left, its documents at the right by year, filters as a row above.
import { html } from 'ghtml'
import type { FrameColumn } from '../../modules/publication/queries/pages/frame.ts'
import type { ListPage } from '../../modules/publication/queries/pages/listing.ts'
import type { UnitRow } from '../../modules/publication/queries/pages/units.ts'
import type { Versions } from '../../modules/publication/queries/pages/versions.ts'
import { fileHref, href } from '../place.ts'
import { columnMeta } from '../shell/meta.ts'
import { shortDay } from '../time.ts'
import { childrenOf, lastAdded, nextDue, pathTo, type Page, type View } from '../view.ts'
import { nothing, pager, select, validities, yearList } from './parts.ts'
import { receivingOffice } from './receiving-office.ts'
import { isAgencyProfile } from './statutory.ts'
import { columnTable, idsOfBranch, rootCrumb, tree } from './tree.ts'
import { versionsBlock } from './versions.ts'

export interface ListFacts {
  readonly list: ListPage
  readonly units: readonly UnitRow[]
  readonly kinds: readonly string[]
  /** Newest first. */
  readonly years: readonly number[]
  /** The filters and the cursor, as asked. */
  readonly query: URLSearchParams
  /** Present and earlier texts, where the column holds what is kept by versions. */
  readonly versions?: readonly Versions[]
}

export function columnPage(view: View, column: FrameColumn, facts: ListFacts): Page {
  const path = `/columns/${column.slug}` as const
  const children = childrenOf(view.columns, column.id)
  const last = lastAdded(view.columns, column)
  const due = nextDue(view.columns, column)
  const above = pathTo(view.columns, column).slice(0, -1)
  return {
    title: column.name,
    section: sectionOf(view, column),
    dependsOn: ['units', ...idsOfBranch(view, column).map((id) => `column/${id}` as const)],
    meta: columnMeta(column),
    crumbs: [
      rootCrumb(column),
      ...above.filter((one) => one.kind !== 'party').map((one) => ({ title: one.name, path: `/columns/${one.slug}` as const })),
      { title: column.name },
    ],
    feeds: [{ title: column.name, path: `${path}/feed.atom` }],
    unlisted: facts.query.size > 0,
    body: html`<div class="wide with-tree">
      !${tree(view, column)}
      <div class="content">
        <div class="content-head">
          <h1>${column.name}</h1>
          <p class="small muted">!${last ? html`<span>最近更新 ${shortDay(last, view.timeZone)}</span>` : ''}!${due ? html`<span>下次公开 ${due}</span>` : ''}!${feeds(view, path)}</p>
        </div>
        !${column.description ? html`<p class="lead">${column.description}</p>` : ''} !${children.length > 0 ? columnTable(view, children) : ''}
        !${column.kind === 'guide' ? office(view) : ''}
        !${filters(view, path, facts)} !${facts.list.rows.length > 0 ? yearList(view, facts.list.rows) : nothingHere(view, column, facts.query.size > 0)}
        !${pager(view, facts.list, path, facts.query)} !${versionsBlock(view, facts.versions ?? [])}
      </div>
    </div>`,
  }
}

/** What the guide must say of the office whatever its text says: printed from the site's own data, so that it cannot go stale. */
const office = (view: View): string =>
  html`<section class="block">
    <div class="block-head"><h2>政府信息公开工作机构</h2></div>
    !${receivingOffice(view, 'facts')}
    <p class="more"><a href="${href(view.place, '/apply')}">怎样申请公开</a></p>
  </section>`

const nothingHere = (view: View, column: FrameColumn, filtered: boolean): string => {
  if (filtered) return nothing('没有符合这些条件的信息，请放宽条件。')
  return isAgencyProfile(column)
    ? html`<p class="nothing">机关职能、机构设置、办公地址、办公时间、联系方式和负责人姓名，见<a href="${href(view.place, '/units')}">各机关的页面</a>。</p>`
    : nothing('本机关无此类信息。')
}

const sectionOf = (view: View, column: FrameColumn): string => {
  if (column.kind === 'party') return '/party'
  const top = pathTo(view.columns, column)[0]
  return top && (top.kind === 'policy' || top.kind === 'notices') ? `/columns/${top.slug}` : '/disclosure'
}

const feeds = (view: View, path: `/${string}`): string =>
  html`<span class="feeds"
    >订阅 <a href="${fileHref(view.place, `${path}/feed.atom`)}">Atom</a> <a href="${fileHref(view.place, `${path}/feed.json`)}">JSON</a></span
  >`

/** All that is public, newest first: also what a figure of the home page opens to. */
export function latestPage(view: View, facts: ListFacts): Page {
  const month = facts.query.get('month')
  return {
    title: month ? `${month} 公开的信息` : '最新公开',
    dependsOn: ['documents', 'units'],
    section: '/',
    crumbs: [{ title: '最新公开' }],
    feeds: [{ title: '最新公开', path: '/feed.atom' }],
    unlisted: facts.query.size > 0,
    body: html`<div class="wide with-tree">
      !${tree(view, undefined)}
      <div class="content">
        <div class="content-head">
          <h1>!${month ? html`${month.replace('-', ' 年 ')} 月公开的信息` : '最新公开'}</h1>
          <p class="small muted">!${feeds(view, '' as '/')}</p>
        </div>
        !${filters(view, '/latest', facts)} !${facts.list.rows.length > 0 ? yearList(view, facts.list.rows) : nothing('没有符合这些条件的信息，请放宽条件。')}
        !${pager(view, facts.list, '/latest', facts.query)}
      </div>
    </div>`,
  }
}

function filters(view: View, path: `/${string}`, { query, units, kinds, years }: ListFacts): string {
  const at = (name: string): string => query.get(name) ?? ''
  return html`<form class="filters" action="${href(view.place, path)}" aria-label="筛选">
    !${select('year', '年份', at('year'), [['', '全部年份'], ...years.map((year) => [String(year), `${year} 年`] as const)])}
    !${select('unit', '发布机构', at('unit'), [['', '全部机构'], ...units.map((unit) => [unit.slug, unit.name] as const)])}
    !${select('kind', '公文种类', at('kind'), [['', '全部种类'], ...kinds.map((kind) => [kind, kind] as const)])}
    !${select('validity', '有效性', at('validity'), [['', '全部'], ...Object.entries(validities)])}
    <button class="button quiet" type="submit">筛选</button>
    !${query.size > 0 ? html`<a class="clear" href="${href(view.place, path)}">清除条件</a>` : ''}
  </form>`
}
