// The data folder: made, proved to be writable, and held by one start or command at a time.
import { randomUUID } from 'node:crypto'
import { access, mkdir, open, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { PlainFailure } from './plain-failure.ts'

/** A start with less room than this would break off in the middle of making the database. */
const leastFreeBytes = 300 * 1024 * 1024

export interface Holder {
  readonly processId: number
  /** When the system started that process, so that a number given anew is told from the old one. */
  readonly startedAt: string
  readonly kind: 'start' | 'command'
  readonly state: 'starting' | 'ready'
  /** Where portal and office are, once they are up. */
  readonly portal?: string
  readonly office?: string
}

export interface HeldFolder {
  /** Tells commands in other processes that the database and the addresses can be used. */
  ready(addresses: { portal: string; office: string }): Promise<void>
  release(): Promise<void>
}

/** Field 22 of /proc/<id>/stat; empty where the system has no /proc. */
async function startOf(processId: number): Promise<string> {
  const stat = await readFile(`/proc/${processId}/stat`, 'utf8').catch(() => '')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}

async function isAlive(holder: Holder): Promise<boolean> {
  try {
    process.kill(holder.processId, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return (await startOf(holder.processId)) === holder.startedAt
}

const lockPath = (folder: string): string => join(folder, 'in-use.json')

/** Who uses the folder now; undefined where nobody does, or where that process is dead. */
export async function holderOf(folder: string): Promise<Holder | undefined> {
  const text = await readFile(lockPath(folder), 'utf8').catch(() => '')
  if (text === '') return undefined
  try {
    const holder = JSON.parse(text) as Holder
    return (await isAlive(holder)) ? holder : undefined
  } catch {
    return undefined
  }
}

async function writeWhole(path: string, holder: Holder): Promise<void> {
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, JSON.stringify(holder), { mode: 0o600 })
  await rename(draft, path)
}

/** One folder after another: below /proc, which refuses with "no such folder", Node's own way of making all of them never ends. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await access(folder)
  } catch {
    if (dirname(folder) !== folder) await makeFolder(dirname(folder))
    await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
      // Another start may make it at the same time; what stands there is looked at below.
      if (error.code !== 'EEXIST') throw error
    })
  }
}

/** Makes the folder where it is missing and proves that there is room and that it can be written to. */
export async function openDataFolder(folder: string): Promise<void> {
  try {
    await makeFolder(folder)
    const { bavail, bsize } = await statfs(folder)
    if (bavail * bsize < leastFreeBytes) {
      const free = Math.floor((bavail * bsize) / 1024 / 1024)
      throw new PlainFailure(
        `数据目录 ${folder} 所在磁盘只剩 ${free} MB，至少需要 ${leastFreeBytes / 1024 / 1024} MB：请清理磁盘，或者用 GONGKAI_DATA 指定其他目录。`,
        `The disk of the data folder ${folder} has ${free} MB left, at least ${leastFreeBytes / 1024 / 1024} MB are needed: make room, or name another folder with GONGKAI_DATA.`,
      )
    }
    const probe = join(folder, `.probe-${randomUUID()}`)
    const file = await open(probe, 'wx', 0o600)
    await file.close()
    await rm(probe)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOTDIR' || code === 'EEXIST') {
      throw new PlainFailure(`数据目录 ${folder} 不是目录。`, `The data folder ${folder} is not a folder.`, { cause: error })
    }
    // Making folders below one another on a read-only disk is answered with ENOENT.
    if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM' || code === 'ENOENT') {
      throw new PlainFailure(
        `数据目录 ${folder} 无法写入（磁盘只读或者没有权限）：请用 GONGKAI_DATA 指定可以写入的目录。`,
        `The data folder ${folder} cannot be written to (read-only disk or no permission): name one that can with GONGKAI_DATA.`,
        { cause: error },
      )
    }
    throw error
  }
}

/** Takes the folder for this process; throws PlainFailure while another one, or a command, has it. */
export async function holdDataFolder(folder: string, kind: Holder['kind']): Promise<HeldFolder> {
  const path = lockPath(folder)
  const holder: Holder = { processId: process.pid, startedAt: await startOf(process.pid), kind, state: 'starting' }
  for (let tries = 0; ; tries += 1) {
    try {
      const file = await open(path, 'wx', 0o600)
      await file.writeFile(JSON.stringify(holder))
      await file.close()
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      // A lock that another process is just writing is empty for a moment.
      if (tries < 3) await wait(30)
      const other = await holderOf(folder)
      if (other) throw inUse(folder, other)
      await rm(path, { force: true })
    }
  }
  return {
    ready: (addresses) => writeWhole(path, { ...holder, state: 'ready', ...addresses }),
    release: () => rm(path, { force: true }),
  }
}

export function inUse(folder: string, other: Holder): PlainFailure {
  const [chinese, english] = other.kind === 'start' ? ['另一个已启动的程序', 'another start'] : ['另一条命令', 'another command']
  return new PlainFailure(
    `数据目录 ${folder} 正被${chinese}使用（进程 ${other.processId}）：请先停止它，或者用 GONGKAI_DATA 指定其他目录。`,
    `The data folder ${folder} is in use by ${english} (process ${other.processId}): stop it first, or name another folder with GONGKAI_DATA.`,
  )
}
