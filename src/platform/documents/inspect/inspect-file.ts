// Inspects the bytes of one file: what it holds beside what it shows. Runs on the thread it is called on; the reader's thread bounds it.
import { sniff, type Kind } from '../read/sniff.ts'
import { textOfWord97 } from '../read/word-97.ts'
import { collect, notInspected, type Findings } from './findings.ts'
import { inspectDocx } from './inspect-docx.ts'
import { pictureOf, tellPicture } from './inspect-image.ts'
import { inspectOfd } from './inspect-ofd.ts'
import { inspectPptx } from './inspect-pptx.ts'
import { inspectXlsx } from './inspect-xlsx.ts'
import type { Depth } from './inspect-package.ts'
import type { FileInspection } from '../../../kernel/file-inspection.ts'

export interface InspectBounds {
  readonly mostPages: number
}

const usual: InspectBounds = { mostPages: 1000 }
const deepest = 2

async function inspectAt(bytes: Buffer, name: string, bounds: InspectBounds, left: number): Promise<FileInspection> {
  const picture = pictureOf(bytes)
  const { kind, encrypted, fault, zip } = await sniff(bytes)
  const findings = collect()
  const depth: Depth = { left, inspect: (inner, innerName) => inspectAt(inner, innerName, bounds, left - 1) }
  if (picture) {
    tellPicture(bytes, picture, findings)
    return findings.result(picture)
  }
  if (encrypted || fault === 'encrypted') return notInspected(kind, 'encrypted')
  if (fault) return notInspected(kind, fault)
  if (zip?.names.includes('ppt/presentation.xml')) {
    await inspectPptx(zip, findings, depth)
    return findings.result('pptx')
  }
  if (zip && kind === 'docx') await inspectDocx(zip, findings, depth)
  else if (zip && kind === 'xlsx') await inspectXlsx(zip, findings, depth)
  else if (zip && kind === 'ofd') inspectOfd(zip, findings)
  else if (kind === 'pdf') {
    const { inspectPdf } = await import('./inspect-pdf.ts')
    const result = await inspectPdf(bytes, bounds, findings)
    return typeof result === 'string' ? notInspected('pdf', result) : result
  } else return plainOrUnknown(bytes, name, kind, findings)
  return findings.result(kind)
}

/** Texts are all that they show; of old Office only the words of Word can be read; of the rest it is said that nothing could be. */
function plainOrUnknown(bytes: Buffer, name: string, kind: Kind, findings: Findings): FileInspection {
  if (kind === 'text' || kind === 'html') return findings.result(kind)
  if (kind === 'word-97') {
    findings.text('正文', textOfWord97(bytes))
    findings.leave('old-format')
    return findings.result(kind)
  }
  if (kind === 'excel-97' || bytes.subarray(0, 4).toString('hex') === 'd0cf11e0') return notInspected(kind, 'old-format')
  if (/\.(?:jpe?g|png|gif|webp|tiff?)$/i.test(name)) return notInspected(kind, 'broken')
  return notInspected(kind, bytes.subarray(0, 2).toString('latin1') === 'PK' && kind === 'other' ? 'archive' : 'unknown-format')
}

/** What a library throws at a damaged file is no bug of ours: the file is told of as broken. */
export async function inspectBytes(file: { readonly name: string; readonly bytes: Uint8Array }, bounds: InspectBounds = usual): Promise<FileInspection> {
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength)
  try {
    return await inspectAt(bytes, file.name, bounds, deepest)
  } catch {
    return notInspected('other', 'broken')
  }
}
