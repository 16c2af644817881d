// Files of an application (ogi-2019/36, 37): how large and how many they may be, which can be redacted here, and until when it may change what goes out with the answer.
import type { State } from './states.ts'

export const fileBounds = { bytes: 20 * 1024 * 1024, files: 100, declaration: 500 } as const

/** Endings of the kinds that the redaction knows. */
export const redactableEndings: readonly string[] = ['txt', 'csv', 'docx', 'pdf']

export const redactionBounds = { marks: 500, texts: 200, textLength: 200 } as const

/** What those who review and sign have seen is what is served: from the draft of the answer on nothing is added or taken away. */
export const enclosingStates: readonly State[] = ['registered', 'in-progress', 'correction-asked', 'reasons-asked', 'fee-notified', 'consulting']

/** What was served stays as it was. */
export const servedStates: readonly State[] = ['served', 'closed', 'archived']
