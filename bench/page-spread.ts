// Two thousand pages, warm, in turn.
import type { Bench } from './harness/bench.ts'
import { measureKeptPages } from './harness/kept-pages.ts'

export const bench: Bench = {
  name: 'page-spread',
  measures:
    '2,000 document pages in turn, warm, in gzip over 32 connections, answers per processor second of the server: the portal, bare `node:http` that sends the same bytes and headers, and nginx with `gzip_static`.',
  run: (tell) => measureKeptPages({ documents: 3000, asked: 2000, bars: { bare: 0.8, nginx: 0.3 } }, tell),
}
