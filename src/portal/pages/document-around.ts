// What belongs around a document: what it rests on and whether that still holds, what cites it (文号互链).
import { html } from 'ghtml'
import type { Connected, Connections } from '../../modules/publication/queries/pages/connections.ts'
import type { PageDocument } from '../../modules/publication/queries/pages/document-page.ts'
import { documentPath, href } from '../place.ts'
import { longDay, shortDay } from '../time.ts'
import type { View } from '../view.ts'
import { validities, validityTag } from './parts.ts'

const link = (view: View, one: { readonly id: string; readonly title: string }): string =>
  html`<a href="${href(view.place, documentPath(one.id))}">${one.title}</a>`

const shortName = (one: Connected): string => one.documentNumber ?? `《${one.title}》`

/** A text that still holds rests on one that does not: the reader is told, and led on. */
export function basisBand(view: View, document: PageDocument, { cites }: Connections): string {
  if (document.validity === 'expired' || document.validity === 'repealed') return ''
  const changed = cites.filter((one) => one.validity !== 'valid' && one.replacedBy?.id !== document.id && !document.replaces.some((old) => old.id === one.id))
  if (changed.length === 0) return ''
  return html`<div class="band" role="note">
    <strong>依据有变化</strong>
    <span
      >!${changed
        .slice(0, 5)
        .map(
          (one) =>
            html`本文引用的 <a href="${href(view.place, documentPath(one.id))}">${shortName(one)}</a> 已于${longDay(shortDay(one.validitySince, view.timeZone))}${validities[one.validity].replace(/^已/, '')}!${one.replacedBy ? html`，现行文件：!${link(view, one.replacedBy)}` : ''}。`,
        )}!${changed.length > 5 ? html`另有 ${changed.length - 5} 件引用的文件有变化。` : ''}</span
    >
  </div>`
}

/** 本文引用, 被引用: each with its state. */
export function citations(view: View, { cites, citedBy, citedByMore }: Connections): string {
  if (cites.length === 0 && citedBy.length === 0) return ''
  const list = (label: string, all: readonly Connected[], more = ''): string =>
    all.length === 0
      ? ''
      : html`<section class="neighbours" aria-label="${label}">
          <h2>${label} <span class="muted small">${all.length} 件${more}</span></h2>
          <ul>
            !${all.map((one) => html`<li>!${link(view, one)}!${validityTag(one.validity)}<span class="muted small">${one.documentNumber ?? one.unitName}</span></li>`)}
          </ul>
        </section>`
  return html`!${list('本文引用', cites)}!${list('被引用', citedBy, citedByMore ? '以上' : '')}`
}
