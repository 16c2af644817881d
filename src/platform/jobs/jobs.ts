// Work that nobody waits for: jobs by the calendar in a PostgreSQL queue, and short loops for what must follow at once.
import { Logger, parseCronItems, run, type TaskList } from 'graphile-worker'
import type pg from 'pg'
import type { Log } from '../log/log.ts'
import { tellFault } from './tell-fault.ts'

export interface ScheduledTask {
  readonly name: string
  /** Minute, hour, day, month, weekday, in UTC. */
  readonly at: string
  readonly work: () => Promise<unknown>
}

export interface Stoppable {
  /** Waits for what is being done. */
  stop(): Promise<void>
}

const levelOf: Readonly<Record<string, 'error' | 'warn' | 'debug'>> = { error: 'error', warning: 'warn' }

/** What the queue says of its own running is of interest only where something fails. */
const queueLogger = (log: Log): Logger => new Logger(() => (level, message) => log[levelOf[level] ?? 'debug'](message))

/**
 * Runs each task at its time, once however many workers there are, and twice more where it fails.
 * Missed times are not made up for: every task asks for all that is due.
 */
export async function startJobs(pool: pg.Pool, tasks: readonly ScheduledTask[], log: Log): Promise<Stoppable> {
  const taskList: TaskList = Object.fromEntries(
    tasks.map(({ name, work }) => [
      name,
      async () => {
        await work()
      },
    ]),
  )
  const runner = await run({
    pgPool: pool,
    taskList,
    parsedCronItems: parseCronItems(tasks.map(({ name, at }) => ({ task: name, match: at, options: { jobKey: name, maxAttempts: 3, queueName: name } }))),
    concurrency: 2,
    pollInterval: 5000,
    noHandleSignals: true,
    logger: queueLogger(log),
  })
  return {
    async stop() {
      await runner.stop().catch(() => {})
    },
  }
}

/** Does `work` again and again, `pause` milliseconds after the last time ended; a failure is logged and waited out, longer each time. */
export function startLoop(name: string, pause: number, work: () => Promise<unknown>, log: Log): Stoppable {
  const longestPause = 30_000
  const state = { stopped: false }
  let failures = 0
  let timer: NodeJS.Timeout | undefined
  let wake: () => void = () => {}
  const turn = async (): Promise<void> => {
    while (!state.stopped) {
      try {
        await work()
        failures = 0
      } catch (error) {
        failures += 1
        if (!state.stopped) tellFault(log, { part: name, failures, error })
      }
      if (state.stopped) return
      await new Promise<void>((resolve) => {
        wake = resolve
        timer = setTimeout(resolve, Math.min(pause * 2 ** failures, longestPause))
      })
    }
  }
  const ended = turn()
  return {
    async stop() {
      state.stopped = true
      clearTimeout(timer)
      wake()
      await ended
    },
  }
}
