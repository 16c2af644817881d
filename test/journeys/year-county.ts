// A second, small product beside the town: the county that kept its catalogue for 2025, seen at the end of that year.
import { join } from 'node:path'
import pg from 'pg'
import type { By } from '../../src/modules/access/index.ts'
import { createAccount, grantRole } from '../../src/modules/access/index.ts'
import { roles } from '../../src/modules/access/law/permissions.ts'
import { aCountyYear } from '../../src/modules/catalogue/fixtures.ts'
import { showCatalogue } from '../../src/modules/catalogue/index.ts'
import { as, grant, must } from '../../src/modules/organization/fixtures.ts'
import { day } from '../../src/kernel/day.ts'
import { bringUpToDate } from '../../src/main/migrations.ts'
import { builtOffice } from '../../src/main/office-build.ts'
import { startOffice } from '../../src/main/office.ts'
import { startPortal } from '../../src/main/portal.ts'
import { readSettings } from '../../src/main/settings.ts'
import { standingClock } from '../../src/platform/clock/clock.ts'
import { openDatabase } from '../../src/platform/database/database.ts'
import { folderStore } from '../../src/platform/files/file-store.ts'
import { openMetrics } from '../../src/platform/http/health.ts'
import { logToFile } from '../../src/platform/log/log.ts'
import { readSecrets, ringOf } from '../../src/platform/settings/secrets.ts'
import { databasePortOf } from './product.ts'
import type { Town } from './start-town.ts'

export interface YearCounty {
  readonly portal: string
  readonly office: string
  readonly bureau: string
  readonly town: string
  readonly stop: () => Promise<void>
}

export const yearPassword = 'Young-Willow-7'
/** The last morning of the year, as browser and servers see it. */
export const lastMorning = new Date('2025-12-31T02:00:00Z')

type Role = keyof typeof roles

/** Uses the server of the town for a database of its own, and the pages that the town has built. */
export async function startYearCounty(town: Town): Promise<YearCounty> {
  const secrets = await readSecrets(join(town.folder, 'secrets.json'))
  if (!secrets) throw new Error('a town without secrets')
  const port = await databasePortOf(town.folder)
  const name = 'gongkai_year'
  const urlOf = (user: string, password: string, database = name): string => `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
  const admin = async (command: string): Promise<void> => {
    const client = new pg.Client({ connectionString: urlOf('gongkai', secrets.ownerPassword, 'postgres') })
    await client.connect()
    await client.query(command).finally(() => client.end())
  }
  await admin(`drop database if exists ${name} with (force)`)
  await admin(`create database ${name}`)
  const owner = urlOf('gongkai', secrets.ownerPassword)
  await bringUpToDate(owner, () => {})

  const database = openDatabase({ url: owner, name: 'year', poolSize: 4 })
  const clock = standingClock(lastMorning, 'Asia/Shanghai')
  const { county } = await aCountyYear(database)
  const account = async (login: string, called: string, role: Role, unitId: string, sectionId: string | null): Promise<void> => {
    const guard: By = as(county.keeper.actor.accountId, '安全员', grant('security-administrator', county.government))
    await database.transaction(async (tx) => {
      const { accountId } = must(await createAccount(tx, county.keeper, { login, name: called, password: yearPassword }))
      must(await grantRole(tx, guard, { accountId, role, unitId, sectionId, validFrom: day('2025-01-01'), validUntil: null }))
    })
  }
  await account('supervisor', '何长风', 'inspector', county.government, null)
  await account('section-head', '宋延', 'section-head', county.bureau, county.office)
  await showCatalogue(database, clock)
  await database.close()

  const environment = { GONGKAI_DATA: town.folder, GONGKAI_PORTAL_PORT: '0', GONGKAI_OFFICE_PORT: '0' }
  const settings = readSettings(environment)
  const parts = { settings, clock, fileStore: folderStore(join(town.folder, 'year-files')), log: logToFile('error', join(town.folder, 'year.log')) }
  const portal = await startPortal({ ...parts, databaseUrl: urlOf('gongkai_portal', secrets.portalPassword), metrics: openMetrics() })
  const office = await startOffice({
    ...parts,
    databaseUrl: urlOf('gongkai_office', secrets.officePassword),
    keys: () => ringOf(secrets),
    metrics: openMetrics(),
    spaFolder: await builtOffice(town.folder, () => {}),
    portalAddress: portal.address,
  })
  return {
    portal: `${portal.address}/`,
    office: `${office.address}/`,
    bureau: county.bureau,
    town: county.town,
    async stop() {
      await office.stop()
      await portal.stop()
      await admin(`drop database ${name} with (force)`)
    },
  }
}
