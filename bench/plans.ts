// Writes what the database does for the pages that people ask for all day, as the stock grows a hundredfold: one file a page in bench/plans/, with rows and pages looked at
// by size, and the plan of each query at the largest.
// Usage: npm run bench:plans -- [documents at most, 1000000 unless told]; the sizes are a hundredth, a tenth and all of them.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStock } from './data/stock.ts'
import { explain, explainHotPages, listening, type HotQuery, type Sent } from './hot-queries.ts'
import { officeWorks } from './works.ts'

const largest = Number(process.argv[2] ?? 1_000_000)
if (!Number.isInteger(largest) || largest < 1000 || largest > 1_000_000) throw new Error('say how many documents at most: 1000 to 1000000')
const sizes = [largest / 100, largest / 10, largest].map(Math.round)
const units = 2000
const settings = ['max_parallel_workers_per_gather = 0', 'jit = off']
const plans = join(import.meta.dirname, 'plans')

type Explained = ReadonlyMap<string, readonly HotQuery[]>

async function explainedAt(documents: number): Promise<Explained> {
  const opened = await openStock({ documents, units, requests: documents / 10, seed: 1 }, (line) => console.log(`  … ${line}`))
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-plans-'))
  try {
    const found = await explainHotPages(opened.database, { folder, settings })
    let sent: Sent[] = []
    const db = listening(opened.database, (query) => sent.push(query))
    const { barred, lists } = officeWorks(units)
    for (const [name, work] of Object.entries({ ...barred, ...lists })) {
      sent = []
      await work(db)
      found.push(...(await explain(opened.database, `office, ${name}`, sent, settings)))
    }
    return Map.groupBy(found, (one) => one.page)
  } finally {
    await opened.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const sum = (queries: readonly HotQuery[], of: 'visited' | 'buffers'): number => queries.reduce((all, one) => all + one[of], 0)

function textOf(page: string, bySize: readonly (readonly [documents: number, queries: readonly HotQuery[]])[]): string {
  const rows = bySize.map(
    ([documents, queries]) =>
      `| ${documents} | ${queries.length} | ${sum(queries, 'visited')} | ${sum(queries, 'buffers')} | ${[...new Set(queries.flatMap((one) => one.readWhole))].join(', ')} |`,
  )
  const [, at] = bySize.at(-1) ?? []
  const parts = (at ?? []).map((one) => `## ${one.visited} rows, ${one.buffers} pages\n\n\`\`\`sql\n${one.sql}\n\`\`\`\n\n\`\`\`\n${one.plan}\n\`\`\`\n`)
  return `# ${page}

Written by \`npm run bench:plans\`: rows and pages of 8 kB that the database looks at, and large tables that it reads from their beginning. The plans are those at ${bySize.at(-1)?.[0]} documents.

| documents | queries | rows | pages | read whole |
| --------- | ------- | ---- | ----- | ---------- |
${rows.join('\n')}

${parts.join('\n')}`
}

const explained: (readonly [number, Explained])[] = []
for (const documents of sizes) {
  console.log(`${documents} documents`)
  explained.push([documents, await explainedAt(documents)])
}
await rm(plans, { recursive: true, force: true })
await mkdir(plans)
const pages = [...(explained.at(-1)?.[1].keys() ?? [])]
for (const page of pages) {
  const bySize = explained.map(([documents, of]) => [documents, of.get(page) ?? []] as const)
  await writeFile(join(plans, `${page.replaceAll(/[^a-z]+/gu, '-')}.md`), textOf(page, bySize))
  console.log(`${page.padEnd(56)}${bySize.map(([, queries]) => String(sum(queries, 'visited')).padStart(10)).join('')} rows`)
}
