// Calls the office API by its contracts: types come from the same schemas the server checks with.
import type { AnswerOf, Contract } from '../../src/kernel/contract.ts'
import type { input, ZodType } from 'zod'
import { CallError, problemOf, unreachable } from './problem.ts'

type InputOf<S> = S extends ZodType ? input<S> : never
type Part<Name extends string, S> = S extends ZodType
  ? Record<string, never> extends InputOf<S>
    ? { [K in Name]?: InputOf<S> }
    : { [K in Name]: InputOf<S> }
  : { [K in Name]?: undefined }

/** What a call of contract `C` is given. */
export type AskOf<C extends Contract> = Part<'params', C['params']> & Part<'query', C['query']> & Part<'body', C['body']>

interface LooseAsk {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
}

let csrfToken: string | null = null
let onSignedOut: () => void = () => {}

/** The token that every write carries; known from the session. */
export function keepCsrfToken(token: string | null): void {
  csrfToken = token
}

/** What to do when the server says that nobody is signed in any more. */
export function whenSignedOut(then: () => void): void {
  onSignedOut = then
}

const record = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {})

/** The address of a contract with its parameters and query filled in. */
export const addressOf = <C extends Contract>(contract: C, ask: Pick<AskOf<C>, 'params' | 'query'>): string => looseAddress(contract, ask)

function looseAddress(contract: Contract, { params, query }: LooseAsk): string {
  const filled = contract.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(record(params)[name])))
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(record(query))) {
    if (value === undefined || value === null || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) search.append(key, String(one))
  }
  const text = search.toString()
  return `/api${filled}${text === '' ? '' : `?${text}`}`
}

/** Headers of a write. PUT and DELETE travel as POST, because firewalls of offices refuse them. */
export function writeHeaders(contract: Contract): Record<string, string> {
  const headers: Record<string, string> = {}
  if (csrfToken !== null) headers['x-csrf-token'] = csrfToken
  if (contract.method === 'PUT' || contract.method === 'DELETE') headers['x-http-method-override'] = contract.method
  return headers
}

const owedCodes = new Set(['second-factor-owed', 'password-change-owed', 'totp-owed'])

/** Turns an answer that is not 2xx into its error; a lost session is told to the shell as well. */
export function refusalOf(contract: Contract, status: number, body: unknown): CallError {
  const error = problemOf(status, body)
  if (contract.may !== 'anyone' && (status === 401 || owedCodes.has(error.code))) onSignedOut()
  return error
}

export interface CallOptions {
  readonly signal?: AbortSignal
  /** Not asked by a person: it must not keep the session alive. */
  readonly background?: boolean
  /** Sent even though the page is being closed. */
  readonly outlivesPage?: boolean
}

/** Asks the server; throws a `CallError` with sentences where it refuses. */
export async function call<C extends Contract>(contract: C, ask: AskOf<C>, options: CallOptions = {}): Promise<AnswerOf<C>> {
  const { signal } = options
  const { body } = ask as LooseAsk
  const write = contract.method !== 'GET'
  const headers: Record<string, string> = { accept: 'application/json', ...(write ? writeHeaders(contract) : {}) }
  if (options.background) headers['x-background'] = '1'
  if (body !== undefined) headers['content-type'] = 'application/json'
  const init: RequestInit = { method: write ? 'POST' : 'GET', headers, credentials: 'same-origin' }
  if (body !== undefined) init.body = JSON.stringify(body)
  if (signal) init.signal = signal
  if (options.outlivesPage) init.keepalive = true
  const response = await fetch(looseAddress(contract, ask), init).catch((cause: unknown) => {
    if (signal?.aborted) throw cause
    throw unreachable()
  })
  const text = await response.text()
  const answer = parsed(text)
  if (!response.ok) throw refusalOf(contract, response.status, answer)
  return answer as AnswerOf<C>
}

function parsed(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
