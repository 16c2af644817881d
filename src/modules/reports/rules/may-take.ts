// Whether somebody may take a step with a report now: the one guard behind the action and the buttons.
import type { Grant } from '../../../kernel/actor.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import { reportStates, type ReportState } from '../law/states.ts'
import { reportSteps, type ReportStep, type ReportStepName } from '../law/steps.ts'
import { needs, type StepFacts } from './needs.ts'

/** The rows under their common shape. */
export const stepRows: Readonly<Record<ReportStepName, ReportStep>> = reportSteps

export interface Asker {
  /** The right of the step, at the unit that reports or at the office that collects. */
  readonly grantFor: (step: ReportStep) => Grant | undefined
  /** A closed round is at rest. */
  readonly closed: boolean
}

/** `beforehand`: what the form of the step asks is not judged yet. */
export function mayTake(name: ReportStepName, facts: StepFacts, { grantFor, closed }: Asker, beforehand = false): Ruling<{ to: ReportState; grant: Grant }> {
  const step = stepRows[name]
  const { state } = facts.sheet
  if (closed) return refused('report-round-closed')
  if (!step.from.includes(state)) return refused({ code: 'report-wrong-state', facts: { step: step.title, state: reportStates[state].title } })
  const grant = grantFor(step)
  if (!grant) return refused({ code: step.by === 'collector' ? 'report-not-collector' : 'report-not-yours', facts: { step: step.title } })
  const refusals = step.needs
    .map((need) => needs[need])
    .filter(({ asked }) => !beforehand || !asked)
    .flatMap(({ check }) => check(facts))
  return refusals.length > 0 ? refused(...refusals) : granted({ to: step.to, grant })
}

/** Cells and text can be changed. */
export const editable = (state: ReportState): boolean => state === 'preparing' || state === 'returned'
