// Who may do what, written down by hand, and the proof that lists and actions judge alike.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor, Grant, Place, Reach } from '../../../kernel/actor.ts'
import { actions, roles, type Action, type Role } from '../law/permissions.ts'
import { lender, may, mayAnywhere, reachOf } from './may.ts'

const [government, education, schools, exams, health] = ['government', 'education', 'schools', 'exams', 'health']
const reachOfUnit: Record<string, string[]> = {
  government: [government, education, schools, exams, health],
  education: [education, schools, exams],
  health: [health],
}

const grantOf = (role: Role, unitId: string, sectionId: string | null = null, onBehalfOf: string | null = null): Grant => ({
  role,
  unitId,
  sectionId,
  reach: reachOfUnit[unitId] ?? [unitId],
  onBehalfOf,
})
const actorWith = (...grants: Grant[]): Actor => ({ accountId: 'somebody', name: '某人', grants })

const actionWords = Object.keys(actions) as Action[]
const at = {
  ownSection: { unitId: education, sectionId: schools },
  otherSection: { unitId: education, sectionId: exams },
  unitItself: { unitId: education },
  otherUnit: { unitId: health },
  askedByOther: { unitId: health, askedUnitIds: [education] },
} as const satisfies Record<string, Place>

/** s own section, o other section of the unit, u the unit itself, x another unit, a another unit that asked ours. */
const letters = { s: at.ownSection, o: at.otherSection, u: at.unitItself, x: at.otherUnit, a: at.askedByOther } as const

