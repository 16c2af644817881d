// The first start of an installation: the demo town, or an empty office; a later one finds what is there.
import { demoAccounts, demoPassword } from '../../demo/qinglan/accounts.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Database } from '../platform/database/database.ts'
import type { Seal } from '../platform/crypto/seal.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import type { Log } from '../platform/log/log.ts'
import { answersFrom, answersFromTerminal, found } from './found.ts'
import { beginInstallation, finishInstallation, readInstallation } from './installation.ts'
import { PlainFailure } from './plain-failure.ts'
import { tableOf } from './terminal.ts'

export interface FirstStart {
  readonly database: Database
  readonly clock: Clock
  readonly fileStore: FileStore
  readonly log: Log
  readonly tell: (line: string) => void
  readonly seal: Seal
  readonly empty: boolean
  /** File of answers for `--empty`. */
  readonly answers: string | undefined
}

/** Makes what is missing; returns what the terminal should show of the accounts. */
export async function prepareInstallation(parts: FirstStart): Promise<string> {
  const { database, empty } = parts
  const installation = await readInstallation(database.db)
  if (installation?.kind === 'demo' && empty) {
    throw new PlainFailure(
      '数据目录中已有演示数据，不能用 --empty：请用 GONGKAI_DATA 指定新的数据目录。',
      'The data folder holds the demo town already, so that --empty cannot be had: name a new folder with GONGKAI_DATA.',
    )
  }
  if (installation?.kind === 'empty') return ''
  if (installation) return demoTable()
  return empty ? foundEmpty(parts) : buildDemo(parts)
}

async function foundEmpty({ database, clock, answers }: FirstStart): Promise<string> {
  const founded = await found(database, clock, answers === undefined ? await answersFromTerminal() : await answersFrom(answers))
  const rows = founded.map(({ title, login, firstPassword }) => [title, login, firstPassword ?? '（所设密码）'])
  return `初始密码只显示这一次，首次登录时须修改：\n${tableOf(['角色', '登录名', '初始密码'], rows)}`
}

async function buildDemo({ database, clock, fileStore, tell, seal }: FirstStart): Promise<string> {
  tell('首次启动：正在建立演示县（青岚县）……')
  await beginInstallation(database.db, 'demo', clock.now())
  // Only a first start needs the town's texts.
  const { buildQinglan } = await import('../../demo/qinglan/build.ts')
  const { documents } = await buildQinglan({ database, fileStore, clockZone: clock.timeZone, now: clock.now(), tell, seal })
  await finishInstallation(database.db, clock.now())
  tell(`演示县已建立，共公开 ${documents} 件信息`)
  return demoTable()
}

function demoTable(): string {
  const rows = demoAccounts.map(({ login, name, role, unit, tryThis }) => [login, name, role, unit, tryThis])
  return `  演示账号（密码均为 ${demoPassword}）\n${tableOf(['登录名', '姓名', '角色', '单位', '可以试试'], rows)}`
}
