// The life line on a document's page: one ordered list from the draft to the repeal, and the documents that this one is about.
import { html } from 'ghtml'
import { interpretationForms, relationKinds } from '../../modules/publication/law/relation-kinds.ts'
import type { Connections } from '../../modules/publication/queries/pages/connections.ts'
import { documentPath, href } from '../place.ts'
import { longDay } from '../time.ts'
import type { View } from '../view.ts'
import { validityTag } from './parts.ts'

export function lifeLine(view: View, { life }: Connections): string {
  if (life.length === 0) return ''
  return html`<section class="life-line" aria-labelledby="life-line-head">
    <h2 id="life-line-head">全生命周期</h2>
    <ol>
      !${life.map(
        (one) =>
          html`<li!${one.here ? ' class="now" aria-current="step"' : ''}>
            <span class="life-step">${one.step}</span>
            <span class="life-day"><time datetime="${one.on}">${longDay(one.on)}</time>!${one.until ? html`至<time datetime="${one.until}">${longDay(one.until)}</time>` : ''}</span>
            !${one.document ? (one.here ? html`<span>${one.document.title}（本页）</span>` : html`<a href="${href(view.place, documentPath(one.document.id))}">${one.document.title}</a>`) : ''}
            !${one.note === '' ? '' : html`<span class="muted small">${one.note}</span>`}
          </li>`,
      )}
    </ol>
  </section>`
}

export function aboutDocuments(view: View, { about }: Connections): string {
  if (about.length === 0) return ''
  return html`<section class="neighbours" aria-label="关联文件">
    <h2>关联文件</h2>
    <ul>
      !${about.map(
        (one) =>
          html`<li>
            <span class="tag tag-blue">${relationKinds[one.kind].to}</span><a href="${href(view.place, documentPath(one.id))}">${one.title}</a
            >!${validityTag(one.validity)}!${one.form ? html`<span class="muted small">${interpretationForms[one.form]}</span>` : ''}
          </li>`,
      )}
    </ul>
  </section>`
}
