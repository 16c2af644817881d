// As many readers as there are cores to use: a file goes to the one with the fewest before it.
import { openReader, type Reader, type ReaderBounds } from './reader.ts'

export type Readers = Pick<Reader, 'read' | 'inspect' | 'clean' | 'close'>

export function openReaders(count: number, bounds?: ReaderBounds): Readers {
  const all = Array.from({ length: count }, () => ({ reader: openReader(bounds), waiting: 0 }))
  const byTheIdlest = async <Result>(work: (reader: Reader) => Promise<Result>): Promise<Result> => {
    const [idlest] = all.toSorted((a, b) => a.waiting - b.waiting)
    if (!idlest) throw new RangeError('no reader was opened')
    idlest.waiting += 1
    try {
      return await work(idlest.reader)
    } finally {
      idlest.waiting -= 1
    }
  }
  return {
    read: (file) => byTheIdlest((reader) => reader.read(file)),
    inspect: (file) => byTheIdlest((reader) => reader.inspect(file)),
    clean: (file, how) => byTheIdlest((reader) => reader.clean(file, how)),
    async close() {
      await Promise.all(all.map(({ reader }) => reader.close()))
    },
  }
}
