// Cleans the bytes of one file, and looks at the copy again before it is handed out. Runs on the thread it is called on.
import type { FileInspection } from '../../../kernel/file-inspection.ts'
import { inspectBytes } from '../inspect/inspect-file.ts'
import { pictureOf } from '../inspect/inspect-image.ts'
import { sniff } from '../read/sniff.ts'
import { cleanPicture } from './clean-image.ts'
import { refusedCleaning, type Cleaning, type CleanResult, type NotCleaned } from './cleaning.ts'

async function copyOf(bytes: Buffer, how: Cleaning): Promise<Uint8Array | NotCleaned> {
  if (pictureOf(bytes)) return how === 'properties' ? (cleanPicture(bytes) ?? 'unsupported') : 'unsupported'
  const { kind, encrypted, fault, zip } = await sniff(bytes)
  if (encrypted || fault === 'encrypted') return 'encrypted'
  if (fault) return 'broken'
  if (kind === 'pdf' && how === 'properties') {
    const { cleanPdf } = await import('./clean-pdf.ts')
    return cleanPdf(bytes)
  }
  const office = kind === 'docx' || (how === 'properties' && (kind === 'xlsx' || kind === 'ofd' || zip?.names.includes('ppt/presentation.xml')))
  if (!zip || !office) return 'unsupported'
  if (zip.names.some((name) => name.startsWith('_xmlsignatures/'))) return 'signed'
  const { cleanPackage } = await import('./clean-package.ts')
  return cleanPackage(zip, how) ?? 'changes-tangled'
}

const shown = ({ texts }: FileInspection): string =>
  JSON.stringify(texts.filter((text) => !text.hidden).map(({ place, text }) => [place, text.replaceAll(/\s+/g, '')]))
const hiddenBut = ({ hidden }: FileInspection, gone: readonly string[]): string =>
  JSON.stringify(hidden.filter(({ kind }) => !gone.includes(kind)).map(({ kind, place, count }) => [kind, place, count]))

/** The copy shows the same words, still tells of everything that a person has to decide, and names nobody any more. */
function isGood(before: FileInspection, after: FileInspection, how: Cleaning): boolean {
  const gone = how === 'properties' ? ['thumbnail'] : ['thumbnail', 'comment', 'tracked-change']
  return (
    after.inspected === before.inspected &&
    after.properties.every(({ kind, place }) => kind === 'signature' || place?.startsWith('嵌入文件') === true) &&
    after.hidden.every(({ kind, place }) => !gone.includes(kind) || place.startsWith('嵌入文件')) &&
    hiddenBut(after, gone) === hiddenBut(before, gone) &&
    shown(after) === shown(before) &&
    after.pages === before.pages
  )
}

const hasSomething = ({ properties, hidden }: FileInspection, how: Cleaning): boolean =>
  properties.some(({ kind }) => kind !== 'signature') ||
  hidden.some(({ kind }) => kind === 'thumbnail' || (how === 'changes' && (kind === 'comment' || kind === 'tracked-change')))

export interface FileToClean {
  readonly name: string
  readonly bytes: Uint8Array
}

export async function cleanBytes(file: FileToClean, how: Cleaning): Promise<CleanResult> {
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength)
  const before = await inspectBytes(file)
  const refused = (code: NotCleaned): CleanResult => refusedCleaning(code, before)
  try {
    if (before.inspected === 'not') return refused(before.because === 'encrypted' ? 'encrypted' : before.because === 'broken' ? 'broken' : 'unsupported')
    if (!hasSomething(before, how)) return refused('clean-already')
    if (before.properties.some(({ kind }) => kind === 'signature')) return refused('signed')
    const copy = await copyOf(bytes, how)
    if (typeof copy === 'string') return refused(copy)
    const after = await inspectBytes({ name: file.name, bytes: copy })
    return isGood(before, after, how) ? { as: 'cleaned', bytes: copy, inspection: after } : refused('differs')
  } catch {
    // what a library throws at a damaged file is no bug of ours
    return refused('broken')
  }
}
