// Lists the tables of every PostgreSQL schema with what the migrations say of them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GeneratedFile } from './all.ts'

const folder = join(import.meta.dirname, '../../db/migrations')
const table = /((?:^--[^\n]*\n)*)^create table (?:if not exists )?([a-z_]+)\.([a-z_]+) \(\n([\s\S]*?)^\);/gm

interface Table {
  readonly schema: string
  readonly name: string
  readonly says: string
  readonly columns: readonly string[]
}

function tables(): Table[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(table)].map(([, comment = '', schema = '', name = '', body = '']) => ({
        schema,
        name,
        says: comment.replaceAll(/^-- ?/gm, '').trim().replaceAll('\n', ' '),
        columns: body
          .split('\n')
          .flatMap((line) => /^ {2}([a-z_0-9]+) [a-z]/.exec(line)?.[1] ?? [])
          .filter((column) => !['primary', 'unique', 'check', 'constraint', 'foreign'].includes(column)),
      })),
    )
}

export function schemaListing(): GeneratedFile {
  const all = tables()
  const chapters = [...new Set(all.map(({ schema }) => schema))].flatMap((schema) => [
    '',
    `## ${schema}`,
    '',
    '| Table | What it is | Columns |',
    '| --- | --- | --- |',
    ...all.filter((one) => one.schema === schema).map(({ name, says, columns }) => `| ${name} | ${says.replaceAll('|', '\\|')} | ${columns.join(', ')} |`),
  ])
  return { path: 'docs/generated/schema.md', text: ['# The tables', '', 'Drawn from `db/migrations` by `npm run generate`.', ...chapters, ''].join('\n') }
}
