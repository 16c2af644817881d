// Search: the question is an address, so that it can be kept and sent.
import type { FastifyInstance } from 'fastify'
import { search } from '../../modules/publication/queries/search.ts'
import type { SearchQuestion } from '../../modules/publication/rules/search-question.ts'
import { isUuid, queryOf } from '../address.ts'
import type { Desk } from '../desk.ts'
import { searchPage } from '../pages/search.ts'

const names = ['q', 'unit', 'theme', 'kind', 'year', 'validity', 'sort', 'cursor']

export function mountSearch(app: FastifyInstance, desk: Desk): void {
  app.get('/search', { config: { rateLimit: { max: 120, timeWindow: 60_000 } } }, async (request, reply) => {
    const query = queryOf(request.url, names, 100)
    const begun = performance.now()
    const [view, answer] = await Promise.all([desk.viewOf(request), search(desk.db, questionOf(query))])
    return desk.send(request, reply, view, searchPage(view, { query, answer, milliseconds: performance.now() - begun }))
  })
}

function questionOf(query: URLSearchParams): SearchQuestion {
  const at = (name: string): string | undefined => query.get(name) ?? undefined
  const [unit, theme, kind, year, validity, cursor] = ['unit', 'theme', 'kind', 'year', 'validity', 'cursor'].map(at)
  return {
    text: at('q') ?? '',
    sort: at('sort') === 'newest' ? 'newest' : 'best',
    ...(unit && isUuid(unit) && { unitId: unit }),
    ...(theme && { theme }),
    ...(kind && { kind }),
    ...(year && /^(19|20)\d{2}$/.test(year) && { year: Number(year) }),
    ...(validity && { validity }),
    ...(cursor && { cursor }),
  }
}
