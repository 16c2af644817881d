// `npm run bench` (all) and `npm run bench -- NAME…`: measures, prints, and keeps the numbers.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { meets, Missing } from './harness/bench.ts'
import { describeMachine } from './harness/machine.ts'
import { keepResults } from './harness/results.ts'
import { benches } from './names.ts'

const names = Object.keys(benches)
const asked = process.argv.slice(2)
const unknown = asked.find((name) => !(name in benches))
if (unknown !== undefined) {
  console.error(`There is no bench named ${unknown}. There are: ${names.join(', ')}.`)
  process.exit(2)
}
const commit = (await promisify(execFile)('git', ['rev-parse', '--short', 'HEAD'])).stdout.trim()
const machine = await describeMachine()
let failed = false
for (const name of asked.length > 0 ? asked : names) {
  const load = benches[name]
  if (!load) continue
  const { bench } = await load()
  console.log(`\n${name}: ${bench.measures}`)
  try {
    const figures = await bench.run((line) => console.log(`  … ${line}`))
    for (const figure of figures) {
      const { what, unit, median, lowest, highest } = figure
      const verdict = meets(figure)
      const spread = `${lowest.toPrecision(3)} – ${highest.toPrecision(3)}`
      console.log(`  ${verdict === undefined ? ' ' : verdict ? '✓' : '✗'} ${what.padEnd(64)}${median.toPrecision(4).padStart(10)} ${unit}  (${spread})`)
    }
    await keepResults(bench, { day: new Date().toISOString().slice(0, 10), machine, commit, figures }, names)
  } catch (error) {
    failed = true
    console.error(error instanceof Missing ? `  ${error.message}` : error)
  }
}
process.exitCode = failed ? 1 : 0
