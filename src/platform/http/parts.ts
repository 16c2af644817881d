// What the office's web server is made of: handed over by main, so that nothing is reached for.
import type { FastifyBaseLogger } from 'fastify'
import type { Registry } from 'prom-client'
import type { Clock } from '../../kernel/clock.ts'
import type { Seal } from '../crypto/seal.ts'
import type { Database } from '../database/database.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Guard } from './guard.ts'
import type { OfficeRoute, Sentences } from './routes.ts'
import type { UploadLimits } from './uploads.ts'

export interface OfficeParts {
  readonly database: Database
  readonly clock: Clock
  readonly fileStore: FileStore
  readonly seal: Seal
  readonly guard: Guard
  readonly routes: readonly OfficeRoute[]
  readonly sentences: Sentences
  /** Where the public reads, ending with a slash: what officials copy, print and scan. */
  readonly publicAddress?: string
  readonly log?: FastifyBaseLogger
  readonly version?: string
  /** Folder of the built office client; without it only the API is served. */
  readonly spaFolder?: string
  readonly metrics?: Registry
  /** Lets a collector on another machine read `/metrics`; without it only this machine may. */
  readonly metricsToken?: string
  /** Proxies whose word about the caller's address is taken. */
  readonly trustProxy?: boolean | string
  /** Cookies only over TLS; by default as the call itself came. */
  readonly secureCookies?: boolean
  readonly uploads?: UploadLimits
  /** Sign-in calls a minute from one address; an office may share one. */
  readonly signInsPerMinute?: number
}
