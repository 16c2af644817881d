// A published document as PDF and Word: its Chinese text can be taken out again, and the font travels with it.
import { inflateSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import mammoth from 'mammoth'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Published } from '../modules/publication/rules/public-item.ts'
import { aTown, type Town } from './fixtures.ts'

const body = `<p>各乡镇人民政府：</p><p>一、明确救助对象</p><p>（一）特困供养人员</p><p>应<strong>保</strong>尽保，#let x = 1 与 *星号* 都是文字。</p>
<table><tr><th>类别</th><th colspan="2">标准</th></tr><tr><td rowspan="2">一档</td><td>680元</td><td>每月</td></tr><tr><td>5520元</td></tr></table>
<ol><li>发放棉衣<ul><li>每户两套</li></ul></li><li>走访慰问</li></ol><p style="text-align:right">青岚县民政局</p>`

let town: Town
let app: FastifyInstance
let document: Published
beforeAll(async () => {
  town = await aTown()
  app = await town.open('/')
  document = await town.publish({ bodyHtml: body })
})
afterAll(() => town.close())

describe('the PDF', () => {
  it('holds the text, the numbers and the address, and an embedded Chinese font', async () => {
    const { statusCode, rawPayload, headers } = await app.inject(`/documents/${document.documentId}.pdf`)
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(headers['content-disposition']).toContain("filename*=UTF-8''")

    const proxy = await getDocumentProxy(new Uint8Array(rawPayload))
    const { text } = await extractText(proxy, { mergePages: true })
    const words = text.normalize('NFKC').replaceAll(/\s+/g, '')
    for (const part of [
      '关于做好冬季困难群众救助工作的通知',
      '青民发〔2026〕12号',
      document.indexNumber,
      '一、明确救助对象',
      '应保尽保,#letx=1与*星号*都是文字。',
      '680元',
      '5520元',
      '每户两套',
      '走访慰问',
      '登记回执:GK-',
    ]) {
      expect(words).toContain(part)
    }
    expect(fontsOf(rawPayload)).toMatch(/\/BaseFont\s*\/[A-Z]{6}\+NotoSerifSC[^]*\/FontFile[23]/)
  })

  it('is made once: a second reader gets the same bytes', async () => {
    const [one, other] = await Promise.all([app.inject(`/documents/${document.documentId}.pdf`), app.inject(`/documents/${document.documentId}.pdf`)])
    expect(one.headers.etag).toBe(other.headers.etag)
  })
})

describe('the Word file', () => {
  it('holds the text in its structure', async () => {
    const { statusCode, rawPayload } = await app.inject(`/documents/${document.documentId}.docx`)
    expect(statusCode).toBe(200)
    const { value } = await mammoth.convertToHtml({ buffer: rawPayload })
    for (const part of [
      '关于做好冬季困难群众救助工作的通知',
      '一、明确救助对象',
      '<strong>保</strong>',
      'colspan="2"',
      'rowspan="2"',
      '每户两套',
      '青岚县民政局',
    ])
      expect(value).toContain(part)
  })
})

/** Names of fonts and their files, also from compressed object streams. */
function fontsOf(pdf: Buffer): string {
  const raw = pdf.toString('latin1')
  const streams = [...raw.matchAll(/stream\r?\n/g)].map((found) => {
    const start = found.index + found[0].length
    try {
      return inflateSync(pdf.subarray(start, raw.indexOf('endstream', start))).toString('latin1')
    } catch {
      return ''
    }
  })
  return [raw, ...streams.filter((text) => text.includes('/Type'))].join('\n')
}
