// The words of a Word 97 file (.doc, .wps): its compound file is walked, and its piece table put into order.
const endOfChain = 0xfffffffe
const sectorSizes: readonly number[] = [512, 4096]

interface Compound {
  stream(name: string): Buffer | undefined
}

function openCompound(file: Buffer): Compound | undefined {
  const sectorSize = 1 << file.readUInt16LE(30)
  const miniSize = 1 << file.readUInt16LE(32)
  const miniCutoff = file.readUInt32LE(56)
  if (!sectorSizes.includes(sectorSize) || miniSize < 16 || miniSize > sectorSize) return undefined
  // a chain that runs in a circle ends here
  const longestChain = file.length / miniSize + 1
  const sector = (number: number): Buffer => file.subarray((number + 1) * sectorSize, (number + 2) * sectorSize)
  const fatSectors: number[] = []
  for (let at = 0; at < 109; at += 1) {
    const number = file.readUInt32LE(76 + at * 4)
    if (number < endOfChain - 1) fatSectors.push(number)
  }
  let difat = file.readUInt32LE(68)
  for (let hops = 0; difat < endOfChain - 1 && hops < 1000; hops += 1) {
    const table = sector(difat)
    for (let at = 0; at + 4 < table.length; at += 4) {
      const number = table.readUInt32LE(at)
      if (number < endOfChain - 1) fatSectors.push(number)
    }
    difat = table.readUInt32LE(sectorSize - 4)
  }
  const fat = fatSectors.flatMap((number) => {
    const table = sector(number)
    return Array.from({ length: Math.floor(table.length / 4) }, (_, at) => table.readUInt32LE(at * 4))
  })
  const chain = (start: number, next: readonly number[], part: (number: number) => Buffer): Buffer => {
    const parts: Buffer[] = []
    for (let number = start; number < endOfChain - 1 && parts.length < longestChain; number = next[number] ?? endOfChain) parts.push(part(number))
    return Buffer.concat(parts)
  }
  const directory = chain(file.readUInt32LE(48), fat, sector)
  const entries = Array.from({ length: Math.floor(directory.length / 128) }, (_, at) => {
    const entry = directory.subarray(at * 128, at * 128 + 128)
    const length = Math.max(0, Math.min(64, entry.readUInt16LE(64)) - 2)
    return { name: entry.toString('utf16le', 0, length), start: entry.readUInt32LE(116), size: entry.readUInt32LE(120) }
  })
  const [root] = entries
  if (!root) return undefined
  const mini = chain(root.start, fat, sector)
  const miniTable = chain(file.readUInt32LE(60), fat, sector)
  const miniFat = Array.from({ length: Math.floor(miniTable.length / 4) }, (_, at) => miniTable.readUInt32LE(at * 4))
  return {
    stream(name) {
      const entry = entries.find((one) => one.name === name)
      if (!entry) return undefined
      const bytes =
        entry.size < miniCutoff
          ? chain(entry.start, miniFat, (number) => mini.subarray(number * miniSize, (number + 1) * miniSize))
          : chain(entry.start, fat, sector)
      return bytes.subarray(0, entry.size)
    },
  }
}

/** Pieces of the text, each in UTF-16 or in single bytes. */
function piecesOf(word: Buffer, table: Buffer): string {
  const start = word.readUInt32LE(0x01a2)
  const length = word.readUInt32LE(0x01a6)
  const clx = table.subarray(start, start + length)
  let at = 0
  while (clx[at] === 1) at += 3 + clx.readUInt16LE(at + 1)
  if (clx[at] !== 2) return ''
  const plc = clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1))
  const count = Math.floor((plc.length - 4) / 12)
  let text = ''
  for (let piece = 0; piece < count; piece += 1) {
    const letters = plc.readUInt32LE((piece + 1) * 4) - plc.readUInt32LE(piece * 4)
    const place = plc.readUInt32LE((count + 1) * 4 + piece * 8 + 2)
    const single = (place & 0x40000000) !== 0
    const from = single ? (place & 0x3fffffff) / 2 : place
    text += single ? word.toString('latin1', from, from + letters) : word.toString('utf16le', from, from + letters * 2)
  }
  return text
}

/** The text of a Word 97 file, a paragraph or cell a line; empty where it cannot be read. */
export function textOfWord97(file: Buffer): string {
  try {
    const compound = openCompound(file)
    const word = compound?.stream('WordDocument')
    if (!compound || !word || word.readUInt16LE(0) !== 0xa5ec) return ''
    const table = compound.stream((word.readUInt16LE(10) & 0x0200) !== 0 ? '1Table' : '0Table')
    if (!table) return ''
    return piecesOf(word, table)
      .replace(/\u0013[^\u0014\u0015]*\u0014?/g, '')
      .replace(/[\u0001\u0002\u0005\u0008\u0014\u0015]/g, '')
      .replace(/[\r\u0007\u000b\u000c]+/g, '\n')
      .trim()
  } catch (error) {
    // a file cut short points beyond its end
    if (error instanceof RangeError) return ''
    throw error
  }
}
