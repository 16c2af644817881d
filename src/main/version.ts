// The version that package.json names.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const programVersion = (JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string }).version
