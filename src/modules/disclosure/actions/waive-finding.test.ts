// The way of a finding: it closes the signature until it is mended or let stand, and the record stays with the edition.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { day } from '../../../kernel/day.ts'
import { aText, codesOf, county, layCounty, must, secrecy, type County, type Person } from '../../../../test/disclosure/cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { lookAtSaved } from '../jobs.ts'
import { editionById } from '../queries/edition.ts'
import { lookAtEdition } from './look-at-findings.ts'
import { saveEdition } from './save-edition.ts'
import { takeBackEditionWaiver, waiveFinding } from './waive-finding.ts'
import '../../gate/actions/waive.ts'

let database: FreshDatabase
let town: County
beforeAll(async () => {
  database = await freshDatabase()
  await layCounty(database)
  town = county(database)
})
afterAll(() => database.close())

const number = '431222197608140039'
const withNumber = { bodyHtml: `<p>领取人身份证号${number}。</p>` }
const withWord = { bodyHtml: '<p>会议布署了下一步工作。</p>' }
const because = '引用会议原文，已与原件核对'

const seen = async (login: Person, editionId: string) => {
  const by = await town.by(login)
  return database.transaction(async (tx) => lookAtEdition(tx, by, (await editionById(tx, editionId))!, { keep: true }))
}
const fingerprintIn = async (editionId: string): Promise<string> => (await seen('lin', editionId)).seen.standing[0]?.fingerprint ?? ''
const waive = async (login: Person, editionId: string, reason = because, fingerprint?: string) => {
  const by = await town.by(login)
  const of = { editionId, fingerprint: fingerprint ?? (await fingerprintIn(editionId)), reason }
  return database.transaction((tx) => waiveFinding(tx, by, of))
}
const toSignature = async (content: Partial<typeof aText>): Promise<string> => {
  const editionId = await town.draft(content)
  must(await town.step('lin', 'submit', editionId))
  must(await town.step('he', 'approve-section', editionId))
  must(await town.step('bao', 'pass-secrecy', editionId, secrecy))
  return editionId
}

describe('a finding', () => {
  it('closes the signature, with its sentence and article, until the secrecy reviewer lets a number of a person stand', async () => {
    const editionId = await toSignature(withNumber)
    const refused = await town.step('fen', 'sign', editionId)
    expect(refused).toMatchObject({
      ok: false,
      refusals: [{ code: 'finding-stands', article: 'ogi-2019/15', facts: { sentence: '正文第1段有公民身份号码，请隐去部分数字或者删除。' } }],
    })

    expect(codesOf(await waive('lin', editionId))).toEqual(['waiver-not-yours'])
    expect(codesOf(await waive('fen', editionId))).toEqual(['waiver-not-yours'])
    expect(codesOf(await waive('bao', editionId, '同意'))).toEqual(['waiver-reason-missing'])
    must(await waive('bao', editionId, '本人书面同意公开，存档'))
    must(await town.step('fen', 'sign', editionId))
    must(await town.step('fen', 'publish', editionId))

    const { rows } = await sql<{ passed: boolean; findings: string; waivers: { byName: string; reason: string }[] }>`
      select passed, findings::text as findings, waivers from gate.verdict where edition_id = ${editionId}`.execute(database.db)
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ passed: true, waivers: [{ reason: '本人书面同意公开，存档' }] })
    expect(rows[0]?.findings).not.toContain(number)
    const kept = await sql<{ kept: string }>`select concat(excerpt, place, reason) as kept from gate.waiver where edition_id = ${editionId}`.execute(
      database.db,
    )
    expect(kept.rows.map((row) => row.kept).join('')).not.toContain(number)
  })

  it('of little weight may be let stand by its author, and never twice', async () => {
    const editionId = await toSignature(withWord)
    expect(codesOf(await town.step('fen', 'sign', editionId))).toEqual(['finding-stands'])
    const fingerprint = await fingerprintIn(editionId)
    must(await waive('lin', editionId, because, fingerprint))
    expect(codesOf(await waive('fen', editionId, because, fingerprint))).toEqual(['finding-waived'])
    must(await town.step('fen', 'sign', editionId))
  })

  it('that is an error is never let stand by whoever wrote the text, also where they review others', async () => {
    const editionId = await town.draft({ bodyHtml: '<p>公示期至2027年2月30日。</p>' }, 'he')
    expect(codesOf(await waive('he', editionId))).toEqual(['waiver-own-work'])
    must(await waive('fen', editionId))
  })

  it('is not let stand any more once the text is public', async () => {
    const live = await town.published()
    expect(codesOf(await waive('bao', live.editionId, because, '0'.repeat(32)))).toEqual(['waiver-too-late'])
  })

  it('is asked again when its sentence changes, and not when another one does', async () => {
    const editionId = await town.draft(withWord)
    must(await waive('he', editionId))
    const save = async (bodyHtml: string) => {
      const by = await town.by('lin')
      const version = (await editionById(database.db, editionId))!.version
      must(await database.transaction((tx) => saveEdition(tx, by, { editionId, version, content: { ...aText, bodyHtml } })))
      return (await seen('lin', editionId)).seen.standing.map(({ code }) => code)
    }
    expect(await save('<p>各学校：</p><p>会议布署了下一步工作。</p>')).toEqual([])
    expect(await save('<p>昨日会议布署了下一步工作。</p>')).toEqual(['wrong-word'])
  })

  it('that was let stand stands again when the reason is taken back; both stay in the record', async () => {
    const editionId = await toSignature(withWord)
    const fingerprint = await fingerprintIn(editionId)
    must(await waive('he', editionId, because, fingerprint))
    const by = await town.by('bao')
    must(await database.transaction((tx) => takeBackEditionWaiver(tx, by, { editionId, fingerprint })))
    expect(codesOf(await town.step('fen', 'sign', editionId))).toEqual(['finding-stands'])
    expect((await seen('lin', editionId)).seen.waivers.map(({ revokedAt }) => revokedAt !== null)).toEqual([true])
    expect(codesOf(await database.transaction((tx) => takeBackEditionWaiver(tx, by, { editionId, fingerprint })))).toEqual(['waiver-not-found'])
  })

  it('is counted for the lists after the text was saved, without anybody asking', async () => {
    const editionId = await town.draft({ bodyHtml: `<p>电话13874512345，身份证号${number}。</p><p>会议布署了工作。</p>` })
    const clock = { now: () => new Date('2030-01-01T00:00:00Z'), today: () => day('2030-01-01'), timeZone: 'Asia/Shanghai' }
    await lookAtSaved(database, clock)
    const { rows } = await sql`select errors, warnings, remarks, waived from gate.look where edition_id = ${editionId}`.execute(database.db)
    expect(rows).toEqual([{ errors: 2, warnings: 1, remarks: 0, waived: 0 }])
    expect(await lookAtSaved(database, clock)).toBe(0)
  })
})
