// Readers and caches that have the page already: 304.
import { alternate, figure, ratios, type Bench } from './harness/bench.ts'
import { answersPerProcessorSecond } from './harness/load.ts'
import { answersOf, openSite, serveBare, serveByNginx, type Serving } from './harness/site.ts'

const rounds = 7

export const bench: Bench = {
  name: 'revalidate',
  measures:
    '304 answers over 32 connections, per processor second of the server: the portal, bare `node:http` that sends 304 with the same headers and looks at nothing, and nginx.',
  async run() {
    const site = await openSite(2000)
    const stops: (() => Promise<void>)[] = []
    try {
      const paths = site.documents.slice(0, 1)
      const answers = await answersOf(site, paths)
      const [bare, nginx] = [await serveBare(site.folder, answers, 304), await serveByNginx(site.folder, answers)]
      stops.push(
        () => bare.stop(),
        () => nginx.stop(),
      )
      const headers = answers[0]?.headers ?? []
      const ownEtag = headers[headers.indexOf('etag') + 1] ?? ''
      const fromNginx = await fetch(`http://127.0.0.1:${nginx.port}${paths[0]}`, { headers: { 'accept-encoding': 'gzip' } })
      await fromNginx.arrayBuffer()
      const side = (server: Serving, etag: string) => () =>
        answersPerProcessorSecond({ ...server, paths, status: 304, headers: { 'accept-encoding': 'gzip', 'if-none-match': etag }, folder: site.folder })
      const measured = await alternate(rounds, {
        portal: side(site.portal, ownEtag),
        bare: side(bare, '"any"'),
        nginx: side(nginx, fromNginx.headers.get('etag') ?? ''),
      })
      return [
        figure('portal against bare node:http', '×', ratios(measured.portal, measured.bare), { atLeast: 0.85 }),
        figure('portal against nginx', '×', ratios(measured.portal, measured.nginx), { atLeast: 0.5 }),
        figure('portal, answers per processor second', '/s', measured.portal),
      ]
    } finally {
      for (const stop of stops) await stop()
      await site.close()
    }
  },
}
