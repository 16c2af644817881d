// Writes what the database does for the pages that everybody asks for: one file a page in bench/plans/, with the plan of each query and how many rows it visited.
// Usage: node bench/plans.ts [thousands of documents, 100 unless told]
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../src/platform/database/database.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { startEmbedded } from '../src/platform/postgres/embedded.ts'
import { explainHotPages, layPublications } from './hot-queries.ts'

const documents = Number(process.argv[2] ?? 100) * 1000
if (!Number.isInteger(documents) || documents < 1000 || documents > 1_000_000) throw new Error('say how many thousands of documents: 1 to 1000')

const plans = join(import.meta.dirname, 'plans')
const folder = await mkdtemp(join(tmpdir(), 'gongkai-bench-'))
const server = await startEmbedded({ folder, password: 'bench', settings: { fsync: 'off', synchronous_commit: 'off', max_wal_size: '4GB', autovacuum: 'off' } })
const database = openDatabase({ url: server.url, name: 'bench plans' })
try {
  await migrate(server.url, join(import.meta.dirname, '../db/migrations'))
  await layPublications(database, documents)
  const explained = await explainHotPages(database, { folder: join(folder, 'files'), settings: ['max_parallel_workers_per_gather = 0', 'jit = off'] })
  await rm(plans, { recursive: true, force: true })
  await mkdir(plans)
  for (const [page, queries] of Map.groupBy(explained, (one) => one.page)) {
    const visited = queries.reduce((sum, one) => sum + one.visited, 0)
    const parts = queries.map((one) => `## ${one.visited} rows visited\n\n\`\`\`sql\n${one.sql}\n\`\`\`\n\n\`\`\`\n${one.plan}\n\`\`\`\n`)
    await writeFile(
      join(plans, `${page.replaceAll(/[^a-z]+/gu, '-')}.md`),
      `# ${page}: ${queries.length} queries, ${visited} rows visited of ${documents} documents\n\nWritten by \`node bench/plans.ts\`.\n\n${parts.join('\n')}`,
    )
    console.log(
      `${page.padEnd(40)}${String(queries.length).padStart(4)} queries${String(visited).padStart(9)} rows${queries
        .flatMap((one) => one.readWhole)
        .join(' ')
        .padStart(12)}`,
    )
  }
} finally {
  await database.close()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
