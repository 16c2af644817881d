// Nothing that was removed is left in a result, whatever the file hides; what was not marked is still there.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openZip } from '../read/zip.ts'
import { testPdf } from '../read/fixtures.ts'
import { hostileDocx, paragraph, run, wordFile } from './corpus/docx.ts'
import { hostilePdf } from './corpus/pdf.ts'
import { secrets, stays } from './corpus/secrets.ts'
import { redactBytes, viewOf } from './redact-file.ts'
import { box } from './redaction.ts'

const texts = Object.values(secrets)
const leaks = (text: string): string[] => texts.filter((secret) => text.includes(secret))

/** Everything of a package, put together by hand. */
function wordsOf(bytes: Uint8Array): string {
  const zip = openZip(bytes)
  if (typeof zip === 'string') throw new Error(zip)
  return zip.names.map((name) => `${name} ${zip.text(name) ?? ''} ${(zip.text(name) ?? '').replaceAll(/<[^>]*>/g, '')}`).join('\n')
}

describe('hostile Word files', () => {
  test.each(hostileDocx.map((one) => [one.name, one] as const))('%s', async (name, hostile) => {
    const result = await redactBytes({ name, bytes: await hostile.bytes() }, { marks: [], texts })
    if (hostile.refusedAs !== undefined) return expect(result).toMatchObject({ as: 'refused', code: hostile.refusedAs })
    expect(result).toMatchObject({ as: 'redacted' })
    if (result.as !== 'redacted') return
    const words = wordsOf(result.bytes)
    expect(leaks(words.normalize('NFKC').replaceAll(/[\u200b\u00ad]/g, ''))).toEqual([])
    expect(words).not.toContain('李曉棠')
    expect(words).toContain(stays)
    expect(words).toContain(box)
  })
})

/** Programs of other makers, with what they are given behind the file; asked where they are installed. */
const readers = (
  [
    ['pdftotext', '-'],
    ['strings', '-a'],
  ] as const
).filter(([name]) => spawnSync(name, ['--version']).error === undefined)

