// May this file prove an entry? By its size and by what its content proves to be, whatever its name says.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import { evidenceTypes, mostEvidence, type EvidenceProof } from '../law/evidence-types.ts'

const isProof = (proof: string | undefined): proof is EvidenceProof => proof !== undefined && Object.hasOwn(evidenceTypes, proof)

export function checkEvidence(
  { name, bytes, proof }: { readonly name: string; readonly bytes: number; readonly proof: string | undefined },
  there: number,
): Ruling<{ readonly mediaType: string }, 'evidence-empty' | 'evidence-type' | 'evidence-too-large' | 'evidence-too-many'> {
  if (there >= mostEvidence) return refused({ code: 'evidence-too-many', facts: { name, limit: mostEvidence } })
  if (bytes === 0) return refused({ code: 'evidence-empty', facts: { name } })
  if (!isProof(proof)) return refused({ code: 'evidence-type', facts: { name } })
  const type = evidenceTypes[proof]
  if (bytes > type.largestBytes) return refused({ code: 'evidence-too-large', facts: { name, limit: `${type.largestBytes / 1024 / 1024}MB` } })
  return granted({ mediaType: type.mediaType })
}
