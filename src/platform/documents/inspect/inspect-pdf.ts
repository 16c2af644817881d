// PDF files: what lies under boxes, outside the page or without ink; notes, files, scripts, properties, and whether there is a text layer.
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { linesOf } from '../read/pdf-lines.ts'
import { tellExif } from './exif.ts'
import type { Findings } from './findings.ts'
import { harmlessCustom, isPath } from './inspect-package.ts'
import type { FileInspection, NotInspected } from '../../../kernel/file-inspection.ts'
import { sightOf, type PageSight } from './pdf-hidden.ts'
import { sceneOf, type Area, type Letter, type Names, type Orders, type SeeThrough } from './pdf-scene.ts'
import { tellXmp } from './xmp.ts'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
type Page = Awaited<ReturnType<Pdf['getPage']>>

export interface PdfBounds {
  readonly mostPages: number
}

interface Note {
  readonly subtype?: string
  readonly rect?: readonly number[]
  readonly quadPoints?: ArrayLike<number> | null
  readonly contentsObj?: { readonly str?: string }
  readonly file?: { readonly filename?: string }
}

const remarks: ReadonlySet<string> = new Set([
  'Text',
  'Highlight',
  'Underline',
  'StrikeOut',
  'Squiggly',
  'Caret',
  'Square',
  'Circle',
  'Ink',
  'Line',
  'Polygon',
  'PolyLine',
  'Stamp',
])
const harmlessInfo = /^(?:SourceModified|PTEX|ICNApp|Trapped|PXC|GTS_|PDFX|EPSON|Rebuild|SPDF|rgid|CreationDate|ModDate)/i
/** A page of drawings alone: more strokes than a frame or a table has. */
const manyStrokes = 400
const fewLetters = 12

/** A picture with an alpha channel, a seal for instance, lets what is under it show through. */
function seeThroughOf(page: Page): SeeThrough {
  return (name) => {
    try {
      const store = name.startsWith('g_') ? page.commonObjs : page.objs
      if (!store.has(name)) return false
      const picture = store.get(name) as { kind?: number; data?: Uint8Array | Uint8ClampedArray } | null
      if (picture?.kind !== 3 || !picture.data) return false
      const { data } = picture
      const step = Math.max(1, Math.floor(data.length / 4 / 4096)) * 4
      let clear = 0
      let all = 0
      for (let at = 3; at < data.length; at += step) {
        all += 1
        if ((data[at] ?? 255) < 200) clear += 1
      }
      return clear > all * 0.1
    } catch {
      return false
    }
  }
}

function areaOf(numbers: ArrayLike<number>): Area {
  const all = Array.from(numbers)
  const xs = all.filter((_, at) => at % 2 === 0)
  const ys = all.filter((_, at) => at % 2 === 1)
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) }
}

async function tellNotes(page: Page, number: number, findings: Findings): Promise<Area[]> {
  const marked: Area[] = []
  for (const note of (await page.getAnnotations()) as readonly Note[]) {
    const subtype = note.subtype ?? ''
    const words = note.contentsObj?.str?.trim() ?? ''
    if (subtype === 'Redact') marked.push(areaOf(note.quadPoints && note.quadPoints.length > 0 ? note.quadPoints : (note.rect ?? [])))
    else if (subtype === 'FileAttachment') findings.hide('embedded-file', `第${number}页附件 ${note.file?.filename ?? ''}`.trim(), words)
    else if (remarks.has(subtype) && words !== '') {
      findings.hide('comment', `第${number}页批注`, words)
      findings.text(`第${number}页批注`, words, true)
    }
  }
  return marked
}

const wordsOf = (letters: readonly Letter[]): string =>
  linesOf(letters.map(({ text, x, y, width, size }) => ({ text, x, y, width, size })))
    .map((line) => line.text)
    .join('\n')
    // some programs write radicals in place of the same letters
    .replaceAll(/[\u2e80-\u2fdf]/gu, (radical) => radical.normalize('NFKC'))

