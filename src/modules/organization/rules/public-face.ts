// What the public sees of a unit (ogi-2019/20 item 2): made from the unit, its posts, its leading group and its responsible person.
import type { Day } from '../../../kernel/day.ts'
import { seats, type Seat } from '../law/seats.ts'
import { inheritedFrontCode } from './codes.ts'
import { isInForce, type Unit } from './unit.ts'

interface FacePost {
  readonly personName: string
  readonly title: string
  readonly isLeader: boolean
  readonly duties: string
}

interface FaceGroup {
  readonly name: string
  readonly officeSection: string
  readonly members: readonly { readonly personName: string; readonly seat: Seat; readonly postTitle: string }[]
}

export interface FaceParts {
  readonly unit: Unit
  readonly units: readonly Unit[]
  /** In the order of rank. */
  readonly posts: readonly FacePost[]
  readonly group: FaceGroup | undefined
  readonly responsible:
    | { readonly personName: string; readonly personTitle: string; readonly contactName: string | null; readonly contactPhone: string }
    | undefined
  readonly successorId: string | null
  readonly on: Day
}

export function publicFace({ unit, units, posts, group, responsible, successorId, on }: FaceParts) {
  const sections = units.filter((one) => one.kind === 'section' && one.parentId === unit.id && isInForce(one, on))
  return {
    id: unit.id,
    parentId: unit.parentId,
    kind: unit.kind,
    name: unit.name,
    shortName: unit.shortName,
    slug: unit.slug,
    frontCode: inheritedFrontCode(unit.id, units),
    position: unit.position,
    emptyColumns: unit.emptyColumns,
    successorId,
    validUntil: unit.validUntil,
    profile: {
      duties: unit.duties,
      address: unit.address,
      postcode: unit.postcode,
      hours: unit.officeHours,
      telephone: unit.phone,
      fax: unit.fax,
      email: unit.email,
      sections: sections.map((section) => ({ name: section.name, duties: section.duties, telephone: section.phone })),
      leaders: posts.filter((post) => post.isLeader).map((post) => ({ name: post.personName, post: post.title, duties: post.duties })),
      responsiblePerson: responsible
        ? { name: responsible.personName, post: responsible.personTitle, contact: responsible.contactName ?? '', telephone: responsible.contactPhone }
        : null,
      leadingGroup: group ? faceOfGroup(group, unit.phone) : null,
    },
  }
}

function faceOfGroup(group: FaceGroup, telephone: string) {
  const head = group.members.find((member) => member.seat === 'office-head')
  return {
    name: group.name,
    members: group.members
      .filter((member) => !seats[member.seat].office)
      .map((member) => ({ role: seats[member.seat].title, name: member.personName, post: member.postTitle })),
    office: group.officeSection === '' && !head ? null : { name: group.officeSection, head: head?.personName ?? '', telephone },
  }
}
