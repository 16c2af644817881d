// `gongkai restore FILE`: an installation back from a backup, proved before and after.
import { createPublicKey } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import pg from 'pg'
import { verifyRegister } from '../../modules/publication/index.ts'
import { openDatabase, type Database } from '../../platform/database/database.ts'
import { newSecrets, readSecrets, secretsShape, writeSecrets, type Secrets } from '../../platform/settings/secrets.ts'
import { checkArchive } from '../backup/archive.ts'
import { restore } from '../backup/restore.ts'
import { holdDataFolder, openDataFolder } from '../data-folder.ts'
import { PlainFailure } from '../plain-failure.ts'
import { faultSentence } from '../register-fault.ts'
import { Runners } from '../running.ts'
import { readSettings, type Settings } from '../settings.ts'
import { openStorage } from '../storage.ts'
import { ask, tell } from '../terminal.ts'

interface Options {
  readonly force: boolean
  readonly yes: boolean
}

const keysInArchive = secretsShape.pick({ totpKey: true, formerKeys: true, registerKey: true })
const word = '覆盖'

export function restoreCommand(): Command {
  return new Command('restore')
    .description('从备份恢复到空的数据目录或者数据库（系统须已停止）\nrestore a backup into an empty data folder or database (the system must be stopped)')
    .argument('<file>', '备份文件 the backup')
    .option('--force', '覆盖现有数据 replace the data that are there', false)
    .option('--yes', '与 --force 同用：不再询问 with --force: do not ask again', false)
    .action((file: string, options: Options) => run(resolve(file), options))
}

async function run(path: string, options: Options): Promise<void> {
  const settings = readSettings(process.env)
  const runners = new Runners()
  tell('正在检查备份文件')
  const { header, secrets: keys } = await checkArchive(path)
  await openDataFolder(settings.dataFolder)
  try {
    const held = await holdDataFolder(settings.dataFolder, 'command')
    runners.add({ name: 'data folder', stop: () => held.release() })
    await takeKeys(settings, keys, options)
    const storage = await openStorage(settings, tell)
    runners.add({ name: 'database', stop: () => storage.stop() })
    await refuseData(storage.urls.owner, options)
    await confirm(storage.urls.owner, options)
    await restore(path, header, { ownerUrl: storage.urls.owner, fileStore: storage.fileStore, tell })
    const database = openDatabase({ url: storage.urls.owner, name: 'gongkai restore', poolSize: 2 })
    runners.add({ name: 'pool', stop: () => database.close() })
    await prove(database, storage.secrets, keys !== undefined, settings)
  } finally {
    await runners.stopAll()
  }
}

/** Before the database is opened: the keys of the archive with logins' passwords of this place. */
async function takeKeys(settings: Settings, text: string | undefined, { force }: Options): Promise<void> {
  const present = await readSecrets(settings.secretsFile)
  if (present && !force && existsSync(join(settings.dataFolder, 'pg', 'PG_VERSION'))) return
  const keys = text === undefined ? {} : keysInArchive.parse(JSON.parse(text))
  await writeSecrets(settings.secretsFile, { ...(present ?? newSecrets()), ...keys })
}

async function counted(ownerUrl: string): Promise<{ used: boolean; others: number }> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'gongkai look' })
  await client.connect()
  try {
    const others = await client.query(
      `select 1 from pg_stat_activity where datname = current_database() and application_name ~ '^gongkai (office|portal|worker)$'`,
    )
    const table = await client.query<{ there: boolean }>(`select to_regclass('public.installation') is not null as there`)
    const rows = table.rows[0]?.there ? await client.query('select 1 from public.installation') : undefined
    return { used: (rows?.rowCount ?? 0) > 0, others: others.rowCount ?? 0 }
  } finally {
    await client.end()
  }
}

async function refuseData(ownerUrl: string, { force }: Options): Promise<void> {
  const { used, others } = await counted(ownerUrl)
  if (others > 0) {
    throw new PlainFailure(
      '系统还在使用这个数据库：请先停止门户、后台和任务进程。',
      'The system still uses this database: stop portal, office and worker first.',
    )
  }
  if (used && !force) {
    throw new PlainFailure(
      '这里已有数据：请恢复到空的数据目录（GONGKAI_DATA）或者空的数据库；确要覆盖请加 --force。',
      'There are data here: restore into an empty data folder (GONGKAI_DATA) or database; to replace them, add --force.',
    )
  }
}

async function confirm(ownerUrl: string, { force, yes }: Options): Promise<void> {
  if (!force || yes || !(await counted(ownerUrl)).used) return
  await ask(`现有数据将全部被覆盖，无法找回。输入“${word}”继续`, (answer) => (answer === word ? undefined : `请输入“${word}”，或者按 Ctrl-C 取消`))
}

async function prove(database: Database, secrets: Secrets, withKeys: boolean, settings: Settings): Promise<void> {
  const own = createPublicKey(secrets.registerKey).export({ type: 'spki', format: 'pem' }).toString()
  const result = await verifyRegister(database.db, withKeys ? { publicKeys: [own, ...(secrets.formerRegisterKeys ?? [])] } : {})
  if (result.fault) throw new PlainFailure(faultSentence(result.fault), 'The data were restored, but the register in the backup does not fit.')
  console.log(`恢复完成，公开登记簿相符（${result.entries} 条记录）。\nRestored; the public register fits (${result.entries} entries).`)
  if (!withKeys) {
    console.log(
      `备份中没有密钥：请把原来的 secrets.json 放回 ${settings.secretsFile}，否则动态口令须重新绑定。\nThe backup holds no keys: put the old secrets.json back, or second factors must be set up anew.`,
    )
  }
}
