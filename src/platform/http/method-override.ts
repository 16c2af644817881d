// Office firewalls refuse PUT and DELETE: a POST may say which of them it is.
import type { FastifyInstance, RawRequestDefaultExpression } from 'fastify'

const meant = new Set(['PUT', 'DELETE'])
const inQuery = /([?&])_method=(\w+)(&|$)/

/** Fastify's `rewriteUrl`: a POST with `x-http-method-override` or `?_method=` becomes what it means; the address loses the word. */
export function overriddenMethod(this: FastifyInstance, request: RawRequestDefaultExpression): string {
  const url = request.url ?? '/'
  if (request.method !== 'POST') return url
  const header = request.headers['x-http-method-override']
  const word = (typeof header === 'string' ? header : inQuery.exec(url)?.[2])?.toUpperCase()
  if (word !== undefined && meant.has(word)) request.method = word
  return url.replace(inQuery, (_all, before: string, _word, after: string) => (after === '&' ? before : ''))
}
