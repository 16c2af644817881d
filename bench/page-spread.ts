// Two thousand pages, warm, in turn.
import { alternate, figure, ratios, type Bench } from './harness/bench.ts'
import { answersPerProcessorSecond } from './harness/load.ts'
import { answersOf, openSite, serveBare, serveByNginx } from './harness/site.ts'

const rounds = 7

export const bench: Bench = {
  name: 'page-spread',
  measures:
    '2,000 document pages in turn, warm, in gzip over 32 connections, answers per processor second of the server: the portal, bare `node:http` that sends the same bytes and headers, and nginx with `gzip_static`.',
  async run(tell) {
    const site = await openSite(3000)
    const stops: (() => Promise<void>)[] = []
    try {
      const paths = site.documents.slice(0, 2000)
      const answers = await answersOf(site, paths)
      tell(`${answers.length} pages`)
      const [bare, nginx] = [await serveBare(site.folder, answers), await serveByNginx(site.folder, answers)]
      stops.push(
        () => bare.stop(),
        () => nginx.stop(),
      )
      const headers = { 'accept-encoding': 'gzip' }
      const side = (server: { port: number; processId: number }) => () => answersPerProcessorSecond({ ...server, paths, headers, folder: site.folder })
      const measured = await alternate(rounds, { portal: side(site.portal), bare: side(bare), nginx: side(nginx) })
      return [
        figure('portal against bare node:http', '×', ratios(measured.portal, measured.bare), { atLeast: 0.8 }),
        figure('portal against nginx gzip_static', '×', ratios(measured.portal, measured.nginx), { atLeast: 0.3 }),
        figure('portal, answers per processor second', '/s', measured.portal),
        figure('bare node:http, answers per processor second', '/s', measured.bare),
        figure('nginx, answers per processor second', '/s', measured.nginx),
      ]
    } finally {
      for (const stop of stops) await stop()
      await site.close()
    }
  },
}
