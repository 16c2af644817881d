// Tells the log of work that failed and is tried again: whole where something is wrong, one line and ever fewer where the database is only away.
import { awayCode } from '../database/away.ts'
import type { Log } from '../log/log.ts'

export interface Fault {
  readonly part: string
  /** In a row, this one included. */
  readonly failures: number
  readonly error: unknown
}

export function tellFault(log: Log, { part, failures, error }: Fault): void {
  const code = awayCode(error)
  if (code === undefined) log.error({ err: error, part }, 'failed, will be tried again')
  // the first, second, fourth, eighth …
  else if (Number.isInteger(Math.log2(failures))) log.warn({ part, code, failures }, 'the database is away, it will be asked again')
}
