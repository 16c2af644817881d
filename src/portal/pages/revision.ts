// An earlier text as it stood, or a later one compared with the text before it.
import { html } from 'ghtml'
import type { PageDocument, RevisionText } from '../../modules/publication/queries/pages/document-page.ts'
import { rootCrumb } from './tree.ts'
import { compareTexts, isUnchanged, type Line } from '../compare-texts.ts'
import { documentPath, href } from '../place.ts'
import { minuteOf } from '../time.ts'
import type { Page, View } from '../view.ts'
import { documentBody } from './document-body.ts'

export function revisionPage(view: View, document: PageDocument, shown: RevisionText, before: RevisionText | undefined): Page {
  const files = { documentId: document.id, attachmentIds: document.attachments.map((one) => one.id) }
  return {
    title: `${shown.title}（第 ${shown.revision} 版）`,
    section: '/disclosure',
    dependsOn: [`document/${document.id}`],
    unlisted: true,
    crumbs: [
      rootCrumb(view.columns.find((column) => document.columnIds.includes(column.id))),
      { title: document.title.length > 24 ? `${document.title.slice(0, 24)}…` : document.title, path: documentPath(document.id) },
      { title: `第 ${shown.revision} 版` },
    ],
    body: html`<div class="wide content">
      !${
        shown.revision === document.revision
          ? ''
          : html`<div class="band" role="note">
              <strong>旧版本</strong
              ><span>这是第 ${shown.revision} 版，现在公开的是<a href="${href(view.place, documentPath(document.id))}">第 ${document.revision} 版</a>。</span>
            </div>`
      }
      <h1>${shown.title}</h1>
      <p class="muted">
        第 ${shown.revision} 版，${minuteOf(shown.publishedAt, view.timeZone)} 发布!${shown.changeNote ? html`。修改说明：${shown.changeNote}` : ''}
      </p>
      !${before ? comparison(view, before, shown) : ''}
      <section class="block">
        <div class="block-head"><h2>第 ${shown.revision} 版全文</h2></div>
        <div class="text">!${documentBody(view, shown.bodyHtml, files)}</div>
      </section>
    </div>`,
  }
}

function comparison(view: View, before: RevisionText, shown: RevisionText): string {
  const lines = compareTexts(`${before.title}\n${before.bodyText}`, `${shown.title}\n${shown.bodyText}`)
  return html`<section class="block">
    <div class="block-head">
      <h2>与第 ${before.revision} 版比较</h2>
      <span class="small muted">${minuteOf(before.publishedAt, view.timeZone)} 发布</span>
    </div>
    !${
      isUnchanged(lines)
        ? html`<p class="nothing">正文没有变化，修改的是属性或者附件。</p>`
        : html`<p class="small muted legend"><ins>新增的文字</ins>　<del>删去的文字</del></p>
            <div class="compare">!${lines.map(lineOf)}</div>`
    }
  </section>`
}

const lineOf = (line: Line): string =>
  html`<p>
    !${line.map((piece) => (piece.change === 'same' ? html`${piece.text}` : piece.change === 'added' ? html`<ins>${piece.text}</ins>` : html`<del>${piece.text}</del>`))}
  </p>`
