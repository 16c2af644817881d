// Joins a contract with the code that answers it. Modules export lists of these; main mounts them.
import type { Readable } from 'node:stream'
import type { Actor, Reach } from '../../kernel/actor.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { AnswerOf, BodyOf, Contract, ParamsOf, QueryOf } from '../../kernel/contract.ts'
import type { Ruling } from '../../kernel/ruling.ts'
import type { Seal } from '../crypto/seal.ts'
import type { Database, Tx } from '../database/database.ts'
import type { FileStore } from '../files/file-store.ts'

export interface UploadedFile {
  readonly field: string
  readonly name: string
  readonly bytes: Buffer
}

/** Bytes as an answer; `name` makes it a download. */
export interface FileAnswer {
  readonly mediaType: string
  readonly name?: string
  readonly body: Buffer | string | Readable
}

/** What an account's session owes before work can begin; `complete` owes nothing. */
export type SessionStage = 'second-factor' | 'change-password' | 'set-up-totp' | 'complete'

/** The person behind a session cookie, as module `access` found them. */
export interface Authenticated {
  readonly actor: Actor
  readonly login: string
  readonly csrfToken: string
  readonly stage: SessionStage
}

/** What every handler is given. `tx` is one transaction, committed when the handler is granted, rolled back when refused. */
export interface Call<C extends Contract> {
  readonly params: ParamsOf<C>
  readonly query: QueryOf<C>
  readonly body: BodyOf<C>
  /** Files of a `multipart` call; fields of the form arrive in `body`. */
  readonly files: readonly UploadedFile[]
  /** Signed-in person; only routes with `may: 'anyone'` can be called without (then `nobody`). */
  readonly actor: Actor
  /** How far the actor reaches with the right that the contract asks for; nowhere where it asks for none. */
  readonly reach: Reach
  readonly tx: Tx
  readonly clock: Clock
  readonly fileStore: FileStore
  readonly database: Database
  readonly address: string
  /** Where the public reads, ending with a slash. */
  readonly publicAddress: string
  /** Browser and version as it names itself; never trusted. */
  readonly userAgent: string
  /** Undefined where nobody is signed in. */
  readonly authenticated: Authenticated | undefined
  /** Encrypts what must be read back, such as the seed of a second factor. */
  readonly seal: Seal
  /** Token that every writing call of a visitor without a session must repeat. */
  readonly visitorCsrfToken: string
  /** Token of the session cookie, or undefined. */
  readonly sessionToken: string | undefined
  /** Sets or, with null, clears the session cookie; sign-in alone needs it. */
  readonly setSessionToken: (token: string | null) => void
  /** What the audit row says of the object; the outcome and the action are known. */
  readonly audit: (row: AuditNote) => void
}

export interface AuditNote {
  readonly objectKind: string
  readonly objectId?: string
  readonly unitId?: string
  /** The absent account whose right was used. */
  readonly onBehalfOf?: string | null
  /** Only sign-in knows the person better than the session does. */
  readonly accountId?: string
  readonly login?: string
  /** Never personal data of citizens, never a secret. */
  readonly detail?: Readonly<Record<string, unknown>>
}

type AnswerFor<C extends Contract> = C['answer'] extends 'file' ? FileAnswer : AnswerOf<C>

export interface OfficeRoute {
  readonly contract: Contract
  readonly handle: (call: Call<Contract>) => Promise<Ruling<unknown>>
  /** A refusal leaves a trace too (a failed sign-in is counted): the transaction is committed either way. */
  readonly commitsRefusals: boolean
}

/** A contract with its handler; refusals become 403, 404, 409 or 422 by their code. */
export function answer<const C extends Contract>(
  contract: C,
  handle: (call: Call<C>) => Promise<Ruling<AnswerFor<C>>>,
  options: { commitsRefusals?: boolean } = {},
): OfficeRoute {
  return { contract, handle, commitsRefusals: options.commitsRefusals ?? false }
}

/** A table of sentences by refusal code; every module exports one, main joins them. */
export type Sentences = Readonly<Record<string, string>>
