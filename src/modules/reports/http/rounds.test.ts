// A round and a report through the real server: what a page is shown, and that it is shown to nobody else.
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOfficeCast, otherBureau, ownBureau, type OfficeCast } from '../../../../test/access/office-cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import type { AnswerOf } from '../../../kernel/contract.ts'
import type { getRoundProposal, listReportRounds, listReportsOfRound } from './rounds-contract.ts'
import type { ReportAnswer } from './sheet-contract.ts'

let database: FreshDatabase
let folder: string
let office: OfficeCast
const roundId = randomUUID()
let reportId = ''
const days = { departmentDue: '2026-01-31', townDue: '2026-01-31', governmentDue: '2026-03-31', handInBy: '2026-01-20' }

beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'gongkai-rounds-'))
  office = await openOfficeCast(database, folder)
}, 60_000)
afterAll(async () => {
  await office.app.close()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

describe('a round in the office', () => {
  it('shows before it is opened which units it asks, and by which days', async () => {
    const query = `unitId=${ownBureau}&year=2025&kind=yearly`
    const answer = await office.as('disclosure-office')('GET', `/api/report-round-proposal?${query}`)
    expect(answer.json<AnswerOf<typeof getRoundProposal>>()).toMatchObject({
      departmentDue: '2026-01-31',
      departmentWorkingDay: '2026-01-30',
      governmentDue: '2026-03-31',
      form: '2021年格式',
      units: [{ unitName: '县教育局', alsoCounts: [] }],
    })
    expect((await office.as('disclosure-office', otherBureau)('GET', `/api/report-round-proposal?${query}`)).statusCode).toBe(404)
  })

  it('is opened once, however often the call is sent, and listed for its own unit alone', async () => {
    const body = { id: roundId, kind: 'yearly', year: 2025, title: '2025年度报告', unitId: ownBureau, ...days }
    for (const reports of [1, 0]) expect((await office.as('disclosure-office')('POST', '/api/report-rounds', body)).json()).toEqual({ roundId, reports })
    const seen = async (bureau: string) =>
      (await office.as('information-officer', bureau)('GET', '/api/report-rounds')).json<AnswerOf<typeof listReportRounds>>().total
    expect([await seen(ownBureau), await seen(otherBureau)]).toEqual([1, 0])
    const { rows } = (await office.as('information-officer')('GET', `/api/report-rounds/${roundId}/reports`)).json<AnswerOf<typeof listReportsOfRound>>()
    expect(rows).toMatchObject([{ unitName: '县教育局', state: 'preparing', late: true }])
    reportId = rows[0]?.reportId ?? ''
    expect((await office.as('inspector')('GET', `/api/report-rounds/${roundId}/reports.csv`)).body).toContain('县教育局')
  })

  it('shows a report with its cells, findings and steps to those of its unit', async () => {
    const report = (await office.as('information-officer')('GET', `/api/reports/${reportId}`)).json<ReportAnswer>()
    expect(report).toMatchObject({ generation: 'C', editable: true, state: 'preparing', late: true, counts: [{ name: '县教育局' }] })
    expect(report.cells).toHaveLength(196)
    expect(report.findings.map(({ code, cell }) => [code, cell])).toContainEqual(['cell-blank', 'licences'])
    expect(report.steps.map(({ name, open }) => [name, open])).toEqual([['ask-signature', false]])
    expect(report.steps[0]?.refusals.map(({ sentence }) => sentence)).toContain('还有4格没有填写：没有的填0，不涉及的填“/”。')
    expect((await office.as('information-officer', otherBureau)('GET', `/api/reports/${reportId}`)).statusCode).toBe(404)
  })

  it('tells of each wrong figure under its own field', async () => {
    const put = (cells: object[]) => office.as('information-officer')('PUT', `/api/reports/${reportId}/cells`, { version: 1, cells })
    const wrong = await put([
      { key: 'licences', text: '三件', reason: '导出' },
      { key: 'newReceived.total', text: '8', reason: '' },
    ])
    expect([wrong.statusCode, wrong.json<{ reasons: { field: string }[] }>().reasons.map(({ field }) => field)]).toEqual([
      422,
      ['cells.licences', 'cells.newReceived.total'],
    ])
    expect((await put([{ key: 'licences', text: '3', reason: '导出' }])).json()).toEqual({ version: 2 })
    expect((await put([{ key: 'penalties', text: '3', reason: '导出' }])).statusCode).toBe(409)
    expect((await office.as('inspector')('PUT', `/api/reports/${reportId}/cells`, { version: 2, cells: [] })).statusCode).toBe(403)
  })
})
