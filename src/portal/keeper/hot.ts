// What everybody asks for leaves before the router is asked: the same bytes, headers and counting, at a small part of the cost.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { encodingFor, has } from './forms.ts'
import type { Form, Keeper, Kept } from './keeper.ts'
import { lengthOfBody } from './keeping.ts'

export interface HotParts {
  readonly keeper: Keeper
  /** The portal's address from the settings, without a slash at its end; undefined where the one counts that the reader used. */
  readonly address: string | undefined
  readonly count: (method: string, route: string, status: number) => void
}

/** True where the request was answered. */
export function hotAnswers({ keeper, address, count }: HotParts): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    const { method, url } = request
    if (method !== 'GET' && method !== 'HEAD') return false
    const asked = askedBy(request.rawHeaders)
    const origin = asked && (address ?? originOf(asked))
    const kept = origin === undefined ? undefined : keeper.find(`${origin} ${url}`)
    const form = kept?.forms[kept.packs ? encodingFor(asked?.accepts) : 'identity']
    if (asked === undefined || kept === undefined || form === undefined) return false
    return send(response, method, kept, form, asked.has)
  }

  function send(response: ServerResponse, method: string, kept: Kept, form: Form, known: string | undefined): true {
    const status = kept.status === 200 && has(known, kept.etags) ? 304 : kept.status
    if (status === 304) response.writeHead(304, withoutBody(form)).end()
    else response.writeHead(status, form.headers).end(method === 'HEAD' ? undefined : form.body)
    count(method, kept.route, status)
    return true
  }
}

interface Asked {
  host: string | undefined
  accepts: string | undefined
  has: string | undefined
  passedOn: boolean
}

/**
 * What of the headers has a say in the answer: read as they came, since the object that Node makes of them all costs more than everything else here.
 * Undefined where one of them comes twice: the long way knows what that means.
 */
function askedBy(raw: readonly string[]): Asked | undefined {
  const asked: Asked = { host: undefined, accepts: undefined, has: undefined, passedOn: false }
  for (let at = 0; at < raw.length; at += 2) {
    const field = fieldOf(raw[at] ?? '')
    if (field === undefined) continue
    if (field === 'passedOn') asked.passedOn = true
    else if (asked[field] !== undefined) return undefined
    else asked[field] = raw[at + 1]
  }
  return asked
}

const fields: ReadonlyMap<string, keyof Asked> = new Map([
  ['host', 'host'],
  ['accept-encoding', 'accepts'],
  ['if-none-match', 'has'],
  ['x-forwarded-host', 'passedOn'],
  ['x-forwarded-proto', 'passedOn'],
])
const lengths = new Set(Array.from(fields.keys(), (name) => name.length))

/** Most names are not even as long as one of these. */
const fieldOf = (name: string): keyof Asked | undefined => (lengths.has(name.length) ? fields.get(name.toLowerCase()) : undefined)

/** Undefined where a proxy has a say in it. */
const originOf = ({ passedOn, host }: Asked): string | undefined => (passedOn || host === undefined ? undefined : `http://${host}`)

const bare = new WeakMap<Form, string[]>()

function withoutBody(form: Form): string[] {
  const known = bare.get(form)
  if (known) return known
  const headers = form.headers.filter((_, at) => !lengthOfBody.has(form.headers[at - (at % 2)] ?? ''))
  bare.set(form, headers)
  return headers
}
