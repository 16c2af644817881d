// A published document as the sheet that Word and PDF are made from.
import type { PageDocument } from '../modules/publication/queries/pages/document-page.ts'
import { receiptCode } from '../modules/publication/rules/receipt.ts'
import { blocksOfHtml } from '../platform/documents/write/blocks-of-html.ts'
import type { Sheet } from '../platform/documents/write/sheet.ts'
import { validities } from './pages/parts.ts'
import { longDay, secondOf, shortDay } from './time.ts'

export function sheetOf(document: PageDocument, address: string, timeZone: string): Sheet {
  const facts = [
    ['索引号', document.indexNumber],
    ['发布机构', document.unitName],
    ['成文日期', longDay(document.draftedOn)],
    ['发布日期', longDay(document.originalPublishedOn ?? shortDay(document.firstPublishedAt, timeZone))],
    ['有效性', validities[document.validity]],
  ] as const
  const { receipt } = document
  return {
    title: document.title,
    number: document.documentNumber ?? '',
    facts: facts.filter(([, value]) => value !== ''),
    blocks: blocksOfHtml(document.bodyHtml),
    attachments: document.attachments.map((one) => one.name),
    foot: [
      `网页：${address}`,
      ...(receipt ? [`登记回执：${receiptCode(receipt.entryId, receipt.saltedHash)}，${secondOf(receipt.at, timeZone)}，可在公开登记簿核验。`] : []),
      '本文件由网页生成，与标准文本不一致的，以政府公报或者正式印发的文本为准。',
    ],
  }
}
