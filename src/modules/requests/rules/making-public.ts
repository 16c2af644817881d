// Whether an application proposes that its answer become public of the office's own accord, and why.
import { addDays, type Day } from '../../../kernel/day.ts'
import { refused, granted, type Ruling } from '../../../kernel/ruling.ts'
import { disclosing, proposalStates, proposalSteps, proposingLaw, type ProposalState } from '../law/making-public.ts'
import type { OutcomeName } from '../law/outcomes.ts'

export interface Ending {
  readonly outcome: OutcomeName | null
  /** Null while it is open: an outcome is a draft then. */
  readonly concludedOn: Day | null
}

export interface AskedAlike extends Ending {
  readonly applicantName: string
}

export interface Reasons {
  readonly grantedOn: Day | null
  /** Applications that ask for the like, itself among them. */
  readonly alike: number
}

const isGranted = ({ outcome, concludedOn }: Ending): boolean => concludedOn !== null && outcome !== null && disclosing.includes(outcome)
/** What was refused, or is public already, says nothing for disclosing it. */
const speaksFor = (one: Ending): boolean => one.concludedOn === null || isGranted(one)

/** `alike` without the application itself. */
export function whyPropose(own: AskedAlike & { readonly arrivedOn: Day }, alike: readonly AskedAlike[], today: Day): Reasons | undefined {
  if (!speaksFor(own) || (own.concludedOn ?? own.arrivedOn) < addDays(today, -proposingLaw.withinDays)) return undefined
  const all = [own, ...alike.filter(speaksFor)]
  const several = all.length >= proposingLaw.applications && new Set(all.map((one) => one.applicantName.trim())).size >= proposingLaw.applicants
  if (!isGranted(own) && !several) return undefined
  return { grantedOn: isGranted(own) ? own.concludedOn : null, alike: all.length }
}

const from: Readonly<Record<'accept' | 'decline', readonly ProposalState[]>> = { accept: ['open', 'declined'], decline: ['open'] }

export const mayDecide = (state: ProposalState, step: 'accept' | 'decline'): Ruling<void> =>
  from[step].includes(state)
    ? granted(undefined)
    : refused({ code: 'proposal-decided', article: proposingLaw.article, facts: { state: proposalStates[state].title, step: proposalSteps[step] } })
