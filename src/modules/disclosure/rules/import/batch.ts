// May this person take this step with a historic batch? Every reason against it at once.
import type { Grant } from '../../../../kernel/actor.ts'
import type { Day } from '../../../../kernel/day.ts'
import { granted, refused, type Refusal, type Ruling } from '../../../../kernel/ruling.ts'
import { batchStates, batchSteps, type BatchNeed, type BatchState, type BatchStepName } from '../../law/historic-batch.ts'
import type { EditionContent } from '../content.ts'
import type { Hand } from '../facts.ts'
import { metadataFindings } from '../metadata.ts'
import { holdersOf } from '../take-step.ts'

export interface BatchFacts {
  readonly state: BatchState
  readonly documents: number
  readonly incomplete: number
  readonly makerIds: readonly string[]
  readonly secrecyById: string | null
}

const needs: Readonly<Record<BatchNeed, (facts: BatchFacts, hands: readonly string[], opinion: string | undefined) => Refusal | false>> = {
  'has-documents': ({ documents }) => documents === 0 && { code: 'batch-without-documents' },
  'documents-complete': ({ incomplete }) => incomplete > 0 && { code: 'batch-incomplete', facts: { count: incomplete } },
  'not-creator': ({ makerIds }, hands) => hands.some((one) => makerIds.includes(one)) && { code: 'batch-own', article: 'ogi-2019/17' },
  'signed-once': ({ secrecyById }, hands) => secrecyById !== null && hands.includes(secrecyById) && { code: 'batch-signed-before', article: 'ogi-2019/17' },
  'not-yet-reviewed': ({ secrecyById }) => secrecyById !== null && { code: 'batch-reviewed' },
  'secrecy-passed': ({ secrecyById }) => secrecyById === null && { code: 'batch-secrecy-missing', article: 'secrecy-rules-2024/42' },
  'reason-given': (_, __, opinion) => opinion !== undefined && opinion.trim() === '' && { code: 'batch-reason-missing', field: 'opinion' },
}

/** `opinion` is left out where only the buttons are asked for. */
export function takeBatchStep(name: BatchStepName, facts: BatchFacts, by: Hand, opinion?: string): Ruling<{ grant: Grant; to: BatchState }> {
  const step = batchSteps[name]
  const refusals: Refusal[] = []
  const wanted: readonly BatchState[] = step.from
  if (!wanted.includes(facts.state))
    refusals.push({ code: 'batch-wrong-state', article: step.article, facts: { state: batchStates[facts.state].title, step: step.title } })
  const grant = by.grantFor(step.action)
  if (!grant) refusals.push({ code: 'batch-not-yours', article: step.article, facts: { step: step.title, who: holdersOf(step.action) } })
  else {
    const hands = grant.onBehalfOf === null ? [by.accountId] : [by.accountId, grant.onBehalfOf]
    for (const need of step.needs) {
      const refusal = needs[need](facts, hands, opinion)
      if (refusal) refusals.push(refusal)
    }
  }
  return grant && refusals.length === 0 ? granted({ grant, to: step.to }) : refused(...refusals)
}

export interface BatchDocument {
  readonly documentId: string
  readonly content: EditionContent
  readonly attachments: number
  readonly originalPublishedOn: Day | null
}

/** What keeps a document of old stock from going out. */
export function documentFindings({ documentId, content, attachments, originalPublishedOn }: BatchDocument, today: Day): Refusal[] {
  const own: (Refusal | false)[] = [
    originalPublishedOn === null && { code: 'original-day-missing', field: 'originalPublishedOn' },
    originalPublishedOn !== null && originalPublishedOn > today && { code: 'original-day-ahead', field: 'originalPublishedOn' },
    content.disclosureMode !== 'proactive' && { code: 'not-for-publication', field: 'disclosureMode' },
  ]
  return [...own.filter((one) => one !== false), ...metadataFindings({ content, today, revises: false, historic: true, attachments, documentId })]
}
