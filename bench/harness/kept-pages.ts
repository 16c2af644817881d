// Pages that are kept, against bare Node and nginx with the same bytes: one page or many in turn.
import { alternate, figure, ratios, type Figure } from './bench.ts'
import { answersPerProcessorSecond } from './load.ts'
import { answersOf, openSite, serveBare, serveByNginx } from './site.ts'

const rounds = 7

interface KeptPages {
  /** Documents of the site, and how many of them are asked for in turn. */
  readonly documents: number
  readonly asked: number
  readonly bars: { readonly bare: number; readonly nginx: number }
}

export async function measureKeptPages({ documents, asked, bars }: KeptPages, tell: (line: string) => void): Promise<readonly Figure[]> {
  const site = await openSite(documents)
  const stops: (() => Promise<void>)[] = []
  try {
    const paths = site.documents.slice(0, asked)
    const answers = await answersOf(site, paths)
    tell(`${answers.length} pages, the first of ${answers[0]?.body.length} bytes in gzip`)
    const [bare, nginx] = [await serveBare(site.folder, answers), await serveByNginx(site.folder, answers)]
    stops.push(
      () => bare.stop(),
      () => nginx.stop(),
    )
    const headers = { 'accept-encoding': 'gzip' }
    const side = (server: { port: number; processId: number }) => () => answersPerProcessorSecond({ ...server, paths, headers, folder: site.folder })
    const measured = await alternate(rounds, { portal: side(site.portal), bare: side(bare), nginx: side(nginx) })
    return [
      figure('portal against bare node:http', '×', ratios(measured.portal, measured.bare), { atLeast: bars.bare }),
      figure('portal against nginx gzip_static', '×', ratios(measured.portal, measured.nginx), { atLeast: bars.nginx }),
      figure('portal, answers per processor second', '/s', measured.portal),
      figure('bare node:http, answers per processor second', '/s', measured.bare),
      figure('nginx, answers per processor second', '/s', measured.nginx),
    ]
  } finally {
    for (const stop of stops) await stop()
    await site.close()
  }
}
