// Where measured numbers are kept: `results/latest.json`, and the table of `docs/performance.md` drawn from it.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { format } from 'oxfmt'
import { meets, type Bench, type Figure } from './bench.ts'

const root = join(import.meta.dirname, '../..')
const file = join(root, 'bench/results/latest.json')
const page = join(root, 'docs/performance.md')

interface Kept {
  readonly measures: string
  readonly day: string
  readonly machine: string
  readonly commit: string
  readonly figures: readonly Figure[]
}

type Results = Readonly<Record<string, Kept>>

const read = async (): Promise<Results> => JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as Results

/** Puts the run's figures in the place of those that the bench had before, and draws the page again. */
export async function keepResults(bench: Bench, kept: Omit<Kept, 'measures'>, order: readonly string[]): Promise<void> {
  const before = await read()
  const results: Results = { ...before, [bench.name]: { measures: bench.measures, ...kept } }
  const sorted = Object.fromEntries(order.flatMap((name) => (results[name] ? [[name, results[name]]] : [])))
  await mkdir(join(root, 'bench/results'), { recursive: true })
  await writeFile(file, `${JSON.stringify(sorted, undefined, 2)}\n`)
  await writeFile(page, await formatted(pageOf(sorted)))
}

const formatted = async (text: string): Promise<string> => (await format('performance.md', text, {})).code

const digits = (number: number): string =>
  number >= 100 ? number.toFixed(0) : number >= 10 ? number.toFixed(1) : number >= 0.1 ? number.toFixed(2) : number.toFixed(4)

export function pageOf(results: Results): string {
  const parts = Object.entries(results).map(
    ([name, { measures, day, machine, commit, figures }]) => `## ${name}

${measures}

\`npm run bench -- ${name}\`, ${day}, commit ${commit}, ${machine}

| what | median | lowest to highest | bar | |
| --- | --- | --- | --- | --- |
${figures.map(rowOf).join('\n')}
`,
  )
  return `# What was measured

Drawn by \`npm run bench\` from \`bench/results/latest.json\`; do not edit it by hand. Each bench runs its sides in turn in one run and compares them round by round:
trust the ratios, not the times. Every row says what it was measured on. A row without a bar explains another. Where the time goes when a bar is missed: [profiles.md](profiles.md).

${parts.join('\n')}`
}

function rowOf(figure: Figure): string {
  const { what, unit, median, lowest, highest, bar } = figure
  const verdict = meets(figure)
  const told = bar ? ('atLeast' in bar ? `≥ ${bar.atLeast}` : `≤ ${bar.atMost}`) : ''
  return `| ${what} | ${digits(median)} ${unit} | ${digits(lowest)} – ${digits(highest)} | ${told} | ${verdict === undefined ? '' : verdict ? 'met' : '**missed**'} |`
}
