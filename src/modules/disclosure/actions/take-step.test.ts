// The way of an edition through the office, on a real database.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { codesOf, county, layCounty, must, secrecy, standIn, units, type County } from '../../../../test/disclosure/cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { readableEdition } from '../queries/edition.ts'
import { lookAt } from './look-at.ts'

let database: FreshDatabase
let town: County
beforeAll(async () => {
  database = await freshDatabase()
  await layCounty(database)
  town = county(database)
})
afterAll(() => database.close())

const publicTitle = async (documentId: string): Promise<string | undefined> => {
  const { rows } = await sql<{ title: string }>`select title from publication.document where id = ${documentId}`.execute(database.db)
  return rows[0]?.title
}

describe('from draft to the public', () => {
  it('goes through section head, secrecy review and leader, and each step is recorded', async () => {
    const { editionId, documentId, indexNumber } = await town.published()
    expect(indexNumber).toBe('014416330/2026-00001')
    expect(await publicTitle(documentId)).toBe('关于做好冬季校园取暖工作的通知')
    const { rows } = await sql`select step, from_state, to_state, by_name, role from disclosure.step_taken where edition_id = ${editionId} order by id`.execute(
      database.db,
    )
    expect(rows).toEqual([
      { step: 'submit', from_state: 'draft', to_state: 'section-review', by_name: '林知夏', role: 'information-officer' },
      { step: 'approve-section', from_state: 'section-review', to_state: 'secrecy-review', by_name: '何若川', role: 'section-head' },
      { step: 'pass-secrecy', from_state: 'secrecy-review', to_state: 'signing', by_name: '包子琪', role: 'secrecy-reviewer' },
      { step: 'sign', from_state: 'signing', to_state: 'signed', by_name: '冯远', role: 'leader-in-charge' },
      { step: 'publish', from_state: 'signed', to_state: 'published', by_name: '冯远', role: 'leader-in-charge' },
    ])
  })

  it('keeps the official form of the document number', async () => {
    const { documentId } = await town.published()
    const { rows } = await sql`select document_number from publication.document where id = ${documentId}`.execute(database.db)
    expect(rows).toEqual([{ document_number: '青教发〔2026〕8号' }])
  })

  it('tells whose turn it is, and the author how it ended', async () => {
    await town.published({ title: '关于表彰的决定' })
    expect(await town.toldTo('he')).toContain('请办理科室审核：关于表彰的决定')
    expect(await town.toldTo('bao')).toContain('请办理保密审查：关于表彰的决定')
    expect(await town.toldTo('zhu')).toContain('请办理签发：关于表彰的决定')
    expect(await town.toldTo('lin')).toContain('冯远已发布：关于表彰的决定')
  })

  it('does not begin while the metadata lack something, and tells all of it', async () => {
    const editionId = await town.draft({ title: '', theme: null, columnIds: [], documentNumber: '八号文件' })
    expect(codesOf(await town.step('lin', 'submit', editionId))).toEqual(['title-missing', 'theme-missing', 'columns-missing', 'document-number-malformed'])
    expect(await town.stateOf(editionId)).toBe('draft')
  })

  it('does not go out without a secrecy conclusion', async () => {
    const editionId = await town.draft()
    must(await town.step('lin', 'submit', editionId))
    must(await town.step('he', 'approve-section', editionId))
    expect(codesOf(await town.step('bao', 'pass-secrecy', editionId))).toEqual(['secrecy-conclusion-missing', 'review-unanswered'])
    const refer = { ...secrecy, secrecy: { basis: '不明确', conclusion: 'ask-above' as const } }
    expect(codesOf(await town.step('bao', 'pass-secrecy', editionId, refer))).toEqual(['secrecy-conclusion-forbids'])
  })

  it('lets important matters be signed by the main leader alone', async () => {
    const editionId = await town.draft({ important: true })
    must(await town.step('lin', 'submit', editionId))
    must(await town.step('he', 'approve-section', editionId))
    must(await town.step('bao', 'pass-secrecy', editionId, secrecy))
    expect(codesOf(await town.step('fen', 'sign', editionId))).toEqual(['main-leader-signs'])
    must(await town.step('fen', 'pass-to-main-leader', editionId))
    expect(codesOf(await town.step('fen', 'sign-important', editionId))).toEqual(['not-yours-to-do'])
    must(await town.step('zhu', 'sign-important', editionId))
    expect(await town.stateOf(editionId)).toBe('signed')
  })

  it('files what is not to be disclosed, and publishes nothing of it', async () => {
    const editionId = await town.signed({ disclosureMode: 'not-disclosed', modeReason: '内部人事管理', modeArticle: 'ogi-2019/16', columnIds: [] })
    expect(codesOf(await town.step('fen', 'publish', editionId))).toContain('not-for-publication')
    const filed = must(await town.step('fen', 'file', editionId))
    expect(filed.state).toBe('filed')
    expect(await publicTitle(filed.documentId)).toBeUndefined()
  })
})

