// A person, a post or a leading group that somebody wants to change: found and theirs to change; or why not.
import type { Actor } from '../../../kernel/actor.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { may } from '../../access/index.ts'
import { leadingGroupById, memberById, type LeadingGroup, type Member } from './leading-groups.ts'
import { personById, type Person } from './people.ts'
import { postById, type Post } from './posts.ts'

type Closed = 'not-found' | 'not-allowed'

function judged<Thing>(actor: Actor, thing: Thing | undefined, unitIds: readonly string[]): Ruling<Thing, Closed> {
  const holds = (action: 'unit.read' | 'unit.manage'): boolean => unitIds.some((unitId) => may(actor, action, { unitId }).ok)
  if (thing === undefined || !holds('unit.read')) return refused('not-found')
  return holds('unit.manage') ? granted(thing) : refused('not-allowed')
}

/** Theirs to change where they manage one of the units in which the person has or had a post. */
export async function managedPerson(tx: Tx, actor: Actor, personId: string): Promise<Ruling<Person, Closed>> {
  const person = await personById(tx, personId)
  return judged(actor, person, person?.posts.map((post) => post.unitId) ?? [])
}

export async function managedPost(tx: Tx, actor: Actor, postId: string): Promise<Ruling<Post, Closed>> {
  const post = await postById(tx, postId)
  return judged(actor, post, post ? [post.unitId] : [])
}

export async function managedGroup(tx: Tx, actor: Actor, groupId: string): Promise<Ruling<LeadingGroup, Closed>> {
  const group = await leadingGroupById(tx, groupId)
  return judged(actor, group, group ? [group.unitId] : [])
}

export async function managedMember(tx: Tx, actor: Actor, memberId: string): Promise<Ruling<Member & { readonly group: LeadingGroup }, Closed>> {
  const member = await memberById(tx, memberId)
  return judged(actor, member, member ? [member.group.unitId] : [])
}
