// What the portal puts into the inbox for this module.
export const applicationKind = 'application'
export const applicantStepKind = 'applicant-step'