describe('nobody approves their own', () => {
  it('whatever other role the author holds', async () => {
    await standIn(database.db, 'he', 'dai')
    const editionId = await town.draft({}, 'he')
    must(await town.step('he', 'submit', editionId))
    expect(codesOf(await town.step('he', 'approve-section', editionId))).toEqual(['own-work'])
    // who stands in for the author holds the author's pen
    expect(codesOf(await town.step('dai', 'approve-section', editionId))).toEqual(['own-work'])
  })

  it('nor signs twice on one sheet, for themselves or standing in', async () => {
    await standIn(database.db, 'fen', 'bao')
    const editionId = await town.draft()
    must(await town.step('lin', 'submit', editionId))
    must(await town.step('dai', 'approve-section', editionId))
    must(await town.step('bao', 'pass-secrecy', editionId, secrecy))
    expect(codesOf(await town.step('bao', 'sign', editionId))).toEqual(['signed-before'])
    const { rows } = await sql<{ absent: string }>`select account.login as absent from disclosure.step_taken join access.account on account.id = on_behalf_of
      where edition_id = ${editionId} and step = 'approve-section'`.execute(database.db)
    expect(rows).toEqual([{ absent: 'he' }])
  })
})

describe('the author', () => {
  it('takes back what nobody has opened', async () => {
    const editionId = await town.draft()
    must(await town.step('lin', 'submit', editionId))
    await lookAt(database.db, await town.by('lin'), editionId)
    must(await town.step('lin', 'take-back', editionId))
    expect(await town.stateOf(editionId)).toBe('draft')
  })

  it('does not take back what somebody else has looked at, until it is submitted anew', async () => {
    const editionId = await town.draft()
    must(await town.step('lin', 'submit', editionId))
    await lookAt(database.db, await town.by('he'), editionId)
    expect(codesOf(await town.step('lin', 'take-back', editionId))).toEqual(['looked-at'])
    must(await town.step('he', 'return-from-section', editionId, { opinion: '请补充附件。' }))
    expect(await town.toldTo('lin')).toContain('何若川退回修改：关于做好冬季校园取暖工作的通知')
    must(await town.step('lin', 'submit', editionId))
    must(await town.step('lin', 'take-back', editionId))
  })

  it('is told the reason of every return', async () => {
    const editionId = await town.draft()
    must(await town.step('lin', 'submit', editionId))
    expect(codesOf(await town.step('he', 'return-from-section', editionId))).toEqual(['opinion-missing'])
    expect(codesOf(await town.step('lin', 'return-from-section', editionId, { opinion: '我自己退' }))).toEqual(['not-yours-to-do'])
  })

  it('urges once a day, and only whoever else has the turn', async () => {
    const editionId = await town.draft({ title: '关于汛期安全的紧急通知' })
    must(await town.step('lin', 'submit', editionId))
    must(await town.step('lin', 'urge', editionId))
    expect(codesOf(await town.step('lin', 'urge', editionId))).toEqual(['urged-today'])
    expect(codesOf(await town.step('he', 'urge', editionId))).toContain('own-turn')
    expect(await town.toldTo('he')).toContain('林知夏催办科室审核：关于汛期安全的紧急通知')
    expect(await town.stateOf(editionId)).toBe('section-review')
  })
})

