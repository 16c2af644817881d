// A small town for tests: the portal on a cloned database, entered with the portal's own login.
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { putSite, putStandardColumns, putUnit } from '../modules/publication/index.ts'
import { anItem, publishItem, valueOf } from '../modules/publication/fixtures.ts'
import type { PublicItem, Published } from '../modules/publication/rules/public-item.ts'
import { siteSettings } from '../modules/publication/rules/site.ts'
import { unitProfile } from '../modules/publication/rules/unit-profile.ts'
import { standingClock } from '../platform/clock/clock.ts'
import { openDatabase, type Database } from '../platform/database/database.ts'
import { folderStore, type FileStore } from '../platform/files/file-store.ts'
import { openPortal } from './app.ts'

const timeZone = 'Asia/Shanghai'
export const now = new Date('2026-11-22T10:00:00+08:00')

export const civilAffairsId = '0a000000-0000-4000-8000-000000000001'
const governmentId = '0a000000-0000-4000-8000-000000000000'

export interface Town {
  readonly database: FreshDatabase
  readonly portalDatabase: Database
  readonly fileStore: FileStore
  readonly filesFolder: string
  /** Ids of columns by path word. */
  readonly columns: ReadonlyMap<string, string>
  publish(changes: Partial<PublicItem>, at?: Date): Promise<Published>
  /** Keeps no pages unless told how many bytes: every answer is as new as its request. */
  open(basePath: string, pageMemory?: number): Promise<FastifyInstance>
  close(): Promise<void>
}

const site = siteSettings.parse({
  name: '青岚县人民政府',
  domain: 'www.qinglan.example',
  homeUrl: '/',
  idCode: '5307240001',
  sponsor: '青岚县人民政府办公室',
  icp: '示例ICP备2026000001号',
  popularWords: ['医保', '低保'],
  ownHosts: ['qinglan.example'],
  contact: { telephone: '0000-5120000', email: '', address: '青岚镇人民路1号', postcode: '' },
  application: { office: '县政府办公室政务公开股', address: '青岚镇人民路1号', postcode: '', telephone: '0000-5120123', fax: '', email: '', hours: '工作日' },
})

export async function aTown(): Promise<Town> {
  const database = await freshDatabase()
  const portalDatabase = openDatabase({ url: database.portalUrl, name: 'portal under test' })
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-portal-'))
  const fileStore = folderStore(folder)
  const apps: FastifyInstance[] = []
  const unit = { kind: 'department', frontCode: '11100000000013338W', position: 1, emptyColumns: 'none-held', successorId: null, validUntil: null } as const
  const columns = await database.transaction(async (tx) => {
    await putSite(tx, site, now)
    await putUnit(
      tx,
      {
        ...unit,
        id: governmentId,
        parentId: null,
        kind: 'government',
        name: '青岚县人民政府',
        shortName: '县政府',
        slug: 'xzf',
        profile: unitProfile.parse({}),
      },
      now,
    )
    const profile = unitProfile.parse({
      duties: '负责社会救助。',
      telephone: '0000-5120011',
      responsiblePerson: { name: '和文山', post: '局长', contact: '木晓云', telephone: '0000-5120012' },
      leaders: [{ name: '和文山', post: '局长', duties: '主持全面工作' }],
    })
    await putUnit(tx, { ...unit, id: civilAffairsId, parentId: governmentId, name: '青岚县民政局', shortName: '民政局', slug: 'mzj', profile }, now)
    return putStandardColumns(tx, now)
  })
  return {
    database,
    portalDatabase,
    fileStore,
    filesFolder: folder,
    columns,
    publish: async (changes, at = now) => valueOf(await publishItem(database, anItem({ columnIds: [columns.get('zhengce') ?? ''], ...changes }), at)),
    async open(basePath, pageMemory = 0) {
      const app = await openPortal({ database: portalDatabase, clock: standingClock(now, timeZone), fileStore, settings: { basePath, timeZone, pageMemory } })
      apps.push(app)
      return app
    },
    async close() {
      for (const app of apps) await app.close()
      await portalDatabase.close()
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export const anAttachment = async (town: Town, name: string, bytes: Buffer, mediaType = 'application/pdf'): Promise<PublicItem['attachments'][number]> => ({
  id: randomUUID(),
  name,
  mediaType,
  bytes: bytes.length,
  sha256: await town.fileStore.put(bytes),
  text: '',
  hasText: false,
})
