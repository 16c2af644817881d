// Serves the built office client; an address that is no file is the client's own to show.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import files from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { problemOf } from './problem.ts'

/** Mounts the folder at `/`, and says 404 as a problem where neither the client nor the API has an answer. */
export async function mountSinglePageApp(app: FastifyInstance, folder: string | undefined): Promise<void> {
  const built = folder !== undefined && existsSync(join(folder, 'index.html'))
  if (built) {
    await app.register(files, {
      root: folder,
      preCompressed: true,
      index: ['index.html'],
      // Names of built files carry the hash of their bytes; the page that names them does not.
      setHeaders: (reply, path) => {
        reply.header('cache-control', /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/'
    const isPage = request.method === 'GET' && !path.startsWith('/api/') && !/\.\w+$/.test(path) && (request.headers.accept ?? '').includes('text/html')
    if (built && isPage)
      return reply
        .header('cache-control', 'no-cache')
        .type('text/html; charset=utf-8')
        .send(await readFile(join(folder, 'index.html')))
    return reply
      .code(404)
      .type('application/problem+json')
      .send(problemOf([{ code: 'not-found' }], {}))
  })
}
