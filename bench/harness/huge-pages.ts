// Memory in large pieces for the database, as `docs/operations.md` advises: each process of the server meets every piece of the shared memory once, and on a virtual
// machine each first meeting takes as long as a look at the index.
import { readFile, writeFile } from 'node:fs/promises'

const reserved = '/proc/sys/vm/nr_hugepages'
const pieceMegabytes = 2
/** What the server shares beside its buffers, as a part of them. */
const beside = 1.08

const count = async (): Promise<number> => Number(await readFile(reserved, 'utf8'))

/** Asks the system for so much; where it may not or cannot, the database takes small pieces, and `tell` says so. */
export async function reserveHugePages(megabytes: number, tell: (line: string) => void): Promise<{ giveBack(): Promise<void> }> {
  const wanted = Math.ceil((megabytes * beside) / pieceMegabytes)
  try {
    const before = await count()
    if (before >= wanted) return { giveBack: async () => {} }
    await writeFile(reserved, String(wanted))
    if ((await count()) < wanted) {
      // memory that holds files lies in small pieces
      await writeFile('/proc/sys/vm/drop_caches', '3')
      await writeFile('/proc/sys/vm/compact_memory', '1')
      await writeFile(reserved, String(wanted))
    }
    const giveBack = (): Promise<void> => writeFile(reserved, String(before))
    if ((await count()) >= wanted) return { giveBack }
    await giveBack()
  } catch {
    // not root, or no Linux
  }
  tell('no huge pages for the database: searches take longer')
  return { giveBack: async () => {} }
}
