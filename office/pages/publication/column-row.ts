// A column as the tree and its sheet read it.
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import type { listColumns } from '../../../src/modules/publication/http/contract.ts'

export type ColumnRow = AnswerOf<typeof listColumns>['rows'][number]
