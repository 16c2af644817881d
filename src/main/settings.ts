// All settings, read once at the door from the environment; a process does not start with a wrong one.
import { resolve } from 'node:path'
import { z } from 'zod'
import type { TextGateway } from '../platform/text-messages/gateway.ts'
import { PlainFailure } from './plain-failure.ts'
import { textGatewayOf, textGatewaySettings } from './text-gateway.ts'

const port = z.coerce.number().int().min(0).max(65_535)

const databaseUrl = z.string().refine((text) => /^postgres(ql)?:\/\/[^/]+\/[^/?]+/.test(text) && URL.canParse(text))

const timeZone = z.string().refine((name) => Intl.supportedValuesOf('timeZone').includes(name) || name === 'UTC')

interface Setting {
  readonly schema: z.ZodType
  /** What a right value looks like. */
  readonly chinese: string
  readonly english: string
}

/** Every variable with its shape and with the words that `docs/operations.md` and the refusal use. */
export const settingsTable = {
  GONGKAI_DATA: { schema: z.string().min(1).default('./data'), chinese: '数据目录的路径', english: 'path of the data folder' },
  GONGKAI_SECRETS: { schema: z.string().min(1).optional(), chinese: '密钥文件的路径', english: 'path of the secrets file' },
  GONGKAI_HOST: { schema: z.string().min(1).default('127.0.0.1'), chinese: '监听地址', english: 'address to listen on' },
  GONGKAI_PORTAL_PORT: { schema: port.default(8080), chinese: '门户端口，0 至 65535 的整数', english: 'port of the portal, a whole number from 0 to 65535' },
  GONGKAI_OFFICE_PORT: { schema: port.default(8081), chinese: '后台端口，0 至 65535 的整数', english: 'port of the office, a whole number from 0 to 65535' },
  GONGKAI_BASE_PATH: {
    schema: z
      .string()
      .regex(/^\/([a-zA-Z0-9._~-]+\/)*$/)
      .default('/'),
    chinese: '门户的路径，以 / 开头并以 / 结尾，例如 /zfxxgk/',
    english: 'path of the portal, beginning and ending with /, e.g. /zfxxgk/',
  },
  GONGKAI_PORTAL_ADDRESS: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    chinese: '公众访问门户所用的网址，例如 https://www.example.gov.cn',
    english: 'address under which the public reaches the portal, e.g. https://www.example.gov.cn',
  },
  GONGKAI_TRUST_PROXY: {
    schema: z.enum(['0', '1']).default('0'),
    chinese: '0 或 1（1 表示前面有反向代理，采用其 X-Forwarded-* 头）',
    english: '0 or 1 (1: a reverse proxy stands before us and its X-Forwarded-* headers are believed)',
  },
  GONGKAI_PAGE_MEMORY: {
    schema: z.coerce.number().int().min(0).max(65_536).default(32),
    chinese: '每个门户进程用于保存成品页面的内存，单位 MB，0 至 65536 的整数；0 表示不保存',
    english: 'memory that finished pages may take in each process of the portal, in MB, a whole number from 0 to 65536; 0 keeps none',
  },
  GONGKAI_METRICS_TOKEN: {
    schema: z.string().min(16).optional(),
    chinese: '至少 16 个字符，其他机器凭它读取 /metrics',
    english: 'at least 16 characters, with which another machine may read /metrics',
  },
  GONGKAI_OFFICE_ADDRESS: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    chinese: '工作人员访问后台所用的网址，例如 https://office.example.gov.cn；写在提醒邮件里',
    english: 'address under which officials reach the office, e.g. https://office.example.gov.cn; written in reminders by mail',
  },
  GONGKAI_SMTP_URL: {
    schema: z.url({ protocol: /^smtps?$/ }).optional(),
    chinese: '邮件服务器的地址，形如 smtp://用户:密码@主机:25 或 smtps://用户:密码@主机:465',
    english: 'address of the mail server, like smtp://user:password@host:25 or smtps://user:password@host:465',
  },
  GONGKAI_MAIL_FROM: {
    schema: z.email().optional(),
    chinese: '发件人邮箱，例如 zwgk@example.gov.cn',
    english: 'address that mail comes from, e.g. zwgk@example.gov.cn',
  },
  ...textGatewaySettings,
  GONGKAI_TIME_ZONE: { schema: timeZone.default('Asia/Shanghai'), chinese: '时区名称，例如 Asia/Shanghai', english: 'name of a time zone, e.g. Asia/Shanghai' },
  GONGKAI_LOG_LEVEL: {
    schema: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
    chinese: 'trace、debug、info、warn、error、fatal、silent 之一',
    english: 'one of trace, debug, info, warn, error, fatal, silent',
  },
  DATABASE_URL: {
    schema: databaseUrl.optional(),
    chinese: '数据库所有者的地址，形如 postgres://用户:密码@主机:5432/库名',
    english: 'address of the database for its owner, like postgres://user:password@host:5432/name',
  },
  GONGKAI_PORTAL_DATABASE_URL: {
    schema: databaseUrl.optional(),
    chinese: '门户登录数据库的地址，形如 postgres://gongkai_portal:密码@主机:5432/库名',
    english: 'address of the database for the portal, like postgres://gongkai_portal:password@host:5432/name',
  },
  GONGKAI_OFFICE_DATABASE_URL: {
    schema: databaseUrl.optional(),
    chinese: '后台登录数据库的地址，形如 postgres://gongkai_office:密码@主机:5432/库名',
    english: 'address of the database for the office, like postgres://gongkai_office:password@host:5432/name',
  },
} as const satisfies Record<string, Setting>

