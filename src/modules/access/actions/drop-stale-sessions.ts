// Clears away sessions that ended days ago: a job of every night.
import type { Tx } from '../../../platform/database/database.ts'
import { deleteStaleSessions } from '../store/sessions.ts'

const twoDays = 2 * 86_400_000

/** How many were dropped. */
export const dropStaleSessions = (tx: Tx, now: Date): Promise<number> => deleteStaleSessions(tx, new Date(now.getTime() - twoDays))
