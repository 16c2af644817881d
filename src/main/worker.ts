// The process of the worker: migrations, the register's sequencer, the inbox, the schedule. With the owner's login.
import type { Clock } from '../kernel/clock.ts'
import { lookAtSaved } from '../modules/disclosure/index.ts'
import { makeWaitingArchives } from '../modules/channels/index.ts'
import { sendWaiting, tellWaysOut } from '../modules/notices/index.ts'
import type { OutgoingChannel } from '../modules/notices/law/outgoing.ts'
import { makeReportsOfRounds } from '../modules/reports/index.ts'
import { startSequencer } from '../modules/publication/index.ts'
import { showAllApplicants, tellAllApplicants, tellSealingKey } from '../modules/requests/index.ts'
import type { KeySource } from '../platform/crypto/key-ring.ts'
import { letterBox } from '../platform/crypto/sealed-letter.ts'
import { sealUnder } from '../platform/crypto/seal.ts'
import { openDatabase } from '../platform/database/database.ts'
import { openReader } from '../platform/documents/read/reader.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import { startJobs, startLoop } from '../platform/jobs/jobs.ts'
import { tellFault } from '../platform/jobs/tell-fault.ts'
import type { Log } from '../platform/log/log.ts'
import { smtpCarrier, type Carrier } from '../platform/mail/mail.ts'
import { textCarrier } from '../platform/text-messages/gateway.ts'
import { takeInbox } from './inbox.ts'
import { bringUpToDate } from './migrations.ts'
import { runProcess, type ProcessParts } from './process.ts'
import { reactionsWith } from './reactions.ts'
import { Runners, type Running } from './running.ts'
import { schedule } from './schedule.ts'
import type { Settings } from './settings.ts'
import { openStorage } from './storage.ts'

const inboxPauseMilliseconds = 2000
const applicantsPauseMilliseconds = 2000
const findingsPauseMilliseconds = 4000
const archivesPauseMilliseconds = 3000
const outgoingPauseMilliseconds = 3000
const reportsPauseMilliseconds = 2000
const tellingPauseMilliseconds = 3000

export interface WorkerStart {
  readonly databaseUrl: string
  readonly registerKey: string
  /** Open what waits to be sent, and what citizens sent. */
  readonly keys: KeySource
  readonly settings: Pick<Settings, 'mail' | 'textGateway' | 'officeAddress' | 'portalAddress' | 'basePath'>
  readonly clock: Clock
  readonly fileStore: FileStore
  readonly log: Log
}

export async function startWorker({ databaseUrl, registerKey, keys, settings, clock, fileStore, log: parentLog }: WorkerStart): Promise<Running> {
  const log = parentLog.child({ part: 'worker' })
  const database = openDatabase({ url: databaseUrl, name: 'gongkai worker', poolSize: 10 })
  const runners = new Runners((name, error) => log.error({ err: error }, `${name} did not stop`))
  runners.add({ name: 'database', stop: () => database.close() })
  const onFault = (error: unknown, failures = 1): void => tellFault(log, { part: 'sequencer', failures, error })
  const sequencer = startSequencer({ database, clock, key: registerKey, onFault })
  runners.add({ name: 'sequencer', stop: () => sequencer.stop() })
  // What was published before is in the register when this process says that it is ready.
  await sequencer.catchUp().catch((error: unknown) => onFault(error))
  const [seal, box] = [sealUnder(keys), letterBox(keys)]
  await tellSealingKey(database, box)
  const reactions = reactionsWith({ seal, box })
  const inbox = startLoop('inbox', inboxPauseMilliseconds, () => takeInbox({ database, clock, log, reactions }), log)
  runners.add({ name: 'inbox', stop: () => inbox.stop() })
  const applicants = startLoop('applicants', applicantsPauseMilliseconds, () => showAllApplicants(database), log)
  runners.add({ name: 'applicants', stop: () => applicants.stop() })
  const findings = startLoop('findings', findingsPauseMilliseconds, () => lookAtSaved(database, clock), log)
  runners.add({ name: 'findings', stop: () => findings.stop() })
  const reader = openReader()
  runners.add({ name: 'reader', stop: () => reader.close() })
  const inspector = { inspect: reader.inspect, bytesOf: async (sha256: string) => ((await fileStore.has(sha256)) ? fileStore.read(sha256) : undefined) }
  const archives = startLoop('archives', archivesPauseMilliseconds, () => makeWaitingArchives(database, fileStore, clock), log)
  runners.add({ name: 'archives', stop: () => archives.stop() })
  const reports = startLoop('reports of rounds', reportsPauseMilliseconds, () => makeReportsOfRounds(database, clock), log)
  runners.add({ name: 'reports of rounds', stop: () => reports.stop() })
  const carriers = {
    ...(settings.mail && { mail: smtpCarrier(settings.mail) }),
    ...(settings.textGateway && { text: textCarrier(settings.textGateway) }),
  }
  await tellWaysOut(database, clock, { mail: carriers.mail?.sender, text: carriers.text?.sender })
  const { portalAddress, basePath } = settings
  const progress = portalAddress === undefined ? undefined : `${portalAddress}${basePath}apply/progress`
  const telling = startLoop('telling applicants', tellingPauseMilliseconds, () => tellAllApplicants(database, clock, seal, progress), log)
  runners.add({ name: 'telling applicants', stop: () => telling.stop() })
  // a loop for each way, so that a slow gateway holds up no letter
  for (const [channel, carrier] of Object.entries(carriers) as [OutgoingChannel, Carrier][]) {
    runners.add({ name: `way out: ${channel}`, stop: async () => carrier.close() })
    const sender = startLoop(channel, outgoingPauseMilliseconds, () => sendWaiting(database, clock, seal, { channel, carrier }), log)
    runners.add({ name: channel, stop: () => sender.stop() })
  }
  const { mail, officeAddress } = settings
  const jobs = await startJobs(database.pool, schedule({ database, clock, inspector, seal, mail: mail !== undefined, officeAddress }), log)
  runners.add({ name: 'jobs', stop: () => jobs.stop() })
  return { name: 'worker', stop: () => runners.stopAll() }
}

async function main({ settings, clock, log, tell }: ProcessParts): Promise<Running> {
  const storage = await openStorage(settings, tell)
  await bringUpToDate(storage.urls.owner, tell)
  return startWorker({
    databaseUrl: storage.urls.owner,
    registerKey: storage.secrets.registerKey,
    keys: storage.keys,
    settings,
    clock,
    fileStore: storage.fileStore,
    log,
  })
}

if (import.meta.main) await runProcess('worker', { needs: 'databaseUrl' }, main)