// Columns: system, security, audit administrator, disclosure office of the government, then posts at the education bureau
// (in its section for basic schools: information officer, section head), secrecy reviewer, legal reviewer, leader in charge, main leader; inspector.
const matrix: Record<Action, string> = {
  'edition.read': '-     -     -     souxa s     s     sou   -     sou   sou   souxa',
  'edition.draft': '-     -     -     souxa s     s     -     -     -     -     -',
  'edition.submit': '-     -     -     souxa s     s     -     -     -     -     -',
  'edition.section-review': '-     -     -     -     -     s     -     -     -     -     -',
  'edition.secrecy-review': '-     -     -     -     -     -     sou   -     -     -     -',
  'edition.sign': '-     -     -     -     -     -     -     -     sou   sou   -',
  'edition.sign-important': '-     -     -     -     -     -     -     -     -     sou   -',
  'edition.confirm': '-     -     -     -     a     a     -     -     a     a     -',
  'edition.decide-confirmation': '-     -     -     souxa -     -     -     -     -     -     -',
  'edition.publish': '-     -     -     souxa -     -     -     -     sou   sou   -',
  'edition.withdraw': '-     -     -     souxa -     -     -     -     sou   sou   -',
  'edition.urge': '-     -     -     souxa s     s     -     -     sou   sou   -',
  'gate.waive-warning': '-     -     -     souxa s     s     sou   -     sou   sou   -',
  'gate.waive': '-     -     -     souxa -     s     sou   -     sou   sou   -',
  'gate.waive-personal': '-     -     -     -     -     -     sou   -     -     -     -',
  'gate.words': 'souxa -     -     souxa -     -     -     -     -     -     -',
  'import.run': '-     -     -     souxa s     -     -     -     -     -     -',
  'batch.approve': '-     -     -     souxa -     -     -     -     -     sou   -',
  'column.manage': '-     -     -     souxa -     -     -     -     -     -     -',
  'site.manage': 'souxa -     -     souxa -     -     -     -     -     -     -',
  'outgoing.manage': 'souxa -     -     -     -     -     -     -     -     -     -',
  'calendar.read': 'souxa -     -     souxa sou   sou   sou   sou   sou   sou   souxa',
  'calendar.manage': 'souxa -     -     souxa -     -     -     -     -     -     -',
  'unit.read': 'souxa souxa souxa souxa sou   sou   sou   sou   sou   sou   souxa',
  'unit.manage': 'souxa -     -     souxa -     -     -     -     -     -     -',
  'account.read': 'souxa souxa souxa -     -     -     -     -     -     -     souxa',
  'account.manage': 'souxa -     -     -     -     -     -     -     -     -     -',
  'grant.manage': '-     souxa -     -     -     -     -     -     -     -     -',
  'stand-in.manage': '-     souxa -     souxa -     -     -     -     -     -     -',
  'audit.read': '-     -     souxa -     -     -     -     -     -     -     souxa',
  'channel.read': '-     -     -     souxa sou   sou   -     -     sou   sou   souxa',
  'channel.enter': '-     -     -     souxa sou   -     -     -     -     -     -',
  'archive.export': '-     -     -     souxa -     -     -     -     sou   sou   souxa',
  'bulletin.manage': '-     -     -     souxa sou   -     -     -     -     -     -',
  'delivery.manage': '-     -     -     souxa sou   -     -     -     -     -     -',
  'catalogue.read': '-     -     -     souxa sou   sou   sou   -     sou   sou   souxa',
  'catalogue.manage': '-     -     -     souxa -     -     -     -     -     -     -',
  'duty.handle': '-     -     -     souxa s     s     -     -     -     -     -',
  'duty.assign': '-     -     -     souxa -     -     -     -     sou   sou   -',
  'duty.close': '-     -     -     -     -     -     -     -     sou   sou   -',
  'internal.read': '-     -     -     -     sou   sou   sou   sou   sou   sou   -',
  'request.read': '-     -     -     souxa s     s     sou   sou   sou   sou   souxa',
  'request.register': '-     -     -     souxa sou   -     -     -     -     -     -',
  'request.handle': '-     -     -     souxa s     s     -     -     -     -     -',
  'request.assign': '-     -     -     souxa -     -     -     -     sou   sou   -',
  'request.extend': '-     -     -     -     -     -     -     -     sou   sou   -',
  'request.review': '-     -     -     -     -     s     -     -     sou   sou   -',
  'request.secrecy-review': '-     -     -     -     -     -     sou   -     -     -     -',
  'request.legality-review': '-     -     -     -     -     -     -     sou   -     -     -',
  'request.sign': '-     -     -     -     -     -     -     -     sou   sou   -',
  'request.identity': '-     -     -     souxa s     s     -     -     -     -     -',
  'request.wording': '-     -     -     souxa -     -     -     -     -     -     -',
  'request.note': '-     -     -     souxa s     s     sou   sou   sou   sou   -',
  'request.internal-days': '-     -     -     souxa -     -     -     -     -     -     -',
  'request.legality-setting': '-     -     -     souxa -     -     -     -     -     -     -',
  'error-report.read': '-     -     -     souxa -     -     -     -     -     -     souxa',
  'error-report.answer': '-     -     -     souxa -     -     -     -     -     -     -',
  'report.check': '-     -     -     souxa sou   sou   -     sou   sou   sou   souxa',
  'report.citations': 'souxa -     -     souxa -     -     -     -     -     -     -',
  'report.read': '-     -     -     souxa sou   sou   -     -     sou   sou   souxa',
  'report.write': '-     -     -     souxa sou   -     -     -     -     -     -',
  'report.sign': '-     -     -     -     -     -     -     -     sou   sou   -',
  'report.round': '-     -     -     souxa -     -     -     -     -     -     -',
  'report.accept': '-     -     -     souxa -     -     -     -     -     -     -',
}

const columns: readonly [Role, Grant][] = [
  ['system-administrator', grantOf('system-administrator', government)],
  ['security-administrator', grantOf('security-administrator', government)],
  ['audit-administrator', grantOf('audit-administrator', government)],
  ['disclosure-office', grantOf('disclosure-office', government)],
  ['information-officer', grantOf('information-officer', education, schools)],
  ['section-head', grantOf('section-head', education, schools)],
  ['secrecy-reviewer', grantOf('secrecy-reviewer', education)],
  ['legal-reviewer', grantOf('legal-reviewer', education)],
  ['leader-in-charge', grantOf('leader-in-charge', education)],
  ['main-leader', grantOf('main-leader', education)],
  ['inspector', grantOf('inspector', government)],
]

