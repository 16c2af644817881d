// What stops a command for a reason that the operator can mend: one plain sentence in Chinese and English, and an exit code.

export class PlainFailure extends Error {
  override readonly name = 'PlainFailure'
  readonly exitCode: number

  constructor(chinese: string, english: string, { exitCode = 1, cause }: { exitCode?: number; cause?: unknown } = {}) {
    super(`${chinese}\n${english}`, { cause })
    this.exitCode = exitCode
  }
}

interface Known {
  readonly fits: (code: string, name: string, message: string) => boolean
  readonly chinese: (message: string) => string
  readonly english: (message: string) => string
}

/** Failures of the system underneath that have a plain sentence; the first that fits is told. */
const known: readonly Known[] = [
  {
    fits: (code, _, message) => code === 'ENOSPC' || code === 'EDQUOT' || code === '53100' || message.includes('No space left on device'),
    chinese: () => '磁盘空间已满：请清理磁盘，或者用 GONGKAI_DATA 指定其他数据目录后重新启动。',
    english: () => 'The disk is full: make room, or name another data folder with GONGKAI_DATA, and start again.',
  },
  {
    fits: (code) => code === 'EROFS',
    chinese: () => '数据目录所在的磁盘是只读的：请用 GONGKAI_DATA 指定可以写入的目录。',
    english: () => 'The disk of the data folder is read-only: name a folder that can be written to with GONGKAI_DATA.',
  },
  {
    fits: (code) => code === 'EACCES' || code === 'EPERM',
    chinese: (message) => `没有权限：${message}。请检查目录的所有者和权限，或者用 GONGKAI_DATA 指定其他目录。`,
    english: (message) => `No permission: ${message}. Check who owns the folder, or name another with GONGKAI_DATA.`,
  },
  {
    fits: (_, name) => name === 'NewerDataError' || name === 'NewerDatabaseError',
    chinese: () => '数据是由更新版本的程序建立的：请使用更新版本，或者用 GONGKAI_DATA 指定其他数据目录。',
    english: (message) => `The data were made by a newer version: use that version, or name another data folder with GONGKAI_DATA (${message}).`,
  },
  {
    fits: (_, name) => name === 'NoBinariesError',
    chinese: () => '没有适用于本机的内置 PostgreSQL：请用 DATABASE_URL 指定数据库服务器。',
    english: (message) => `There is no embedded PostgreSQL for this machine: set DATABASE_URL (${message}).`,
  },
  {
    fits: (code, _, message) => ['57P01', '57P02', '58030', 'ECONNRESET'].includes(code) || /^Connection terminated|^the database did not start/.test(message),
    chinese: () => '数据库中断或者没有启动：原因见数据目录中 pg.log 的末尾（常见的是磁盘已满或者内存不足），处理后重新启动即可，已保存的数据不会丢失。',
    english: (message) =>
      `The database broke off or did not start: the end of pg.log in the data folder says why (${message}). Start again afterwards; nothing saved is lost.`,
  },
  {
    fits: (code) => ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', 'EAI_AGAIN', '57P03'].includes(code),
    chinese: (message) => `无法连接数据库：${message}。请检查 DATABASE_URL 以及数据库服务器是否已启动。`,
    english: (message) => `The database cannot be reached: ${message}. Check DATABASE_URL and whether the server runs.`,
  },
  {
    fits: (code) => code === '28P01' || code === '28000' || code === '3D000',
    chinese: (message) => `数据库拒绝登录：${message}。请检查 DATABASE_URL 中的用户、密码和库名。`,
    english: (message) => `The database refuses the login: ${message}. Check user, password and name in DATABASE_URL.`,
  },
]

/** The plain sentence of an error, or undefined where it is a bug that deserves its stack. */
export function plainSentenceOf(error: unknown): string | undefined {
  if (error instanceof PlainFailure) return error.message
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const { name, message } = cause
    const code = (cause as { code?: string }).code ?? ''
    const row = known.find(({ fits }) => fits(code, name, message))
    if (row) return `${row.chinese(message)}\n${row.english(message)}`
  }
  return undefined
}

/** Tells the error on the terminal and returns the exit code it deserves. */
export function tellFailure(error: unknown): number {
  const sentence = plainSentenceOf(error)
  if (sentence === undefined) {
    console.error('程序出错，请将以下信息交给维护人员。\nThis is a fault of the program; please hand this to its maintainers.')
    console.error(error)
    return 70
  }
  console.error(sentence)
  return error instanceof PlainFailure ? error.exitCode : 1
}
