// The list of detectors: a further check is a further row here, with its findings in `law/kinds.ts` and its sentences.
import type { FindingCode } from '../../law/kinds.ts'
import type { Hit, Subject } from '../subject.ts'
import { homeAddresses } from './addresses.ts'
import { dates } from './dates.ts'
import { documentNumbers } from './document-numbers.ts'
import { leaderTitles } from './leaders.ts'
import { links, metadata, pictures } from './parts.ts'
import { bankCards, identityNumbers, mobileNumbers, unifiedCodes } from './personal.ts'
import { sentenceSums, tableSums } from './sums.ts'
import { foreignUnits } from './units.ts'
import { placeholders, wrongWords } from './wording.ts'

type Detector = (subject: Subject) => Iterable<Hit<FindingCode>>

/** In the order in which a reader wants them: what must be there, what must not go out, what is wrong. */
export const detectors: readonly Detector[] = [
  metadata,
  identityNumbers,
  mobileNumbers,
  bankCards,
  homeAddresses,
  unifiedCodes,
  placeholders,
  wrongWords,
  foreignUnits,
  leaderTitles,
  dates,
  documentNumbers,
  tableSums,
  sentenceSums,
  links,
  pictures,
]
