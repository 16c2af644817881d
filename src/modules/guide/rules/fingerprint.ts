// A hash of all that a guide's text was made from, as far as the text shows it.
import { createHash } from 'node:crypto'
import type { GuidePart } from './write-guide.ts'

export const fingerprintOf = (title: string, parts: readonly GuidePart[]): string =>
  createHash('sha256')
    .update(JSON.stringify([title, parts.map(({ name, html }) => [name, html])]))
    .digest('hex')
