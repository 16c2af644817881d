// How the outcome of an import looks.
import type { ReactNode } from 'react'
import { importOutcomes, type ImportOutcome } from '../../../src/modules/disclosure/law/import-formats.ts'
import { StateTag } from '../../ui/StateTag.tsx'
import type { Tone } from '../../theme.ts'

const tones: Readonly<Record<ImportOutcome, Tone>> = { draft: 'good', 'attachment-only': 'work', refused: 'bad' }

export function OutcomeTag(props: { readonly outcome: ImportOutcome }): ReactNode {
  return <StateTag title={importOutcomes[props.outcome].title} tone={tones[props.outcome]} />
}
