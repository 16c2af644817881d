// Redacts the bytes of one file, and serves the result only when nothing of what was removed is found in it. Runs on the thread it is called on.
import { sniff, type Sniffed } from '../read/sniff.ts'
import { fold, needlesOf, placesOf, remainOf } from './needles.ts'
import { Refused, refusedRedaction, type RedactionOrder, type RedactionResult, type RedactionView, type Remain } from './redaction.ts'

interface FileToRedact {
  readonly name: string
  readonly bytes: Uint8Array
}

const bufferOf = ({ bytes }: FileToRedact): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function kindOf({ kind, encrypted, fault }: Sniffed): 'text' | 'docx' | 'pdf' {
  if (encrypted || fault === 'encrypted') throw new Refused('encrypted')
  if (fault) throw new Refused(fault)
  if (kind !== 'text' && kind !== 'docx' && kind !== 'pdf') throw new Refused('unsupported')
  return kind
}

/** Names of persons stand in names of files too. */
function nameWithout(name: string, removed: readonly string[]): string {
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(name)?.[0] ?? ''
  const needles = needlesOf(removed)
  const stem = name.slice(0, name.length - ending.length)
  const clean = needles.flatMap((needle) => placesOf(needle, stem)).toSorted((a, b) => b.from - a.from)
  const cut = clean.reduce((sofar, { from, to }) => `${sofar.slice(0, from)}某${sofar.slice(to)}`, stem)
  return `${needles.some((needle) => remainOf(needle, cut, fold(cut).text)) ? '已遮盖文件' : cut}${ending}`
}

const checksOfAll = ['重新提取文字，不含被遮盖的字句及其片段', '按原始字节查找，不含被遮盖的字句']

interface Copied {
  readonly bytes: Uint8Array
  readonly removed: readonly string[]
  readonly boxes: number
  readonly remains: readonly Remain[]
  readonly dropped: readonly string[]
  readonly checks: readonly string[]
  readonly toLookAt: readonly string[]
}

async function copied(file: FileToRedact, order: RedactionOrder): Promise<Copied> {
  const bytes = bufferOf(file)
  const sniffed = await sniff(bytes)
  const kind = kindOf(sniffed)
  const { verifyText, verifyWord, verifyPdf } = await import('./verify.ts')
  if (kind === 'text') {
    const { redactText } = await import('./redact-text.ts')
    const copy = redactText(bytes, order)
    return { ...copy, remains: verifyText(copy.bytes, copy.removed), dropped: [], checks: checksOfAll, toLookAt: [] }
  }
  if (kind === 'docx' && sniffed.zip) {
    const { redactWord } = await import('./redact-docx.ts')
    const copy = await redactWord(sniffed.zip, order)
    return {
      ...copy,
      remains: await verifyWord(copy.bytes, copy.removed),
      checks: [...checksOfAll, '文件由可见文字重新生成，不含批注、修订、隐藏文字、属性和嵌入文件'],
      toLookAt: copy.pictures > 0 ? [`${copy.pictures}张图片`] : [],
    }
  }
  const { redactPdf } = await import('./redact-pdf.ts')
  const copy = await redactPdf(bytes, order)
  const pictures = copy.pages.flatMap((own, at) => (own ? [at + 1] : []))
  return {
    ...copy,
    remains: await verifyPdf(copy),
    checks: [...checksOfAll, '遮盖处在重新显示的页面上全部为黑色', '不含属性、附带文件、脚本、表单、书签和旧版本'],
    toLookAt: pictures.length > 0 ? [`第${pictures.join('、')}页（已转为图片）`] : [],
  }
}

const asRefused = (error: unknown): Refused => (error instanceof Refused ? error : new Refused('broken'))

export async function redactBytes(file: FileToRedact, order: RedactionOrder): Promise<RedactionResult> {
  if (order.marks.length === 0 && order.texts.every((text) => text.trim() === '')) return refusedRedaction('nothing-marked')
  try {
    const { bytes, removed, boxes, remains, dropped, checks, toLookAt } = await copied(file, order)
    if (remains.length > 0) return refusedRedaction('remains', remains)
    return { as: 'redacted', bytes, name: nameWithout(file.name, removed), report: { removed, boxes, dropped, checks, toLookAt } }
  } catch (error) {
    // what a library throws at a damaged file is no bug of ours
    return refusedRedaction(asRefused(error).code)
  }
}

/** What a person marks in; the order of its paragraphs and pages is that of the marks. */
export async function viewOf(file: FileToRedact): Promise<RedactionView> {
  try {
    const bytes = bufferOf(file)
    const sniffed = await sniff(bytes)
    const kind = kindOf(sniffed)
    if (kind === 'text') {
      const { linesOf } = await import('./redact-text.ts')
      return { as: 'paragraphs', paragraphs: linesOf(bytes).map((text) => ({ place: '正文', text })), pictures: 0 }
    }
    if (kind === 'docx' && sniffed.zip) {
      const { viewOfWord } = await import('./redact-docx.ts')
      return { as: 'paragraphs', ...viewOfWord(sniffed.zip) }
    }
    const { openPages } = await import('./pdf-pages.ts')
    const { guardPdf } = await import('./pdf-streams.ts')
    guardPdf(bytes)
    const pdf = await openPages(bytes)
    try {
      return {
        as: 'pages',
        pages: Array.from({ length: pdf.count }, (_, at) => {
          const page = pdf.page(at)
          page.close()
          return { width: page.width, height: page.height, text: page.text, boxes: page.boxes }
        }),
      }
    } finally {
      pdf.close()
    }
  } catch (error) {
    return { as: 'refused', code: asRefused(error).code }
  }
}

/** One page as a picture to mark on. */
export async function pictureOfPage(file: FileToRedact, at: number): Promise<Uint8Array | undefined> {
  try {
    const { openPages } = await import('./pdf-pages.ts')
    const { guardPdf } = await import('./pdf-streams.ts')
    const bytes = bufferOf(file)
    guardPdf(bytes)
    const pdf = await openPages(bytes)
    try {
      if (at < 0 || at >= pdf.count) return undefined
      const page = pdf.page(at)
      const picture = page.png(pictureScale)
      page.close()
      return picture
    } finally {
      pdf.close()
    }
  } catch {
    return undefined
  }
}

const pictureScale = 1.6
