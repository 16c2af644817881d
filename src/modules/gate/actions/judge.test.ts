import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { contentHashOf, type PublicItem } from '../../publication/index.ts'
import { look, type ReleaseFacts } from './look.ts'
import { keepVerdicts, weighAll } from './judge.ts'

const item: PublicItem = {
  documentId: '7b0c6c1e-5d5a-4e65-9b9e-2f4a3a1f0001',
  unitId: '7b0c6c1e-5d5a-4e65-9b9e-2f4a3a1f0002',
  unitName: '青岚县教育局',
  frontCode: '000014349',
  columnIds: ['7b0c6c1e-5d5a-4e65-9b9e-2f4a3a1f0003'],
  title: '关于做好秋季开学工作的通知',
  kind: '通知',
  theme: '科技、教育\\教育',
  keywords: [],
  summary: '',
  documentNumber: null,
  responsibleDepartment: '',
  source: '',
  sourceUrl: null,
  draftedOn: null,
  effectiveOn: null,
  expiresOn: null,
  validity: 'valid',
  replacedBy: null,
  bodyHtml: '<p>各学校：</p>',
  attachments: [],
  changeNote: '',
  historic: null,
}
const editionId = '7b0c6c1e-5d5a-4e65-9b9e-2f4a3a1f0009'
const reviewed = { editionId, secrecyReviewed: true }
const at = new Date('2026-11-22T08:00:00Z')

describe('the release gate', () => {
  const judge = async (tx: Tx, asked: PublicItem, facts: ReleaseFacts, when: Date) => {
    const weighed = await weighAll(tx, [{ item: asked, facts }], when)
    await keepVerdicts(tx, weighed)
    if (!weighed[0]) throw new Error('the gate said nothing')
    return weighed[0].verdict
  }

  let database: FreshDatabase
  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(() => database.close())

  it.each([
    { because: 'everything is there', change: {}, facts: reviewed, codes: [] },
    { because: 'there is no title', change: { title: ' ' }, facts: reviewed, codes: ['title-missing'] },
    { because: 'markup alone is no text', change: { bodyHtml: '<p> </p>' }, facts: reviewed, codes: ['text-missing'] },
    { because: 'nobody reviewed it for secrets', change: {}, facts: { editionId, secrecyReviewed: false }, codes: ['secrecy-unreviewed'] },
    {
      because: 'all reasons are told at once',
      change: { title: '', kind: '', columnIds: [] },
      facts: { editionId, secrecyReviewed: false },
      codes: ['title-missing', 'kind-missing', 'column-missing', 'secrecy-unreviewed'],
    },
  ])('finds $codes when $because', async ({ change, facts, codes }) => {
    const seen = await database.transaction((tx) => look(tx, { ...item, ...change }, facts, at))
    expect(seen.standing.map((found) => found.code)).toEqual(codes)
  })

  it('keeps its verdict with the hash of exactly that content', async () => {
    const verdict = await database.transaction((tx) => judge(tx, item, reviewed, at))
    expect(verdict).toEqual({ contentHash: contentHashOf(item), passed: true, findings: [] })
    const { rows } = await sql`select content_hash, passed from gate.verdict`.execute(database.db)
    expect(rows).toEqual([{ content_hash: contentHashOf(item), passed: true }])
  })

  it('tells what stands against release, in words', async () => {
    const verdict = await database.transaction((tx) => judge(tx, { ...item, title: '' }, reviewed, at))
    expect(verdict.passed).toBe(false)
    expect(verdict.findings).toMatchObject([{ code: 'title-missing', field: 'title', article: 'index-number-guide/2', sentence: '请填写标题。' }])
  })

  it('keeps of a number of a person only its ends', async () => {
    const verdict = await database.transaction((tx) => judge(tx, { ...item, bodyHtml: '<p>领取人身份证号431222197608140039。</p>' }, reviewed, at))
    expect(verdict.passed).toBe(false)
    const { rows } = await sql<{ kept: string }>`select findings::text as kept from gate.verdict order by given_at desc, id limit 5`.execute(database.db)
    expect(rows.some(({ kept }) => kept.includes('43**************39'))).toBe(true)
    expect(rows.map(({ kept }) => kept).join('')).not.toContain('431222197608140039')
  })

  it('lets old stock out with its faults, but not with a number of a person', async () => {
    const historic = { originalPublishedOn: '2016-12-18' as NonNullable<PublicItem['draftedOn']>, originalIndexNumber: null, originalAddress: null }
    const seenIn = (bodyHtml: string) => database.transaction((tx) => look(tx, { ...item, historic, bodyHtml }, reviewed, at))
    const damaged = await seenIn('<p>从201611日起，依据国办发〔201619号。</p>')
    expect(damaged.findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['date-damaged', 'remark'],
      ['document-number-damaged', 'remark'],
    ])
    expect(damaged.standing).toEqual([])
    const named = await seenIn('<p>身份证号431222197608140039。</p>')
    expect(named.standing.map(({ code }) => code)).toEqual(['identity-number'])
  })
})
