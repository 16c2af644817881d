// 公开主体 as written, understood as units or kinds of units.
import { lineOfKind } from '../../../law/lines.ts'
import type { UnitKind } from '../../organization/law/unit-kinds.ts'
import { lineOfEntry, type EntryKind } from '../law/entries.ts'

export interface UnitName {
  readonly id: string
  readonly kind: UnitKind
  readonly name: string
  readonly shortName: string
}

export interface Bodies {
  readonly unitIds: readonly string[]
  readonly unitKinds: readonly UnitKind[]
  /** Pieces that name no unit of the tree. */
  readonly unknown: readonly string[]
}

const kindsOf: readonly (readonly [RegExp, readonly UnitKind[]])[] = [
  [/^(各|有关|相关)?(镇|乡镇|乡|乡（镇）)(人民政府|政府)?$/, ['town']],
  [/^(各|有关)?街道(办事处|办)?$/, ['street']],
  [/^(各|有关)?(乡镇|镇)(人民政府|政府)?[（(、和及/]?街道(办事处|办)?[)）]?$/, ['town', 'street']],
  [/^(各|县级|县直|有关|相关|县直各|县政府各)*(部门|单位|主管部门|工作部门|审批部门)$/, ['department']],
  [/^各级行政机关$|^各行政机关$|^本机关$|^各(机关|单位)$/, ['government', 'department', 'town', 'street']],
  [/^(各)?村(民委员会|委会)?(（社区）|\(社区\))?$/, ['village', 'community']],
  [/^(县|区|市)?(级)?人民政府$/, ['government']],
  [/^(各|各级|本)?党的?(组织|机构)$|^各党委(（党组）|\(党组\)|、党组)?$/, ['party']],
]

const bare = (text: string): string => text.replaceAll(/\s/g, '')

export function bodiesOf(words: string, all: readonly UnitName[], catalogue: EntryKind): Bodies {
  const units = ofLine(all, catalogue)
  const whole = bare(words)
  const wholeKinds = kindsOf.find(([pattern]) => pattern.test(whole))?.[1]
  if (wholeKinds) return { unitIds: [], unitKinds: wholeKinds, unknown: [] }
  const unitIds = new Set<string>()
  const kinds = new Set<UnitKind>()
  const unknown: string[] = []
  for (const piece of whole.split(/[、,，;；/或]|以及|及(?=各|县|市|有关)/).filter(Boolean)) {
    const named =
      units.find((unit) => unit.kind !== 'section' && (unit.name === piece || unit.shortName === piece)) ??
      units.find((unit) => unit.kind !== 'section' && piece.length >= 3 && unit.name.endsWith(piece.replace(/^(县|市|区|本级)/, '')))
    const kind = kindsOf.find(([pattern]) => pattern.test(piece))?.[1]
    if (kind) for (const one of kind) kinds.add(one)
    else if (named) unitIds.add(named.id)
    else unknown.push(piece)
  }
  return { unitIds: [...unitIds], unitKinds: [...kinds], unknown }
}

interface Answerable {
  readonly kind: EntryKind
  readonly unitIds: readonly string[]
  readonly unitKinds: readonly string[]
}

/** Every unit that answers for an entry: those named, and those of the kinds named; none of the other line. */
export const answering = (units: readonly UnitName[], entry: Answerable): string[] =>
  ofLine(units, entry.kind)
    .filter((unit) => entry.unitIds.includes(unit.id) || entry.unitKinds.includes(unit.kind))
    .map((unit) => unit.id)

const ofLine = (units: readonly UnitName[], kind: EntryKind): readonly UnitName[] => units.filter((unit) => lineOfKind(unit.kind) === lineOfEntry(kind))

/** Named units that stand in the other line: an entry of the party names no agency, and none of the government an organ of the party. */
export const unitsOfOtherLine = (units: readonly UnitName[], entry: Pick<Answerable, 'kind' | 'unitIds'>): readonly UnitName[] =>
  units.filter((unit) => entry.unitIds.includes(unit.id) && lineOfKind(unit.kind) !== lineOfEntry(entry.kind))
