// Makes the data of benchmarks: realistic Chinese documents of ten years with their search rows, units and requests. The same seed makes the same again.
// Usage: npm run bench:data -- [--documents 100000] [--units 2000] [--requests 10000] [--seed 1] [--database URL of an empty migrated database | --folder PATH]
import { parseArgs } from 'node:util'
import { join } from 'node:path'
import { openDatabase } from '../src/platform/database/database.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { startEmbedded } from '../src/platform/postgres/embedded.ts'
import { fillDatabase } from './data/fill.ts'

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '100000' },
    units: { type: 'string', default: '2000' },
    requests: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    database: { type: 'string' },
    folder: { type: 'string' },
  },
})

function numberOf(name: 'documents' | 'units' | 'requests' | 'seed', least: number): number {
  const number = Number(values[name])
  if (!Number.isInteger(number) || number < least || number > 10_000_000) throw new Error(`--${name} is a whole number from ${least} on`)
  return number
}

const stock = { documents: numberOf('documents', 10), units: numberOf('units', 30), requests: numberOf('requests', 0), seed: numberOf('seed', 0) }
if ((values.database === undefined) === (values.folder === undefined)) {
  console.error('Say where to: --database URL of an empty migrated database, or --folder PATH of a server of its own.')
  process.exit(2)
}
const server =
  values.folder === undefined
    ? undefined
    : await startEmbedded({ folder: values.folder, password: 'bench', settings: { max_wal_size: '4GB', autovacuum: 'off' } })
const url = server?.url ?? values.database ?? ''
if (server) await migrate(url, join(import.meta.dirname, '../db/migrations'))
const database = openDatabase({ url, name: 'bench data' })
const began = performance.now()
try {
  await fillDatabase(database, url, stock, (line) => console.log(line))
  console.log(`made in ${((performance.now() - began) / 1000).toFixed(0)} s`)
} finally {
  await database.close()
  await server?.stop()
}
