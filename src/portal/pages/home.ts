// The home page: search first, then what is new, what must be public by law, and four doors.
import { html } from 'ghtml'
import type { Figures } from '../../modules/publication/queries/pages/figures.ts'
import type { ListRow } from '../../modules/publication/queries/pages/listing.ts'
import { href } from '../place.ts'
import { childrenOf, firstOfKind, type Page, type View } from '../view.ts'
import { columnLines, nothing, shortList } from './parts.ts'
import { statutoryGroups, statutoryRoot } from './statutory.ts'

export interface HomeFacts {
  readonly latest: readonly ListRow[]
  readonly notices: readonly ListRow[]
  readonly interpretations: readonly ListRow[]
  readonly figures: Figures
  /** `2026-11`. */
  readonly month: string
}

const doors = [
  { title: '我要申请', line: '向行政机关申请获取政府信息', path: '/apply' },
  { title: '找文件', line: '按标题、正文、文号、索引号检索', path: '/search' },
  { title: '查真伪', line: '核对一份文件是否登记在册', path: '/register' },
  { title: '提意见', line: '网站有错漏，请告诉我们', path: '/report-error' },
] as const

export function homePage(view: View, facts: HomeFacts): Page {
  const notices = firstOfKind(view.columns, 'notices')
  const interpretation = firstOfKind(view.columns, 'interpretation')
  return {
    title: view.site.name,
    dependsOn: ['documents', 'units'],
    section: '/',
    feeds: [{ title: `${view.site.name} 最新公开`, path: '/feed.atom' }],
    body: html`<h1 class="unseen">${view.site.name}政府信息公开</h1>
      !${search(view)}
      <div class="wide home">
        <div class="home-main">
          !${block(view, '最新公开', '/latest', facts.latest.length > 0 ? shortList(view, facts.latest) : nothing('还没有公开的信息。'))}
          !${notices && facts.notices.length > 0 ? block(view, notices.name, `/columns/${notices.slug}`, shortList(view, facts.notices)) : ''}
          !${interpretation && facts.interpretations.length > 0 ? block(view, interpretation.name, `/columns/${interpretation.slug}`, shortList(view, facts.interpretations)) : ''}
        </div>
        <aside class="home-side" aria-label="常用入口">
          <ul class="doors">
            !${doors.map(
              (door) =>
                html`<li>
                  <a href="${href(view.place, door.path)}"><strong>${door.title}</strong><span>${door.line}</span></a>
                </li>`,
            )}
          </ul>
          !${statutory(view)}
        </aside>
      </div>
      !${keyFields(view)} !${figuresOf(view, facts)}`,
  }
}

const search = (view: View): string =>
  html`<div class="hero">
    <div class="wide">
      <form class="hero-search" action="${href(view.place, '/search')}" role="search" aria-label="全站检索">
        <input type="search" name="q" aria-label="检索词" placeholder="输入标题、正文、文号或者索引号" maxlength="100" />
        <button class="button" type="submit">检索</button>
      </form>
      !${
        view.site.popularWords.length > 0
          ? html`<p class="hot">
              <span>大家常找：</span
              >!${view.site.popularWords.slice(0, 5).map((word) => html`<a href="${href(view.place, `/search?q=${encodeURIComponent(word)}`)}">${word}</a>`)}
            </p>`
          : ''
      }
    </div>
  </div>`

const block = (view: View, title: string, path: `/${string}`, content: string): string =>
  html`<section class="block">
    <div class="block-head">
      <h2>${title}</h2>
      <a href="${href(view.place, path)}" aria-label="更多${title}">更多</a>
    </div>
    !${content}
  </section>`

/** 法定主动公开内容, item by item, with the day each was last added to (ogi-2019/20). */
function statutory(view: View): string {
  const root = statutoryRoot(view)
  const rows = statutoryGroups(view)[0]?.columns ?? []
  if (!root) return ''
  return html`<section class="block">
    <div class="block-head">
      <h2>${root.name}</h2>
      <a href="${href(view.place, '/disclosure')}" aria-label="全部${root.name}">全部</a>
    </div>
    !${columnLines(view, rows)}
  </section>`
}

function keyFields(view: View): string {
  const roots = view.columns.filter((column) => column.kind === 'key-field')
  const leaves = roots.filter((column) => childrenOf(view.columns, column.id).length === 0)
  const tiles = (leaves.some((column) => column.shownOnHome) ? leaves.filter((column) => column.shownOnHome) : leaves).slice(0, 8)
  if (tiles.length === 0) return ''
  return html`<section class="wide tiles-block">
    <div class="block-head"><h2>重点领域</h2></div>
    <ul class="tiles">
      !${tiles.map((column) => html`<li><a href="${href(view.place, `/columns/${column.slug}`)}">${column.name}</a></li>`)}
    </ul>
  </section>`
}

function figuresOf(view: View, { figures, month }: HomeFacts): string {
  const [year = '', number = ''] = month.split('-')
  const cells = [
    { figure: figures.thisMonth, title: '本月公开', unit: '件', path: `/latest?month=${month}` },
    { figure: figures.thisYear, title: '本年公开', unit: '件', path: `/latest?year=${year}` },
    { figure: figures.units, title: '本月有公开的机关', unit: '个', path: '/units' },
    { figure: figures.registered, title: '登记簿累计登记', unit: '条', path: '/register' },
  ] as const
  return html`<section class="wide figures-block" aria-label="本月数据">
    <div class="block-head"><h2>${Number(year)} 年 ${Number(number)} 月</h2></div>
    <ul class="figures">
      !${cells.map(
        (cell) =>
          html`<li>
            <a href="${href(view.place, cell.path)}"
              ><span class="figure">${cell.figure}<small>${cell.unit}</small></span
              ><span>${cell.title}</span></a
            >
          </li>`,
      )}
    </ul>
  </section>`
}
