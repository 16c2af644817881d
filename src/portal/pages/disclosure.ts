// The platform 政府信息公开: guide, rules, what must be public by law, yearly reports, and the way to apply (platform-2019).
import { html } from 'ghtml'
import type { ListRow } from '../../modules/publication/queries/pages/listing.ts'
import { href } from '../place.ts'
import { shortDay } from '../time.ts'
import { firstOfKind, lastAdded, nextDue, type Page, type View } from '../view.ts'
import { columnLines, nothing, shortList } from './parts.ts'
import { statutoryGroups } from './statutory.ts'
import { tree } from './tree.ts'

export interface DisclosureFacts {
  readonly latest: readonly ListRow[]
}

export function disclosurePage(view: View, facts: DisclosureFacts): Page {
  const statutory = firstOfKind(view.columns, 'statutory')
  const reports = firstOfKind(view.columns, 'annual-report')
  const parts = [
    { column: firstOfKind(view.columns, 'guide'), line: '信息分类、获取方式、公开机构' },
    { column: firstOfKind(view.columns, 'rules'), line: '条例和公开工作制度' },
    { column: statutory, line: '依照条例第二十条、第二十一条逐项公开' },
    { column: reports, line: '历年报告，按年度和机关查阅', path: '/reports' as const },
  ]
  return {
    title: '政府信息公开',
    dependsOn: ['documents', 'catalogue'],
    section: '/disclosure',
    crumbs: [{ title: '政府信息公开' }],
    feeds: [{ title: '最新公开', path: '/feed.atom' }],
    body: html`<div class="wide with-tree">
      !${tree(view, undefined)}
      <div class="content">
        <h1>政府信息公开</h1>
        <ul class="parts">
          !${parts.map(({ column, line, path }) => {
            if (!column) return ''
            const [last, due] = [lastAdded(view.columns, column), nextDue(view.columns, column)]
            return html`<li>
              <a href="${href(view.place, path ?? `/columns/${column.slug}`)}"
                ><strong>${column.name}</strong
                ><span>${line}</span>!${last ? html`<span class="muted">最近更新 ${shortDay(last, view.timeZone)}!${due ? html`，下次公开 ${due}` : ''}</span>` : ''}</a
              >
            </li>`
          })}
          <li>
            <a href="${href(view.place, '/catalogue')}"><strong>政府信息公开目录</strong><span>各机关应当公开的事项、最近更新和下次公开的日期</span></a>
          </li>
          <li>
            <a href="${href(view.place, '/apply')}"><strong>依申请公开</strong><span>申请表、受理机构、办理期限</span></a>
          </li>
        </ul>
        !${statutory ? statutorySection(view, statutory.name) : ''}
        <section class="block">
          <div class="block-head">
            <h2>最新公开</h2>
            <a href="${href(view.place, '/latest')}" aria-label="更多最新公开">更多</a>
          </div>
          !${facts.latest.length > 0 ? shortList(view, facts.latest) : nothing('还没有公开的信息。')}
        </section>
      </div>
    </div>`,
  }
}

const statutorySection = (view: View, title: string): string =>
  html`<section class="block">
    <div class="block-head"><h2>${title}</h2></div>
    !${statutoryGroups(view).map(
      (group) =>
        html`<h3 class="group-head">${group.title}</h3>
          <div class="pair-list">!${columnLines(view, group.columns)}</div>`,
    )}
  </section>`
