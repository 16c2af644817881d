// What a database was made for, and whether that was finished: a first start that was broken off begins anew.
import { sql } from 'kysely'
import type { Tx } from '../platform/database/database.ts'

export type InstallationKind = 'demo' | 'empty'

export interface Installation {
  readonly kind: InstallationKind
  readonly finished: boolean
}

export async function readInstallation(tx: Tx): Promise<Installation | undefined> {
  const { rows } = await sql<Installation>`select kind, finished_at is not null as finished from public.installation`.execute(tx)
  return rows[0]
}

export async function beginInstallation(tx: Tx, kind: InstallationKind, at: Date): Promise<void> {
  await sql`insert into public.installation (kind, begun_at) values (${kind}, ${at})`.execute(tx)
}

export async function finishInstallation(tx: Tx, at: Date): Promise<void> {
  await sql`update public.installation set finished_at = ${at}`.execute(tx)
}
