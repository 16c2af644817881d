// What a portal process weighs while somebody reads a hundred thousand different pages of it, one after the other.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openStock } from './data/stock.ts'
import { figure, type Bench, type Figure } from './harness/bench.ts'
import { residentBytesOf, startServer } from './harness/machine.ts'

const documents = Number(process.env['GONGKAI_BENCH_DOCUMENTS'] ?? 1_000_000)
const stock = { documents, units: 2000, requests: documents / 10, seed: 1 }
const pages = Math.min(100_000, documents)
const steps = 10
const atOnce = 16

export const bench: Bench = {
  name: 'crawl',
  measures: `Memory of one portal process (as it is set from the beginning) while ${pages} different document pages of ${documents} are read in gzip, ${atOnce} at once; the second half must add next to nothing.`,
  async run(tell) {
    const opened = await openStock(stock, tell)
    const folder = await mkdtemp(join(tmpdir(), 'gongkai-bench-'))
    try {
      const { rows } = await sql<{ id: string }>`select id from publication.document order by md5(id::text) limit ${pages}`.execute(opened.database.db)
      const environment = { GONGKAI_PORTAL_DATABASE_URL: opened.url, GONGKAI_PORTAL_PORT: '0', GONGKAI_DATA: folder, GONGKAI_LOG_LEVEL: 'warn' }
      const portal = await startServer([process.execPath, join(import.meta.dirname, '../src/main/portal.ts')], /^ready portal/, environment, 'any core')
      try {
        const base = `http://127.0.0.1:${/:(\d+)\s*$/.exec(portal.line)?.[1]}`
        const weighed: number[] = []
        const began = performance.now()
        for (let step = 0; step <= steps; step += 1) {
          const [from, until] = [(step - 1) * (pages / steps), step * (pages / steps)]
          if (step > 0) await read(rows.slice(from, until).map(({ id }) => `${base}/documents/${id}`))
          weighed.push((await residentBytesOf(portal.processId)) / 1024 ** 2)
          tell(`${until} pages, ${Math.round(weighed.at(-1) ?? 0)} MB`)
        }
        const [ready = Number.NaN, half = Number.NaN, whole = Number.NaN] = [weighed[0], weighed[steps / 2], weighed.at(-1)]
        return [
          figure(`resident after ${pages} pages against after the first half`, '×', [whole / half], { atMost: 1.1 }),
          figure(`resident, ${pages} pages on the way`, 'MB', weighed.slice(1)),
          figure('resident at ready', 'MB', [ready]),
          figure('pages, each for the first time, on all cores beside database and reader', '/s', [(pages * 1000) / (performance.now() - began)]),
        ] satisfies Figure[]
      } finally {
        await portal.stop()
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
      await opened.close()
    }
  },
}

async function read(addresses: readonly string[]): Promise<void> {
  const waiting = addresses.values()
  const reader = async (): Promise<void> => {
    for (const address of waiting) {
      const answer = await fetch(address, { headers: { 'accept-encoding': 'gzip' } })
      await answer.arrayBuffer()
      if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, reader))
}
