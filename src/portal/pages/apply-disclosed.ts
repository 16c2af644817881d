// 依申请公开转主动公开: what somebody had applied for and everybody reads now (ogi-2019/44). Nothing says who asked.
import { html } from 'ghtml'
import { articleTitle } from '../../law/laws.ts'
import type { ListPage } from '../../modules/publication/queries/pages/listing.ts'
import type { UnitRow } from '../../modules/publication/queries/pages/units.ts'
import { href } from '../place.ts'
import type { Page, View } from '../view.ts'
import { nothing, pager, select, yearList } from './parts.ts'

export interface DisclosedFacts {
  readonly list: ListPage
  readonly units: readonly UnitRow[]
  /** Newest first. */
  readonly years: readonly number[]
  /** The filters and the cursor, as asked. */
  readonly query: URLSearchParams
}

const path = '/apply/disclosed'

export function disclosedPage(view: View, { list, units, years, query }: DisclosedFacts): Page {
  const at = (name: string): string => query.get(name) ?? ''
  return {
    title: '依申请公开转主动公开',
    dependsOn: ['documents', 'units'],
    section: '/apply',
    crumbs: [{ title: '依申请公开', path: '/apply' }, { title: '转主动公开' }],
    unlisted: query.size > 0,
    body: html`<div class="wide content">
      <h1>依申请公开转主动公开</h1>
      <p class="lead">
        有人申请公开、经审核可以由社会公众知晓的信息，行政机关将其纳入主动公开的范围（${articleTitle('ogi-2019/44')}）。申请人的情况不公开。还没有公开的信息，可以<a
          href="${href(view.place, '/apply')}"
          >申请公开</a
        >。
      </p>
      <form class="filters" action="${href(view.place, path)}" aria-label="筛选">
        !${select('year', '年份', at('year'), [['', '全部年份'], ...years.map((year) => [String(year), `${year} 年`] as const)])}
        !${select('unit', '发布机构', at('unit'), [['', '全部机构'], ...units.map((unit) => [unit.slug, unit.name] as const)])}
        <button class="button quiet" type="submit">筛选</button>
        !${query.size > 0 ? html`<a class="clear" href="${href(view.place, path)}">清除条件</a>` : ''}
      </form>
      !${list.rows.length > 0 ? yearList(view, list.rows) : nothing(query.size > 0 ? '没有符合这些条件的信息，请放宽条件。' : '还没有依申请公开转主动公开的信息。')}
      !${pager(view, list, path, query)}
    </div>`,
  }
}
