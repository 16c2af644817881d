// The county's catalogue of what must be disclosed, and how the year went: most units keep it, one section of the education bureau and one town stall.
import { day, yearOf } from '../../../src/kernel/day.ts'
import {
  askClosing, decideOnClosing, dutyList, feelHeartbeats, fulfilDuty, makeDueDuties, proposalsFor, putStartingCatalogue, setQuota, showCatalogue,
} from '../../../src/modules/catalogue/index.ts' // prettier-ignore
import { standingClock } from '../../../src/platform/clock/clock.ts'
import { units, type UnitKey } from '../cast/units.ts'
import { workdaysAfter } from '../texts/workdays.ts'
import { handsOf } from './hands.ts'
import { by, idOf, must, type Stage } from './stage.ts'

export async function layOutCatalogue(stage: Stage): Promise<void> {
  const begins = day(`${yearOf(stage.today)}-01-04`)
  await stage.database.transaction(async (tx) => {
    must(await putStartingCatalogue(tx, await by(stage, tx, 'zhoumubai', begins, '09:30'), begins), 'catalogue')
    must(await putStartingCatalogue(tx, await by(stage, tx, 'tanxi', begins, '09:40'), begins, (entry) => entry.kind === 'party'), 'catalogue of the party')
  })
  stage.actors.clear()
}

/** These leave undone what has no publication; the others say by which article there is none. */
const stalled: readonly UnitKey[] = ['jyj', 'hkz']

/** Confirms what was published, closes what there is nothing of, and leaves the rest late. */
export async function keepCatalogue(stage: Stage): Promise<void> {
  const clock = standingClock(stage.now, stage.zone)
  await makeDueDuties(stage.database, clock)
  const everywhere = { everywhere: true, unitIds: [], sectionIds: [], askedUnitIds: [] }
  await stage.database.transaction(async (tx) => {
    const { rows } = await dutyList(tx, {
      view: 'open',
      today: stage.today,
      reach: everywhere,
      line: 'government',
      words: '',
      sort: 'due',
      limit: 5000,
      offset: 0,
    })
    const keyOf = new Map([...stage.unitIds].map(([key, id]) => [id, key]))
    const on = workdaysAfter(stage.today, -1)
    const officer = await by(stage, tx, 'zhoumubai', on, '09:10')
    let waiting = 0
    for (const duty of rows.filter((one) => one.dueOn <= stage.today)) {
      const [likely] = await proposalsFor(tx, duty)
      const unit = keyOf.get(duty.unitId)
      if (likely) must(await fulfilDuty(tx, officer, duty.dutyId, likely.documentId), duty.item2)
      else if (unit !== undefined && units[unit].staffed && !stalled.includes(unit)) {
        const asked = must(
          await askClosing(tx, officer, { dutyId: duty.dutyId, kind: 'none-held', article: 'ogi-2019/36', reason: '本期没有形成这类信息。' }),
          duty.item2,
        )
        // some wait for their leader today
        waiting += 1
        if (waiting % 12 !== 0)
          must(await decideOnClosing(tx, await by(stage, tx, handsOf(unit).leader, on, '15:40'), asked.id, { granted: true, opinion: '同意。' }), duty.item2)
      }
    }
    // the committee's office: the spring was closed with its leader's consent, and what autumn owes stands late on its own map
    const partyOfficer = await by(stage, tx, 'tanxi', on, '09:20')
    const owed = await dutyList(tx, { view: 'open', today: stage.today, reach: everywhere, line: 'party', words: '', sort: 'due', limit: 200, offset: 0 })
    for (const duty of owed.rows) {
      const [likely] = await proposalsFor(tx, duty)
      if (likely) must(await fulfilDuty(tx, partyOfficer, duty.dutyId, likely.documentId), duty.item2)
      else if (duty.dueOn < `${yearOf(stage.today)}-07-01`) {
        const asked = must(
          await askClosing(tx, partyOfficer, { dutyId: duty.dutyId, kind: 'none-held', article: 'party-2017/content', reason: '本期没有形成这类党务信息。' }),
          duty.item2,
        )
        must(await decideOnClosing(tx, await by(stage, tx, handsOf('xwb').leader, on, '15:50'), asked.id, { granted: true, opinion: '同意。' }), duty.item2)
      }
    }
    const head = await by(stage, tx, handsOf('jyj').leader, day(`${yearOf(stage.today)}-01-05`), '10:00')
    for (const [section, perMonth] of [
      ['办公室', 2],
      ['基础教育科', 4],
      ['人事科', 1],
    ] as const) {
      const place = { unitId: idOf(stage.unitIds, 'jyj'), sectionId: idOf(stage.sectionIds, `jyj/${section}`) }
      must(await setQuota(tx, head, { ...place, perMonth }), section)
    }
  })
  await feelHeartbeats(stage.database)
  await showCatalogue(stage.database, clock)
}