describe('the permissions', () => {
  it('are written down here for every role', () => {
    expect(columns.map(([role]) => role)).toEqual(Object.keys(roles))
  })

  it.each(actionWords)('%s is allowed to these roles at these places, and to nobody else', (action) => {
    const expected = matrix[action].split(/\s+/)
    const found = columns.map(([, grant]) => {
      const open = Object.entries(letters).filter(([, place]) => may(actorWith(grant), action, place).ok)
      return open.map(([letter]) => letter).join('') || '-'
    })
    expect(found).toEqual(expected)
  })

  it('give no administrator anything to do with documents', () => {
    const open = columns
      .filter(([role]) => roles[role].administrator)
      .flatMap(([, grant]) => actionWords.filter((action) => /^(edition|import|batch|column)\./.test(action) && mayAnywhere(actorWith(grant), action)))
    expect(open).toEqual([])
  })

  it('keep the three rights apart', () => {
    const rights = ['account.manage', 'grant.manage', 'audit.read'] as const
    const held = columns.map(([role, grant]) => [role, rights.filter((action) => mayAnywhere(actorWith(grant), action)).join()])
    expect(held.filter(([, which]) => which !== '')).toEqual([
      ['system-administrator', 'account.manage'],
      ['security-administrator', 'grant.manage'],
      ['audit-administrator', 'audit.read'],
      ['inspector', 'audit.read'],
    ])
  })
})

describe('a grant that allows', () => {
  it('is the actor’s own before one stood in for', () => {
    const [lent, own] = [grantOf('leader-in-charge', education, null, 'absent'), grantOf('main-leader', education)]
    const actor = actorWith(lent, own)
    expect(may(actor, 'edition.sign', at.unitItself)).toEqual({ ok: true, value: own })
    expect(may(actorWith(lent), 'edition.sign', at.unitItself)).toEqual({ ok: true, value: lent })
  })

  it('is known to be lent where the actor has none of their own, from one absent person', () => {
    const lentBy = (who: string) => grantOf('leader-in-charge', education, null, who)
    expect(lender(actorWith(lentBy('a'), grantOf('section-head', education)), 'edition.sign')).toBe('a')
    expect(lender(actorWith(lentBy('a'), grantOf('main-leader', education)), 'edition.sign')).toBeNull()
    expect(lender(actorWith(lentBy('a'), lentBy('b')), 'edition.sign')).toBeNull()
    expect(lender(actorWith(grantOf('section-head', education)), 'edition.sign')).toBeNull()
  })

  it('of a whole unit covers all its sections, one of a section covers that alone', () => {
    expect(may(actorWith(grantOf('section-head', education)), 'edition.section-review', at.otherSection).ok).toBe(true)
    expect(may(actorWith(grantOf('section-head', education, schools)), 'edition.section-review', at.otherSection)).toMatchObject({
      refusals: [{ code: 'not-allowed' }],
    })
  })
})

/** What a query does with a reach. */
function within(reach: Reach, place: Place): boolean {
  const section = place.sectionId ?? null
  return (
    reach.everywhere ||
    reach.unitIds.includes(place.unitId) ||
    (section !== null && reach.sectionIds.includes(section)) ||
    (place.askedUnitIds ?? []).some((unitId) => reach.askedUnitIds.includes(unitId))
  )
}

describe('a list', () => {
  const sectionsOf: Record<string, string[]> = { education: [schools, exams] }
  const somewhere = fc
    .constantFrom(government, education, health)
    .chain((unitId) => fc.record({ unitId: fc.constant(unitId), sectionId: fc.constantFrom(null, ...(sectionsOf[unitId] ?? [])) }))
  const grants = fc.array(
    fc
      .record({ role: fc.constantFrom(...(Object.keys(roles) as Role[])), place: somewhere, lent: fc.boolean() })
      .map(({ role, place, lent }) => grantOf(role, place.unitId, place.sectionId, lent ? 'absent' : null)),
    { maxLength: 4 },
  )
  const places = fc.record({ place: somewhere, askedUnitIds: fc.uniqueArray(fc.constantFrom(government, education, health), { maxLength: 2 }) })

  it('holds exactly what the action allows, for any posts, any action and any place', () => {
    fc.assert(
      fc.property(grants, fc.constantFrom(...actionWords), places, (held, action, { place, askedUnitIds }) => {
        const actor = actorWith(...held)
        const there: Place = { ...place, askedUnitIds }
        expect(within(reachOf(actor, action), there)).toBe(may(actor, action, there).ok)
        expect(mayAnywhere(actor, action) || !may(actor, action, there).ok).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
