// The mirror: how fast it writes everything, and how soon a publication stands in it.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { anItem, publishItem, valueOf } from '../src/modules/publication/fixtures.ts'
import { openDatabase } from '../src/platform/database/database.ts'
import { checkMirror } from '../src/portal/mirror/check.ts'
import { alternate, figure, quantile, ratios, type Bench } from './harness/bench.ts'
import { answersPerSecond } from './harness/load.ts'
import { startServer } from './harness/machine.ts'
import { openSite } from './harness/site.ts'

const root = join(import.meta.dirname, '..')
const rounds = 3
const documents = 3000
const publications = 60
const cores = availableParallelism()
/** Inner `taskset` gives a command of the harness all cores again. */
const onAllCores = (command: readonly string[]): string[] =>
  existsSync('/usr/bin/taskset') ? ['/usr/bin/taskset', '-c', `0-${cores - 1}`, ...command] : [...command]

export const bench: Bench = {
  name: 'mirror',
  measures: `A full mirror of ${documents} documents by \`gongkai mirror --no-downloads\` from its start to its end (pages of HTML, each with gzip and br beside it, and their data) against the portal's document pages made and gzipped for each reader by as many processes as cores (${cores}), both in pages a second of the clock; and the time from a publication's commit until its page stands in a mirror that follows.`,
  async run(tell) {
    const site = await openSite(documents)
    const environment = {
      GONGKAI_PORTAL_DATABASE_URL: site.urls.portal,
      GONGKAI_PORTAL_ADDRESS: 'http://www.qinglan.example',
      GONGKAI_PORTAL_PORT: '0',
      GONGKAI_DATA: join(site.folder, 'data-of-mirror'),
      GONGKAI_LOG_LEVEL: 'warn',
      // Every page is made for its reader: that is what a mirror does, too.
      GONGKAI_PAGE_MEMORY: '0',
    }
    const stops: (() => Promise<void>)[] = []
    try {
      const portal = await startServer(
        onAllCores([process.execPath, join(root, 'src/main/portal.ts'), '--workers', String(cores)]),
        /^ready portal/,
        environment,
      )
      stops.push(() => portal.stop())
      const port = Number(/:(\d+)\s*$/.exec(portal.line)?.[1])
      // Processes that have answered nothing yet are slower than they will be.
      const warm = site.documents.slice(0, 200).map(async (path) => (await fetch(`http://127.0.0.1:${port}${path}`)).arrayBuffer())
      await Promise.all(warm)
      const folder = join(site.folder, 'mirror')
      const gongkai = ['src/main/cli.ts', 'mirror', folder, '--no-downloads']
      let pages = 0
      const measured = await alternate(rounds, {
        mirror: async () => {
          await rm(folder, { recursive: true, force: true })
          const began = performance.now()
          await promisify(execFile)(process.execPath, gongkai, { cwd: root, env: { ...process.env, ...environment } })
          const seconds = (performance.now() - began) / 1000
          pages = await countPages(folder)
          tell(`${pages} pages in ${seconds.toFixed(1)} s`)
          return pages / seconds
        },
        cold: () =>
          answersPerSecond({
            port,
            processId: portal.processId,
            paths: site.documents,
            headers: { 'accept-encoding': 'gzip' },
            seconds: 8,
            folder: site.folder,
          }),
      })
      const following = await startServer(
        onAllCores([process.execPath, ...gongkai.map((word) => (word.endsWith('cli.ts') ? join(root, word) : word)), '--follow']),
        /正在跟随/,
        environment,
      )
      stops.push(() => following.stop())
      const times = await timesToMirror(site.urls.owner, folder)
      const checked = await checkMirror(folder)
      if (!checked || checked.faultCount > 0) throw new Error(`the mirror has faults: ${JSON.stringify(checked?.faults.slice(0, 5))}`)
      tell(`${checked.links} links of ${checked.files} files lead somewhere`)
      const sorted = times.toSorted((a, b) => a - b)
      return [
        figure('full mirror against cold pages of the portal', '×', ratios(measured.mirror, measured.cold), { atLeast: 0.8 }),
        figure('full mirror, pages', '/s', measured.mirror),
        figure('portal, cold pages', '/s', measured.cold),
        figure(`publication to mirrored page, p95 of ${publications}`, 'ms', [quantile(sorted, 0.95)], { atMost: 300 }),
        figure(`publication to mirrored page`, 'ms', times),
      ]
    } finally {
      for (const stop of stops.toReversed()) await stop()
      await site.close()
    }
  },
}

async function countPages(folder: string): Promise<number> {
  const { stdout } = await promisify(execFile)('/bin/sh', ['-c', `find ${JSON.stringify(join(folder, 'public'))} -name '*.html' | wc -l`])
  return Number(stdout)
}

/** One publication after the other: from its commit until the page stands there. */
async function timesToMirror(ownerUrl: string, folder: string): Promise<number[]> {
  const database = openDatabase({ url: ownerUrl, name: 'bench mirror', poolSize: 2 })
  await mkdir(folder, { recursive: true })
  try {
    const { rows } = await sql<{ id: string }>`select id from publication.site_column where slug = 'zhengce'`.execute(database.db)
    const times: number[] = []
    for (let at = 0; at < publications; at += 1) {
      const item = anItem({ columnIds: rows.map(({ id }) => id), title: `第${at}次跟随的通知`, documentNumber: null })
      valueOf(await publishItem(database, item, new Date()))
      const committed = performance.now()
      const page = join(folder, 'public/site/documents', `${item.documentId}.html`)
      while (!existsSync(page)) {
        if (performance.now() - committed > 30_000) throw new Error(`${page} did not come`)
        await wait(2)
      }
      times.push(performance.now() - committed)
      // What else the publication touches is written before the next one, as in life.
      await wait(500)
    }
    return times
  } finally {
    await database.close()
  }
}
