// The draft that an application proposes: title and content from the answer, and nothing that tells of a person.
import type { GivenOutcome } from './facts.ts'

export interface Passage {
  readonly text: string
  /** 公民身份号码, 个人电话, … */
  readonly what: string
  readonly line: number
}

/** The detectors of the gate; handed in, because rules know no other module. */
export type FindPersonal = (lines: readonly string[]) => readonly Passage[]

export interface DraftWords {
  readonly title: string
  readonly summary: string
  /** One paragraph a line. */
  readonly text: string
}

export interface ProposedDraft extends DraftWords {
  /** What was left out, in words. */
  readonly leftOut: readonly string[]
}

/** Who must not be named: the applicant. A single character is no name. */
const namesOf = (names: readonly string[]): string[] => names.map((name) => name.trim()).filter((name) => name.length > 1)

/** What of a person stands in the words; empty where nothing does. */
export function personalIn(words: readonly string[], names: readonly string[], find: FindPersonal): string[] {
  const lines = words.flatMap((text) => text.split('\n'))
  const named = namesOf(names).some((name) => lines.some((line) => line.includes(name)))
  return [...new Set([...find(lines).map(({ what }) => what), ...(named ? ['申请人的姓名或者名称'] : [])])]
}

const gap = '（略）'

function masked(text: string, names: readonly string[], find: FindPersonal): string {
  const passages = find(text.split('\n')).map((one) => one.text)
  // the longest first, so that no part of a number is left beside its gap
  return [...passages, ...namesOf(names)].toSorted((a, b) => b.length - a.length).reduce((rest, one) => rest.replaceAll(one, gap), text)
}

export interface ProposingCase {
  readonly subject: string
  readonly description: string
  readonly applicantName: string
  readonly outcome: GivenOutcome | null
}

/** The applicant's own description becomes the summary where it is clean, and is left out as a whole where it is not; the answer's words are masked. */
export function proposedDraft({ subject, description, applicantName, outcome }: ProposingCase, find: FindPersonal): ProposedDraft {
  const names = [applicantName]
  const given = outcome ? [outcome.facts['provided-part'], outcome.facts.provided].filter((text) => text !== undefined) : []
  const inDescription = personalIn([description], names, find)
  return {
    title: masked(subject, names, find),
    summary: inDescription.length > 0 ? '' : description,
    text: given.map((text) => masked(text, names, find)).join('\n'),
    leftOut: [...new Set([...personalIn([subject, ...given], names, find), ...inDescription])],
  }
}
