// Opens zip packages (docx, xlsx, ofd) within bounds: nothing is inflated beyond what was promised, and no XML may declare entities.
import { inflateRawSync } from 'node:zlib'

export type ZipFault = 'broken' | 'encrypted' | 'too-expanded' | 'unsafe-xml'

export interface ZipPackage {
  readonly names: readonly string[]
  /** Bytes of an entry, or undefined where there is none. */
  read(name: string): Buffer | undefined
  text(name: string): string | undefined
}

export interface ZipBounds {
  readonly mostEntries: number
  readonly mostBytes: number
  /** Of one entry above a megabyte. */
  readonly mostRatio: number
}

export const usualZipBounds: ZipBounds = { mostEntries: 5000, mostBytes: 400 * 1024 * 1024, mostRatio: 150 }

interface Entry {
  readonly name: string
  readonly packed: number
  readonly unpacked: number
  readonly method: number
  readonly at: number
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localEntry = 0x04034b50
const megabyte = 1024 * 1024

class Faulty extends Error {
  readonly fault: ZipFault
  constructor(fault: ZipFault) {
    super(fault)
    this.fault = fault
  }
}

function entriesOf(bytes: Buffer, bounds: ZipBounds): Map<string, Entry> {
  const from = Math.max(0, bytes.length - 65_557)
  let end = bytes.length - 22
  while (end >= from && bytes.readUInt32LE(end) !== endOfDirectory) end -= 1
  if (end < from) throw new Faulty('broken')
  const count = bytes.readUInt16LE(end + 10)
  if (count > bounds.mostEntries) throw new Faulty('too-expanded')
  const entries = new Map<string, Entry>()
  let at = bytes.readUInt32LE(end + 16)
  let total = 0
  for (let each = 0; each < count; each += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== directoryEntry) throw new Faulty('broken')
    const flags = bytes.readUInt16LE(at + 8)
    if (flags & 1) throw new Faulty('encrypted')
    const [packed, unpacked] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)]
    const [nameLength, extraLength, commentLength] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)]
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    total += unpacked
    if (total > bounds.mostBytes || (unpacked > megabyte && unpacked > packed * bounds.mostRatio)) throw new Faulty('too-expanded')
    entries.set(name, { name, packed, unpacked, method: bytes.readUInt16LE(at + 10), at: bytes.readUInt32LE(at + 42) })
    at += 46 + nameLength + extraLength + commentLength
  }
  return entries
}

function inflate(bytes: Buffer, entry: Entry): Buffer {
  if (entry.at + 30 > bytes.length || bytes.readUInt32LE(entry.at) !== localEntry) throw new Faulty('broken')
  const start = entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28)
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length !== entry.packed) throw new Faulty('broken')
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw new Faulty('broken')
  try {
    const unpacked = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpacked) })
    if (unpacked.length !== entry.unpacked) throw new Faulty('broken')
    return unpacked
  } catch (error) {
    if (error instanceof Faulty) throw error
    // more came out than the directory promised
    throw new Faulty((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-expanded' : 'broken')
  }
}

const isXml = (name: string): boolean => /\.(?:xml|rels|vml)$/i.test(name)

/** Every entry is inflated once here, so that the libraries that read the package later meet no surprise. */
export function openZip(bytes: Uint8Array, bounds: ZipBounds = usualZipBounds): ZipPackage | ZipFault {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const entries = entriesOf(buffer, bounds)
    for (const entry of entries.values()) {
      if (entry.name.endsWith('/')) continue
      const unpacked = inflate(buffer, entry)
      if (isXml(entry.name) && /<!(?:DOCTYPE|ENTITY)/i.test(unpacked.toString('latin1', 0, Math.min(unpacked.length, 4096)))) throw new Faulty('unsafe-xml')
    }
    const read = (name: string): Buffer | undefined => {
      const entry = entries.get(name)
      return entry && inflate(buffer, entry)
    }
    return { names: [...entries.keys()], read, text: (name) => read(name)?.toString('utf8') }
  } catch (error) {
    if (error instanceof Faulty) return error.fault
    if (error instanceof RangeError) return 'broken'
    throw error
  }
}
