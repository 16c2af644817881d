// The administrator's words and masks reach the very next look at a text.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accounts, codesOf, county, layCounty, must, units } from '../../../../test/disclosure/cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import type { By } from '../../access/index.ts'
import { openSurroundings, siteMasks, wordsInForce } from '../queries/surroundings.ts'
import { readWords, wordHeadings } from '../rules/word.ts'
import { chooseMask, endWord, keepWord, loadWords } from './keep-words.ts'

let database: FreshDatabase
let by: By
beforeAll(async () => {
  database = await freshDatabase()
  await layCounty(database)
  by = await county(database).by('gong')
})
afterAll(() => database.close())

const word = { wrong: '青蓝县', right: '青岚县', except: [], severity: 'error', note: '县名', ended: false } as const
const masksOf = async (unitId: string) =>
  (await database.transaction((tx) => openSurroundings(tx)({ unitId, unitName: '县教育局', day: '2026-03-02', html: '' }))).masks
const inForce = async (wrong: string) => (await database.transaction(wordsInForce)).find((one) => one.wrong === wrong)

describe('wrong words', () => {
  it('begin with the list of the system, take new ones and lose those that are ended', async () => {
    expect(await inForce('布署')).toMatchObject({ right: '部署', severity: 'warning' })
    must(await database.transaction((tx) => keepWord(tx, by, word)))
    expect(await inForce('青蓝县')).toMatchObject({ right: '青岚县', severity: 'error' })
    must(await database.transaction((tx) => endWord(tx, { ...by, at: new Date(by.at.getTime() + 1000) }, '布署', true)))
    expect(await inForce('布署')).toBeUndefined()
    must(await database.transaction((tx) => endWord(tx, { ...by, at: new Date(by.at.getTime() + 2000) }, '布署', false)))
    expect(await inForce('布署')).toMatchObject({ right: '部署' })
    expect(codesOf(await database.transaction((tx) => endWord(tx, by, '没有这个词', true)))).toEqual(['word-not-found'])
  })

  it('are told before they are loaded, and change nothing the second time', async () => {
    const read = readWords([[...wordHeadings], ['河囗镇', '河口镇', '', '错误', ''], ['错', '对', '', '', '']])
    const load = (apply: boolean) => database.transaction((tx) => loadWords(tx, by, read, apply))
    expect(must(await load(false))).toMatchObject({ added: [{ wrong: '河囗镇' }], changed: [], refused: [{ row: 3, wrong: '错' }] })
    expect(await inForce('河囗镇')).toBeUndefined()
    must(await load(true))
    expect(await inForce('河囗镇')).toMatchObject({ right: '河口镇', severity: 'error' })
    expect(must(await load(true))).toMatchObject({ added: [], changed: [], same: 1 })
    expect(codesOf(await database.transaction((tx) => loadWords(tx, by, undefined, false)))).toEqual(['word-list-unreadable'])
  })
})

describe('the form of a mask', () => {
  it('is the usual one until the site chooses another of the list', async () => {
    expect(accounts.gong).toBeDefined()
    expect(await masksOf(units.education)).toEqual({
      identity: 'first-2-last-3',
      mobile: 'first-3-last-4',
      'bank-card': 'last-4',
    })
    expect(codesOf(await database.transaction((tx) => chooseMask(tx, by, 'mobile', 'first-9')))).toEqual(['mask-form-unknown'])
    for (const form of ['first-3-last-4', 'last-4']) must(await database.transaction((tx) => chooseMask(tx, by, 'mobile', form)))
    expect(await database.transaction(siteMasks)).toMatchObject({ mobile: 'last-4' })
    expect(await masksOf(units.education)).toMatchObject({ mobile: 'last-4', identity: 'first-2-last-3' })
  })
})
