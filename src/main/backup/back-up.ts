// Makes a backup while everything runs: one snapshot of the database, then the files that it names.
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { Secrets } from '../../platform/settings/secrets.ts'
import { appliedMigrations } from '../migrations.ts'
import { formatVersion, writeArchive } from './archive.ts'
import { rowsOf, sequencesOf, tablesOf } from './tables.ts'

export interface BackUpParts {
  readonly ownerUrl: string
  readonly filesFolder: string
  /** Goes into the archive without the passwords of the logins; undefined leaves the keys out as well. */
  readonly secrets: Secrets | undefined
  readonly programVersion: string
  readonly now: Date
  readonly tell?: (line: string) => void
}

export interface BackUpReport {
  readonly tables: number
  readonly files: number
  readonly bytes: number
}

/** Names of all files of the store; what is still being written has another shape of name. */
async function storedFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return entries
    .filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}

/** Writes the backup to `path`. Readers and writers of the database are not held up. */
export async function backUp(path: string, parts: BackUpParts): Promise<BackUpReport> {
  const { ownerUrl, filesFolder, secrets, tell = () => {} } = parts
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'gongkai backup' })
  await client.connect()
  let files: string[] = []
  try {
    await client.query('begin isolation level repeatable read, read only')
    const tables = await tablesOf(client)
    const version = await client.query<{ server_version: string }>('show server_version')
    const header = {
      format: formatVersion,
      madeAt: parts.now.toISOString(),
      program: parts.programVersion,
      server: version.rows[0]?.server_version ?? '',
      migrations: await appliedMigrations(client),
      tables,
      // Not bound to the snapshot: a number too high leaves a gap, one too low would be given twice.
      sequences: await sequencesOf(client),
    }
    await writeArchive(path, header, async (archive) => {
      if (secrets) {
        const { totpKey, formerKeys, registerKey } = secrets
        await archive.add('secrets.json', Buffer.from(JSON.stringify({ totpKey, formerKeys, registerKey })))
      }
      for (const table of tables) {
        let part = 0
        for await (const rows of rowsOf(client, table)) {
          part += 1
          await archive.add(`tables/${table.schema}.${table.name}/${String(part).padStart(6, '0')}`, rows)
        }
      }
      tell(`已备份 ${tables.length} 张数据表`)
      // A file is kept before the row that names it is committed, and never deleted: listed after the snapshot, none is missing.
      files = await storedFiles(filesFolder)
      for (const file of files) await archive.addStream(`files/${file.slice(-64)}`, (await stat(file)).size, createReadStream(file))
      tell(`已备份 ${files.length} 个文件`)
    })
    await client.query('commit')
    return { tables: tables.length, files: files.length, bytes: (await stat(path)).size }
  } finally {
    await client.end()
  }
}
