// What the portal is opened with.
import type { PageDocument } from '../modules/publication/queries/pages/document-page.ts'
import type { Frame } from '../modules/publication/queries/pages/frame.ts'
import type { Logger } from 'pino'
import type { Clock } from '../kernel/clock.ts'
import type { Database } from '../platform/database/database.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import type { HealthParts } from '../platform/http/health.ts'

interface PortalSettings {
  /** Begins and ends with a slash: `/` or `/zfxxgk/`. */
  readonly basePath: string
  readonly timeZone: string
  /** Scheme and host that the public uses; the request's own where it is not set. */
  readonly portalAddress?: string | undefined
  readonly trustProxy?: boolean
  /** Bytes that finished pages may take in memory; 0 keeps none, and every page is as new as the request. */
  readonly pageMemory: number
}

/** How pages read what many of them need. */
export interface PageReaders {
  frame(): Promise<Frame>
  document(id: string): Promise<PageDocument | undefined>
}

export interface PortalParts extends Omit<HealthParts, 'database'> {
  readonly database: Database
  readonly clock: Clock
  readonly fileStore: FileStore
  readonly settings: PortalSettings
  /** For a portal that keeps nothing: who knows when something can have changed reads in his own way; else each page reads anew. */
  readonly readers?: PageReaders
  readonly log?: Logger
}
