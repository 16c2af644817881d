// A document for paper: title, text and what identifies it, nothing else.
import { html } from 'ghtml'
import type { PageDocument } from '../../modules/publication/queries/pages/document-page.ts'
import { receiptCode } from '../../modules/publication/rules/receipt.ts'
import { documentPath, href, plainHref } from '../place.ts'
import { secondOf } from '../time.ts'
import type { Page, View } from '../view.ts'
import { documentBody } from './document-body.ts'

export function printPage(view: View, document: PageDocument, qr: string): Page {
  const address = `${view.origin}${plainHref(view.place, documentPath(document.id))}`
  return {
    title: document.title,
    bare: true,
    dependsOn: [`document/${document.id}`, `unit/${document.unitId}`],
    unlisted: true,
    body: html`<div class="sheet">
      <p class="no-print sheet-actions">
        <button class="button with-script" type="button" data-print>打印</button><span class="without-script muted">请用浏览器的打印功能（Ctrl+P）。</span
        ><a class="button quiet" href="${href(view.place, documentPath(document.id))}">返回</a>
      </p>
      <h1 class="document-title">${document.title}</h1>
      !${document.documentNumber ? html`<p class="sheet-number">${document.documentNumber}</p>` : ''}
      <div class="text">!${documentBody(view, document.bodyHtml, { documentId: document.id, attachmentIds: document.attachments.map((one) => one.id) })}</div>
      !${
        document.attachments.length > 0
          ? html`<div class="sheet-files">
              <p>附件：</p>
              <ol>
                !${document.attachments.map((one) => html`<li>${one.name}</li>`)}
              </ol>
            </div>`
          : ''
      }
      <footer class="sheet-foot">
        <div class="qr">!${qr}</div>
        <p>
          索引号 ${document.indexNumber}，${document.unitName}<br />!${document.receipt ? html`登记回执 ${receiptCode(document.receipt.entryId, document.receipt.saltedHash)}，${secondOf(document.receipt.at, view.timeZone)}<br />` : ''}${address}<br />${view.today}
          打印
        </p>
      </footer>
    </div>`,
  }
}
