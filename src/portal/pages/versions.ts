// 版本 on the column of guides, rules and plans: the present text with its day, the earlier ones with theirs, and what it took the place of.
import { html } from 'ghtml'
import type { Versions } from '../../modules/publication/queries/pages/versions.ts'
import { documentPath, href } from '../place.ts'
import type { View } from '../view.ts'
import { validityTag } from './parts.ts'

export function versionsBlock(view: View, rows: readonly Versions[]): string {
  if (rows.length === 0) return ''
  return html`<section class="block">
    <div class="block-head"><h2>版本</h2></div>
    <div class="scroll" tabindex="0" role="region" aria-label="现行和以前的版本">
      <table class="columns-table">
        <thead>
          <tr>
            <th scope="col">名称</th>
            <th scope="col">现行版本</th>
            <th scope="col">以前的版本</th>
          </tr>
        </thead>
        <tbody>
          !${rows.map(
            (row) =>
              html`<tr>
                <td><a href="${href(view.place, documentPath(row.id))}">${row.title}</a>!${validityTag(row.validity)}<span class="muted small catalogue-elements">${row.unitName}</span></td>
                <td class="whole-line">第 ${row.revision} 版，自 ${row.publishedOn}</td>
                <td class="small">!${earlier(view, row)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`
}

function earlier(view: View, { id, texts, before }: Versions): string {
  if (texts.length + before.length === 0) return '没有'
  return html`<ul class="plain">
    !${texts.map((one) => html`<li><a href="${href(view.place, `${documentPath(id)}/revisions/${one.revision}`)}">第 ${one.revision} 版</a>，${one.publishedOn} 至 ${one.until}</li>`)}
    !${before.map((one) => html`<li><a href="${href(view.place, documentPath(one.id))}">${one.title}</a>，${one.publishedOn}!${validityTag(one.validity)}</li>`)}
  </ul>`
}
