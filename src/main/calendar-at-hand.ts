// The calendar for a command that needs no data: that of the installation where one can be reached at once, else the years that came with the program.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { calendarOf, type Calendar } from '../kernel/calendar.ts'
import { shippedYears } from '../law/holidays.ts'

/** Nothing is started and nothing is waited for longer than this. */
const patienceMilliseconds = 3000

/** Whether looking for an installation is worth its time: the database's parts take half a second to load. */
const mayBeThere = ({ DATABASE_URL, GONGKAI_DATA = './data' }: NodeJS.ProcessEnv): boolean =>
  DATABASE_URL !== undefined || existsSync(join(GONGKAI_DATA, 'pg', 'postmaster.pid'))

export async function calendarAtHand(environment = process.env): Promise<Calendar> {
  const shipped = calendarOf(shippedYears, 'shipped')
  if (!mayBeThere(environment)) return shipped
  const entered = await calendarOfInstallation(environment).catch(() => undefined)
  if (!entered)
    console.error(
      '未能读取本单位录入的放假安排，按随程序提供的年份计算。\nThe years entered here could not be read; the years that came with the program are used.',
    )
  return entered ?? shipped
}

async function calendarOfInstallation(environment: NodeJS.ProcessEnv): Promise<Calendar | undefined> {
  const { readSettings } = await import('./settings.ts')
  const settings = readSettings(environment)
  const url = settings.databaseUrl ?? (await urlInFolder(settings))
  if (url === undefined) return undefined
  const [{ openDatabase }, { currentCalendar }] = await Promise.all([import('../platform/database/database.ts'), import('../modules/calendar/index.ts')])
  const database = openDatabase({ url, name: 'gongkai deadline', poolSize: 1 })
  const late = AbortSignal.timeout(patienceMilliseconds)
  try {
    return await Promise.race([
      currentCalendar(database.db),
      new Promise<undefined>((resolve) => late.addEventListener('abort', () => resolve(undefined), { once: true })),
    ])
  } finally {
    await database.close().catch(() => {})
  }
}

async function urlInFolder({ dataFolder, secretsFile }: { dataFolder: string; secretsFile: string }): Promise<string | undefined> {
  const [{ urlOfRunning }, { readSecrets }] = await Promise.all([import('../platform/postgres/embedded.ts'), import('../platform/settings/secrets.ts')])
  const secrets = await readSecrets(secretsFile)
  return secrets && urlOfRunning(dataFolder, secrets.ownerPassword)
}
