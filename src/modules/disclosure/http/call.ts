// What the routes of editions take from a call: who acts and when, the page of a list, what was filled in for a step.
import type { Actor } from '../../../kernel/actor.ts'
import type { Clock } from '../../../kernel/clock.ts'
import { day } from '../../../kernel/day.ts'
import type { By } from '../../access/index.ts'
import { blankContent, type TypedContent } from '../rules/content.ts'
import type { StepInput } from '../rules/facts.ts'
import type { EditionContent, StepDetail } from './contract.ts'

export const byOf = (call: { readonly actor: Actor; readonly clock: Clock }): By => ({ actor: call.actor, at: call.clock.now(), today: call.clock.today() })

export const sliceOf = ({ page, size }: { readonly page: number; readonly size: number }) => ({ limit: size, offset: (page - 1) * size })

/** An export holds no more than this; whoever needs more narrows the filter. */
export const wholeList = { limit: 50_000, offset: 0 }

export function inputOf({ opinion, detail }: { readonly opinion: string; readonly detail: StepDetail }): StepInput {
  const { time, ...rest } = detail
  return { ...rest, opinion, time: time === undefined ? undefined : new Date(time) }
}

type Dated = Pick<TypedContent, 'draftedOn' | 'effectiveOn' | 'expiresOn'>

const dayOrNull = (text: string | null): TypedContent['draftedOn'] => (text === null ? null : day(text))

/** What was typed, its days proved to be days. */
export function typedOf(content: EditionContent): TypedContent {
  const dated: Dated = { draftedOn: dayOrNull(content.draftedOn), effectiveOn: dayOrNull(content.effectiveOn), expiresOn: dayOrNull(content.expiresOn) }
  return { ...content, ...dated }
}

/** The same where most is left out: what is missing begins blank. */
export const draftOf = (content: { readonly [Field in keyof EditionContent]?: EditionContent[Field] | undefined }): TypedContent => {
  const given = Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined))
  return typedOf({ ...blankContent, ...given } as EditionContent)
}
