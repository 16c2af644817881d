// A PDF without the properties of its makers: rewritten from what its pages reach, so that nothing of the old ones stays in the bytes.
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFRef, PDFStream, PDFString, type PDFObject } from '@cantoo/pdf-lib'
import { isPath } from '../inspect/inspect-package.ts'
import { cleanPicture } from './clean-image.ts'

const name = (text: string): PDFName => PDFName.of(text)
const dictOf = (object: PDFObject | undefined): PDFDict | undefined =>
  object instanceof PDFDict ? object : object instanceof PDFStream ? object.dict : undefined

/** Private data of programs, and metadata of single objects. */
const dropped = ['Metadata', 'PieceInfo', 'LastModified']

function isSigned(document: PDFDocument): boolean {
  return document.context.enumerateIndirectObjects().some(([, object]) => {
    const dict = dictOf(object)
    return dict !== undefined && dict.has(name('ByteRange')) && dict.has(name('Contents'))
  })
}

/** Everything that the catalogue leads to. */
function reachable(document: PDFDocument): ReadonlySet<PDFRef> {
  const { context } = document
  const seen = new Set<PDFRef>()
  const waiting: (PDFObject | undefined)[] = [context.trailerInfo.Root]
  while (waiting.length > 0) {
    const object = waiting.pop()
    if (object instanceof PDFRef) {
      if (seen.has(object)) continue
      seen.add(object)
      waiting.push(context.lookup(object))
    } else if (object instanceof PDFArray) waiting.push(...object.asArray())
    else waiting.push(...(dictOf(object)?.values() ?? []))
  }
  return seen
}

function titleOf(document: PDFDocument): string | undefined {
  const info = document.context.lookup(document.context.trailerInfo.Info)
  const words = (key: string): string => {
    const value = info instanceof PDFDict ? info.lookup(name(key)) : undefined
    return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText().trim() : ''
  }
  const [title, author] = [words('Title'), words('Author')]
  // what Word prints in front of the name of a file is no title
  return title === '' || isPath(title) || /^Microsoft \w+ - /.test(title) || (author !== '' && title.includes(author)) ? undefined : title
}

/** Photos keep their dots and lose what the camera wrote. */
function cleanPhotos(document: PDFDocument): void {
  for (const [ref, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue
    const filter = object.dict.lookup(name('Filter'))
    const last = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter
    if (last !== name('DCTDecode')) continue
    const clean = cleanPicture(Buffer.from(object.contents))
    if (clean && clean.length < object.contents.length) document.context.assign(ref, PDFRawStream.of(object.dict, clean))
  }
}

export async function cleanPdf(bytes: Uint8Array): Promise<Uint8Array | 'signed' | 'encrypted' | 'broken'> {
  let document: PDFDocument
  try {
    document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true })
  } catch (error) {
    return (error as Error).name === 'EncryptedPDFError' || /encrypted/i.test((error as Error).message) ? 'encrypted' : 'broken'
  }
  if (isSigned(document)) return 'signed'
  const title = titleOf(document)
  const { context } = document
  context.trailerInfo.Info = undefined
  for (const [, object] of context.enumerateIndirectObjects()) for (const key of dropped) dictOf(object)?.delete(name(key))
  cleanPhotos(document)
  const kept = reachable(document)
  for (const [ref] of context.enumerateIndirectObjects()) if (!kept.has(ref)) context.delete(ref)
  if (title !== undefined) context.trailerInfo.Info = context.register(context.obj({ Title: PDFHexString.fromText(title) }))
  return document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false })
}
