// Where an installation keeps its data: database (embedded, or the operator's), secrets and files.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { KeySource } from '../platform/crypto/key-ring.ts'
import { folderStore, type FileStore } from '../platform/files/file-store.ts'
import { startEmbedded, type EmbeddedServer } from '../platform/postgres/embedded.ts'
import { keysIn, newSecrets, readSecrets, writeSecrets, type Secrets } from '../platform/settings/secrets.ts'
import { ensureLogins, type Urls } from './logins.ts'
import { PlainFailure } from './plain-failure.ts'
import type { Settings } from './settings.ts'

export interface Storage {
  readonly urls: Urls
  readonly secrets: Secrets
  /** Those of the secrets file as it stands, also when it is replaced while we run. */
  readonly keys: KeySource
  readonly fileStore: FileStore
  /** From now on an embedded server that dies is started again, on the same port. */
  keepUp(tellRestart: (error: unknown) => void): void
  /** Stops the embedded server; one of the operator's is left alone. */
  stop(): Promise<void>
}

const lookMilliseconds = 1000

const isAlive = (processId: number): boolean => {
  try {
    process.kill(processId, 0)
    return true
  } catch {
    return false
  }
}

export const filesFolder = (settings: Settings): string => join(settings.dataFolder, 'files')

/** The secrets of the installation. New ones are made only where there are no data yet that old ones belong to. */
export async function secretsOf(settings: Settings): Promise<Secrets> {
  const known = await readSecrets(settings.secretsFile).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error) throw error
    throw new PlainFailure(
      `密钥文件 ${settings.secretsFile} 已损坏：请从备份恢复。`,
      `The secrets file ${settings.secretsFile} is damaged: restore it from a backup.`,
      {
        cause: error,
      },
    )
  })
  if (known) return known
  if (existsSync(join(settings.dataFolder, 'pg', 'PG_VERSION'))) {
    throw new PlainFailure(
      `数据目录中有数据，但缺少密钥文件 ${settings.secretsFile}：请从备份恢复该文件。`,
      `The data folder holds data, but the secrets file ${settings.secretsFile} is missing: restore it from a backup.`,
    )
  }
  const fresh = newSecrets()
  await writeSecrets(settings.secretsFile, fresh)
  return fresh
}

/** Starts or reaches the database and makes its logins. The tables are not looked at yet. */
export async function openStorage(settings: Settings, tell: (line: string) => void): Promise<Storage> {
  const secrets = await secretsOf(settings)
  const { dataFolder, databaseUrl, officeDatabaseUrl, portalDatabaseUrl } = settings
  let embedded = databaseUrl === undefined ? await startEmbedded({ folder: dataFolder, password: secrets.ownerPassword, tell }) : undefined
  let watch: NodeJS.Timeout | undefined
  let restarting: Promise<void> = Promise.resolve()
  const restart = async (server: EmbeddedServer, tellRestart: (error: unknown) => void): Promise<void> => {
    try {
      embedded = await startEmbedded({ folder: dataFolder, password: secrets.ownerPassword, port: server.port })
      tellRestart(undefined)
    } catch (error) {
      tellRestart(error)
    }
  }
  const stop = async (): Promise<void> => {
    clearInterval(watch)
    await restarting
    await embedded?.stop()
  }
  try {
    const ownerUrl = databaseUrl ?? embedded?.url ?? ''
    const given = { officeUrl: embedded ? undefined : officeDatabaseUrl, portalUrl: embedded ? undefined : portalDatabaseUrl }
    const urls = await ensureLogins(ownerUrl, secrets, { ours: embedded !== undefined, ...given })
    return {
      urls,
      secrets,
      keys: keysIn(settings.secretsFile),
      fileStore: folderStore(filesFolder(settings)),
      stop,
      keepUp(tellRestart) {
        let busy = false
        watch = setInterval(() => {
          if (busy || !embedded || isAlive(embedded.processId)) return
          busy = true
          restarting = restart(embedded, tellRestart).finally(() => {
            busy = false
          })
        }, lookMilliseconds)
        watch.unref()
      },
    }
  } catch (error) {
    await stop()
    throw error
  }
}
