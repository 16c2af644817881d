// Rewrites the generated files.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { generated } from './generate/all.ts'

const root = join(import.meta.dirname, '..')
for (const { path, text } of await generated()) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
  console.log(path)
}
