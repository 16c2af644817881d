// Builds 青岚县: founds it, then plays its documents from 2019 to today through the same actions as in use, with a clock that is moved.
import type { Day } from '../../src/kernel/day.ts'
import { markRead } from '../../src/modules/notices/index.ts'
import { countApplicationYears } from '../../src/modules/requests/index.ts'
import { dayAt, standingClock } from '../../src/platform/clock/clock.ts'
import type { Database, Tx } from '../../src/platform/database/database.ts'
import { openReader } from '../../src/platform/documents/read/reader.ts'
import type { Seal } from '../../src/platform/crypto/seal.ts'
import type { FileStore } from '../../src/platform/files/file-store.ts'
import { keepCatalogue, layOutCatalogue } from './acts/catalogue.ts'
import { followUpResults } from './acts/follow-up.ts'
import { foundTown } from './acts/found.ts'
import { gatherForReaders } from './acts/gather.ts'
import { discloseInside } from './acts/inside.ts'
import { keepBack } from './acts/kept-back.ts'
import { makeAnswersPublic } from './acts/made-public.ts'
import { oldPagesReleasedOn, takeOverOldPages } from './acts/old-pages.ts'
import { prepare, publish, revise, withdraw, type Work } from './acts/perform.ts'
import { instantAt, type Stage } from './acts/stage.ts'
import { correctRecords } from './acts/records.ts'
import { reportLastYear } from './acts/reports.ts'
import { answerRequests } from './acts/requests.ts'
import { showElsewhere } from './acts/show.ts'
import { leaveWork } from './acts/waiting.ts'
import { publishedOn, stories } from './stories.ts'
import type { Story } from './story.ts'
import { workdaysAfter } from './texts/workdays.ts'

export interface TownParts {
  readonly database: Database
  readonly fileStore: FileStore
  /** IANA name of the office's time zone. */
  readonly clockZone: string
  /** No story reaches beyond it. */
  readonly now: Date
  readonly tell: (line: string) => void
  /** Under which identities of applicants are kept. */
  readonly seal: Seal
}

interface Happening {
  readonly on: Day
  readonly what: 'publish' | 'revise' | 'withdraw'
  readonly story: Story
}

/** Documents in one transaction: enough to save commits, few enough to hold no lock for long. */
const chunk = 24

function happenings(until: Day): Happening[] {
  const all = stories.flatMap((story): Happening[] => [
    { on: publishedOn(story), what: 'publish', story },
    ...(story.revision ? [{ on: story.revision.on, what: 'revise' as const, story }] : []),
    ...(story.withdrawal ? [{ on: story.withdrawal.on, what: 'withdraw' as const, story }] : []),
  ])
  return all.filter(({ on }) => on < until).toSorted((a, b) => a.on.localeCompare(b.on))
}

/** Drafts and signs what a chunk publishes, in two transactions side by side. */
async function prepareAll(stage: Stage, part: readonly Happening[]): Promise<ReadonlyMap<string, Work>> {
  const prepared = new Map<string, Work>()
  const fresh = part.filter(({ what }) => what === 'publish')
  const halves = [fresh.filter((_, at) => at % 2 === 0), fresh.filter((_, at) => at % 2 === 1)]
  const lane = (half: readonly Happening[]) =>
    stage.database.transaction(async (tx) => {
      for (const { story, on } of half) prepared.set(story.key, await prepare(stage, tx, story, on))
    })
  await Promise.all(halves.map(lane))
  return prepared
}

/** While one chunk is published, in the order of its days, the next one is drafted and signed. */
async function play(stage: Stage, all: readonly Happening[], published: Map<string, Work>): Promise<void> {
  const placeOfDay = new Map<Day, number>()
  const partFrom = (from: number): Happening[] => all.slice(from, from + chunk)
  let next = prepareAll(stage, partFrom(0))
  for (let from = 0; from < all.length; from += chunk) {
    const prepared = await next
    next = prepareAll(stage, partFrom(from + chunk))
    await Promise.all([next, stage.database.transaction((tx) => release(stage, tx, partFrom(from), { prepared, published, placeOfDay }))])
    stage.tell(`文件：${published.size}/${stories.length}`)
  }
}

interface Releasing {
  readonly prepared: ReadonlyMap<string, Work>
  readonly published: Map<string, Work>
  /** How many went out before on that day. */
  readonly placeOfDay: Map<Day, number>
}

async function release(stage: Stage, tx: Tx, part: readonly Happening[], { prepared, published, placeOfDay }: Releasing): Promise<void> {
  for (const { on, what, story } of part) {
    const place = placeOfDay.get(on) ?? 0
    placeOfDay.set(on, place + 1)
    const live = published.get(story.key)
    if (what === 'publish') published.set(story.key, await publish(stage, tx, story, prepared.get(story.key)!, on, place, published))
    else if (live && what === 'revise') published.set(story.key, await revise(stage, tx, story, live, published, place))
    else if (live) await withdraw(stage, tx, story, live)
  }
}

/** Officials have read what is long done; what waits today stands in their inbox. */
async function readInboxes(stage: Stage): Promise<void> {
  const lately = instantAt(workdaysAfter(stage.today, -8), '18:00', stage.zone)
  await stage.database.transaction(async (tx) => {
    for (const accountId of stage.accountIds.values()) await markRead(tx, accountId, undefined, lately)
  })
}

/** All that belongs around what was published. */
async function disclose(stage: Stage, published: ReadonlyMap<string, Work>): Promise<void> {
  await showElsewhere(stage, published)
  await gatherForReaders(stage, published)
  await followUpResults(stage, published)
  await keepCatalogue(stage)
  await discloseInside(stage)
  await keepBack(stage)
}

/** Returns how many documents the town has published. */
export async function buildQinglan({ database, fileStore, clockZone, now, tell, seal }: TownParts): Promise<{ readonly documents: number }> {
  const reader = openReader()
  const stage: Stage = {
    database, fileStore, reader, zone: clockZone, now, today: dayAt(now, clockZone), tell,
    unitIds: new Map(), sectionIds: new Map(), columnIds: new Map(), personIds: new Map(), accountIds: new Map(), actors: new Map(),
  } // prettier-ignore
  try {
    tell('机构、人员和栏目')
    await foundTown(stage)
    tell('公开目录')
    await layOutCatalogue(stage)
    const published = new Map<string, Work>()
    const all = happenings(stage.today)
    const released = oldPagesReleasedOn(stage.today)
    await play(stage, all.filter(({ on }) => on < released), published) // prettier-ignore
    tell('历史数据')
    const old = await takeOverOldPages(stage)
    await play(stage, all.filter(({ on }) => on >= released), published) // prettier-ignore
    tell('发布渠道、公开任务、依申请公开')
    // Applications touch nothing of the rest: one waits for the database while the other thinks.
    await Promise.all([answerRequests(stage, seal).then(() => correctRecords(stage, seal)), disclose(stage, published)])
    const madePublic = await makeAnswersPublic(stage)
    await reportLastYear(stage)
    await countApplicationYears(database, standingClock(now, clockZone))
    await readInboxes(stage)
    tell('待办事项')
    await leaveWork(stage)
    return { documents: published.size + old + madePublic }
  } finally {
    await reader.close()
  }
}
