// What the guards of every course of steps ask alike: words, days, the way of service; and what of a form is kept.
import type { Day } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/ruling.ts'
import { serviceWays, type ServiceWayName } from '../law/service.ts'

export const when = (wrong: boolean, refusal: Refusal | string): readonly Refusal[] =>
  wrong ? [typeof refusal === 'string' ? { code: refusal } : refusal] : []

export const missing = (text: string | undefined): boolean => (text ?? '').trim().length < 2

/** Neither ahead of today nor before what it follows upon. */
export function dayFaults(day: Day | undefined, first: Day, today: Day): readonly Refusal[] {
  if (day === undefined) return [{ code: 'day-missing', field: 'day' }]
  return [...when(day > today, { code: 'day-ahead', field: 'day' }), ...when(day < first, { code: 'day-early', field: 'day', facts: { first } })]
}

/** How something reached the person. */
export interface GivenService {
  readonly way: ServiceWayName
  readonly proof: string
  readonly consent: boolean
}

/** Electronic service counts only where the person agreed: before, or as the office says now. */
export function serviceFaults(service: GivenService | undefined, agreed: boolean): readonly Refusal[] {
  if (!service) return [{ code: 'service-missing', field: 'service' }]
  const way = serviceWays[service.way]
  return [
    ...when(missing(service.proof), { code: 'proof-missing', field: 'service.proof', facts: { proof: way.proof } }),
    ...when('consent' in way && !service.consent && !agreed, { code: 'consent-missing', field: 'service.consent', article: way.article }),
  ]
}

/** Of what was sent with a step only what its form asks for is kept. */
export function keepAsked<Input extends { readonly text: string }>(asks: readonly (keyof Input & string)[], typed: Input): Input {
  const kept: Partial<Record<keyof Input, unknown>> = {}
  for (const ask of asks) if (ask !== 'text' && typed[ask] !== undefined) kept[ask] = typed[ask]
  return { ...(kept as Partial<Input>), text: asks.includes('text') ? typed.text.trim() : '' } as Input
}