describe('joint confirmation', () => {
  const asked = { ...secrecy, units: { unitIds: [units.finance], question: '经费数字是否准确' } }
  const confirming = async (): Promise<string> => {
    const editionId = await town.draft({ title: '关于教育经费执行情况的公告' })
    must(await town.step('lin', 'submit', editionId))
    must(await town.step('he', 'approve-section', editionId))
    must(await town.step('bao', 'ask-confirmation', editionId, asked))
    return editionId
  }

  it('shows the asked unit that one edition and nothing else', async () => {
    const other = await town.draft()
    expect(await readableEdition(database.db, (await town.by('cai')).actor, other)).toBeUndefined()
    const editionId = await confirming()
    expect((await readableEdition(database.db, (await town.by('cai')).actor, editionId))?.title).toBe('关于教育经费执行情况的公告')
    expect(await readableEdition(database.db, (await town.by('cai')).actor, other)).toBeUndefined()
    expect(codesOf(await town.step('cai', 'submit', other))).toEqual(['not-found'])
    expect(codesOf(await town.step('cai', 'return-from-confirming', editionId, { opinion: '不同意' }))).toEqual(['not-yours-to-do'])
  })

  it('goes on to signature by itself once all have agreed', async () => {
    const editionId = await confirming()
    expect(codesOf(await town.step('cai', 'answer-confirmation', editionId))).toEqual(['confirmation-answer-missing', 'opinion-missing'])
    const agreed = must(await town.step('cai', 'answer-confirmation', editionId, { answer: 'agreed', opinion: '数字准确，同意。' }))
    expect(agreed.state).toBe('signing')
    must(await town.step('fen', 'sign', editionId))
  })

  it('stays where a unit objects, and tells the lead unit', async () => {
    const editionId = await confirming()
    expect(must(await town.step('cai', 'answer-confirmation', editionId, { answer: 'objected', opinion: '二季度数字有误。' })).state).toBe('confirming')
    expect(await town.toldTo('bao')).toContain('会签单位有不同意见：关于教育经费执行情况的公告')
    must(await town.step('bao', 'return-from-confirming', editionId, { opinion: '按财政局意见修改。' }))
    expect(await town.stateOf(editionId)).toBe('returned')
  })

  it('does not ask the unit itself', async () => {
    const editionId = await town.draft()
    must(await town.step('lin', 'submit', editionId))
    must(await town.step('he', 'approve-section', editionId))
    const own = { ...secrecy, units: { unitIds: [units.education], question: '' } }
    expect(codesOf(await town.step('bao', 'ask-confirmation', editionId, own))).toEqual(['confirming-unit-own'])
  })
})

describe('other rooms', () => {
  it('answer as if it did not exist', async () => {
    const editionId = await town.draft()
    expect(codesOf(await town.step('cai', 'discard', editionId))).toEqual(['not-found'])
  })

  it('are read by the inspector, who changes nothing', async () => {
    const editionId = await town.draft()
    expect((await readableEdition(database.db, (await town.by('dao')).actor, editionId))?.editionId).toBe(editionId)
    expect(codesOf(await town.step('dao', 'submit', editionId))).toEqual(['not-yours-to-do'])
  })

  it('of a unit with people are not published for by the disclosure office', async () => {
    const editionId = await town.signed()
    expect(codesOf(await town.step('gong', 'publish', editionId))).toEqual(['unit-publishes-itself'])
  })

  it('of a village that has nobody are, and the record says so', async () => {
    const editionId = await town.draft({ title: '石桥村村务公开' }, 'gong', units.village)
    must(await town.step('gong', 'submit', editionId))
    must(await town.step('ke', 'approve-section', editionId))
    must(await town.step('shen', 'pass-secrecy', editionId, secrecy))
    must(await town.step('ban', 'sign', editionId))
    const { documentId, indexNumber } = must(await town.step('gong', 'publish', editionId))
    expect(indexNumber).toBe('000218173/2026-00001')
    const { rows } =
      await sql`select detail->>'publishedForUnit' as unit, role from disclosure.step_taken where document_id = ${documentId} and step = 'publish'`.execute(
        database.db,
      )
    expect(rows).toEqual([{ unit: '青岚县石桥村', role: 'disclosure-office' }])
  })
})

describe('two at once', () => {
  it('sign one sheet once', async () => {
    const editionId = await town.draft()
    must(await town.step('lin', 'submit', editionId))
    must(await town.step('he', 'approve-section', editionId))
    must(await town.step('bao', 'pass-secrecy', editionId, secrecy))
    const rulings = await Promise.all([town.step('fen', 'sign', editionId), town.step('zhu', 'sign', editionId)])
    expect(rulings.filter((ruling) => ruling.ok)).toHaveLength(1)
    expect(codesOf(rulings.find((ruling) => !ruling.ok)!)).toContain('wrong-state')
  })
})
