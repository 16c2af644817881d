// A small product beside the town, on a database of its own and with a clock that is set: uses the town's database server and the pages that it has built.
import { join } from 'node:path'
import pg from 'pg'
import { bringUpToDate } from '../../src/main/migrations.ts'
import { builtOffice } from '../../src/main/office-build.ts'
import { startOffice } from '../../src/main/office.ts'
import { startPortal } from '../../src/main/portal.ts'
import { readSettings } from '../../src/main/settings.ts'
import { createAccount, grantRole, type By } from '../../src/modules/access/index.ts'
import type { Role } from '../../src/modules/access/law/permissions.ts'
import { as, grant, must, type SmallCounty } from '../../src/modules/organization/fixtures.ts'
import { day } from '../../src/kernel/day.ts'
import type { Clock } from '../../src/kernel/clock.ts'
import type { KeySource } from '../../src/platform/crypto/key-ring.ts'
import { openDatabase, type Database } from '../../src/platform/database/database.ts'
import { folderStore } from '../../src/platform/files/file-store.ts'
import { openMetrics } from '../../src/platform/http/health.ts'
import { logToFile, type Log } from '../../src/platform/log/log.ts'
import { readSecrets, ringOf } from '../../src/platform/settings/secrets.ts'
import { databasePortOf } from './product.ts'
import type { Town } from './start-town.ts'

export const password = 'Young-Willow-7'

/** Somebody of the county with one role, from the first of January 2025 on. */
export async function seat(
  database: Database,
  { keeper, government }: SmallCounty,
  { login, name, role, unitId, sectionId = null }: { login: string; name: string; role: Role; unitId: string; sectionId?: string | null },
): Promise<void> {
  const guard: By = as(keeper.actor.accountId, '安全员', grant('security-administrator', government))
  await database.transaction(async (tx) => {
    const { accountId } = must(await createAccount(tx, keeper, { login, name, password }))
    must(await grantRole(tx, guard, { accountId, role, unitId, sectionId, validFrom: day('2025-01-01'), validUntil: null }))
  })
}

export interface BesideTown {
  readonly portal: string
  readonly office: string
  readonly stop: () => Promise<void>
}

export interface Ground {
  readonly database: Database
  readonly log: Log
  /** Seal and open in this installation. */
  readonly keys: KeySource
}

/** `found` lays what the product stands on, with the owner's login, which stays open until the end. */
export async function startBesideTown(town: Town, name: string, clock: Clock, found: (ground: Ground) => Promise<void>): Promise<BesideTown> {
  const secrets = await readSecrets(join(town.folder, 'secrets.json'))
  if (!secrets) throw new Error('a town without secrets')
  const keys: KeySource = () => ringOf(secrets)
  const port = await databasePortOf(town.folder)
  const urlOf = (user: string, secret: string, database = `gongkai_${name}`): string =>
    `postgres://${user}:${encodeURIComponent(secret)}@127.0.0.1:${port}/${database}`
  const admin = async (command: string): Promise<void> => {
    const client = new pg.Client({ connectionString: urlOf('gongkai', secrets.ownerPassword, 'postgres') })
    await client.connect()
    await client.query(command).finally(() => client.end())
  }
  await admin(`drop database if exists gongkai_${name} with (force)`)
  await admin(`create database gongkai_${name}`)
  const owner = urlOf('gongkai', secrets.ownerPassword)
  await bringUpToDate(owner, () => {})

  const log = logToFile('error', join(town.folder, `${name}.log`))
  const database = openDatabase({ url: owner, name, poolSize: 4 })
  await found({ database, log, keys })

  const environment = { GONGKAI_DATA: town.folder, GONGKAI_PORTAL_PORT: '0', GONGKAI_OFFICE_PORT: '0' }
  const parts = { settings: readSettings(environment), clock, fileStore: folderStore(join(town.folder, `${name}-files`)), log }
  const portal = await startPortal({ ...parts, databaseUrl: urlOf('gongkai_portal', secrets.portalPassword), metrics: openMetrics() })
  const office = await startOffice({
    ...parts,
    databaseUrl: urlOf('gongkai_office', secrets.officePassword),
    keys,
    metrics: openMetrics(),
    spaFolder: await builtOffice(town.folder, () => {}),
    portalAddress: portal.address,
  })
  return {
    portal: `${portal.address}/`,
    office: `${office.address}/`,
    async stop() {
      await office.stop()
      await portal.stop()
      await database.close()
      await admin(`drop database gongkai_${name} with (force)`)
    },
  }
}
