// Printed pages photographed well and badly: what is read from each, and what is refused.
import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { asJpeg, asPng, photographed, printedPage, type Camera } from './photographs.ts'
import { groupPages, readCodes } from './read-codes.ts'

const prefix = 'GKS1:'
const code = `${prefix}ABCDEFGHIJKLMNOPQRSTUVWXYZ`
const other = `${prefix}234567ABCDEFGHIJKLMNOPQRST`
const corner = { x: 970, y: 120 }
const page = printedPage([{ text: code, ...corner }])

const readOf = async (bytes: Buffer): Promise<unknown> => {
  const reading = await readCodes(bytes, prefix)
  return reading.as === 'read' ? reading.parts.map((part) => part.code) : reading.code
}

async function scan(pages: readonly Buffer[]): Promise<Buffer> {
  const pdf = await PDFDocument.create()
  for (const bytes of pages) {
    const image = await pdf.embedJpg(bytes)
    pdf.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 })
  }
  return Buffer.from(await pdf.save())
}

describe('a photograph', () => {
  it.each<Camera & { readonly because: string; readonly reads: boolean; readonly quality?: number }>([
    { because: 'it stands on its head', turned: 180, side: 1000, reads: true },
    { because: 'it was seen from below, turned and askew', turned: -38, askew: 0.25, side: 1400, reads: true },
    { because: 'one lamp stood at the side', light: [0.25, 1], turned: 4, side: 1000, reads: true },
    { because: 'the room was dim and the picture grainy', light: [0.35, 0.3], grain: 6, turned: -3, side: 1000, reads: true },
    { because: 'it is a little out of focus', side: 1800, blur: 2, reads: true },
    { because: 'it was sent through a chat program', side: 1100, quality: 35, turned: 17, grain: 2, reads: true },
    { because: 'it is so small that nobody could read it', side: 320, reads: false },
    { because: 'it is wholly out of focus', side: 700, blur: 5, reads: false },
  ])('is read: $reads, because $because', async ({ because: _because, reads, quality, ...camera }) => {
    expect(await readOf(asJpeg(photographed(page, camera), quality))).toEqual([reads ? code : null])
  })

  it('shows the code of the sheet beside other codes', async () => {
    const poster = printedPage([
      { text: 'https://example.gov.cn/poster', x: 160, y: 120 },
      { text: code, ...corner },
    ])
    expect(await readOf(asPng(photographed(poster, { side: 1000, turned: 90 })))).toEqual([code])
  })
})

describe('a scan of many pages', () => {
  const second = printedPage([])
  const jpegOf = (grey: typeof page): Buffer => asJpeg(photographed(grey, { side: 800 }), 70)

  it('of two sheets is cut between them', async () => {
    const reading = await readCodes(await scan([jpegOf(page), jpegOf(second), jpegOf(printedPage([{ text: other, ...corner }]))]), prefix)
    if (reading.as !== 'read') throw new Error(reading.code)
    expect(reading.parts.map(({ code: one, pages }) => [one, pages])).toEqual([
      [code, [1, 2]],
      [other, [3]],
    ])
    expect((await PDFDocument.load(reading.parts[0]?.bytes ?? '')).getPageCount()).toBe(2)
    expect(await readOf(Buffer.from(reading.parts[1]?.bytes ?? []))).toEqual([other])
  })

  it.each([
    {
      codes: [null, 'a', null, 'b', 'b'],
      groups: [
        [null, [1]],
        ['a', [2, 3]],
        ['b', [4, 5]],
      ],
    },
    { codes: [null, null], groups: [[null, [1, 2]]] },
    {
      codes: ['a', 'b', 'a'],
      groups: [
        ['a', [1]],
        ['b', [2]],
        ['a', [3]],
      ],
    },
  ])('$codes groups as $groups', ({ codes, groups }) => {
    expect(groupPages(codes).map((group) => [group.code, group.pages])).toEqual(groups)
  })
})

describe('what is refused', () => {
  it.each([
    ['a text', Buffer.from('签字的审查表'), 'not-a-picture'],
    ['half a JPEG', asJpeg(photographed(page, { side: 400 })).subarray(0, 300), 'broken'],
    ['a PDF that is none', Buffer.from('%PDF-1.7 nothing'), 'broken'],
    [
      'a PNG that claims to be a wall',
      Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452000fffff000fffff0802000000', 'hex'), Buffer.alloc(8)]),
      'too-many-dots',
    ],
  ])('%s', async (_what, bytes, said) => {
    expect(await readOf(bytes)).toBe(said)
  })
})
