// The door: what comes in from the environment is right, or the process does not start and says which variable is wrong.
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PlainFailure } from './plain-failure.ts'
import { readSettings } from './settings.ts'

describe('readSettings', () => {
  it('has an answer for everything where nothing is set', () => {
    expect(readSettings({})).toEqual({
      dataFolder: resolve('./data'),
      secretsFile: resolve('./data/secrets.json'),
      host: '127.0.0.1',
      portalPort: 8080,
      officePort: 8081,
      basePath: '/',
      portalAddress: undefined,
      trustProxy: false,
      metricsToken: undefined,
      pageMemory: 32 * 1024 * 1024,
      officeAddress: undefined,
      mail: undefined,
      textGateway: undefined,
      timeZone: 'Asia/Shanghai',
      logLevel: 'info',
      databaseUrl: undefined,
      portalDatabaseUrl: undefined,
      officeDatabaseUrl: undefined,
    })
  })

  it('takes a variable that is set to nothing as not set', () => {
    expect(readSettings({ DATABASE_URL: '', GONGKAI_PORTAL_PORT: '' })).toMatchObject({ databaseUrl: undefined, portalPort: 8080 })
  })

  it.each([
    { name: 'GONGKAI_PORTAL_PORT', value: '80a', because: 'not a number' },
    { name: 'GONGKAI_PORTAL_PORT', value: '70000', because: 'beyond the last port' },
    { name: 'GONGKAI_OFFICE_PORT', value: '-1', because: 'below the first port' },
    { name: 'GONGKAI_BASE_PATH', value: 'zfxxgk/', because: 'no slash in front' },
    { name: 'GONGKAI_BASE_PATH', value: '/zfxxgk', because: 'no slash behind' },
    { name: 'GONGKAI_BASE_PATH', value: '//', because: 'nothing between the slashes' },
    { name: 'GONGKAI_PORTAL_ADDRESS', value: 'www.example.gov.cn', because: 'no scheme' },
    { name: 'GONGKAI_OFFICE_ADDRESS', value: 'office', because: 'no scheme' },
    { name: 'GONGKAI_SMTP_URL', value: 'https://mail.example.gov.cn', because: 'not a mail server' },
    { name: 'GONGKAI_MAIL_FROM', value: 'zwgk', because: 'no mailbox' },
    { name: 'GONGKAI_SMS_URL', value: 'http://sms.example.gov.cn/send', because: 'open to every listener' },
    { name: 'GONGKAI_SMS_URL', value: 'https://me:secret@sms.example.gov.cn', because: 'a password in the address' },
    { name: 'GONGKAI_SMS_METHOD', value: 'DELETE', because: 'no way to send' },
    { name: 'GONGKAI_SMS_HEADERS', value: '{"X Key":"1"}', because: 'no name of a header' },
    { name: 'GONGKAI_SMS_BODY', value: '{"mobile":"{number}"}', because: 'without the text' },
    { name: 'GONGKAI_SMS_BODY', value: '{"mobile":{number},"content":{text}}', because: 'no JSON once it is filled' },
    { name: 'GONGKAI_SMS_SUCCESS', value: 'ok', because: 'no field' },
    { name: 'GONGKAI_TRUST_PROXY', value: 'yes', because: 'neither 0 nor 1' },
    { name: 'GONGKAI_TIME_ZONE', value: 'Asia/Beijing', because: 'no such zone' },
    { name: 'GONGKAI_LOG_LEVEL', value: 'loud', because: 'no such level' },
    { name: 'GONGKAI_METRICS_TOKEN', value: 'short', because: 'too easy to guess' },
    { name: 'DATABASE_URL', value: 'mysql://a@b/c', because: 'another database' },
    { name: 'DATABASE_URL', value: 'postgres://host', because: 'no name of a database' },
    { name: 'GONGKAI_SPELLING', value: '1', because: 'no such setting' },
  ])('names $name where it is $value: $because', ({ name, value }) => {
    const read = (): unknown => readSettings({ [name]: value })
    expect(read).toThrow(PlainFailure)
    expect(read).toThrow(new RegExp(`${name}[^]*\n[^]*${name}`))
    expect(read).toThrow(expect.objectContaining({ exitCode: 2 }) as Error)
  })

  it('repeats no password and no token', () => {
    expect(() => readSettings({ DATABASE_URL: 'postgres://me:geheim@' })).not.toThrow(/geheim/)
    expect(() => readSettings({ GONGKAI_SMTP_URL: 'http://me:geheim@host' })).not.toThrow(/geheim/)
    expect(() => readSettings({ GONGKAI_METRICS_TOKEN: 'geheim' })).not.toThrow(/geheim/)
    expect(() => readSettings({ GONGKAI_SMS_HEADERS: '{"Authorization":geheim}' })).not.toThrow(/geheim/)
  })

  it('refuses a mail server without a sender, and a sender without a server', () => {
    expect(() => readSettings({ GONGKAI_SMTP_URL: 'smtp://mail.example.gov.cn' })).toThrow('GONGKAI_MAIL_FROM')
    expect(() => readSettings({ GONGKAI_MAIL_FROM: 'zwgk@example.gov.cn' })).toThrow('GONGKAI_SMTP_URL')
    expect(readSettings({ GONGKAI_SMTP_URL: 'smtp://mail.example.gov.cn', GONGKAI_MAIL_FROM: 'zwgk@example.gov.cn' }).mail?.sender).toBe('zwgk@example.gov.cn')
  })

  it('reads a gateway for text messages: address and body together, on this machine without TLS', () => {
    const [url, body] = ['http://127.0.0.1:9000/send', '{"mobile":"{number}","content":"{text}"}']
    expect(() => readSettings({ GONGKAI_SMS_URL: url })).toThrow('GONGKAI_SMS_BODY')
    expect(() => readSettings({ GONGKAI_SMS_BODY: body })).toThrow('GONGKAI_SMS_URL')
    const given = { GONGKAI_SMS_URL: url, GONGKAI_SMS_BODY: body, GONGKAI_SMS_HEADERS: '{"X-Key":"k"}', GONGKAI_SMS_SUCCESS: 'data.status=ok' }
    expect(readSettings(given).textGateway).toEqual({
      url,
      method: 'POST',
      headers: { 'X-Key': 'k' },
      template: body,
      success: { path: ['data', 'status'], value: 'ok' },
    })
  })

  it('refuses one port for both', () => {
    expect(() => readSettings({ GONGKAI_PORTAL_PORT: '9000', GONGKAI_OFFICE_PORT: '9000' })).toThrow('GONGKAI_OFFICE_PORT')
  })
})
