// `npm start`: database, demo town, office and portal in one process, from nothing to `ready`.
import { join } from 'node:path'
import { createServer } from 'node:net'
import { parseArgs } from 'node:util'
import { systemClock } from '../platform/clock/clock.ts'
import { openDatabase } from '../platform/database/database.ts'
import { openMetrics } from '../platform/http/health.ts'
import { logToFile } from '../platform/log/log.ts'
import { holdDataFolder, openDataFolder } from './data-folder.ts'
import { sealUnder } from '../platform/crypto/seal.ts'
import { prepareInstallation } from './first-start.ts'
import { bringUpToDate, discardUnfinished } from './migrations.ts'
import { builtOffice } from './office-build.ts'
import { startOffice } from './office.ts'
import { tellFailure } from './plain-failure.ts'
import { startPortalWorkers, workersAsked } from './portal-workers.ts'
import { startPortal } from './portal.ts'
import { portFailure, Runners, stopRequested } from './running.ts'
import { readSettings, type Settings } from './settings.ts'
import { openStorage } from './storage.ts'
import { tell } from './terminal.ts'
import { startWorker } from './worker.ts'

const help = `用法 Usage: npm start -- [选项 options]

  --empty            新建没有演示数据的机构（首次启动时） make an installation without demo data (first start)
  --answers FILE     与 --empty 同用：从 JSON 文件读取答案，不提问 with --empty: answers from a JSON file
  --workers N        门户使用 N 个进程（默认 1） so many processes of the portal (1 unless told)
  --help             显示本说明 show this

设置（环境变量）见 docs/operations.md。 Settings (environment variables): docs/operations.md.`

/** Asks for the ports before the long work, so that a taken one is told at once. */
async function refuseTakenPorts({ host, portalPort, officePort }: Settings): Promise<void> {
  for (const [port, variable] of [
    [portalPort, 'GONGKAI_PORTAL_PORT'],
    [officePort, 'GONGKAI_OFFICE_PORT'],
  ] as const) {
    const probe = createServer()
    await new Promise<void>((resolve, reject) => {
      probe.once('error', (error) => reject(portFailure(error, { host, port, variable })))
      probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()))
    })
  }
}

interface Options {
  readonly empty: boolean
  readonly answers: string | undefined
  readonly workers: number
}

async function start(settings: Settings, { workers, ...options }: Options, runners: Runners): Promise<void> {
  const began = process.hrtime.bigint()
  await openDataFolder(settings.dataFolder)
  const folder = await holdDataFolder(settings.dataFolder, 'start')
  runners.add({ name: 'data folder', stop: () => folder.release() })
  await refuseTakenPorts(settings)

  const log = logToFile(settings.logLevel, join(settings.dataFolder, 'logs', 'gongkai.log'))
  const clock = systemClock(settings.timeZone)
  tell(settings.databaseUrl === undefined ? `正在启动数据库（数据目录 ${settings.dataFolder}）` : '正在连接数据库')
  const storage = await openStorage(settings, tell)
  runners.add({ name: 'database', stop: () => storage.stop() })
  const { urls, secrets, keys, fileStore } = storage
  if (await discardUnfinished(urls.owner)) tell('上次首次启动没有完成，重新开始')
  await bringUpToDate(urls.owner, tell)

  const building = builtOffice(settings.dataFolder, tell)
  building.catch(() => {})
  const owner = openDatabase({ url: urls.owner, name: 'gongkai first start', poolSize: 4, prepared: true })
  const accounts = await prepareInstallation({
    database: owner,
    clock,
    fileStore,
    log,
    tell,
    seal: sealUnder(keys),
    ...options,
  }).finally(() => owner.close())
  const spaFolder = await building

  const metrics = openMetrics()
  runners.add(await startWorker({ databaseUrl: urls.owner, registerKey: secrets.registerKey, keys, settings, clock, fileStore, log }))
  const logFile = join(settings.dataFolder, 'logs', 'portal.log')
  const portal = runners.add(
    workers > 1
      ? await startPortalWorkers({ count: workers, host: settings.host, environment: { GONGKAI_PORTAL_DATABASE_URL: urls.portal }, logFile })
      : await startPortal({ settings, databaseUrl: urls.portal, clock, fileStore, log, metrics }),
  )
  const beside = { databaseUrl: urls.office, keys, portalAddress: portal.address }
  const office = runners.add(await startOffice({ settings, ...beside, clock, fileStore, log, metrics, spaFolder }))
  const addresses = { portal: `${portal.address}${settings.basePath}`, office: `${office.address}/` }
  storage.keepUp((error) => {
    if (error === undefined) log.warn('the database had died and was started again')
    else log.error({ err: error }, 'the database died and could not be started again')
  })
  await folder.ready(addresses)

  console.log(`\n  门户 portal  ${addresses.portal}\n  后台 office  ${addresses.office}\n`)
  if (accounts !== '') console.log(`${accounts}\n`)
  const seconds = Number(process.hrtime.bigint() - began) / 1e9
  console.log(`ready ${addresses.portal} ${addresses.office} (${seconds.toFixed(1)} s，按 Ctrl-C 停止 Ctrl-C stops)`)
}

async function main(): Promise<void> {
  const stopped = stopRequested()
  const runners = new Runners((name, error) => console.error(`${name}:`, error))
  let up = false
  const ended = (async () => {
    await stopped
    if (up) console.log('\n正在停止……')
    await runners.stopAll()
    process.exit(up ? 0 : 130)
  })()
  try {
    const { values } = parseArgs({
      options: {
        empty: { type: 'boolean', default: false },
        answers: { type: 'string' },
        workers: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) {
      console.log(help)
      process.exit(0)
    }
    await start(readSettings(process.env), { empty: values.empty, answers: values.answers, workers: workersAsked(values.workers) }, runners)
    up = true
    await ended
  } catch (error) {
    await runners.stopAll()
    const usage = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
    if (usage) console.error(`${error.message}\n\n${help}`)
    process.exit(usage ? 2 : tellFailure(error))
  }
}

await main()
