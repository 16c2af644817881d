// Finds Node 24 and runs a program of src/main with it. Plain JavaScript that any Node since 14 understands.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const wanted = 24

const major = (version) => Number(String(version).split('.')[0])

/** The program that npm brought, or undefined where this machine has none. */
function broughtNode() {
  const path = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  return existsSync(path) ? path : undefined
}

function say(chinese, english) {
  process.stderr.write(`${chinese}\n${english}\n`)
}

/** Runs `src/main/<program>` with `args`; ends with its exit code. */
export function runWithNode24(program, args) {
  if (!existsSync(join(root, 'node_modules', 'pg'))) {
    say('请先在项目目录运行 npm ci 安装依赖。', 'Please run npm ci in the project folder first.')
    process.exit(2)
  }
  const node = major(process.versions.node) >= wanted ? process.execPath : broughtNode()
  if (node === undefined) {
    say(
      `需要 Node.js ${wanted} 或更高版本，当前为 ${process.versions.node}，且没有适用于本机（${process.platform}-${process.arch}）的随附版本。`,
      `Node.js ${wanted} or newer is needed; this is ${process.versions.node}, and none is brought along for this machine (${process.platform}-${process.arch}).`,
    )
    process.exit(2)
  }
  // A young generation of 64 MB is more than a portal, an office and a worker need, and an old one that may double before it is looked through keeps as much waste as use.
  const lean = ['--max-semi-space-size=8', '--heap-growing-percent=20']
  const flags = process.env.GONGKAI_WATCH === '1' ? ['--watch', '--watch-preserve-output'] : []
  // What a start has compiled the next one finds: it halves the time of a command. Where the folder cannot be written to, nothing is kept.
  const env = {
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled'),
    // Pages are compressed in threads: each would keep memory of its own for ever, and all of them what they once needed.
    MALLOC_ARENA_MAX: '1',
    MALLOC_TRIM_THRESHOLD_: String(128 * 1024),
    ...process.env,
  }
  const child = spawn(node, [...flags, ...lean, '--disable-warning=ExperimentalWarning', join(root, 'src', 'main', program), ...args], {
    stdio: 'inherit',
    env,
  })
  // The terminal sends Ctrl-C to the whole group; what is sent to us alone is passed on. The program tells the two from one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    say(`无法启动 ${node}：${error.message}`, `Could not run ${node}: ${error.message}`)
    process.exit(2)
  })
  child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 128 + (constants.signals[signal] ?? 1)))
}
