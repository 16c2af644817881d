// Is an error the database's own, or is the database not there at all: starting, stopping, not reached?
const codes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '57P03', '08000', '08001', '08003', '08006', '53300'])

/** The code of the error where the database is away; undefined where something else is wrong. */
export function awayCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error ? String(error.code) : ''
  if (codes.has(code)) return code
  return /timeout exceeded when trying to connect|Connection terminated/.test(error.message) ? 'terminated' : undefined
}
