// 青政办发〔2026〕12号, 青政办发[2026]012号 and 青政辦發（2026）第12號 are one number: what exact search compares.
import { documentNumberKey, normalDocumentNumber } from '../../../kernel/document-number.ts'
import { fold } from '../../../platform/chinese/folding.ts'

/** The number in the form of the standard, folded first, so that every shape of bracket is read. */
export const standardNumber = (written: string): string =>
  normalDocumentNumber(
    fold(written)
      .replace(/\((?=(?:19|20)\d{2}\))/, '〔')
      .replace(/(?<=〔\d{4})\)/, '〕'),
  )

/** The folded key of a document number; null where there is none. */
export function exactNumberKey(written: string | null): string | null {
  if (written === null) return null
  const key = documentNumberKey(
    normalDocumentNumber(
      fold(written)
        .replace(/\((?=(?:19|20)\d{2}\))/, '〔')
        .replace(/(?<=〔\d{4})\)/, '〕'),
    ),
  )
  return key === '' ? null : key
}

const shape =
  /[\p{Script=Han}A-Za-z·]{2,30}?\s*[〔【［[（(]\s*(?:19|20)\d{2}\s*[〕】］\]）)]\s*第?\s*\d{1,6}\s*[号號]?|[\p{Script=Han}]{1,12}令\s*第?\s*\d{1,5}\s*[号號]/u

/** The part of a question that is a document number, if any. */
export function documentNumberIn(question: string): string | undefined {
  return shape.exec(question)?.[0].trim()
}
