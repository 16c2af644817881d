// Keeps the reading points and what was delivered to them; a wrong delivery is struck with a reason.
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { may, reachOf, type By } from '../../access/index.ts'
import { deliverable, deliveries, readingPoints } from '../queries/deliveries.ts'
import {
  endReadingPoint,
  insertDelivery,
  insertReadingPoint,
  strikeDelivery as saveStrike,
  type DeliveryFacts,
  type ReadingPointFacts,
} from '../store/deliveries.ts'
import { recordSteps } from '../store/steps.ts'

export async function addReadingPoint(tx: Tx, by: By, facts: ReadingPointFacts): Promise<Ruling<string>> {
  if (!may(by.actor, 'delivery.manage', { unitId: facts.unitId }).ok) return refused('not-allowed')
  const id = await insertReadingPoint(tx, facts)
  return id === undefined ? refused({ code: 'already-reading-point', field: 'name' }) : granted(id)
}

export async function closeReadingPoint(tx: Tx, by: By, readingPointId: string): Promise<Ruling<void>> {
  const point = (await readingPoints(tx)).find((one) => one.readingPointId === readingPointId)
  if (!point || !may(by.actor, 'delivery.manage', { unitId: point.unitId }).ok) return refused('reading-point-not-found')
  await endReadingPoint(tx, readingPointId, by.today)
  return granted(undefined)
}

export interface NewDelivery extends DeliveryFacts {
  readonly unitId: string
  readonly documentIds: readonly string[]
}

export async function enterDelivery(tx: Tx, by: By, { unitId, documentIds, ...facts }: NewDelivery): Promise<Ruling<{ deliveryId: string; left: number }>> {
  if (!may(by.actor, 'delivery.manage', { unitId }).ok) return refused('not-allowed')
  const point = (await readingPoints(tx)).find((one) => one.readingPointId === facts.readingPointId)
  const faults: Refusal[] = []
  if (!point) faults.push({ code: 'reading-point-not-found', field: 'readingPointId' })
  else if (point.endedOn !== null && point.endedOn <= facts.deliveredOn) faults.push({ code: 'reading-point-ended', field: 'readingPointId' })
  if (facts.deliveredOn > by.today) faults.push({ code: 'delivered-day-ahead', field: 'deliveredOn' })
  const own = await deliverable(tx, { reach: reachOf(by.actor, 'delivery.manage') }, documentIds)
  if (own.length === 0) faults.push({ code: 'delivery-empty', field: 'documentIds' })
  if (faults.length > 0) return refused(...faults)

  const deliveryId = await insertDelivery(tx, by, unitId, facts, own)
  await recordSteps(tx, by, [{ about: 'delivery', aboutId: deliveryId, unitId, step: 'deliver', detail: { documents: own.length, to: point?.name ?? '' } }])
  return granted({ deliveryId, left: new Set(documentIds).size - own.length })
}

export async function strikeDelivery(tx: Tx, by: By, { deliveryId, reason }: { readonly deliveryId: string; readonly reason: string }): Promise<Ruling<void>> {
  const { rows } = await deliveries(tx, { reach: reachOf(by.actor, 'delivery.manage') }, { deliveryId }, { limit: 1, offset: 0 })
  const [delivery] = rows
  if (!delivery) return refused('delivery-not-found')
  if (delivery.struckAt !== null) return refused('already-struck')
  if (reason.trim() === '') return refused({ code: 'reason-missing', field: 'reason' })
  await saveStrike(tx, by, deliveryId, reason.trim())
  await recordSteps(tx, by, [{ about: 'delivery', aboutId: deliveryId, unitId: delivery.unitId, step: 'strike', reason: reason.trim() }])
  return granted(undefined)
}
