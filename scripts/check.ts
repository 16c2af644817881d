// The quick checks, each named, each with a count of what it visited: a check that saw nothing fails.
import { execFile, execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generated } from './generate/all.ts'

const root = join(import.meta.dirname, '..')
const bin = (name: string): string => join(root, 'node_modules/.bin', name)
const listed = (...patterns: string[]): number =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...patterns], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter(Boolean).length

interface Outcome {
  readonly visited: number
  readonly complaint: string
}

interface Check {
  readonly name: string
  /** Fewest things that must have been looked at. */
  readonly atLeast: () => number
  readonly look: () => Promise<Outcome>
}

/** Runs a program; `count` reads from its output how much it visited. */
function program(command: string, args: readonly string[], count: (output: string) => number): Promise<Outcome> {
  return new Promise((resolve) =>
    execFile(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 100_000_000 }, (failure, stdout, stderr) => {
      const output = `${stdout}${stderr}`
      resolve({ visited: count(output), complaint: failure === null ? '' : output.trim() || failure.message })
    }),
  )
}

const numberIn =
  (pattern: RegExp) =>
  (output: string): number =>
    Number(pattern.exec(output)?.[1] ?? 0)
const filesOfTypeScript = (output: string): number => output.split('\n').filter((line) => line.includes(root) && !line.includes('node_modules')).length
const withoutListing = (outcome: Outcome): Outcome => ({
  ...outcome,
  complaint: outcome.complaint
    .split('\n')
    .filter((line) => /error TS\d/.test(line))
    .join('\n'),
})

/** What was looked at before and has not changed is not looked at again; a fresh clone has no such memory. */
const tsc = (project: string, memory: string): string[] => [
  'node_modules/typescript-7/bin/tsc',
  '--noEmit',
  '--listFiles',
  '-p',
  project,
  '--incremental',
  '--tsBuildInfoFile',
  `node_modules/.cache/${memory}.tsbuildinfo`,
]

const checks: readonly Check[] = [
  { name: 'format', atLeast: () => listed('*.ts', '*.tsx', '*.mjs'), look: () => program(bin('oxfmt'), ['--check', '.'], numberIn(/on (\d+) files/)) },
  {
    name: 'types',
    atLeast: () => listed('src/*.ts', 'test/*.ts', 'demo/*.ts', 'scripts/*.ts'),
    look: async () => withoutListing(await program(process.execPath, tsc('.', 'types'), filesOfTypeScript)),
  },
  {
    name: 'types of the office',
    atLeast: () => listed('office/*.ts', 'office/*.tsx'),
    look: async () => withoutListing(await program(process.execPath, tsc('office', 'types-of-office'), filesOfTypeScript)),
  },
  { name: 'lint', atLeast: () => listed('*.ts', '*.tsx', '*.mjs'), look: () => program(bin('oxlint'), ['--type-aware', '.'], numberIn(/on (\d+) files/)) },
  {
    name: 'imports',
    atLeast: () => listed('src/*.ts', 'office/*.ts', 'office/*.tsx', 'demo/*.ts'),
    look: () => program(bin('depcruise'), ['--config', '.dependency-cruiser.mjs', 'src', 'office', 'demo'], numberIn(/(\d+) modules/)),
  },
  {
    name: 'generated files',
    atLeast: () => 1,
    look: async () => {
      const files = await generated()
      const read = (path: string): string => {
        try {
          return readFileSync(join(root, path), 'utf8')
        } catch {
          return ''
        }
      }
      const stale = files.filter(({ path, text }) => read(path) !== text).map(({ path }) => `${path} is stale: npm run generate`)
      return { visited: files.length, complaint: stale.join('\n') }
    },
  },
  { name: 'unused code and dependencies', atLeast: () => 1, look: () => program(bin('knip'), ['--no-progress'], () => listed('*.ts', '*.tsx')) },
]

/** Two at a time: most of them use one core. Each is told as soon as it and those before it are known. */
const begun: Promise<unknown>[] = []
const looks = checks.map(({ name, atLeast, look }, at) => {
  const outcome = Promise.resolve(begun[at - 2]).then(look)
  begun.push(outcome)
  return { name, atLeast, outcome }
})

let failed = 0
for (const { name, atLeast, outcome } of looks) {
  const { visited, complaint } = await outcome
  const least = atLeast()
  const blind = visited < least ? `visited ${visited}, expected at least ${least}` : ''
  const verdict = complaint || blind
  console.log(`${verdict ? '✗' : '✓'} ${name} (${visited})`)
  if (verdict) {
    failed += 1
    console.log(verdict)
  }
}
if (failed > 0) {
  console.log(`${failed} of ${checks.length} checks failed`)
  process.exitCode = 1
}
