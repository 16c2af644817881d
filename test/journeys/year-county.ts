// The county that kept its catalogue for 2025, seen at the end of that year.
import { aCountyYear } from '../../src/modules/catalogue/fixtures.ts'
import { showCatalogue } from '../../src/modules/catalogue/index.ts'
import { standingClock } from '../../src/platform/clock/clock.ts'
import { seat, startBesideTown, type BesideTown } from './beside-town.ts'
import type { Town } from './start-town.ts'

/** The last morning of the year, as browser and servers see it. */
export const lastMorning = new Date('2025-12-31T02:00:00Z')

export function startYearCounty(town: Town): Promise<BesideTown> {
  const clock = standingClock(lastMorning, 'Asia/Shanghai')
  return startBesideTown(town, 'year', clock, async ({ database }) => {
    const { county } = await aCountyYear(database)
    await seat(database, county, { login: 'supervisor', name: '何长风', role: 'inspector', unitId: county.government })
    await seat(database, county, { login: 'section-head', name: '宋延', role: 'section-head', unitId: county.bureau, sectionId: county.office })
    await showCatalogue(database, clock)
  })
}
