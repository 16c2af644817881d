// The rail beside a document: take it away, cite it, see how it changed, check that it is genuine.
import { html } from 'ghtml'
import type { PageDocument } from '../../modules/publication/queries/pages/document-page.ts'
import { receiptCode } from '../../modules/publication/rules/receipt.ts'
import { documentPath, fileHref, href, plainHref } from '../place.ts'
import { longDay, minuteOf, secondOf, shortDay } from '../time.ts'
import type { View } from '../view.ts'

export function rail(view: View, document: PageDocument, qr: string): string {
  return html`<aside class="rail" aria-label="下载、引用和核验">
    !${download(view, document)} !${history(view, document)} !${receipt(view, document)} !${phone(qr)} !${citation(view, document)}
  </aside>`
}

function download(view: View, { id }: PageDocument): string {
  const path = documentPath(id)
  return html`<section class="rail-block">
    <h2>下载打印</h2>
    <ul class="rail-actions">
      <li><a class="button quiet" href="${fileHref(view.place, `${path}.docx`)}">下载 Word</a></li>
      <li><a class="button quiet" href="${fileHref(view.place, `${path}.pdf`)}">下载 PDF</a></li>
      <li><a class="button quiet" href="${href(view.place, `${path}/print`)}">打印版</a></li>
      <li><a class="button quiet" href="${fileHref(view.place, `${path}.json`)}">数据 JSON</a></li>
    </ul>
  </section>`
}

function history(view: View, { id, revision, revisions, firstPublishedAt, draftedOn, effectiveOn }: PageDocument): string {
  const path = documentPath(id)
  const life = [
    ['成文', longDay(draftedOn)],
    ['发布', longDay(shortDay(firstPublishedAt, view.timeZone))],
    ['实施', longDay(effectiveOn)],
  ].filter(([, value]) => value !== '')
  return html`<section class="rail-block">
    <h2>变更历史</h2>
    <ol class="life">
      !${revisions
        .filter((one) => one.revision > 1)
        .map(
          (one) =>
            html`<li!${one.revision === revision ? ' class="now"' : ''}><time datetime="${shortDay(one.publishedAt, view.timeZone)}">${minuteOf(one.publishedAt, view.timeZone)}</time><span>${one.changeNote || '内容更新'}</span><a href="${href(view.place, `${path}/revisions/${one.revision}`)}">第 ${one.revision} 版与上一版比较</a></li>`,
        )}
      !${revisions.length > 1 ? html`<li><time datetime="${shortDay(firstPublishedAt, view.timeZone)}">${minuteOf(firstPublishedAt, view.timeZone)}</time><span>首次发布</span><a href="${href(view.place, `${path}/revisions/1`)}">查看第 1 版</a></li>` : ''}
      !${
        revisions.length <= 1
          ? html`!${life.map(([label, value]) => html`<li><span class="muted">${value}</span><span>${label}</span></li>`)}
              <li class="now"><span>发布后没有修改</span></li>`
          : ''
      }
    </ol>
  </section>`
}

function receipt(view: View, document: PageDocument): string {
  const one = document.receipt
  if (!one) return ''
  const code = receiptCode(one.entryId, one.saltedHash)
  return html`<section class="rail-block">
    <h2>登记回执</h2>
    <p class="code receipt-code">${code}</p>
    <p class="small muted">${secondOf(one.at, view.timeZone)} !${one.sequence === null ? '正在登记' : html`登记簿第 ${one.sequence} 号`}</p>
    <p class="small"><a href="${href(view.place, `/register?q=${encodeURIComponent(code)}`)}">核验这份文件</a></p>
  </section>`
}

const phone = (qr: string): string =>
  html`<section class="rail-block rail-qr">
    <h2>手机查看</h2>
    <div class="qr">!${qr}</div>
  </section>`

function citation(view: View, document: PageDocument): string {
  const day = document.originalPublishedOn ?? shortDay(document.firstPublishedAt, view.timeZone)
  const number = document.documentNumber ? `（${document.documentNumber}）` : ''
  return html`<section class="rail-block">
    <h2>引用</h2>
    <p class="citation small" id="citation">
      ${document.unitName}：《${document.title}》${number}，索引号 ${document.indexNumber}，${day}
      发布，${view.origin}${plainHref(view.place, documentPath(document.id))}<span data-day-of-reading></span>。
    </p>
    <button class="button quiet with-script" type="button" data-copy="citation">复制</button>
  </section>`
}
