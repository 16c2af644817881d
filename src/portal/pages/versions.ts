// 版本 on the column of guides, rules and plans: what changed since it came out, with the present text and the earlier ones and their days.
import { html } from 'ghtml'
import type { Versions } from '../../modules/publication/queries/pages/versions.ts'
import { documentPath, href } from '../place.ts'
import type { View } from '../view.ts'
import { validityTag } from './parts.ts'

export function versionsBlock(view: View, rows: readonly Versions[]): string {
  if (rows.length === 0) return ''
  const changed = rows.filter(({ texts, before }) => texts.length + before.length > 0)
  const rest = rows.length - changed.length
  return html`<section class="block">
    <div class="block-head"><h2>版本</h2></div>
    !${changed.length > 0 ? html`<ul class="entries">!${changed.map((row) => versionsOf(view, row))}</ul>` : ''}
    !${rest > 0 ? html`<p class="small muted">${changed.length > 0 ? '其余' : '以上'} ${rest} 件都是第 1 版，没有以前的版本。</p>` : ''}
  </section>`
}

function versionsOf(view: View, { id, title, revision, publishedOn, validity, texts, before }: Versions): string {
  return html`<li>
    <div class="entry-line"><a href="${href(view.place, documentPath(id))}">${title}</a>!${validityTag(validity)}<span class="small">第 ${revision} 版，自 ${publishedOn}</span></div>
    <p class="entry-facts">
      !${texts.map((one) => html`<span><a href="${href(view.place, `${documentPath(id)}/revisions/${one.revision}`)}">第 ${one.revision} 版</a> ${one.publishedOn} 至 ${one.until}</span>`)}
      !${before.map((one) => html`<span>取代 <a href="${href(view.place, documentPath(one.id))}">${one.title}</a> ${one.publishedOn}</span>`)}
    </p>
  </li>`
}
