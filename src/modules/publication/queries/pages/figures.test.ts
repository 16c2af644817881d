// The figures of the home page: counted once for all readers, and again as soon as something was published or withdrawn.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../../../test/database.ts'
import { withdraw } from '../../actions/withdraw.ts'
import { anItem, publishItem, valueOf } from '../../fixtures.ts'
import { figuresOf } from './figures.ts'

const span = (from: string, until: string) => ({ from: new Date(`${from}T00:00:00+08:00`), until: new Date(`${until}T00:00:00+08:00`) })
const [november, december, year] = [span('2026-11-01', '2026-12-01'), span('2026-12-01', '2027-01-01'), span('2026-01-01', '2027-01-01')]
const noon = (day: string): Date => new Date(`2026-${day}T12:00:00+08:00`)

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

it('follow what is published and withdrawn at once, and the month', async () => {
  const figures = figuresOf(database.db)
  const seen = async (month = november) => {
    const { thisMonth, thisYear, units } = await figures(month, year)
    return [thisMonth, thisYear, units]
  }
  expect(await seen()).toEqual([0, 0, 0])
  valueOf(await publishItem(database, anItem(), noon('10-31')))
  expect(await seen()).toEqual([0, 1, 0])
  const { documentId } = valueOf(await publishItem(database, anItem(), noon('11-02')))
  expect([await seen(), await seen()]).toEqual([
    [1, 2, 1],
    [1, 2, 1],
  ])
  await database.transaction((tx) => withdraw(tx, { documentId, reason: 'personal-privacy', at: noon('11-03') }))
  expect(await seen()).toEqual([0, 1, 0])
  valueOf(await publishItem(database, anItem(), noon('12-01')))
  expect([await seen(), await seen(december)]).toEqual([
    [0, 2, 0],
    [1, 2, 1],
  ])
})
