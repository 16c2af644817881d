// Which codes stand on the pages of a photograph or scan, and the scan cut where one sheet ends and the next begins. Runs on the thread it is called on.
import { PDFDocument } from '@cantoo/pdf-lib'
import { cleanPicture } from '../clean/clean-image.ts'
import { findCode, type Effort } from './find-code.ts'
import { greyPages, type RasterFault } from './raster.ts'

/** Pages that belong together: from one code to the next. */
export interface CodedPart {
  readonly code: string | null
  /** From 1. */
  readonly pages: readonly number[]
  /** The part as a file of its own; undefined where it is the whole file. */
  readonly bytes: Uint8Array | undefined
  /** Of a picture: the same dots without anything that a camera writes beside them. */
  readonly bare?: Uint8Array | undefined
}

export type CodeReading =
  | { readonly as: 'read'; readonly pages: number; readonly parts: readonly CodedPart[] }
  | { readonly as: 'refused'; readonly code: RasterFault | 'too-slow' }

/** About half a minute of one core. */
const wholeEffort = 200_000_000

/** Pages without a code belong to the sheet before them; those before the first code to none. */
export function groupPages(codes: readonly (string | null)[]): { code: string | null; pages: number[] }[] {
  const groups: { code: string | null; pages: number[] }[] = []
  for (const [at, code] of codes.entries()) {
    const last = groups.at(-1)
    const same = last && (code === null || last.code === code)
    if (same) last.pages.push(at + 1)
    else groups.push({ code, pages: [at + 1] })
  }
  return groups
}

async function cutOut(bytes: Buffer, pages: readonly number[]): Promise<Uint8Array> {
  const source = await PDFDocument.load(bytes, { updateMetadata: false })
  const part = await PDFDocument.create({ updateMetadata: false })
  for (const page of await part.copyPages(
    source,
    pages.map((number) => number - 1),
  ))
    part.addPage(page)
  return part.save()
}

/** `prefix`: codes that begin otherwise are looked past. */
export async function readCodes(bytes: Buffer, prefix: string): Promise<CodeReading> {
  const effort: Effort = { dots: wholeEffort }
  const codes: (string | null)[] = []
  for await (const page of greyPages(bytes)) {
    if (typeof page === 'string') return { as: 'refused', code: page }
    let code: string | null = null
    for (const grey of page) code ??= findCode(grey, (text) => text.startsWith(prefix), effort) ?? null
    codes.push(code)
  }
  if (codes.length === 0) return { as: 'refused', code: 'broken' }
  const groups = groupPages(codes)
  const bare = cleanPicture(bytes)
  const parts: CodedPart[] = []
  for (const group of groups) parts.push({ ...group, bytes: groups.length === 1 ? undefined : await cutOut(bytes, group.pages), ...(bare && { bare }) })
  return { as: 'read', pages: codes.length, parts }
}
