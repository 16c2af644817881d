// The calendar through the real server: a bureau's disclosure office cannot change what counts for the whole county.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openOfficeCast, ownBureau, type OfficeCast } from '../../../../test/access/office-cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { putUnit } from '../../publication/index.ts'
import { unitProfile } from '../../publication/rules/unit-profile.ts'
import { noticeOf2027, of2027 } from '../fixtures.ts'

let database: FreshDatabase
let folder: string
let office: OfficeCast
beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'gongkai-office-'))
  office = await openOfficeCast(database, folder)
  const common = { parentId: null, kind: 'government', position: 1, emptyColumns: 'none-held', successorId: null, validUntil: null } as const
  const county = { id: '00000000-0000-4000-8000-00000000000a', name: '县人民政府', shortName: '县政府', slug: 'xzf', frontCode: '11100000000013338W' }
  await database.transaction((tx) => putUnit(tx, { ...common, ...county, profile: unitProfile.parse({}) }, new Date('2026-11-20T02:00:00Z')))
}, 60_000)
afterAll(async () => {
  await office.app.close()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const { year, ...body } = of2027
const admin: OfficeCast['nobody'] = (method, url, sent) => office.as('system-administrator')(method, url, sent)

describe('the routes of the calendar', () => {
  test('list the years, tell the one that is missing, and export every day', async () => {
    const list = await office.as('section-head')('GET', '/api/calendar-years?size=100')
    expect(list.json()).toMatchObject({ total: 19, missing: 2027, lastYear: 2027, mayManage: false })
    const rows = list.json<{ rows: { year: number; daysOff: number; workedDays: number; workingDays: number }[] }>().rows
    expect(rows.find((row) => row.year === 2025)).toMatchObject({ workingDays: 248, workedDays: 5, daysOff: 18 })
    const csv = await office.as('section-head')('GET', '/api/calendar-years.csv')
    expect(csv.body).toContain('2026,放假,春节,2026-02-15,2026-02-23')
    expect((await office.as('section-head')('GET', '/api/calendar-years/2031')).statusCode).toBe(404)
  })

  test('read a pasted notice, show what it moves, enter it, and keep its history', async () => {
    const reading = await admin('POST', '/api/calendar-notice-readings', { text: noticeOf2027 })
    expect(reading.json()).toEqual({ entry: of2027, doubts: [] })
    const effect = await admin('POST', '/api/calendar-year-effects', of2027)
    expect(effect.json()).toMatchObject({ years: [2027] })
    const { version } = effect.json<{ version: string }>()
    const entered = await admin('PUT', `/api/calendar-years/${year}`, { ...body, basedOn: version })
    expect([entered.statusCode, entered.json<{ moved: number }>().moved]).toEqual([200, 0])
    const sheet = await admin('GET', '/api/calendar-years/2027')
    expect(sheet.json()).toMatchObject({ versions: [{ source: 'entered', enteredByName: 'system-administrator.own' }], steps: [{ title: '录入年度放假安排' }] })
    expect((await office.as('section-head')('GET', '/api/calendar-years?source=entered')).json()).toMatchObject({ total: 1, missing: null })
  })

  test('refuse an incomplete year with every reason, and a stale view with 409', async () => {
    const wrong = await admin('POST', '/api/calendar-year-effects', { ...of2027, off: of2027.off.slice(1), worked: ['2027-06-07'] })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.json<{ reasons: { sentence: string }[] }>().reasons.map(({ sentence }) => sentence)).toEqual([
      '2027-06-07不是周六、周日，本来就上班，不用列为调休上班。',
      '还缺元旦：一年的安排必须齐全，缺一个节日会使期限算错。',
      '01-01是法定休假日，必须列为放假。',
    ])
    expect((await admin('PUT', '/api/calendar-years/2027', { ...body, worked: [], basedOn: 'old' })).statusCode).toBe(409)
  })

  test('close to the disclosure office of a bureau what counts for the whole site', async () => {
    const bureau = office.as('disclosure-office', ownBureau)
    expect((await bureau('GET', '/api/calendar-years')).json()).toMatchObject({ mayManage: false })
    expect((await bureau('POST', '/api/calendar-year-effects', of2027)).statusCode).toBe(403)
    expect((await bureau('PUT', '/api/calendar-years/2027', { ...body, basedOn: 'x' })).statusCode).toBe(403)
    expect((await bureau('POST', '/api/calendar-notice-readings', { text: noticeOf2027 })).statusCode).toBe(403)
  })

  test('list every term in force on a day with its due day', async () => {
    const list = await office.as('inspector')('GET', '/api/terms?from=2018-03-01')
    const rows = list.json<{ rows: { term: string; due: string; length: string; basis: string }[] }>().rows
    expect(rows.find(({ term }) => term === 'reply')).toMatchObject({
      due: '2018-03-22',
      length: '15个工作日，可以延长15个工作日',
      basis: '《政府信息公开条例》（2008年施行）第二十四条',
    })
    expect(rows.some(({ term }) => term === 'correction-notice')).toBe(false)
    expect((await office.as('inspector')('GET', '/api/terms')).json()).toMatchObject({ from: '2026-11-20' })
  })

  test('answer any term with its ledger, and refuse what makes no sense', async () => {
    const clerk = office.as('information-officer')
    const reply = await clerk('GET', '/api/due-days?term=reply&from=2025-04-14&pause=2025-04-21..2025-05-09')
    expect(reply.json()).toMatchObject({ title: '答复申请', due: '2025-05-30', provisional: false, basis: '《政府信息公开条例》第三十三条' })
    const own = await clerk('GET', '/api/due-days?count=3&unit=working-days&from=2025-09-30')
    expect(own.json()).toMatchObject({ due: '2025-10-11', days: expect.arrayContaining([{ day: '2025-10-11', counted: true, reason: 'worked-weekend', why: '调休上班' }]) })
    const wrong = await clerk('GET', '/api/due-days?term=reply&from=2025-04-14&extend=21&restart=2025-04-01&pause=2025-05-09..2025-04-21')
    expect(wrong.statusCode).toBe(422)
    expect(wrong.json<{ reasons: { code: string }[] }>().reasons.map(({ code }) => code)).toEqual(['restart-early', 'pause-unreadable', 'extension-too-long'])
    expect((await clerk('GET', '/api/due-days?term=constructor&from=2025-04-14')).statusCode).toBe(422)
  }) // prettier-ignore
})
