// What the routes of the forms that are sealed share: how often, how large, what was typed, and the units that can be chosen.
import { randomBytes } from 'node:crypto'
import { proofRules } from '../../modules/requests/law/online.ts'
import { onlineSentence } from '../../modules/requests/law/online-sentences.ts'
import { unitList, type UnitRow } from '../../modules/publication/queries/pages/units.ts'
import type { Refusal } from '../../kernel/ruling.ts'
import { lineOfKind } from '../../law/lines.ts'
import type { Desk } from '../desk.ts'
import { textOf } from '../form-input.ts'
import type { Fault } from '../pages/form-parts.ts'

/** Read somewhat beyond what is allowed, so that who chose a large photograph gets the page back with all that was typed. */
export const mostRead = 8 * proofRules.bytes

const minute = 60_000
export const perMinute = (max: number) => ({ config: { rateLimit: { max, timeWindow: minute } } })

/** Of one filling in: sent twice, it is the same one. */
export const secretOf = (body: unknown): string => {
  const given = textOf(body, 'secret')
  return /^[A-Za-z0-9_-]{43}$/.test(given) ? given : randomBytes(32).toString('base64url')
}

/** Line ends as one sign, so that a text is as long as its sender saw it. */
export const typedOf = <Field extends string>(fields: readonly Field[], body: unknown): Readonly<Record<Field, string>> =>
  Object.fromEntries(fields.map((field) => [field, textOf(body, field).replaceAll('\r\n', '\n')])) as Record<Field, string>

export const faultsOf = (refusals: readonly Refusal[]): Fault[] =>
  refusals.map(({ code, field, facts }) => ({ field: field ?? 'unitId', sentence: onlineSentence(code, facts) }))

export async function unitsOf(desk: Desk): Promise<UnitRow[]> {
  return (await unitList(desk.db)).filter((one) => one.validUntil === null && lineOfKind(one.kind) === 'government')
}

export const nameOf = (units: readonly UnitRow[], id: string): string => units.find((unit) => unit.id === id)?.name ?? ''
