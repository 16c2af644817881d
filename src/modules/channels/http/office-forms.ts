// Answers with what is made of a published text for other channels; nothing is kept, the official may change it before copying.
import { toString as qrOf } from 'qrcode'
import { chineseDay } from '../../../kernel/day.ts'
import { granted, refused } from '../../../kernel/ruling.ts'
import { blocksOfHtml } from '../../../platform/documents/write/blocks-of-html.ts'
import { openPdfPress } from '../../../platform/documents/write/pdf.ts'
import type { WallSheet } from '../../../platform/documents/write/sheet.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { wallPapers } from '../law/forms.ts'
import { publicDocument, type PublicDocument } from '../queries/public-document.ts'
import { ledLinesOf } from '../rules/derive/led.ts'
import { microBlogOf } from '../rules/derive/micro-blog.ts'
import type { PublishedText } from '../rules/derive/published-text.ts'
import { scriptOf } from '../rules/derive/script.ts'
import { wechatOf } from '../rules/derive/wechat.ts'
import { getForms, getWallSheet } from './forms-contract.ts'

const press = openPdfPress()

const svgOf = (address: string): Promise<string> => qrOf(address, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' })
const addressOf = (publicAddress: string, { documentId }: PublicDocument): string => `${publicAddress}documents/${documentId}`

const textFor = (document: PublicDocument, address: string): PublishedText => ({ ...document, parts: blocksOfHtml(document.bodyHtml), address })

function wallSheetOf(document: PublicDocument, address: string, qr: string, paper: WallSheet['paper']): WallSheet {
  const { title, documentNumber, unitName, publishedOn, indexNumber, receipt, attachments, bodyHtml } = document
  return {
    title,
    number: documentNumber ?? '',
    facts: [['发布机构', unitName]],
    blocks: blocksOfHtml(bodyHtml),
    attachments,
    foot: [
      `${unitName}　${chineseDay(publishedOn)}公开`,
      `索引号：${indexNumber}${receipt === null ? '' : `　登记回执：${receipt}`}`,
      `扫码看原文、核对回执：${address}`,
    ],
    qr,
    paper,
  }
}

export const formRoutes: readonly OfficeRoute[] = [
  answer(getForms, async ({ tx, params, query, publicAddress }) => {
    const document = await publicDocument(tx, params.documentId)
    if (!document) return refused('document-not-public')
    const address = addressOf(publicAddress, document)
    const text = textFor(document, address)
    const qr = `data:image/svg+xml;base64,${Buffer.from(await svgOf(address)).toString('base64')}`
    return granted({
      title: document.title,
      indexNumber: document.indexNumber,
      editionId: document.liveEditionId,
      address,
      qr,
      wechat: wechatOf(text, qr),
      microBlog: microBlogOf(text, query.blogLimit),
      led: { lines: ledLinesOf(text, query) },
      script: { text: scriptOf(text) },
    })
  }),
  answer(getWallSheet, async ({ tx, params, query, publicAddress }) => {
    const document = await publicDocument(tx, params.documentId)
    if (!document) return refused('document-not-public')
    const address = addressOf(publicAddress, document)
    const body = await press.pdfOf(wallSheetOf(document, address, await svgOf(address), query.paper))
    return granted({ mediaType: 'application/pdf', name: `${document.title.slice(0, 80)}（${wallPapers[query.paper]}张贴页）.pdf`, body })
  }),
]