describe('hostile PDFs', () => {
  test.each(hostilePdf.map((one) => [one.name, one] as const))('%s', async (name, hostile) => {
    const result = await redactBytes({ name, bytes: await hostile.bytes() }, { marks: [], texts })
    if (hostile.refusedAs !== undefined) return expect(result).toMatchObject({ as: 'refused', code: hostile.refusedAs })
    expect(result).toMatchObject({ as: 'redacted' })
    if (result.as !== 'redacted') return
    expect(leaks(Buffer.from(result.bytes).toString('latin1'))).toEqual([])
    const view = await viewOf({ name, bytes: result.bytes })
    expect(view.as).toBe('pages')
    expect(leaks(JSON.stringify(view))).toEqual([])
    if (readers.length === 0) return
    const folder = mkdtempSync(join(tmpdir(), 'redacted-'))
    try {
      const path = join(folder, 'a.pdf')
      writeFileSync(path, result.bytes)
      for (const [reader, option] of readers) expect(leaks(spawnSync(reader, [path, option]).stdout.toString())).toEqual([])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('what is marked', () => {
  const text = (words: string) => ({ name: 'a.txt', bytes: Buffer.from(words) })

  test('becomes a box of one width, however long it is, everywhere', async () => {
    const file = text('张三与欧阳晓明通话。\n张 三未到。')
    const result = await redactBytes(file, { marks: [{ in: 'paragraph', paragraph: 0, from: 0, to: 2 }], texts: ['欧阳晓明'] })
    expect(result.as === 'redacted' && Buffer.from(result.bytes).toString()).toBe(`${box}与${box}通话。\n${box}未到。`)
  })

  test.each([
    ['身份证440524188001010014，末四位为0014。', 'part'],
    ['身份证440524188001010014，前六位为440524。', 'part'],
    ['身份证440524188001010014，出生于1988年。', undefined],
    ['身份证440524188001010014，见〔2018〕1号。', undefined],
    ['身份证440524188001010014，金额5000元。', undefined],
  ])('a number that remains in part is refused: %s', async (words, what) => {
    const result = await redactBytes(text(words), { marks: [], texts: ['440524188001010014'] })
    if (what === undefined) return expect(result.as).toBe('redacted')
    expect(result).toMatchObject({ as: 'refused', code: 'remains', remains: [{ place: '第1行', what, removed: 0 }] })
  })

  test('nothing marked, or marked outside, is refused', async () => {
    expect(await redactBytes(text('甲'), { marks: [], texts: [' '] })).toMatchObject({ code: 'nothing-marked' })
    expect(await redactBytes(text('甲乙'), { marks: [{ in: 'paragraph', paragraph: 0, from: 1, to: 9 }], texts: [] })).toMatchObject({ code: 'mark-outside' })
    expect(await redactBytes(text('甲乙'), { marks: [{ in: 'page', page: 0, from: 0, to: 1 }], texts: [] })).toMatchObject({ code: 'mark-outside' })
  })

  test('the name of the file does not tell it either', async () => {
    const result = await redactBytes({ name: '李晓棠的申请.txt', bytes: Buffer.from('李晓棠') }, { marks: [], texts: ['李晓棠'] })
    expect(result).toMatchObject({ as: 'redacted', name: '某的申请.txt' })
  })

  test('an area of a page goes with the letters in it, and the other page stays text', async () => {
    const bytes = testPdf([[{ text: '甲乙丙丁电话13800138000' }, { text: stays }], [{ text: '第二页照旧公开' }]])
    const view = await viewOf({ name: 'a.pdf', bytes })
    if (view.as !== 'pages') throw new Error(view.as)
    const at = view.pages[0]?.text.indexOf('1') ?? -1
    const boxes = view.pages[0]?.boxes ?? []
    const [x0 = 0, y0 = 0, , y1 = 0] = boxes.slice(at * 4, at * 4 + 4)
    const x1 = boxes[(at + 10) * 4 + 2] ?? 0
    const result = await redactBytes({ name: 'a.pdf', bytes }, { marks: [{ in: 'area', page: 0, x0, y0, x1, y1 }], texts: [] })
    expect(result).toMatchObject({ as: 'redacted', report: { boxes: 1, removed: ['13800138000'], toLookAt: ['第1页（已转为图片）'] } })
    if (result.as !== 'redacted') return
    const after = await viewOf({ name: 'a.pdf', bytes: result.bytes })
    expect(after.as === 'pages' && after.pages.map((page) => page.text.trim())).toEqual(['', '第二页照旧公开'])
  })
})

describe('any text and any marks', () => {
  const letter = fc.constantFrom(...'甲乙丙丁戊己庚辛壬癸子丑寅卯12345ab，。 \u200b')
  const anyLine = fc.array(letter, { minLength: 1, maxLength: 30 }).map((all) => all.join(''))
  const marked = fc.tuple(fc.array(anyLine, { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 12 }))
  const bare = (words: string): string => words.replaceAll(/[\s\u200b]/g, '')
  const letters = (words: string): string => bare(words).replaceAll(/[，。]/g, '')
  /** Letters of the lines, less what the boxes stand for. */
  const isLess = (after: string, before: string): boolean => {
    let at = 0
    return after.split(box).every((piece) => {
      const found = before.indexOf(piece, at)
      at = found + piece.length
      return found >= 0
    })
  }

  test('the removed is gone, and what stands between boxes stood there before', async () => {
    await fc.assert(
      fc.asyncProperty(marked, async ([lines, where, from, length]) => {
        const paragraphAt = where % lines.length
        const line = lines[paragraphAt] ?? ''
        const start = from % line.length
        const mark = { in: 'paragraph', paragraph: paragraphAt, from: start, to: Math.min(line.length, start + length) } as const
        const gone = bare(line.slice(mark.from, mark.to))
        const asText = await redactBytes({ name: 'a.txt', bytes: Buffer.from(lines.join('\n')) }, { marks: [mark], texts: [] })
        const asWord = await redactBytes(
          { name: 'a.docx', bytes: wordFile(lines.map((words) => paragraph([...words].map((one) => run(one)).join(''))).join('')) },
          { marks: [mark], texts: [] },
        )
        const results: string[][] = []
        if (asText.as === 'redacted') results.push(Buffer.from(asText.bytes).toString().split('\n'))
        if (asWord.as === 'redacted') {
          const view = await viewOf({ name: 'a.docx', bytes: asWord.bytes })
          if (view.as === 'paragraphs') results.push(view.paragraphs.map((one) => one.text))
        }
        if (asText.as === 'refused') expect(asText.code).toBe('remains')
        if (asWord.as === 'refused') expect(asWord.code).toBe('remains')
        for (const result of results) {
          if ([...gone].length > 1) for (const words of result) expect(bare(words)).not.toContain(gone)
          expect(result.length).toBe(lines.length)
          for (const [at, words] of result.entries()) {
            const before = lines[at] ?? ''
            expect(isLess(words, before)).toBe(true)
            // a line that never held it stays as it was
            if (at !== paragraphAt && gone !== '' && !letters(before).includes(letters(gone))) expect(words).toBe(before)
          }
        }
      }),
      { numRuns: 25 },
    )
  })
})

/** Four letters in a font that the file names and does not bring. */
const borrowedFont = Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 160 60]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length 49>>stream
BT /F1 24 Tf 20 20 Td <4E004E004E004E00> Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>endobj
6 0 obj<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R>>endobj
7 0 obj<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>endobj
trailer<</Root 1 0 R/Size 8>>`)

test('letters in a Chinese font that the file names and does not bring are drawn all the same', async () => {
  const { openPages } = await import('./pdf-pages.ts')
  const pages = await openPages(borrowedFont)
  const page = pages.page(0)
  const { width, height, pixels } = page.dots(2)
  page.close()
  pages.close()
  const inkOf = (row: number): number => Array.from({ length: width }, (_, at) => pixels[(row * width + at) * 3] ?? 255).filter((dot) => dot < 128).length
  const rows = Array.from({ length: height }, (_, row) => row).filter((row) => inkOf(row) > 0)
  // 一一一一 is one thin line across; a frame would be as high as it is wide
  expect(page.text.trim()).toBe('一一一一')
  expect(rows.length).toBeGreaterThan(1)
  expect(rows.length).toBeLessThan(14)
  expect(Math.max(...rows.map(inkOf))).toBeGreaterThan(120)
})
