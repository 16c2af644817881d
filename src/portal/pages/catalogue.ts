// 政府信息公开目录 of a unit: what it must disclose, when it was last updated and is due next; then its documents with index, name, summary and day (ogi-2019/12).
import { html } from 'ghtml'
import type { CatalogueRow } from '../../modules/publication/queries/pages/catalogue.ts'
import type { ListPage } from '../../modules/publication/queries/pages/listing.ts'
import type { UnitRow } from '../../modules/publication/queries/pages/units.ts'
import { href } from '../place.ts'
import { shortDay } from '../time.ts'
import type { Page, View } from '../view.ts'
import { nothing, pager, select } from './parts.ts'
import { tree } from './tree.ts'

export interface CatalogueFacts {
  readonly units: readonly UnitRow[]
  readonly unit: UnitRow | undefined
  readonly entries: readonly CatalogueRow[]
  readonly list: ListPage
  readonly query: URLSearchParams
}

export function cataloguePage(view: View, facts: CatalogueFacts): Page {
  const { unit } = facts
  return {
    title: unit ? `${unit.name}政府信息公开目录` : '政府信息公开目录',
    section: '/disclosure',
    dependsOn: ['catalogue', 'units', 'documents'],
    crumbs: [{ title: '政府信息公开', path: '/disclosure' }, { title: '政府信息公开目录' }],
    unlisted: facts.query.has('cursor'),
    body: html`<div class="wide with-tree">
      !${tree(view, undefined)}
      <div class="content">
        <h1>政府信息公开目录</h1>
        <form class="filters" method="get" action="${href(view.place, '/catalogue')}">
          !${select(
            'unit',
            '机关',
            unit?.slug ?? '',
            facts.units.map((one) => [one.slug, one.name] as const),
          )}
          <button class="button quiet" type="submit">查看</button>
        </form>
        !${unit ? html`!${entryBlocks(view, facts.entries, { apply: true })} !${documents(view, facts)}` : nothing('请选择一个机关。')}
      </div>
    </div>`,
  }
}

/** What must be disclosed, field by field; `apply` leads from each entry to the form, where one can ask for what is not there. */
export function entryBlocks(view: View, rows: readonly CatalogueRow[], { apply = false } = {}): string {
  if (rows.length === 0) return ''
  const fields = [...new Set(rows.map((row) => row.field))]
  return html`<section class="block">
    <div class="block-head"><h2>公开事项</h2></div>
    !${fields.map(
      (field) =>
        html`<details class="catalogue-field">
          <summary>${field}<span class="muted small">${rows.filter((row) => row.field === field).length} 项</span></summary>
          <div class="scroll" tabindex="0" role="region" aria-label="${field}">
            <table class="columns-table">
              <thead>
                <tr>
                  <th scope="col">事项</th>
                  <th scope="col">公开时限</th>
                  <th scope="col">最近更新</th>
                  <th scope="col">下次公开</th>
                </tr>
              </thead>
              <tbody>
                !${rows
                  .filter((row) => row.field === field)
                  .map(
                    (row) =>
                      html`<tr>
                        <td>${row.name}<span class="muted small catalogue-elements">${row.elements}</span>!${apply ? html`<a class="small" href="${href(view.place, `/apply/online?entry=${row.id}`)}" aria-label="申请公开：${row.name}">申请公开</a>` : ''}</td>
                        <td>${row.limitText}</td>
                        <td class="whole-line">${row.updatedAt ? shortDay(row.updatedAt, view.timeZone) : '—'}</td>
                        <td class="whole-line">${row.dueOn ?? '—'}</td>
                      </tr>`,
                  )}
              </tbody>
            </table>
          </div>
        </details>`,
    )}
  </section>`
}

function documents(view: View, { list, query }: CatalogueFacts): string {
  return html`<section class="block">
    <div class="block-head"><h2>已公开的信息</h2></div>
    !${
      list.rows.length === 0
        ? nothing('这个机关还没有公开的信息。')
        : html`<div class="scroll" tabindex="0" role="region" aria-label="已公开的信息">
            <table class="columns-table">
              <thead>
                <tr>
                  <th scope="col">索引号</th>
                  <th scope="col">名称</th>
                  <th scope="col">内容概述</th>
                  <th scope="col">生成日期</th>
                </tr>
              </thead>
              <tbody>
                !${list.rows.map(
                  (row) =>
                    html`<tr>
                      <td class="small whole-line">${row.indexNumber}</td>
                      <td><a href="${href(view.place, `/documents/${row.id}`)}">${row.title}</a></td>
                      <td class="small">${row.excerpt.slice(0, 60)}${row.excerpt.length > 60 ? '…' : ''}</td>
                      <td class="whole-line">${row.draftedOn ?? shortDay(row.listedAt, view.timeZone)}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`
    }
    !${pager(view, list, '/catalogue', query)}
  </section>`
}
