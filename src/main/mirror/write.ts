// Writes a mirror of the public site from the portal's own pages, and keeps it up where it is told to.
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { systemClock } from '../../platform/clock/clock.ts'
import { openDatabase } from '../../platform/database/database.ts'
import { openCrew, shownHeaders } from '../../portal/mirror/crew.ts'
import { publicFolder } from '../../portal/mirror/disk.ts'
import { follow } from '../../portal/mirror/follow.ts'
import { Mirror, type MirrorReport } from '../../portal/mirror/run.ts'
import { readProgress, readSite, type MirrorSite } from '../../portal/mirror/state.ts'
import { placeOf } from '../../portal/place.ts'
import { connectToRunning } from '../connect.ts'
import { holdDataFolder, openDataFolder } from '../data-folder.ts'
import { plainSentenceOf, PlainFailure } from '../plain-failure.ts'
import { tellProgress } from '../progress.ts'
import { Runners, stopRequested } from '../running.ts'
import { readSettings, type Settings } from '../settings.ts'
import { filesFolder } from '../storage.ts'
import { tell } from '../terminal.ts'

export interface WriteOptions {
  readonly follow: boolean
  readonly anew: boolean
  /** Ways of looking, e.g. `tw,elder`. */
  readonly modes?: string
  readonly downloads?: boolean
  readonly threads?: string
}

const usage = (chinese: string, english: string): PlainFailure => new PlainFailure(chinese, english, { exitCode: 2 })

/** The words of an address, the plain way of looking first. */
function prefixesOf(modes: string): string[] {
  const words = modes.split(',').map((word) => word.trim()).filter(Boolean) // prettier-ignore
  for (const word of words)
    if (placeOf('/', `/${word}/`)?.modes.join('-') !== word)
      throw usage(
        `没有名为“${word}”的浏览方式：可以是 tw、elder、large、contrast，或者按此顺序用 - 连接。`,
        `There is no way of looking ${word}: name tw, elder, large, contrast, or several joined by - in this order.`,
      )
  return ['', ...words]
}

/** A folder of our own: empty, or a mirror that the portal wrote. */
function openMirrorFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  const entries = readdirSync(folder).filter((name) => name !== 'in-use.json' && name !== 'drafts')
  if (entries.length > 0 && !readProgress(folder))
    throw usage(
      `目录 ${folder} 不是空的，也不是由门户写成的镜像：请换一个目录。`,
      `The folder ${folder} is neither empty nor a mirror that the portal wrote: name another one.`,
    )
}

/** The portal's own login: that of the running installation, or the one that a machine of the portal alone is given. */
async function portalUrlOf(settings: Settings, runners: Runners): Promise<string> {
  if (settings.databaseUrl === undefined && settings.portalDatabaseUrl !== undefined) return settings.portalDatabaseUrl
  const connection = await connectToRunning()
  runners.add({ name: 'connection', stop: () => connection.close() })
  return connection.urls.portal
}

export async function writeMirror(folder: string, options: WriteOptions): Promise<void> {
  // What is mirrored is public: the server that shows it is another user.
  process.umask(0o022)
  const stop = new AbortController()
  void stopRequested().then(() => stop.abort())
  const settings = readSettings(process.env)
  const portal = settings.portalAddress
  if (portal === undefined)
    throw usage(
      '请设置 GONGKAI_PORTAL_ADDRESS：镜像中的检索、申请等需要服务器的链接指向这个网址。',
      'Set GONGKAI_PORTAL_ADDRESS: search, forms and whatever else needs a server lead there from the mirror.',
    )
  const threads = options.threads === undefined ? Math.min(availableParallelism(), 8) : Number(options.threads)
  if (!Number.isInteger(threads) || threads < 1 || threads > 64)
    throw usage('--threads 应为 1 至 64 的整数。', '--threads must be a whole number from 1 to 64.')
  const given = options.modes === undefined ? undefined : prefixesOf(options.modes)

  const runners = new Runners()
  try {
    openMirrorFolder(folder)
    const held = await holdDataFolder(folder, 'command')
    runners.add({ name: 'mirror', stop: () => held.release() })
    await openDataFolder(settings.dataFolder)
    const databaseUrl = await portalUrlOf(settings, runners)
    const { basePath, timeZone } = settings
    const before = existsSync(publicFolder(folder)) ? readSite(publicFolder(folder)) : undefined
    const shown = {
      portal,
      basePath,
      prefixes: given ?? before?.prefixes ?? [''],
      downloads: options.downloads ?? before?.downloads ?? true,
    }
    const common = { databaseUrl, filesFolder: filesFolder(settings), timeZone, folder }
    const site: MirrorSite = { version: 1, ...shown, headers: await shownHeaders({ ...common, site: shown }) }
    const crew = await openCrew({ ...common, site }, threads)
    runners.add({ name: 'crew', stop: () => crew.close() })
    const database = openDatabase({ url: databaseUrl, name: 'gongkai mirror', poolSize: 3 })
    runners.add({ name: 'pool', stop: () => database.close() })

    const bar = tellProgress()
    const clock = systemClock(timeZone)
    const mirror = new Mirror({
      folder,
      site,
      database,
      crew,
      today: () => clock.today(),
      stopped: () => stop.signal.aborted,
      progress: ({ documents, of }) => bar.tell({ done: documents, total: of, before: 0 }),
    })
    const report = await mirror.bringUpToDate({ anew: options.anew })
    bar.end()
    tellReport(report, folder)
    if (!options.follow || !report.complete) return
    tell('正在跟随门户更新镜像，按 Ctrl-C 停止 following the portal; Ctrl-C stops')
    await follow({
      mirror,
      database,
      signal: stop.signal,
      changed: ({ written, removed }) => tell(`已更新：写入 ${written} 个文件，删除 ${removed} 个 updated: ${written} written, ${removed} removed`),
      failed: (error) => tell(`暂时不能更新，稍后再试 not now, tried again: ${plainSentenceOf(error) ?? String(error)}`),
    })
  } catch (error) {
    throw pageFailureOf(error) ?? error
  } finally {
    await runners.stopAll()
  }
}

function tellReport({ written, removed, complete }: MirrorReport, folder: string): void {
  if (complete)
    console.log(
      `镜像 ${folder} 已是最新：写入 ${written} 个文件，删除 ${removed} 个。\nThe mirror is up to date: ${written} files written, ${removed} removed.`,
    )
  else console.log('已中断，写成的可以使用；再次运行即从这里继续。\nStopped: what is written can be used, and the next run goes on from here.')
}

function pageFailureOf(error: unknown): PlainFailure | undefined {
  if (!(error instanceof Error) || error.name !== 'PageFailed') return undefined
  return new PlainFailure(
    `门户的一个页面没有生成，镜像停在这里，已写成的可以使用（${error.message}）。原因见门户的日志；处理后再次运行即继续。`,
    `A page of the portal could not be made (${error.message}); what is written can be used. Mend it and run again.`,
    { cause: error },
  )
}
