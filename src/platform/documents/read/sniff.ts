// Proves what a file is by its content; the ending of its name is only compared with that.
import { fileTypeFromBuffer } from 'file-type'
import { openZip, type ZipFault, type ZipPackage } from './zip.ts'

export type Kind = 'text' | 'html' | 'docx' | 'xlsx' | 'pdf' | 'ofd' | 'word-97' | 'excel-97' | 'png' | 'jpeg' | 'tiff' | 'other'

export interface Sniffed {
  readonly kind: Kind
  readonly encrypted: boolean
  readonly fault?: ZipFault
  readonly zip?: ZipPackage
}

const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const inUtf16 = (word: string): Buffer => Buffer.from(word, 'utf16le')

function sniffZip(bytes: Uint8Array): Sniffed {
  const zip = openZip(bytes)
  if (typeof zip === 'string') return { kind: 'other', encrypted: zip === 'encrypted', fault: zip }
  const has = (name: string): boolean => zip.names.includes(name)
  const kind: Kind = has('word/document.xml') ? 'docx' : has('xl/workbook.xml') ? 'xlsx' : has('OFD.xml') ? 'ofd' : 'other'
  return { kind, encrypted: false, zip }
}

/** Compound files: the names of their streams stand in the directory as UTF-16. */
function sniffOle(bytes: Buffer): Sniffed {
  if (bytes.includes(inUtf16('EncryptedPackage')) || bytes.includes(inUtf16('EncryptionInfo'))) return { kind: 'other', encrypted: true }
  if (bytes.includes(inUtf16('WordDocument'))) {
    // FIB flags: bit 8 of the word at offset 10 says that the text is encrypted
    const fib = bytes.indexOf(Buffer.from([0xec, 0xa5]), 512)
    return { kind: 'word-97', encrypted: fib >= 0 && fib + 12 < bytes.length && (bytes.readUInt16LE(fib + 10) & 0x0100) !== 0 }
  }
  if (bytes.includes(inUtf16('Workbook')) || bytes.includes(inUtf16('Book'))) return { kind: 'excel-97', encrypted: false }
  return { kind: 'other', encrypted: false }
}

const pageStart =
  /^[\s\uFEFF]*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|table|div|p|h[1-6]|span|article|center|font)\b/i
const controls = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/

const isMarked = (bytes: Buffer): boolean => (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)

/** The beginning as letters that can be compared, or undefined where it is no text in any encoding. */
function beginningOf(bytes: Buffer): string | undefined {
  const start = bytes.subarray(0, 65_536 - 2)
  const sample = start.subarray(0, start.length - (start.length % 2))
  const swapped = (): string => Buffer.from(sample).swap16().toString('utf16le')
  const zeros = start.filter((value) => value === 0).length
  const evenZeros = start.filter((value, at) => value === 0 && at % 2 === 0).length
  const wide = isMarked(bytes) || (zeros > 0 && bytes.length % 2 === 0)
  const text = !wide ? start.toString('latin1') : bytes[0] === 0xfe || (bytes[0] !== 0xff && evenZeros > zeros / 2) ? swapped() : sample.toString('utf16le')
  return controls.test(text) ? undefined : text.replace(/^(?:\u00ef\u00bb\u00bf|\uFEFF)/, '').slice(0, 8192)
}

export async function sniff(bytes: Buffer): Promise<Sniffed> {
  const plain = (kind: Kind): Sniffed => ({ kind, encrypted: false })
  if (bytes.subarray(0, 1024).includes('%PDF-')) return plain('pdf')
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return sniffZip(bytes)
  if (bytes.subarray(0, 8).equals(ole)) return sniffOle(bytes)
  const type = isMarked(bytes) ? undefined : await fileTypeFromBuffer(bytes)
  if (type?.mime === 'image/png') return plain('png')
  if (type?.mime === 'image/jpeg') return plain('jpeg')
  if (type?.mime === 'image/tiff') return plain('tiff')
  if (type && !type.mime.startsWith('text/') && type.mime !== 'application/xml') return plain('other')
  const beginning = beginningOf(bytes)
  if (beginning === undefined || /^\s*(?:\{\\rtf|MIME-Version:)/i.test(beginning)) return plain('other')
  return plain(pageStart.test(beginning) ? 'html' : 'text')
}
