// Puts a checked backup back: tables as they were at its point, files, sequences; then brings them to this version.
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '../../platform/database/migrate.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { bringUpToDate, emptyDatabase, migrationsFolder, refuseOtherMigrations } from '../migrations.ts'
import { PlainFailure } from '../plain-failure.ts'
import { bytesOf, readArchive, type ArchiveEntry, type ArchiveHeader } from './archive.ts'
import { putRows, setSequences, withTablesUntied, type BackedTable } from './tables.ts'

export interface RestoreParts {
  readonly ownerUrl: string
  readonly fileStore: FileStore
  readonly tell?: (line: string) => void
}

/** Migrations exactly up to the point at which the backup was made. */
async function migrateTo(ownerUrl: string, header: ArchiveHeader): Promise<void> {
  await refuseOtherMigrations(header.migrations)
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-restore-'))
  try {
    await mkdir(folder, { recursive: true })
    for (const { name } of header.migrations) await copyFile(join(migrationsFolder, name), join(folder, name))
    await migrate(ownerUrl, folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new PlainFailure('备份是由更新版本的程序建立的，请使用更新版本恢复。', 'The backup was made by a newer version: restore it with that version.', {
      cause: error,
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function putFile(fileStore: FileStore, entry: ArchiveEntry): Promise<void> {
  const sha256 = entry.name.slice('files/'.length)
  const bytes = await bytesOf(entry)
  if ((await fileStore.put(bytes)) !== sha256) throw new Error(`file ${sha256} is not what its name says`)
}

/** Empties the database and fills it from the archive, whose entries were proved by checkArchive. */
export async function restore(path: string, header: ArchiveHeader, { ownerUrl, fileStore, tell = () => {} }: RestoreParts): Promise<void> {
  await emptyDatabase(ownerUrl)
  await migrateTo(ownerUrl, header)
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'gongkai restore' })
  await client.connect()
  try {
    await client.query('begin')
    const tables = new Map<string, BackedTable>(header.tables.map((table) => [`${table.schema}.${table.name}`, table]))
    let files = 0
    await withTablesUntied(client, () =>
      readArchive(path, async (entry) => {
        const [kind, name] = entry.name.split('/')
        const table = tables.get(name ?? '')
        if (kind === 'tables' && table) await putRows(client, table, entry.content)
        if (kind === 'files') {
          await putFile(fileStore, entry)
          files += 1
        }
      }),
    )
    await setSequences(client, header.sequences)
    await client.query('commit')
    tell(`已恢复 ${tables.size} 张数据表、${files} 个文件`)
  } finally {
    await client.end()
  }
  await bringUpToDate(ownerUrl, tell)
}
