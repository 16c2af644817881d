// Takes photographs and scans of signed sheets: proves each, reads its codes, keeps it as evidence, and files it or leaves it in the tray.
import { createHash } from 'node:crypto'
import type { Place } from '../../../../kernel/actor.ts'
import { refused, granted, type Refusal, type Ruling } from '../../../../kernel/ruling.ts'
import type { CodeReading } from '../../../../platform/documents/codes/read-codes.ts'
import type { CleanResult, Cleaning } from '../../../../platform/documents/clean/cleaning.ts'
import type { Tx } from '../../../../platform/database/database.ts'
import type { FileStore } from '../../../../platform/files/file-store.ts'
import { may, type By } from '../../../access/index.ts'
import { codePrefix, largestPhotoBytes, photoTypes, type PhotoTrouble, type PhotoType } from '../../law/paper.ts'
import { photoOfSource, sheetOfCode, type PhotoRow } from '../../queries/paper/photos.ts'
import { codeOf } from '../../rules/review/paper.ts'
import { insertPhoto, markTrouble, type NewPhoto } from '../../store/paper.ts'
import { fileByCode, type Filed } from './file-photo.ts'

interface Named {
  readonly name: string
  readonly bytes: Buffer
}

/** Handed in: it takes time and memory of its own. */
export interface PhotoReading {
  proofOf(bytes: Buffer): Promise<string | undefined>
  codes(file: Named, prefix: string): Promise<CodeReading>
  clean(file: Named, how: Cleaning): Promise<CleanResult>
}

export type HandedIn =
  | { readonly as: 'filed'; readonly photoId: string; readonly name: string; readonly filed: Filed }
  | { readonly as: 'unfiled'; readonly photoId: string; readonly name: string; readonly trouble: PhotoTrouble }
  | { readonly as: 'twice'; readonly name: string; readonly before: PhotoRow }
  | { readonly as: 'refused'; readonly name: string; readonly refusal: Refusal }

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** The post in whose tray it waits: the first of one's own that handles paper. */
export function postOf(by: By): Place | undefined {
  const { grants } = by.actor
  const places = grants.map(({ unitId, sectionId }) => ({ unitId, sectionId }))
  return places.find((place) => may(by.actor, 'edition.submit', place).ok)
}

function wrongFile({ name, bytes }: Named, proof: string | undefined): Refusal | undefined {
  const facts = { name }
  if (bytes.byteLength === 0) return { code: 'attachment-empty', facts }
  if (proof === undefined || !Object.hasOwn(photoTypes, proof)) return { code: 'photo-type', facts }
  if (bytes.byteLength > largestPhotoBytes) return { code: 'attachment-too-large', facts: { name, limit: `${largestPhotoBytes / 1024 / 1024}MB` } }
  return undefined
}

interface Part {
  readonly code: string | null
  readonly pages: readonly number[]
  readonly bytes: Buffer
  readonly bare?: Uint8Array | undefined
  readonly sourcePages: string
}

/** A picture that could not be read in its time waits for a person; one that is none is turned away. */
function partsOf(file: Named, reading: CodeReading): readonly Part[] | Refusal {
  const whole = { code: null, pages: [1], bytes: file.bytes, sourcePages: '' }
  if (reading.as === 'refused') return reading.code === 'too-slow' ? [whole] : { code: `photo-${reading.code}`, facts: { name: file.name } }
  return reading.parts.map(({ code, pages, bytes, bare }) => ({
    code,
    bare,
    pages,
    bytes: bytes ? Buffer.from(bytes) : file.bytes,
    sourcePages: bytes ? `${pages[0]}-${pages.at(-1)}` : '',
  }))
}

interface Taking {
  readonly place: Place
  readonly store: FileStore
  readonly reading: PhotoReading
}

/** A scan without the properties of its maker, as far as that can be done; else as it is. */
async function bareDocument(bytes: Buffer, type: PhotoType, reading: PhotoReading): Promise<Buffer> {
  const cleaned = await reading.clean({ name: `x.${photoTypes[type].ending}`, bytes }, 'properties')
  return cleaned.as === 'cleaned' ? Buffer.from(cleaned.bytes) : bytes
}

async function takePart(tx: Tx, by: By, file: Named, type: PhotoType, part: Part, { place, store, reading }: Taking): Promise<HandedIn> {
  const name = part.sourcePages === '' ? file.name : file.name.replace(/(\.[^.]*)?$/, `（第${part.sourcePages}页）$1`)
  const source = { unitId: place.unitId, sourceSha256: hashOf(file.bytes), sourcePages: part.sourcePages }
  const before = await photoOfSource(tx, source)
  if (before) return { as: 'twice', name, before }

  const shown = part.bare ? Buffer.from(part.bare) : await bareDocument(part.bytes, type, reading)
  const originalSha256 = await store.put(part.bytes)
  const sha256 = await store.put(shown)
  const code = part.code === null ? null : (codeOf(part.code) ?? null)
  const sheet = code === null ? undefined : await sheetOfCode(tx, code)
  const kept = { name, mediaType: photoTypes[type].mediaType, sha256, bytes: shown.byteLength, originalSha256, originalBytes: part.bytes.byteLength }
  const photo: NewPhoto = { ...kept, ...source, sectionId: place.sectionId ?? null, pages: part.pages.length, code, trouble: null }
  const photoId = await insertPhoto(tx, photo, { by: by.actor, at: by.at })

  const filed = sheet ? await fileByCode(tx, by, sheet, { ...kept, photoId }) : part.code === null ? 'no-code' : 'unknown-code'
  if (typeof filed !== 'string') return { as: 'filed', photoId, name, filed }
  await markTrouble(tx, photoId, filed)
  return { as: 'unfiled', photoId, name, trouble: filed }
}

export async function handIn(tx: Tx, by: By, files: readonly Named[], store: FileStore, reading: PhotoReading): Promise<Ruling<readonly HandedIn[]>> {
  const place = postOf(by)
  if (!place) return refused('not-allowed')
  if (files.length === 0) return refused('photo-missing')
  const results: HandedIn[] = []
  for (const file of files) {
    const { name } = file
    const proof = await reading.proofOf(file.bytes)
    const wrong = wrongFile(file, proof)
    const parts = wrong ?? partsOf(file, await reading.codes(file, codePrefix))
    if ('code' in parts) results.push({ as: 'refused', name, refusal: parts })
    else for (const part of parts) results.push(await takePart(tx, by, file, proof as PhotoType, part, { place, store, reading }))
  }
  return granted(results)
}
