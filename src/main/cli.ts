// `npx gongkai …`: the operator's commands, each in a file of commands/.
import { Command } from 'commander'
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

/** Only the command that is asked for is loaded, all of them where help is: the database and the readers take a second that a calculation need not wait. */
const commands = {
  import: async () => (await import('./commands/import.ts')).importCommand(),
  verify: async () => (await import('./commands/verify.ts')).verifyCommand(),
  deadline: async () => (await import('./commands/deadline.ts')).deadlineCommand(),
  backup: async () => (await import('./commands/backup.ts')).backupCommand(),
  restore: async () => (await import('./commands/restore.ts')).restoreCommand(),
  user: async () => (await import('./commands/user.ts')).userCommand(),
  export: async () => (await import('./commands/archive.ts')).exportCommand(),
  archive: async () => (await import('./commands/archive.ts')).archiveCommand(),
  key: async () => (await import('./commands/key.ts')).keyCommand(),
  audit: async () => (await import('./commands/audit.ts')).auditCommand(),
  mirror: async () => (await import('./commands/mirror.ts')).mirrorCommand(),
  report: async () => (await import('./commands/report.ts')).reportCommand(),
} as const

const asked = process.argv[2] ?? ''
const isCommand = (name: string): name is keyof typeof commands => Object.hasOwn(commands, name)

try {
  for (const load of isCommand(asked) ? [commands[asked]] : Object.values(commands)) program.addCommand((await load()).copyInheritedSettings(program))
  await program.parseAsync()
} catch (error) {
  const told = error instanceof Error && error.name === 'CommanderError'
  const help = told && 'code' in error && /help|version/.test(String(error.code))
  process.exitCode = told ? (help && 'exitCode' in error ? Number(error.exitCode) : 2) : tellFailure(error)
}
