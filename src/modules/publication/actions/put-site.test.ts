// The settings of the site.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { readSite } from '../queries/read-site.ts'
import { siteSettings } from '../rules/site.ts'
import { foundSite, putSite } from './put-site.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

it('are whole before anybody set them, and read back as they were put', async () => {
  expect(await readSite(database.db)).toEqual(siteSettings.parse({}))
  const settings = siteSettings.parse({ name: '青岚县人民政府', idCode: '5309000001', popularWords: ['低保', '招生'] })
  await database.transaction((tx) => putSite(tx, settings, new Date('2026-11-22T04:15:00Z')))
  expect(await readSite(database.db)).toEqual(settings)
})

it('of a wrong shape are a bug of the caller', async () => {
  const wrong = { ...siteSettings.parse({}), idCode: 'x' }
  await expect(database.transaction((tx) => putSite(tx, wrong, new Date('2026-11-22T04:15:00Z')))).rejects.toThrow('idCode')
})

it('of a new installation bear the name of the unit that runs it, and nothing that nobody has said', async () => {
  await database.transaction((tx) => foundSite(tx, '白石县人民政府', new Date('2026-11-22T04:15:00Z')))
  expect(await readSite(database.db)).toEqual({ ...siteSettings.parse({}), name: '白石县人民政府', sponsor: '白石县人民政府' })
})
