// The second start of a whole installation, and what its process weighs after a crawl.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { figure, type Bench } from './harness/bench.ts'
import { holderOf } from '../src/main/data-folder.ts'
import { residentBytesOf, startServer } from './harness/machine.ts'

const root = join(import.meta.dirname, '..')
const rounds = 5
const pages = 10_000
const atOnce = 8

export const bench: Bench = {
  name: 'start',
  measures:
    '`npm start` on an installation with the demo town: seconds until `ready`, and the memory of its process after 10,000 different pages were asked for.',
  async run(tell) {
    const folder = await mkdtemp(join(tmpdir(), 'gongkai-bench-'))
    const data = join(folder, 'data')
    // what `npm start` runs, on all cores as there
    const start = (): ReturnType<typeof startServer> =>
      startServer(
        [process.execPath, join(root, 'bin/start.mjs')],
        /^ready /,
        { GONGKAI_DATA: data, GONGKAI_PORTAL_PORT: '0', GONGKAI_OFFICE_PORT: '0', GONGKAI_BASE_PATH: '/' },
        'any core',
      )
    const residentBytes = async (): Promise<number> => residentBytesOf((await holderOf(data))?.processId ?? 0)
    try {
      await (await start()).stop()
      tell('the town is built')
      const seconds: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        const began = performance.now()
        const running = await start()
        seconds.push((performance.now() - began) / 1000)
        await running.stop()
      }
      const running = await start()
      const base = running.line.split(' ')[1] ?? ''
      const before = await residentBytes()
      const crawled = await crawl(base)
      tell(`${crawled} pages asked for`)
      const after = await residentBytes()
      await running.stop()
      if (crawled < pages) throw new Error(`the town has only ${crawled} pages`)
      return [
        figure('second start, to ready', 's', seconds, { atMost: 3 }),
        figure('resident after 10,000 pages', 'MB', [after / 1024 ** 2], { atMost: 300 }),
        figure('resident at ready', 'MB', [before / 1024 ** 2]),
      ]
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

/** Follows links from the home page, in every way of looking, until so many different pages were read. */
async function crawl(base: string): Promise<number> {
  const seen = new Set(['/', '/tw/', '/elder/', '/large/', '/contrast/'])
  const waiting = [...seen]
  const one = async (path: string): Promise<void> => {
    const answer = await fetch(new URL(path, base), { headers: { 'accept-encoding': 'gzip' }, redirect: 'manual' })
    const text = await answer.text()
    if (!answer.headers.get('content-type')?.startsWith('text/html')) return
    for (const [, link = ''] of text.matchAll(/href="(\/[^"#]*)"/g)) {
      const address = link.replaceAll('&amp;', '&')
      // limited to so many a minute, or made for each reader
      if (seen.has(address) || /\/(search|leave|deadline|apply\/online|register)|\.(pdf|docx)$/.test(address)) continue
      seen.add(address)
      waiting.push(address)
    }
  }
  for (let read = 0; ;) {
    const next = waiting.splice(0, atOnce)
    if (next.length === 0 || read >= pages) return read
    await Promise.all(next.map(one))
    read += next.length
  }
}
