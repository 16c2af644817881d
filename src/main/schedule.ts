// When what is done without being asked: the one list of regular work.
import type { Clock } from '../kernel/clock.ts'
import { dropStaleSessions } from '../modules/access/index.ts'
import { recount, remindOfMissingYear } from '../modules/calendar/index.ts'
import { findAllLikeness } from '../modules/channels/index.ts'
import { feelHeartbeats, hearSiteEvents, makeDueDuties, refreshHeartbeatMap, remindOfDuties, showCatalogue } from '../modules/catalogue/index.ts'
import {
  chaseAwaited,
  chaseInterpretations,
  inspectWaiting,
  oweUnexamined,
  publishDue,
  releaseBatches,
  tellClosedConsultations,
} from '../modules/disclosure/index.ts'
import { followUp } from '../modules/followup/index.ts'
import { refreshGuides } from '../modules/guide/index.ts'
import type { Inspector } from '../modules/gate/index.ts'
import { forgetOutgoing, writeDigests } from '../modules/notices/index.ts'
import { forgetOldChanges, readCitations } from '../modules/publication/index.ts'
import type { Seal } from '../platform/crypto/seal.ts'
import { foldTallies, verifyTallies } from '../modules/reports/index.ts'
import { alarmUnconfirmedRequests, deleteOldIdentities, countApplicationYears, proposeAllDisclosures, remindOfRequests } from '../modules/requests/index.ts'
import { remindOfDueReports } from '../modules/reports/index.ts'
import type { Database } from '../platform/database/database.ts'
import type { ScheduledTask } from '../platform/jobs/jobs.ts'
import { termKeepers } from './wiring.ts'

export interface ScheduleParts {
  readonly database: Database
  readonly clock: Clock
  readonly inspector: Inspector
  readonly seal: Seal
  /** Whether there is a mail server: without one no reminders are written. */
  readonly mail: boolean
  readonly officeAddress: string | undefined
}

/** Times are UTC. What must follow within seconds (the inbox, the register) runs in loops of `worker.ts`. */
export function schedule({ database, clock, inspector, seal, mail, officeAddress }: ScheduleParts): readonly ScheduledTask[] {
  return [
    // every minute: what officials put on the schedule goes out
    { name: 'publish-due', at: '* * * * *', work: () => publishDue(database, clock) },
    // every minute: files that came by an import, or before the inspectors were as they are
    { name: 'inspect-files', at: '* * * * *', work: () => inspectWaiting(database, clock, inspector) },
    // every ten minutes: answers that the review awaits are reminded of and escalated
    { name: 'chase-awaited', at: '*/10 * * * *', work: () => chaseAwaited(database, clock) },
    // 08:30 in China: interpretations that are not out by their day
    { name: 'chase-interpretations', at: '30 0 * * *', work: () => chaseInterpretations(database, clock) },
    // every minute: what is left of approved batches of old stock
    { name: 'release-batches', at: '* * * * *', work: () => releaseBatches(database, clock) },
    // every five minutes: new texts that look like others
    { name: 'find-likeness', at: '*/5 * * * *', work: () => findAllLikeness(database, clock) },
    // every ten minutes: what is cited by texts that were published before citations were kept
    { name: 'read-citations', at: '*/10 * * * *', work: () => readCitations(database) },
    // every ten minutes: due days that were counted by another calendar
    { name: 'recount-terms', at: '*/10 * * * *', work: () => recount(database, clock, termKeepers) },
    // 08:30 in China
    { name: 'remind-of-missing-year', at: '30 0 * * *', work: () => remindOfMissingYear(database, clock) },
    // every ten minutes: duties whose period begins
    { name: 'make-duties', at: '*/10 * * * *', work: () => makeDueDuties(database, clock) },
    // every minute: what new publications mean for the entries that they stand in
    { name: 'feel-heartbeats', at: '* * * * *', work: () => feelHeartbeats(database) },
    // every minute: units whose part of the heartbeat map changed, or whose day is over
    { name: 'refresh-map', at: '* * * * *', work: () => refreshHeartbeatMap(database, clock) },
    // every minute: what new publications, revisions and withdrawals ask to be disclosed
    { name: 'hear-site-events', at: '* * * * *', work: () => hearSiteEvents(database, clock) },
    // every ten minutes: consultations whose last day is over
    { name: 'tell-closed-consultations', at: '*/10 * * * *', work: () => tellClosedConsultations(database, clock) },
    // every ten minutes: guides whose unit, site, catalogue or law changed, or whose law comes into force today
    { name: 'refresh-guides', at: '3,13,23,33,43,53 * * * *', work: () => refreshGuides(database, clock) },
    // every half hour: the catalogue as the public sees it
    { name: 'show-catalogue', at: '5,35 * * * *', work: () => showCatalogue(database, clock) },
    // 02:10 in China: what was filed inside and is owed no examination yet
    { name: 'owe-examinations', at: '10 18 * * *', work: () => oweUnexamined(database, clock) },
    // 08:30 in China: who owes what is told
    { name: 'remind-of-duties', at: '30 0 * * *', work: () => remindOfDuties(database, clock) },
    // 00:20 in China: surveys that open or are over
    { name: 'follow-up', at: '20 16 * * *', work: () => followUp(database, clock) },
    // 08:40 in China, after the reminders of the morning are written
    { name: 'write-digests', at: '40 0 * * *', work: async () => mail && writeDigests(database, clock, seal, officeAddress && `${officeAddress}/notices`) },
    // 02:50 in China
    { name: 'forget-outgoing', at: '50 18 * * *', work: () => forgetOutgoing(database, clock) },
    // 08:30 in China: applications that are due soon, today, or late
    { name: 'remind-of-requests', at: '30 0 * * *', work: () => remindOfRequests(database, clock) },
    // 08:30 in China: reports to be handed in soon, or late
    { name: 'remind-of-reports', at: '30 0 * * *', work: () => remindOfDueReports(database, clock) },
    // 11:30 and 15:30 in China: what arrived and is not confirmed, the same day
    { name: 'alarm-unconfirmed-requests', at: '30 3,7 * * *', work: () => alarmUnconfirmedRequests(database, clock) },
    // every ten minutes: applications whose answer could be disclosed to everybody
    { name: 'propose-disclosures', at: '7,17,27,37,47,57 * * * *', work: () => proposeAllDisclosures(database, clock) },
    // 03:10 in China: the figures of complete years that everybody reads
    { name: 'count-application-years', at: '10 19 * * *', work: () => countApplicationYears(database, clock) },
    // every five minutes: what changes added to the sums of figures
    { name: 'fold-tallies', at: '2,7,12,17,22,27,32,37,42,47,52,57 * * * *', work: () => foldTallies(database) },
    // 03:40 in China: the sums against what they sum
    { name: 'verify-tallies', at: '40 19 * * *', work: () => verifyTallies(database) },
    // 03:00 in China: which pages were touched, once every reader has long read it
    { name: 'forget-changes', at: '0 19 * * *', work: () => forgetOldChanges(database, clock) },
    // 02:30 in China: identities of applicants that no remedy needs any more
    { name: 'delete-old-identities', at: '30 18 * * *', work: () => deleteOldIdentities(database, clock) },
    // 02:40 in China
    { name: 'drop-stale-sessions', at: '40 18 * * *', work: () => database.transaction((tx) => dropStaleSessions(tx, clock.now())) },
  ]
}