export interface Settings {
  /** Absolute. */
  readonly dataFolder: string
  readonly secretsFile: string
  readonly host: string
  readonly portalPort: number
  readonly officePort: number
  readonly basePath: string
  readonly portalAddress: string | undefined
  readonly trustProxy: boolean
  /** Bytes. */
  readonly pageMemory: number
  readonly metricsToken: string | undefined
  readonly officeAddress: string | undefined
  /** Both or neither. */
  readonly mail: { readonly url: string; readonly sender: string } | undefined
  readonly textGateway: TextGateway | undefined
  readonly timeZone: string
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent'
  readonly databaseUrl: string | undefined
  readonly portalDatabaseUrl: string | undefined
  readonly officeDatabaseUrl: string | undefined
}

const shape = z.object({
  GONGKAI_DATA: settingsTable.GONGKAI_DATA.schema,
  GONGKAI_SECRETS: settingsTable.GONGKAI_SECRETS.schema,
  GONGKAI_HOST: settingsTable.GONGKAI_HOST.schema,
  GONGKAI_PORTAL_PORT: settingsTable.GONGKAI_PORTAL_PORT.schema,
  GONGKAI_OFFICE_PORT: settingsTable.GONGKAI_OFFICE_PORT.schema,
  GONGKAI_BASE_PATH: settingsTable.GONGKAI_BASE_PATH.schema,
  GONGKAI_PORTAL_ADDRESS: settingsTable.GONGKAI_PORTAL_ADDRESS.schema,
  GONGKAI_TRUST_PROXY: settingsTable.GONGKAI_TRUST_PROXY.schema,
  GONGKAI_PAGE_MEMORY: settingsTable.GONGKAI_PAGE_MEMORY.schema,
  GONGKAI_METRICS_TOKEN: settingsTable.GONGKAI_METRICS_TOKEN.schema,
  GONGKAI_OFFICE_ADDRESS: settingsTable.GONGKAI_OFFICE_ADDRESS.schema,
  GONGKAI_SMTP_URL: settingsTable.GONGKAI_SMTP_URL.schema,
  GONGKAI_MAIL_FROM: settingsTable.GONGKAI_MAIL_FROM.schema,
  GONGKAI_SMS_URL: settingsTable.GONGKAI_SMS_URL.schema,
  GONGKAI_SMS_METHOD: settingsTable.GONGKAI_SMS_METHOD.schema,
  GONGKAI_SMS_HEADERS: settingsTable.GONGKAI_SMS_HEADERS.schema,
  GONGKAI_SMS_BODY: settingsTable.GONGKAI_SMS_BODY.schema,
  GONGKAI_SMS_SUCCESS: settingsTable.GONGKAI_SMS_SUCCESS.schema,
  GONGKAI_TIME_ZONE: settingsTable.GONGKAI_TIME_ZONE.schema,
  GONGKAI_LOG_LEVEL: settingsTable.GONGKAI_LOG_LEVEL.schema,
  DATABASE_URL: settingsTable.DATABASE_URL.schema,
  GONGKAI_PORTAL_DATABASE_URL: settingsTable.GONGKAI_PORTAL_DATABASE_URL.schema,
  GONGKAI_OFFICE_DATABASE_URL: settingsTable.GONGKAI_OFFICE_DATABASE_URL.schema,
})

