// Complaints, reconsiderations and lawsuits through the real server: what belongs to one bureau does not exist for another.
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOfficeCast, otherBureau, ownBureau, type OfficeCast } from '../../../../test/access/office-cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import type { ShownRemedy } from './remedy-contract.ts'

let database: FreshDatabase
let folder: string
let office: OfficeCast
let id: string
let remedyId: string

const application = () => ({
  id: randomUUID(),
  unitId: otherBureau,
  channel: 'counter',
  arrivedOn: '2026-11-02',
  applicantKind: 'person',
  identity: { name: '吴敏', documentNumber: '110101199003078515', address: '幸福路1号' },
  subject: '学区划分依据',
  description: '学区划分的会议纪要',
  wishedForm: 'paper',
  delivery: 'post',
})

const lawsuit = (change: object = {}) => ({
  remedyId: randomUUID(),
  kind: 'lawsuit',
  input: {
    day: '2026-11-16',
    acceptedOn: '2026-11-12',
    body: '青岚县人民法院',
    number: '（2026）某行初12号',
    text: '撤销答复',
    after: { reconsiderationId: null },
    ...change,
  },
})

beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'gongkai-office-'))
  office = await openOfficeCast(database, folder)
  const officer = office.as('information-officer', otherBureau)
  id = (await officer('POST', '/api/requests', application())).json<{ id: string }>().id
  const made = await officer('POST', `/api/requests/${id}/remedies`, lawsuit())
  expect(made.statusCode, made.body).toBe(200)
  remedyId = made.json<{ remedyId: string }>().remedyId
}, 60_000)
afterAll(async () => {
  await office.app.close()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the routes of remedies', () => {
  it('show a lawsuit with its days, its steps and what happened, in the case and in the list', async () => {
    const officer = office.as('information-officer', otherBureau)
    const { remedies, mayEnter } = (await officer('GET', `/api/requests/${id}/remedies`)).json<{ remedies: ShownRemedy[]; mayEnter: boolean }>()
    expect(mayEnter).toBe(true)
    expect(remedies).toMatchObject([{ remedyId, state: 'received', after: '经过行政复议（未在本系统登记）', body: '青岚县人民法院' }])
    expect(remedies[0]?.terms.map(({ whose, ledger }) => [whose, ledger.due, ledger.title])).toEqual([
      ['office', '2026-12-01', '提出答辩状和证据'],
      ['body', '2027-05-12', '作出第一审判决（普通程序）'],
    ])
    expect(remedies[0]?.steps.map(({ name }) => name)).toEqual(['defend', 'judge', 'withdraw'])
    const listed = (await officer('GET', '/api/request-remedies')).json()
    expect(listed).toMatchObject({ total: 1, counts: { open: 1 }, rows: [{ remedyId, requestId: id, subject: '学区划分依据', dueOn: '2026-12-01' }] })
    expect((await officer('GET', '/api/request-remedies.csv')).body).toContain('（2026）某行初12号')
    expect((await officer('GET', '/api/request-table?year=2026')).json()).toMatchObject({ remedies: { 'lawsuit-after': { open: 1, total: 1 } } })
    expect((await officer('GET', '/api/request-remedies?year=2026&row=lawsuit-direct&column=total&view=all')).json()).toMatchObject({ total: 0 })
  })

  it('show a leader everything and let them enter nothing', async () => {
    const leader = office.as('leader-in-charge', otherBureau)
    const seen = (await leader('GET', `/api/requests/${id}/remedies`)).json<{ remedies: ShownRemedy[]; mayEnter: boolean }>()
    expect([seen.mayEnter, seen.remedies[0]?.steps]).toEqual([false, []])
    expect((await leader('POST', `/api/requests/${id}/remedies`, lawsuit())).statusCode).toBe(403)
  })

  it.each(['information-officer', 'section-head', 'secrecy-reviewer', 'leader-in-charge', 'main-leader'] as const)(
    'hide it from a %s of another bureau',
    async (role) => {
      const stranger = office.as(role, ownBureau)
      expect((await stranger('GET', `/api/requests/${id}/remedies`)).statusCode).toBe(404)
      expect([403, 404]).toContain((await stranger('POST', `/api/requests/${id}/remedies`, lawsuit())).statusCode)
      expect([403, 404]).toContain(
        (await stranger('POST', `/api/requests/${id}/remedies/${remedyId}/steps`, { step: 'defend', seen: 1, input: { text: '答辩' } })).statusCode,
      )
      expect((await stranger('GET', '/api/request-remedies?view=all')).json()).toMatchObject({ rows: [], total: 0, counts: { open: 0 } })
      expect((await stranger('GET', '/api/request-remedies.csv?view=all')).body).not.toContain('青岚县人民法院')
      expect((await stranger('GET', '/api/request-table?year=2026')).json()).toMatchObject({ remedies: { 'lawsuit-after': { total: 0 } } })
    },
  )

  it('refuse with every reason under its field, a stale view with 409, and wrong shapes', async () => {
    const officer = office.as('information-officer', otherBureau)
    const poor = await officer('POST', `/api/requests/${id}/remedies`, { remedyId: randomUUID(), kind: 'reconsideration', input: { day: '2026-11-16' } })
    expect(poor.json()).toMatchObject({
      status: 422,
      reasons: [
        { field: 'body', sentence: '请填写行政复议机关。' },
        { field: 'number' },
        { field: 'text' },
        { sentence: '人民法院已经受理，尚未审结，不能再申请行政复议。' },
      ],
    })
    const steps = `/api/requests/${id}/remedies/${remedyId}/steps`
    expect((await officer('POST', steps, { step: 'defend', seen: 7, input: { day: '2026-11-18', text: '答辩' } })).statusCode).toBe(409)
    for (const body of [
      lawsuit({ day: '2026-02-30' }),
      { ...lawsuit(), kind: '__proto__' },
      lawsuit({ result: 'toString' }),
      lawsuit({ text: 'x'.repeat(3001) }),
      { ...lawsuit(), remedyId: "1'" },
    ])
      expect((await officer('POST', `/api/requests/${id}/remedies`, body)).statusCode).toBe(422)
  })
})
