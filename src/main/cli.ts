// `npx gongkai …`: the operator's commands, each in a file of commands/.
import { Command } from 'commander'
import { auditCommand } from './commands/audit.ts'
import { backupCommand } from './commands/backup.ts'
import { importCommand } from './commands/import.ts'
import { restoreCommand } from './commands/restore.ts'
import { userCommand } from './commands/user.ts'
import { verifyCommand } from './commands/verify.ts'
import { tellFailure } from './plain-failure.ts'
import { programVersion } from './version.ts'

const program = new Command('gongkai')
  .description('公开：政府信息公开系统的运维命令\nGongkai: commands for the operator of a disclosure system')
  .version(programVersion, '-V, --version', '显示版本 show the version')
  .helpOption('-h, --help', '显示说明 show help')
  .helpCommand('help [command]', '显示命令的说明 show help of a command')
  .addHelpText(
    'after',
    `
数据由 GONGKAI_DATA（默认 ./data）或者 DATABASE_URL 指定；系统运行时也可以使用。
The data are those of GONGKAI_DATA (./data) or DATABASE_URL; commands work while the system runs.`,
  )
  .configureOutput({ writeErr: (text) => process.stderr.write(text.replace(/^error: /, '用法错误 usage: ')) })
  .exitOverride()

for (const command of [importCommand(), verifyCommand(), backupCommand(), restoreCommand(), userCommand(), auditCommand()]) {
  program.addCommand(command.copyInheritedSettings(program))
}

try {
  await program.parseAsync()
} catch (error) {
  const told = error instanceof Error && error.name === 'CommanderError'
  const help = told && 'code' in error && /help|version/.test(String(error.code))
  process.exitCode = told ? (help && 'exitCode' in error ? Number(error.exitCode) : 2) : tellFailure(error)
}
