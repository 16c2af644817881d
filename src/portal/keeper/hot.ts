// What everybody asks for leaves before the router is asked: the same bytes, headers and counting, at a small part of the cost.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { askedBy, readHead, type Asked } from './asked.ts'
import { encodingFor, has } from './forms.ts'
import type { Form, Keeper, Kept } from './keeper.ts'
import { lengthOfBody } from './keeping.ts'
import { messageOf, type Message } from './message.ts'
import type { Course } from './straight.ts'

export interface HotParts {
  readonly keeper: Keeper
  /** The portal's address from the settings, without a slash at its end; undefined where the one counts that the reader used. */
  readonly address: string | undefined
  readonly count: (method: string, route: string, status: number) => void
  readonly stamp: (message: Message) => Message
}

export interface HotAnswers {
  /** Of a request that Node has read; true where it was answered. */
  throughNode(request: IncomingMessage, response: ServerResponse): boolean
  /** For bytes from a connection. */
  toBytes(request: Buffer): Course
}

/** Longer requests are no plain ones. */
const longestRequest = 8192

export function hotAnswers({ keeper, address, count, stamp }: HotParts): HotAnswers {
  function find(url: string | undefined, asked: Asked): { readonly kept: Kept; readonly form: Form; readonly status: number } | undefined {
    const origin = address ?? originOf(asked)
    const kept = origin === undefined ? undefined : keeper.find(`${origin} ${url}`)
    const form = kept?.forms[kept.packs ? encodingFor(asked.accepts) : 'identity']
    if (kept === undefined || form === undefined) return undefined
    return { kept, form, status: kept.status === 200 && has(asked.has, kept.etags) ? 304 : kept.status }
  }
  return {
    throughNode({ method, url, rawHeaders }, response) {
      if (method !== 'GET' && method !== 'HEAD') return false
      const asked = askedBy(rawHeaders)
      const found = asked && find(url, asked)
      if (!found) return false
      const { kept, form, status } = found
      if (status === 304) response.writeHead(304, withoutBody(form)).end()
      else response.writeHead(status, form.headers).end(method === 'HEAD' ? undefined : form.body)
      count(method, kept.route, status)
      return true
    },
    toBytes(request) {
      const head = request.length > longestRequest ? undefined : readHead(request.toString('latin1'))
      if (!head) return 'all'
      const found = find(head.url, head.asked)
      if (!found) return 'one'
      const { kept, form, status } = found
      count(head.method, kept.route, status)
      const { bytes, headLength } = stamp(status === 304 ? unchanged(form) : form.message)
      return head.method === 'HEAD' ? bytes.subarray(0, headLength) : bytes
    },
  }
}

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

const notModified = new WeakMap<Form, Message>()

function unchanged(form: Form): Message {
  const known = notModified.get(form)
  if (known) return known
  const message = messageOf(304, withoutBody(form), Buffer.alloc(0))
  notModified.set(form, message)
  return message
}
