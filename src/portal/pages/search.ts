// The search page: what was asked, how many, facets at the left, hits at the right, and three ways on where nothing was found.
import { html } from 'ghtml'
import type { FacetValue, SearchAnswer, SearchHit } from '../../modules/publication/rules/search-question.ts'
import { documentPath, href } from '../place.ts'
import { shortDay } from '../time.ts'
import type { Page, View } from '../view.ts'
import { validityTag } from './parts.ts'

export interface SearchFacts {
  /** The words and filters as asked, with the cursor. */
  readonly query: URLSearchParams
  readonly answer: SearchAnswer
  readonly milliseconds: number
}

const facetNames = ['unit', 'theme', 'kind', 'year', 'validity'] as const
type FacetName = (typeof facetNames)[number]

const facetTitles: Readonly<Record<FacetName, string>> = { unit: '发布机构', theme: '主题分类', kind: '公文种类', year: '年份', validity: '有效性' }

export function searchPage(view: View, facts: SearchFacts): Page {
  const asked = facts.query.get('q') ?? ''
  return {
    title: asked === '' ? '检索' : `${asked} 的检索结果`,
    unlisted: true,
    section: '/search',
    crumbs: [{ title: '检索' }],
    body: html`<h1 class="unseen">${asked === '' ? '检索' : `“${asked}”的检索结果`}</h1>
      <div class="search-top"><div class="wide">!${box(view, facts.query)}</div></div>
      <div class="wide search-page">
        !${facets(view, facts)}
        <div class="content">
          !${resultLine(view, facts)}
          !${
            facts.answer.hits.length > 0
              ? html`<ol class="hits">
                  !${facts.answer.hits.map((hit) => hitOf(view, hit))}
                </ol>`
              : nothingFound(view, facts)
          }
          !${pager(view, facts)}
        </div>
      </div>`,
  }
}

const address = (view: View, query: URLSearchParams): string => href(view.place, `/search${query.size > 0 ? `?${query}` : ''}`)

/** The same question with one word changed; a change begins at the first page. */
function changed(query: URLSearchParams, name: string, value: string | undefined): URLSearchParams {
  const next = new URLSearchParams(query)
  next.delete('cursor')
  if (value === undefined) next.delete(name)
  else next.set(name, value)
  return next
}

const box = (view: View, query: URLSearchParams): string =>
  html`<form class="hero-search" action="${href(view.place, '/search')}" role="search" aria-label="检索">
    <input type="search" name="q" value="${query.get('q') ?? ''}" aria-label="检索词" placeholder="标题、正文、文号、索引号；加引号查找整句" maxlength="100" />
    !${[...facetNames, 'sort'].filter((name) => query.has(name)).map((name) => html`<input type="hidden" name="${name}" value="${query.get(name) ?? ''}" />`)}
    <button class="button" type="submit">检索</button>
  </form>`

function facets(view: View, { query, answer }: SearchFacts): string {
  const values: Readonly<Record<FacetName, readonly FacetValue[]>> = {
    unit: answer.facets.units,
    theme: answer.facets.themes,
    kind: answer.facets.kinds,
    year: answer.facets.years,
    validity: answer.facets.validities,
  }
  const filled = facetNames.filter((name) => values[name].length > 0)
  if (filled.length === 0) return '<div class="facets"></div>'
  return html`<aside class="facets" id="facets" aria-label="筛选条件">
    !${filled.map(
      (name) =>
        html`<section class="facet">
          <h2>${facetTitles[name]}</h2>
          <ul>
            !${values[name].slice(0, 10).map((one) => {
              const on = query.get(name) === one.value
              return html`<li>
                <a href="${address(view, changed(query, name, on ? undefined : one.value))}" rel="nofollow" !${on ? 'aria-current="true"' : ''}
                  ><span>${one.label.replace('/', ' / ')}</span><span class="count">${one.count}</span></a
                >
              </li>`
            })}
          </ul>
        </section>`,
    )}
  </aside>`
}

