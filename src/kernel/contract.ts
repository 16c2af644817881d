// What a route of the office API promises: shared by the server, its OpenAPI text and the office's client.
import type { ZodType } from 'zod'

export interface Contract {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below `/api`, with `:name` parameters. */
  readonly path: `/${string}`
  /** One Chinese sentence for the OpenAPI page. */
  readonly title: string
  /** Who may call: an action of access/law/permissions, `signed-in`, `signing-in` (a sign-in that still owes a step), or `anyone`. */
  readonly may: string
  readonly params?: ZodType
  readonly query?: ZodType
  readonly body?: ZodType
  /** `multipart`: files are streamed to the handler; `none`: no body. */
  readonly takes?: 'json' | 'multipart'
  /** The answer's shape, or `file` where bytes are sent. */
  readonly answer: ZodType | 'file'
  /** True where the call changes nothing although it is a POST (a preview): no audit row is owed. */
  readonly readOnly?: boolean
}

/** Keeps the literal types of a contract. */
export const contract = <const C extends Contract>(of: C): C => of

export type ParamsOf<C extends Contract> = C['params'] extends ZodType<infer T> ? T : undefined
export type QueryOf<C extends Contract> = C['query'] extends ZodType<infer T> ? T : undefined
export type BodyOf<C extends Contract> = C['body'] extends ZodType<infer T> ? T : undefined
export type AnswerOf<C extends Contract> = C['answer'] extends ZodType<infer T> ? T : undefined

/** The one error shape (RFC 9457): a code a program can read, a sentence a person can, and every reason. */
export interface Problem {
  readonly type: 'about:blank'
  readonly status: number
  readonly title: string
  readonly code: string
  readonly detail?: string
  /** `facts` are what the sentence was made of, for a program. */
  readonly reasons: readonly { code: string; sentence: string; field?: string; article?: string; facts?: Readonly<Record<string, string | number>> }[]
}
