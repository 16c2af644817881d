// A saved letter through the real server: read into the form for who registers, refused in words where it is none, kept nowhere.
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOfficeCast, ownBureau, type OfficeCast } from '../../../../test/access/office-cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'

let database: FreshDatabase
let folder: string
let office: OfficeCast

beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'gongkai-office-'))
  office = await openOfficeCast(database, folder)
}, 60_000)
afterAll(async () => {
  await office.app.close()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const boundary = 'letter'
const send = (name: string, bytes: string) =>
  office.app.inject({
    method: 'POST',
    url: '/api/request-mails',
    headers: { ...office.headersOf('information-officer', ownBureau), 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: message/rfc822\r\n\r\n${bytes}\r\n--${boundary}--\r\n`,
  })

describe('a saved letter', () => {
  it('fills in the form, and is kept nowhere', async () => {
    const before = await readdir(folder, { recursive: true })
    const answer = await send('来信.eml', 'From: chen@mail.example\r\nSubject: apply\r\nDate: Mon, 9 Mar 2026 23:30:00 +0800\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n姓名：陈敏\r\n所需信息：校服合同\r\n') // prettier-ignore
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.json()).toEqual({
      letters: [{ name: '陈敏', documentNumber: '', contactPerson: '', address: '', phone: '', email: 'chen@mail.example', subject: 'apply', description: '校服合同', sentOn: '2026-03-09', attachments: [] }],
    }) // prettier-ignore
    expect(await readdir(folder, { recursive: true })).toEqual(before)
  })

  it('from a day that is yet to come says no day', async () => {
    const answer = await send('来信.eml', 'From: chen@mail.example\r\nDate: Mon, 9 Mar 2099 10:00:00 +0800\r\n\r\nx\r\n')
    expect(answer.json()).toMatchObject({ letters: [{ sentOn: null }] })
  })

  it('that is none is refused in words', async () => {
    const answer = await send('来信.eml', '这不是邮件。')
    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toMatchObject({ code: 'letter-unreadable' })
  })
})