function resultLine(view: View, { query, answer, milliseconds }: SearchFacts): string {
  const sort = query.get('sort') === 'newest' ? 'newest' : 'best'
  const sorts = [
    ['best', '相关度'],
    ['newest', '时间'],
  ] as const
  const labels: Readonly<Record<FacetName, readonly FacetValue[]>> = {
    unit: answer.facets.units, theme: answer.facets.themes, kind: answer.facets.kinds, year: answer.facets.years, validity: answer.facets.validities,
  } // prettier-ignore
  const chosen = facetNames.filter((name) => query.has(name))
  return html`<div>
    <p class="search-line">
      <span role="status">!${answer.totalIsExact ? '' : '超过 '}<strong>${answer.total}</strong> 条结果，用时 ${(milliseconds / 1000).toFixed(2)} 秒</span>
      <span
        ><a class="to-facets" href="#facets">筛选条件</a>
        排序：!${sorts.map(([value, title], at) => html`!${at > 0 ? ' | ' : ''}!${sort === value ? html`<span aria-current="true">${title}</span>` : html`<a href="${address(view, changed(query, 'sort', value))}" rel="nofollow">${title}</a>`}`)}</span
      >
    </p>
    !${
      chosen.length > 0
        ? html`<p class="chosen">
            !${chosen.map((name) => {
              const value = query.get(name) ?? ''
              const label = labels[name].find((one) => one.value === value)?.label ?? value
              return html`<a href="${address(view, changed(query, name, undefined))}" rel="nofollow" aria-label="去掉条件 ${label}"
                >${facetTitles[name]}：${label}　×</a
              >`
            })}
          </p>`
        : ''
    }
  </div>`
}

const pieces = (parts: SearchHit['title']): string => html`!${parts.map((part) => (part.hit ? html`<mark>${part.text}</mark>` : html`${part.text}`))}`

const hitOf = (view: View, hit: SearchHit): string =>
  html`<li>
    <h2 class="hit-title">
      <a href="${href(view.place, documentPath(hit.documentId))}">!${pieces(hit.title)}</a
      >!${validityTag(hit.validity as 'valid')}!${hit.exact ? '<span class="tag tag-blue">号码相符</span>' : ''}
    </h2>
    <p class="hit-text">!${hit.inAttachment ? html`<span class="muted">附件《${hit.inAttachment}》：</span>` : ''}!${pieces(hit.snippet)}</p>
    <p class="entry-facts">
      <span>${hit.unitName}</span
      ><time datetime="${shortDay(hit.listedAt, view.timeZone)}">${shortDay(hit.listedAt, view.timeZone)}</time
      >!${hit.documentNumber ? html`<span>${hit.documentNumber}</span>` : ''}<span>索引号 ${hit.indexNumber}</span>
    </p>
  </li>`

/** What was tried, and three ways on. */
function nothingFound(view: View, { query, answer }: SearchFacts): string {
  const asked = query.get('q') ?? ''
  const { suggestions } = answer
  const filtered = facetNames.some((name) => query.has(name))
  const only = new URLSearchParams(asked === '' ? {} : { q: asked })
  return html`<div class="content">
    <p class="nothing">
      没有找到!${asked === '' ? '符合条件的信息' : html`与“${asked}”相符的信息`}。已经按标题、正文、附件、文号、索引号查找，简体和繁体都查过。
    </p>
    !${
      suggestions && suggestions.questions.length > 0
        ? html`<section class="block">
            <div class="block-head"><h2>换个说法</h2></div>
            <p class="chosen">!${suggestions.questions.map((one) => html`<a href="${address(view, new URLSearchParams({ q: one }))}">${one}</a>`)}</p>
          </section>`
        : ''
    }
    !${
      suggestions && suggestions.titles.length > 0
        ? html`<section class="block">
            <div class="block-head"><h2>您是不是要找</h2></div>
            <ul class="lines">
              !${suggestions.titles.map((one) => html`<li><a href="${href(view.place, documentPath(one.documentId))}">${one.title}</a></li>`)}
            </ul>
          </section>`
        : ''
    }
    <section class="block">
      <div class="block-head"><h2>还可以</h2></div>
      <ul class="help-list plain-links">
        !${filtered ? html`<li><a href="${address(view, only)}">去掉全部筛选条件</a></li>` : ''}
        <li>减少字数，或者去掉引号</li>
        <li><a href="${href(view.place, '/disclosure')}">按公开目录查找</a></li>
        <li>信息没有公开的，可以<a href="${href(view.place, '/apply')}">申请公开</a></li>
      </ul>
    </section>
  </div>`
}

function pager(view: View, { query, answer }: SearchFacts): string {
  if (!answer.next && !query.has('cursor')) return ''
  const next = new URLSearchParams(query)
  if (answer.next) next.set('cursor', answer.next)
  return html`<nav class="pager" aria-label="翻页">
    !${query.has('cursor') ? html`<a class="button quiet" href="${address(view, changed(query, 'cursor', undefined))}">回到第一页</a>` : '<span></span>'}!${answer.next ? html`<a class="button quiet" rel="next nofollow" href="${address(view, next)}">下一页</a>` : '<span class="muted small">已经是最后一页</span>'}
  </nav>`
}
