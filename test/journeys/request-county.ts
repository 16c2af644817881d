// A county of six people without any application, whose mornings are set by who tells the story: applications arrive, wait and end on their own days.
import { takeInbox } from '../../src/main/inbox.ts'
import { reactionsWith } from '../../src/main/reactions.ts'
import { smallCounty } from '../../src/modules/organization/fixtures.ts'
import { showAllApplicants, tellSealingKey } from '../../src/modules/requests/index.ts'
import { letterBox } from '../../src/platform/crypto/sealed-letter.ts'
import { sealUnder } from '../../src/platform/crypto/seal.ts'
import { seat, startBesideTown, type BesideTown } from './beside-town.ts'
import { morningsFrom, type Mornings } from './seats.ts'
import type { Town } from './start-town.ts'

export interface RequestCounty extends BesideTown, Omit<Mornings, 'clock'> {
  /** What the worker does in the next seconds: takes over what citizens sent, and shows applicants how it stands. */
  readonly work: () => Promise<void>
}

export async function startRequestCounty(town: Town, firstDay: string): Promise<RequestCounty> {
  const { clock, now, dawn } = morningsFrom(firstDay)
  let work = (): Promise<void> => Promise.reject(new Error('the county is not founded yet'))
  const product = await startBesideTown(town, 'requests', clock, async ({ database, log, keys: ring }) => {
    const county = await smallCounty(database)
    const { bureau: unitId, government } = county
    await seat(database, county, { login: 'handler', name: '林知夏', role: 'information-officer', unitId })
    await seat(database, county, { login: 'head', name: '宋南舟', role: 'section-head', unitId })
    await seat(database, county, { login: 'reviewer', name: '俞清和', role: 'secrecy-reviewer', unitId })
    await seat(database, county, { login: 'leader', name: '蒋予薇', role: 'leader-in-charge', unitId })
    await seat(database, county, { login: 'disclosure', name: '叶蓁', role: 'disclosure-office', unitId: government })
    const keys = { seal: sealUnder(ring), box: letterBox(ring) }
    await tellSealingKey(database, keys.box)
    work = async () => {
      await takeInbox({ database, clock, log, reactions: reactionsWith(keys) })
      await showAllApplicants(database)
    }
  })
  return { ...product, now, dawn, work: () => work() }
}
