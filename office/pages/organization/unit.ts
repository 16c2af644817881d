// A unit as its sheet and the parts of the sheet read it.
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import type { getUnit } from '../../../src/modules/organization/http/contract.ts'

export type Unit = AnswerOf<typeof getUnit>
