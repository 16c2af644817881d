// What the portal puts into the inbox for this module.
export const applicationKind = 'application'
export const applicantStepKind = 'applicant-step'
export const recordCorrectionKind = 'record-correction'

/** What a letter of a citizen is bound to. */
export const letterPurpose = (kind: string, id: string): string => `${kind} ${id}`
