// Answers the office's questions about people, posts and the register of responsible persons.
import { csvOf } from '../../../kernel/csv.ts'
import { day } from '../../../kernel/day.ts'
import { granted } from '../../../kernel/ruling.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { may, reachOf } from '../../access/index.ts'
import { changePost } from '../actions/change-post.ts'
import { endPost } from '../actions/end-post.ts'
import { givePost } from '../actions/give-post.ts'
import { nameResponsiblePerson } from '../actions/name-responsible-person.ts'
import { putPerson, registerPerson } from '../actions/put-person.ts'
import { people } from '../queries/people.ts'
import { responsiblePeople } from '../queries/responsible-people.ts'
import { byOf, dayOr } from './by.ts'
import * as contracts from './contract.ts'

/** More people than any government of a county or city has in its register. */
const wholeList = 100_000

export const peopleRoutes: readonly OfficeRoute[] = [
  answer(contracts.getPeople, async ({ tx, actor, clock, query }) => {
    const { rows, total } = await people(tx, {
      ...query,
      reach: reachOf(actor, 'unit.read'),
      on: dayOr(query.asOf, clock.today()),
      limit: query.size,
      offset: (query.page - 1) * query.size,
    })
    const manages = (unitId: string): boolean => may(actor, 'unit.manage', { unitId }).ok
    return granted({ rows: rows.map((row) => ({ ...row, posts: [...row.posts], mayManage: row.posts.some((post) => manages(post.unitId)) })), total })
  }),

  answer(contracts.getPeopleCsv, async ({ tx, actor, clock, query }) => {
    const on = dayOr(query.asOf, clock.today())
    const { rows } = await people(tx, { ...query, sort: 'unit', reach: reachOf(actor, 'unit.read'), on, limit: wholeList, offset: 0 })
    const cells = rows.flatMap((row) =>
      row.posts.map((post) => [
        row.name,
        post.unitName,
        post.sectionName,
        post.title,
        post.isLeader,
        row.officePhone,
        row.email,
        post.validFrom,
        post.validUntil,
      ]),
    )
    const header = ['姓名', '机构', '内设机构', '职务', '领导职务', '办公电话', '电子邮箱', '任职日期', '免职日期']
    return granted({ mediaType: 'text/csv; charset=utf-8', name: `人员名单（${on}）.csv`, body: csvOf(header, cells) })
  }),

  answer(contracts.postPerson, async (call) => {
    const { post, ...person } = call.body
    const ruling = await registerPerson(call.tx, byOf(call), person, { ...post, validFrom: day(post.validFrom) })
    if (ruling.ok) call.audit({ objectKind: 'person', objectId: ruling.value.id, unitId: post.unitId, detail: { post: post.title } })
    return ruling
  }),

  answer(contracts.putPerson, async (call) => {
    call.audit({ objectKind: 'person', objectId: call.params.personId })
    return putPerson(call.tx, byOf(call), call.params.personId, call.body)
  }),

  answer(contracts.postPost, async (call) => {
    call.audit({ objectKind: 'person', objectId: call.params.personId, unitId: call.body.unitId, detail: { post: call.body.title } })
    return givePost(call.tx, byOf(call), call.params.personId, { ...call.body, validFrom: day(call.body.validFrom) })
  }),

  answer(contracts.putPost, async (call) => {
    call.audit({ objectKind: 'post', objectId: call.params.postId, detail: { post: call.body.title } })
    return changePost(call.tx, byOf(call), call.params.postId, { ...call.body, validFrom: day(call.body.validFrom) })
  }),

  answer(contracts.putPostEnd, async (call) => {
    call.audit({ objectKind: 'post', objectId: call.params.postId, detail: { lastDay: call.body.lastDay } })
    return endPost(call.tx, byOf(call), call.params.postId, day(call.body.lastDay))
  }),

  answer(contracts.getResponsiblePeople, async ({ tx, actor, clock, query }) => {
    return granted(
      await responsiblePeople(tx, {
        on: dayOr(query.asOf, clock.today()),
        reach: reachOf(actor, 'unit.read'),
        q: query.q,
        limit: query.size,
        offset: (query.page - 1) * query.size,
      }),
    )
  }),

  answer(contracts.getResponsiblePeopleCsv, async ({ tx, actor, clock, query }) => {
    const on = dayOr(query.asOf, clock.today())
    const { rows } = await responsiblePeople(tx, { on, reach: reachOf(actor, 'unit.read'), q: query.q })
    const cells = rows.map((row) => [row.unitName, row.personName, row.personTitle, row.contactName, row.contactPhone, row.validFrom])
    const header = ['机构', '第一责任人', '职务', '联系人', '联系电话', '起算日期']
    return granted({ mediaType: 'text/csv; charset=utf-8', name: `政务公开第一责任人名册（${on}）.csv`, body: csvOf(header, cells) })
  }),

  answer(contracts.putResponsiblePerson, async (call) => {
    call.audit({ objectKind: 'unit', objectId: call.params.unitId, unitId: call.params.unitId, detail: { responsiblePerson: call.body.personId } })
    return nameResponsiblePerson(call.tx, byOf(call), { ...call.body, unitId: call.params.unitId, validFrom: day(call.body.validFrom) })
  }),
]
