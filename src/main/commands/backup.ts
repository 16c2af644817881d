// `gongkai backup FILE`: one moment of the whole installation in one file, while it runs.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { backUp } from '../backup/back-up.ts'
import { withData } from '../connect.ts'
import { PlainFailure } from '../plain-failure.ts'
import { filesFolder } from '../storage.ts'
import { tell } from '../terminal.ts'
import { programVersion } from '../version.ts'

interface Options {
  readonly overwrite: boolean
  readonly secrets: boolean
}

export function backupCommand(): Command {
  return new Command('backup')
    .description('备份数据库、文件和密钥到一个文件，系统可以照常运行\nback up database, files and keys into one file while the system runs')
    .argument('<file>', '备份文件 the file to write')
    .option('--overwrite', '文件已存在时覆盖 replace a file that exists', false)
    .option('--no-secrets', '不包含密钥（须另行保管 secrets.json） leave the keys out (keep secrets.json yourself)')
    .action((file: string, options: Options) => {
      const path = resolve(file)
      if (existsSync(path) && !options.overwrite) {
        throw new PlainFailure(`文件 ${path} 已存在：请换一个文件名，或者加 --overwrite。`, `The file ${path} exists: name another one, or add --overwrite.`, {
          exitCode: 2,
        })
      }
      return withData(async ({ urls, settings, secrets, clock }) => {
        const report = await backUp(path, {
          ownerUrl: urls.owner,
          filesFolder: filesFolder(settings),
          secrets: options.secrets ? secrets : undefined,
          programVersion,
          now: clock.now(),
          tell,
        })
        const megabytes = (report.bytes / 1024 / 1024).toFixed(1)
        console.log(`备份完成：${path}（${megabytes} MB）${options.secrets ? '。其中有密钥，请妥善保管。' : '，不含密钥。'}`)
        console.log(`Backed up to ${path} (${megabytes} MB)${options.secrets ? '. It holds the keys: keep it safe.' : ', without keys.'}`)
      })
    })
}
