// Looks at what asks to go out: text and files, against all that the office knows, with what was let stand.
import type { Refusal } from '../../../kernel/ruling.ts'
import { dayAt } from '../../../platform/clock/clock.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { PublicItem } from '../../publication/index.ts'
import { fileInspections } from '../queries/file-inspections.ts'
import { openSurroundings, type SurroundingsOf } from '../queries/surroundings.ts'
import { waiversOf, type Waiver } from '../queries/waivers.ts'
import { assess } from '../rules/assess.ts'
import { fileFindings } from '../rules/files/file-findings.ts'
import { asRefusals, inHistoric, ofFile, ofText, stands, type GateFinding } from '../rules/standing.ts'
import { subjectOf, type ItemText } from '../rules/subject-of.ts'

/** Of one file; more than this is no text that anybody reads. */
const mostLetters = 2_000_000

/** All of China keeps one time. */
const legalTimeZone = 'Asia/Shanghai'

export interface ReleaseFacts {
  readonly editionId: string
  /** Somebody has signed the secrecy review, with basis and conclusion; `not-asked` before that can be. */
  readonly secrecyReviewed: boolean | 'not-asked'
}

export interface Seen {
  readonly findings: readonly GateFinding[]
  readonly waivers: readonly Waiver[]
  /** Those that stand against release. */
  readonly standing: readonly GateFinding[]
}

async function ofFiles(tx: Tx, item: PublicItem): Promise<{ findings: GateFinding[]; texts: ItemText['attachments'] }> {
  if (item.attachments.length === 0) return { findings: [], texts: [] }
  const inspections = await fileInspections(
    tx,
    item.attachments.map(({ sha256 }) => sha256),
    { texts: true },
  )
  return {
    findings: item.attachments.flatMap((file) => fileFindings(file.name, inspections.get(file.sha256)).map((found) => ofFile(file, found))),
    texts: item.attachments.map(({ id, name, sha256, text }) => {
      const inspection = inspections.get(sha256)
      const inspected = inspection?.texts ?? []
      return {
        id,
        name,
        tables: inspection?.tables ?? [],
        text:
          inspected.length === 0
            ? text
            : inspected
                .map((one) => one.text)
                .join('\n')
                .slice(0, mostLetters),
      }
    }),
  }
}

const secrecyMissing = (): GateFinding =>
  ofText({
    code: 'secrecy-unreviewed',
    kind: 'secrecy',
    severity: 'error',
    personal: false,
    field: 'secrecy',
    place: '',
    match: '',
    nth: 0,
    excerpt: '',
    article: 'secrecy-rules-2024/42',
    suggestion: null,
    masked: null,
    facts: {},
    fingerprint: 'secrecy-unreviewed',
  })

/** What was asked already, for many at once. */
export interface Known {
  readonly waivers: readonly Waiver[]
  readonly surroundings: SurroundingsOf
}

export async function look(tx: Tx, item: PublicItem, { editionId, secrecyReviewed }: ReleaseFacts, at: Date, known?: Known): Promise<Seen> {
  const files = await ofFiles(tx, item)
  const { unitId, unitName, bodyHtml: html } = item
  const { surroundings, masks } = await (known?.surroundings ?? openSurroundings(tx))({
    unitId,
    unitName,
    day: item.draftedOn ?? dayAt(at, legalTimeZone),
    html,
  })
  const texts = assess(subjectOf({ ...item, attachments: files.texts }, surroundings), masks).map(ofText)
  const all = [...texts, ...files.findings, ...(secrecyReviewed === false ? [secrecyMissing()] : [])]
  const findings = item.historic ? all.map(inHistoric) : all
  const waivers = known?.waivers ?? (await waiversOf(tx, editionId))
  const waived = new Set(waivers.filter(({ revokedAt }) => revokedAt === null).map(({ fingerprint }) => fingerprint))
  return { findings, waivers, standing: findings.filter((finding) => stands(finding, waived)) }
}

/** All reasons against letting it out, as a step is refused with them. */
export async function reasonsAgainstRelease(tx: Tx, item: PublicItem, facts: ReleaseFacts, at: Date): Promise<Refusal[]> {
  return asRefusals((await look(tx, item, facts, at)).standing)
}
