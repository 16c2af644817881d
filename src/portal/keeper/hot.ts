// What everybody asks for leaves before the router is asked: the same bytes, headers and counting, at a small part of the cost.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { encodingFor, has } from './forms.ts'
import type { Form, Keeper } from './keeper.ts'
import { lengthOfBody } from './keeping.ts'

export interface HotParts {
  readonly keeper: Keeper
  /** Undefined where the address that the reader used is not plain from the request alone. */
  readonly keyOf: (request: IncomingMessage) => string | undefined
  readonly count: (method: string, route: string, status: number, seconds: number) => void
}

/** True where the request was answered. */
export function hotAnswers({ keeper, keyOf, count }: HotParts): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    const method = request.method ?? ''
    if (method !== 'GET' && method !== 'HEAD') return false
    const key = keyOf(request)
    const kept = key === undefined ? undefined : keeper.find(key)
    if (kept === undefined) return false
    const form = kept.forms[kept.packs ? encodingFor(request.headers['accept-encoding']) : 'identity']
    if (form === undefined) return false
    const began = performance.now()
    const known = kept.status === 200 && has(request.headers['if-none-match'], kept.etags)
    if (known) response.writeHead(304, withoutBody(form)).end()
    else response.writeHead(kept.status, form.headers).end(method === 'HEAD' ? undefined : form.body)
    count(method, kept.route, known ? 304 : kept.status, (performance.now() - began) / 1000)
    return true
  }
}

const bare = new WeakMap<Form, string[]>()

function withoutBody(form: Form): string[] {
  const known = bare.get(form)
  if (known) return known
  const headers = form.headers.filter((_, at) => !lengthOfBody.has(form.headers[at - (at % 2)] ?? ''))
  bare.set(form, headers)
  return headers
}
