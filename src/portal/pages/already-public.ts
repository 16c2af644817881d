// What is public already, shown before and while somebody asks for it: documents, entries of the catalogue, and the unit that seems competent.
import { html } from 'ghtml'
import type { AlreadyPublic } from '../../modules/publication/queries/already-public.ts'
import { documentPath, href } from '../place.ts'
import type { View } from '../view.ts'

export interface Found extends AlreadyPublic {
  /** Name of the unit that seems competent, where it takes applications. */
  readonly unitName: string | undefined
}

export const isNothing = ({ documents, entries }: Found): boolean => documents.length === 0 && entries.length === 0

/** The lists alone: within the page, and what a page asks for while a person types. */
export function foundLists(view: View, { documents, entries, unitId, unitName }: Found): string {
  return html`!${
    documents.length === 0
      ? ''
      : html`<p>下面这些已经公开，打开就能看，不用申请：</p>
            <ul class="plain-links">
              !${documents.map(
                (one) =>
                  html`<li>
                    <a href="${href(view.place, documentPath(one.documentId))}" target="_blank">${one.title}</a>
                    <span class="muted small">${one.unitName}${one.inAttachment ? `，见附件《${one.inAttachment}》` : ''}</span>
                  </li>`,
              )}
            </ul>`
  }
    !${
      entries.length === 0
        ? ''
        : html`<p>公开目录里有这些事项，到期会主动公开：</p>
            <ul class="plain-links">
              !${entries.map(
                (one) =>
                  html`<li>
                    <a href="${href(view.place, `/catalogue?unit=${encodeURIComponent(one.unitSlug)}`)}" target="_blank">${one.name}</a>
                    <span class="muted small">${one.unitName}</span>
                  </li>`,
              )}
            </ul>`
    }
    !${unitId && unitName ? html`<p data-unit="${unitId}">可能由<strong>${unitName}</strong>负责公开。<button type="button" class="button quiet small with-script" data-choose-unit="${unitId}">向它申请</button></p>` : ''}`
}

/** Before the form, without any script. */
export function finder(view: View, question: string, found: Found | undefined): string {
  return html`<section class="block" aria-labelledby="finder-head">
    <div class="block-head"><h2 id="finder-head">先看看是否已经公开</h2></div>
    <form class="hero-search" action="${href(view.place, '/apply/online')}" role="search" aria-label="查找已经公开的信息">
      <input type="search" name="q" value="${question}" aria-label="所需信息" placeholder="所需信息的名称、文号" maxlength="100" /><button
        class="button"
        type="submit"
      >
        查找
      </button>
    </form>
    !${
      found === undefined
        ? ''
        : isNothing(found)
          ? html`<p role="status">没有找到已经公开的相关信息，请填写下面的申请。</p>`
          : html`<div role="status" class="found">!${foundLists(view, found)}</div>
              <p>都不是您要的，请填写下面的申请。</p>`
    }
  </section>`
}
