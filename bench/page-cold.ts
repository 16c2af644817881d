// Pages that nobody has asked for before: read, made, compressed.
import { alternate, figure, ratios, type Bench } from './harness/bench.ts'
import { answersPerProcessorSecond } from './harness/load.ts'
import { answersOf, openSite, serveByNginx } from './harness/site.ts'

const rounds = 5
const seconds = 3
/** More than are asked for in one round. */
const perRound = 4000

export const bench: Bench = {
  name: 'page-cold',
  measures:
    'Document pages never asked before (query, render, compress) over 32 connections, per processor second of the server, against nginx with `gzip_static` and one page.',
  async run(tell) {
    const site = await openSite((rounds + 1) * perRound + 100)
    const stops: (() => Promise<void>)[] = []
    try {
      const nginx = await serveByNginx(site.folder, await answersOf(site, site.documents.slice(-1)))
      stops.push(() => nginx.stop())
      tell(`${site.documents.length} documents laid`)
      const headers = { 'accept-encoding': 'gzip' }
      let round = 0
      const measured = await alternate(rounds, {
        portal: () => {
          const paths = site.documents.slice(round * perRound, (round + 1) * perRound)
          round += 1
          return answersPerProcessorSecond({ ...site.portal, paths, headers, seconds, folder: site.folder })
        },
        nginx: () => answersPerProcessorSecond({ ...nginx, paths: site.documents.slice(-1), headers, seconds, folder: site.folder }),
      })
      return [
        figure('portal, cold, against nginx gzip_static', '×', ratios(measured.portal, measured.nginx), { atLeast: 0.006 }),
        figure('portal, cold, pages per processor second', '/s', measured.portal),
      ]
    } finally {
      for (const stop of stops) await stop()
      await site.close()
    }
  },
}