async function tellPage(pdf: Pdf, number: number, names: Names, findings: Findings): Promise<'text' | 'scan' | 'empty'> {
  const page = await pdf.getPage(number)
  try {
    const orders = (await page.getOperatorList()) as unknown as Orders
    const scene = sceneOf(orders, names, seeThroughOf(page))
    if (scene.cut) findings.leave('too-large')
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = page.view
    const sight: PageSight = sightOf(scene, { x0, y0, x1, y1 }, await tellNotes(page, number, findings))
    const place = `第${number}页`
    findings.text(place, wordsOf(sight.shown))
    const hidden = [
      ['covered-text', '遮盖的文字', sight.covered],
      ['text-off-page', '页面以外的文字', sight.offPage],
      ['invisible-text', '看不见的文字', sight.invisible],
    ] as const
    for (const [kind, title, unseen] of hidden) {
      if (unseen.length === 0) continue
      const words = wordsOf(unseen)
      findings.hide(kind, place, words, words.replaceAll(/\s/g, '').length)
      findings.text(`${place}${title}`, words, true)
    }
    const letters = sight.shown.filter((letter) => letter.text.trim() !== '').length
    if (letters >= fewLetters && (sight.pictures < 0.6 || letters > fewLetters * 3 || sight.recognised > 0)) return 'text'
    if (sight.recognised >= fewLetters) return 'text'
    if (sight.pictures >= 0.3 || scene.strokes + scene.fills.length > manyStrokes) return 'scan'
    return letters > 0 ? 'text' : 'empty'
  } finally {
    page.cleanup()
  }
}

const cameraMark = Buffer.from('Exif\0\0', 'latin1')
const mostPhotos = 200

/** Photos stand in a PDF as the camera wrote them, with all that it wrote. */
function tellPhotos(bytes: Buffer, findings: Findings): void {
  let photos = 0
  for (let at = bytes.indexOf(cameraMark); at >= 0 && photos < mostPhotos; at = bytes.indexOf(cameraMark, at + 6)) {
    photos += 1
    try {
      tellExif(bytes.subarray(at + 6, at + 6 + 65_536), findings, '图片')
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
    }
  }
}

async function tellProperties(pdf: Pdf, findings: Findings): Promise<void> {
  const { info, metadata } = (await pdf.getMetadata()) as unknown as { info: Record<string, unknown>; metadata: { getRaw?(): unknown } | null }
  const word = (key: string): string | undefined => (typeof info[key] === 'string' ? info[key] : undefined)
  findings.property('person', '作者', word('Author'))
  for (const key of ['Title', 'Subject', 'Keywords', 'Creator'])
    if (isPath(word(key) ?? '')) findings.property('path', key === 'Title' ? '标题' : key, word(key))
  for (const [key, value] of Object.entries((info['Custom'] as Record<string, unknown> | undefined) ?? {})) {
    if (harmlessInfo.test(key) || harmlessCustom.test(key)) continue
    if (typeof value === 'string') findings.property('custom', `自定义属性 ${key}`, value)
  }
  const raw = metadata?.getRaw?.()
  if (typeof raw === 'string') tellXmp(raw, findings)
  if (info['IsSignaturesPresent'] === true) findings.property('signature', '电子签名', '有')
}

export async function inspectPdf(bytes: Uint8Array, bounds: PdfBounds, findings: Findings): Promise<FileInspection | NotInspected> {
  let pdf: Pdf
  const { OPS } = (await getResolvedPDFJS()) as unknown as { OPS: Names }
  try {
    // a copy: the reader takes the memory it is given
    pdf = await getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      useSystemFonts: false,
      disableFontFace: true,
      verbosity: 0,
      stopAtErrors: false,
    })
  } catch (error) {
    return (error as Error).name === 'PasswordException' ? 'encrypted' : 'broken'
  }
  try {
    if (pdf.numPages > bounds.mostPages) return 'too-many-pages'
    const withoutText: number[] = []
    let withText = 0
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const kind = await tellPage(pdf, number, OPS, findings)
      if (kind === 'scan') withoutText.push(number)
      if (kind === 'text') withText += 1
    }
    for (const [name, file] of Object.entries(((await pdf.getAttachments()) as Record<string, { filename?: string }> | null) ?? {}))
      findings.hide('embedded-file', `附件 ${file.filename ?? name}`)
    const scripts = Object.values(((await pdf.getJSActions()) as Record<string, readonly string[]> | null) ?? {}).flat()
    if (scripts.length > 0) findings.hide('script', '文档脚本', scripts[0], scripts.length)
    await tellProperties(pdf, findings)
    tellPhotos(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), findings)
    const textLayer = withoutText.length === 0 ? 'full' : withText === 0 ? 'none' : 'partial'
    return findings.result('pdf', { pages: pdf.numPages, pagesWithoutText: withoutText, textLayer })
  } catch {
    return 'broken'
  } finally {
    await pdf.loadingTask.destroy()
  }
}
