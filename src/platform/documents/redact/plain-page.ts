// Tells which pages of a PDF may stay text: those that hold letters and strokes alone, with nothing a reader does not see.
import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFRef, type PDFContext, type PDFObject, type PDFPage } from '@cantoo/pdf-lib'
import { unpacked } from './pdf-streams.ts'

const kept = new Set(['/Type', '/Parent', '/MediaBox', '/CropBox', '/Rotate', '/Resources', '/Contents'])
const resources = new Set(['/Font', '/ProcSet', '/ExtGState', '/ColorSpace'])
/** Words of one font, and where they are drawn: with these alone a page is plain. */
const suspicious = /%|\bDo\b|\bBI\b|[3-7]\s+Tr\b|\b(?:DP|MP)\b|\bW\*?\s/
const marks = /(\/\w+)\s*(<<[^>]*>>|\/\w+)?\s*B(?:DC|MC)\b/g
/** What a program calls a font: longer names could say something. */
const usualName = /^\/[A-Za-z]{0,6}\d{0,4}(?:_\d{1,3})?$/
const harmlessMark = /^(?:<<\s*(?:\/MCID\s+\d+\s*)?>>)?$/

function contentOf(context: PDFContext, contents: PDFObject | undefined): string | undefined {
  const streams = contents instanceof PDFArray ? contents.asArray().map((one) => context.lookup(one)) : [contents]
  let text = ''
  for (const stream of streams) {
    if (!(stream instanceof PDFRawStream)) return undefined
    if (stream.dict.has(PDFName.of('DecodeParms'))) return undefined
    const bytes = unpacked({ dictionary: stream.dict.toString(), bytes: Buffer.from(stream.contents) })
    if (!bytes) return undefined
    text += `${bytes.toString('latin1')}\n`
  }
  return text
}

/** Strings may hold anything; what stands around them is looked at. */
const withoutStrings = (content: string): string => content.replaceAll(/\((?:\\[\s\S]|[^\\()])*\)|<[0-9A-Fa-f\s]*>/g, '()')

function reaches(context: PDFContext, from: PDFObject | undefined, wanted: RegExp): boolean {
  const seen = new Set<PDFRef>()
  const waiting: (PDFObject | undefined)[] = [from]
  while (waiting.length > 0) {
    const object = waiting.pop()
    if (object instanceof PDFRef) {
      if (seen.has(object)) continue
      seen.add(object)
      waiting.push(context.lookup(object))
    } else if (object instanceof PDFArray) waiting.push(...object.asArray())
    else if (object instanceof PDFDict || object instanceof PDFRawStream) {
      const dict = object instanceof PDFDict ? object : object.dict
      for (const [key, value] of dict.entries()) {
        if (wanted.test(key.toString())) return true
        waiting.push(value)
      }
    }
  }
  return false
}

/** Drops from the page what no reader sees, and tells whether what is left is plain. */
export function makePlain(page: PDFPage): boolean {
  const { node } = page
  const { context } = node
  if (node.has(PDFName.of('Annots'))) return false
  const held = node.Resources()
  for (const [name, value] of held?.entries() ?? []) {
    const entry = context.lookup(value)
    if (entry instanceof PDFDict && entry.keys().some((key) => !usualName.test(key.toString()))) return false
    if (!resources.has(name.toString()) && !(entry instanceof PDFDict && entry.keys().length === 0)) return false
  }
  if (reaches(context, held, /^\/(?:Metadata|PieceInfo|SMask|CharProcs|OC|LastModified|TR|HT)$/)) return false
  const content = contentOf(context, node.Contents())
  if (content === undefined) return false
  const bare = withoutStrings(content)
  if (suspicious.test(bare)) return false
  for (const [, , properties = ''] of bare.matchAll(marks)) if (!harmlessMark.test(properties.trim())) return false
  for (const key of node.keys()) if (!kept.has(key.toString())) node.delete(key)
  return true
}
