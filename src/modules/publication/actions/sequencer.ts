// Keeps the public register linked within a second of each publication, and the words of search sorted and counted.
import type { KeyObject } from 'node:crypto'
import type { Clock } from '../../../kernel/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import { listenForPublications } from '../queries/register-wakeups.ts'
import { signingKey } from '../rules/register-chain.ts'
import { countTermChanges, sortInTerms } from '../store/search-index.ts'
import { linkRegister } from './link-register.ts'

export interface SequencerParts {
  readonly database: Database
  readonly clock: Clock
  /** Ed25519, kept outside the database: a key object or PEM text. */
  readonly key: KeyObject | string
  /** Told of a failed round and how many have failed in a row; the next one tries again, later each time. */
  readonly onFault?: (error: unknown, failures: number) => void
  /** How long to wait where nothing wakes it. */
  readonly pollMilliseconds?: number
}

export interface Sequencer {
  /** Links, sorts and counts all that is committed now. */
  catchUp(): Promise<void>
  /** Ends after the round in hand, with the last link signed. */
  stop(): Promise<void>
}

/** Texts share most of their words, so that many are counted nearly as fast as a few; but whoever withdraws one waits for the round in hand. */
const countsPerRound = 300
/** Between two rounds over words, however many publications come, so that each has many to do. */
const restAfterSortingMilliseconds = 1000
const restAfterCountingMilliseconds = 2000
/** Until a server that is away is asked again; the listening connection wakes the sequencer as soon as it is back. */
const longestPauseMilliseconds = 30_000

interface Loop {
  wake(): void
  /** Resolves after the round in hand. */
  stop(): Promise<void>
}

interface LoopParts {
  readonly round: () => Promise<void>
  readonly pollMilliseconds: number
  readonly onFault: (error: unknown, failures: number) => void
  /** What comes within so long after a round waits for the next one. */
  readonly restMilliseconds?: number
}

/** Does `round` whenever it is woken, and from time to time in any case; later each time where it fails. */
function loop({ round, pollMilliseconds, onFault, restMilliseconds = 0 }: LoopParts): Loop {
  const life = { stopped: false }
  let failures = 0
  let woken = true
  let endPause = (): void => {}
  let endRest = (): void => {}
  const sleep = (milliseconds: number, tellHowToEnd: (end: () => void) => void): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      tellHowToEnd(() => {
        clearTimeout(timer)
        resolve()
      })
    })
  const pauseMilliseconds = (): number => (failures === 0 ? pollMilliseconds : Math.min(pollMilliseconds * 2 ** failures, longestPauseMilliseconds))
  const run = async (): Promise<void> => {
    while (!life.stopped) {
      woken = false
      try {
        await round()
        failures = 0
      } catch (error) {
        failures += 1
        onFault(error, failures)
      }
      if (restMilliseconds > 0 && !life.stopped) await sleep(restMilliseconds, (end) => (endRest = end))
      // A wake-up that came meanwhile is not slept over.
      if (!woken && !life.stopped) await sleep(pauseMilliseconds(), (end) => (endPause = end))
    }
  }
  const running = run()
  return {
    wake() {
      woken = true
      endPause()
    },
    async stop() {
      life.stopped = true
      endRest()
      endPause()
      await running
    },
  }
}

/** Safe in several processes at once: they take turns. */
export function startSequencer({ database, clock, key, onFault = () => {}, pollMilliseconds = 1000 }: SequencerParts): Sequencer {
  const signer = signingKey(key)
  const link = async (signAll = false): Promise<void> => {
    while ((await database.transaction((tx) => linkRegister(tx, { key: signer, now: clock.now(), signAll }))) > 0);
  }
  const count = async (): Promise<void> => {
    while ((await database.transaction((tx) => countTermChanges(tx, countsPerRound))) === countsPerRound);
  }

  const sortIn = async (): Promise<void> => void (await sortInTerms(database.db))

  // Apart, because the words of a hundred documents take longer to sort and to count than a link may take.
  const common = { pollMilliseconds, onFault }
  const loops = [
    loop({ ...common, round: () => link() }),
    loop({ ...common, round: sortIn, restMilliseconds: restAfterSortingMilliseconds }),
    loop({ ...common, round: count, restMilliseconds: restAfterCountingMilliseconds }),
  ]
  const listener = listenForPublications(database, () => {
    for (const one of loops) one.wake()
  })
  return {
    async catchUp() {
      await link()
      await sortIn()
      await count()
    },
    async stop() {
      await listener.stop()
      await Promise.all(loops.map((one) => one.stop()))
      await link(true)
        .then(count)
        .catch((error: unknown) => onFault(error, 1))
    },
  }
}
