// One page that a whole city reads.
import type { Bench } from './harness/bench.ts'
import { measureKeptPages } from './harness/kept-pages.ts'

export const bench: Bench = {
  name: 'page-hot',
  measures:
    'One document page in gzip over 32 connections, answers per processor second of the server: the portal, bare `node:http` that sends the same bytes and headers, and nginx with `gzip_static`.',
  run: (tell) => measureKeptPages({ documents: 2000, asked: 1, bars: { bare: 0.85, nginx: 0.33 } }, tell),
}