/** Reads the environment; throws PlainFailure (exit 2) naming the first variable that is wrong. A variable set to nothing counts as not set. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const misspelt = Object.keys(given).find((name) => name.startsWith('GONGKAI_') && !(name in settingsTable) && !notSettings.has(name))
  if (misspelt !== undefined) {
    throw new PlainFailure(`没有名为 ${misspelt} 的设置，请核对拼写。`, `There is no setting named ${misspelt}: check the spelling.`, { exitCode: 2 })
  }
  const read = shape.safeParse(given)
  if (!read.success) {
    const name = String(read.error.issues[0]?.path[0]) as keyof typeof settingsTable
    const { chinese, english } = settingsTable[name]
    // Addresses of servers hold passwords, and so do headers and bodies: their value is not repeated.
    const value = name.endsWith('_URL') || name.endsWith('TOKEN') || name.startsWith('GONGKAI_SMS_') ? '' : ` “${given[name]}”`
    throw new PlainFailure(
      `设置 ${name} 的值${value}不正确，应为：${chinese}。`,
      `The value${value} of the setting ${name} is wrong; it must be: ${english}.`,
      { exitCode: 2 },
    )
  }
  const { data } = read
  const dataFolder = resolve(data.GONGKAI_DATA)
  if (data.GONGKAI_PORTAL_PORT !== 0 && data.GONGKAI_PORTAL_PORT === data.GONGKAI_OFFICE_PORT) {
    throw new PlainFailure(
      '设置 GONGKAI_OFFICE_PORT 与 GONGKAI_PORTAL_PORT 相同，门户与后台必须使用不同的端口。',
      'The setting GONGKAI_OFFICE_PORT equals GONGKAI_PORTAL_PORT; portal and office need different ports.',
      { exitCode: 2 },
    )
  }
  const { GONGKAI_SMTP_URL: url, GONGKAI_MAIL_FROM: sender } = data
  if ((url === undefined) !== (sender === undefined)) {
    throw new PlainFailure(
      '设置 GONGKAI_SMTP_URL 与 GONGKAI_MAIL_FROM 必须同时填写。',
      'The settings GONGKAI_SMTP_URL and GONGKAI_MAIL_FROM go together: set both.',
      { exitCode: 2 },
    )
  }
  if ((data.GONGKAI_SMS_URL === undefined) !== (data.GONGKAI_SMS_BODY === undefined)) {
    throw new PlainFailure(
      '设置 GONGKAI_SMS_URL 与 GONGKAI_SMS_BODY 必须同时填写。',
      'The settings GONGKAI_SMS_URL and GONGKAI_SMS_BODY go together: set both.',
      { exitCode: 2 },
    )
  }
  return {
    dataFolder,
    secretsFile: resolve(data.GONGKAI_SECRETS ?? resolve(dataFolder, 'secrets.json')),
    host: data.GONGKAI_HOST,
    portalPort: data.GONGKAI_PORTAL_PORT,
    officePort: data.GONGKAI_OFFICE_PORT,
    basePath: data.GONGKAI_BASE_PATH,
    portalAddress: data.GONGKAI_PORTAL_ADDRESS?.replace(/\/$/, ''),
    trustProxy: data.GONGKAI_TRUST_PROXY === '1',
    pageMemory: data.GONGKAI_PAGE_MEMORY * 1024 * 1024,
    metricsToken: data.GONGKAI_METRICS_TOKEN,
    officeAddress: data.GONGKAI_OFFICE_ADDRESS?.replace(/\/$/, ''),
    mail: url === undefined || sender === undefined ? undefined : { url, sender },
    textGateway: textGatewayOf(data),
    timeZone: data.GONGKAI_TIME_ZONE,
    logLevel: data.GONGKAI_LOG_LEVEL,
    databaseUrl: data.DATABASE_URL,
    portalDatabaseUrl: data.GONGKAI_PORTAL_DATABASE_URL,
    officeDatabaseUrl: data.GONGKAI_OFFICE_DATABASE_URL,
  }
}

/** Variables with our prefix that are read elsewhere: by bin/node24.mjs, and by the build of the office. */
const notSettings: ReadonlySet<string> = new Set(['GONGKAI_WATCH', 'GONGKAI_OFFICE_OUT'])
