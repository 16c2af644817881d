// What the office may ask about units and people. Read by the server, the OpenAPI page and the browser.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'
import {
  day,
  historyRow,
  id,
  leadingGroup,
  longText,
  page,
  person,
  post,
  postFields,
  responsiblePerson,
  seat,
  successionKind,
  text,
  unitFields,
  unitKind,
  unitNode,
  warning,
} from './shapes.ts'

const unitParams = z.object({ unitId: id })

/** Units and sections as they stood on `asOf` (today where it is left out), a flat list with parents. */
export const getUnits = contract({
  method: 'GET',
  path: '/units',
  title: '机构树（可查看某一天的状况）',
  may: 'unit.read',
  query: z.object({ asOf: day.optional(), ended: z.stringbool().default(false) }),
  answer: z.object({ asOf: day, rows: z.array(unitNode), total: z.number() }),
})

/** All units in force, by name: for pickers (会签 units, columns, filters). Public facts, so for every signed-in person. */
export const getUnitNames = contract({
  method: 'GET',
  path: '/unit-names',
  title: '现有机构名称（供选择）',
  may: 'signed-in',
  query: z.object({ q: text.optional() }),
  answer: z.object({ rows: z.array(z.object({ id, parentId: id.nullable(), kind: unitKind, name: z.string(), shortName: z.string() })), total: z.number() }),
})

export const getUnitsCsv = contract({
  method: 'GET',
  path: '/units.csv',
  title: '导出机构名录',
  may: 'unit.read',
  query: z.object({ asOf: day.optional(), ended: z.stringbool().default(false) }),
  answer: 'file',
})

export const getUnit = contract({
  method: 'GET',
  path: '/units/:unitId',
  title: '机构详情',
  may: 'unit.read',
  params: unitParams,
  query: z.object({ asOf: day.optional() }),
  answer: z.object({
    id,
    parentId: id.nullable(),
    parentName: z.string().nullable(),
    kind: unitKind,
    ...unitFields,
    shortName: z.string(),
    organizationCode: z.string().nullable(),
    creditCode: z.string().nullable(),
    frontCode: z.string(),
    validFrom: day,
    validUntil: day.nullable(),
    version: z.number(),
    mayManage: z.boolean(),
    warnings: z.array(warning),
    formerNames: z.array(z.object({ name: z.string(), parentName: z.string().nullable(), validFrom: day, validUntil: day })),
    successors: z.array(z.object({ unitId: id, name: z.string(), kind: successionKind, happenedOn: day, note: z.string() })),
    predecessors: z.array(z.object({ unitId: id, name: z.string(), kind: successionKind, happenedOn: day, note: z.string() })),
    posts: z.array(post),
    leadingGroups: z.array(leadingGroup),
    responsiblePerson: responsiblePerson.nullable(),
  }),
})

export const postUnit = contract({
  method: 'POST',
  path: '/units',
  title: '新设机构',
  may: 'unit.manage',
  body: z.object({ kind: unitKind, parentId: id.nullable(), ...unitFields, validFrom: day }),
  answer: z.object({ id, version: z.number(), warnings: z.array(warning) }),
})

/** A new name or parent counts from `changedOn`; before that day the old one stays in the "as of" view. */
export const putUnit = contract({
  method: 'PUT',
  path: '/units/:unitId',
  title: '变更机构信息',
  may: 'unit.manage',
  params: unitParams,
  body: z.object({ version: z.number().int(), parentId: id.nullable(), ...unitFields, changedOn: day.optional() }),
  answer: z.object({ id, version: z.number(), warnings: z.array(warning) }),
})

export const putUnitEnd = contract({
  method: 'PUT',
  path: '/units/:unitId/end',
  title: '撤并机构',
  may: 'unit.manage',
  params: unitParams,
  body: z.object({
    version: z.number().int(),
    kind: successionKind,
    /** Last day of the unit. */
    lastDay: day,
    successorIds: z.array(id).max(20).default([]),
    note: longText.default(''),
    /** With one successor: posts, sections and sub-units go over to it. */
    handOver: z.boolean().default(true),
  }),
  answer: z.object({ id, version: z.number() }),
})

export const getUnitHistory = contract({
  method: 'GET',
  path: '/units/:unitId/history',
  title: '机构变更记录',
  may: 'unit.read',
  params: unitParams,
  query: z.object({ ...page }),
  answer: z.object({ rows: z.array(historyRow), total: z.number() }),
})

const peopleFilters = { unitId: id.optional(), q: text.optional(), asOf: day.optional(), former: z.stringbool().default(false) }

export const getPeople = contract({
  method: 'GET',
  path: '/people',
  title: '人员名单',
  may: 'unit.read',
  query: z.object({ ...page, ...peopleFilters, sort: z.enum(['name', '-name', 'unit', '-unit']).default('unit') }),
  answer: z.object({ rows: z.array(person), total: z.number() }),
})

export const getPeopleCsv = contract({
  method: 'GET',
  path: '/people.csv',
  title: '导出人员名单',
  may: 'unit.read',
  query: z.object({ ...peopleFilters }),
  answer: 'file',
})

const personFields = { name: text.min(1).max(40), accountId: id.nullable().default(null), officePhone: text.default(''), email: text.default('') }

/** A person comes with a first post: nobody stands in the register without a place. */
export const postPerson = contract({
  method: 'POST',
  path: '/people',
  title: '登记人员',
  may: 'unit.manage',
  body: z.object({ ...personFields, post: z.object(postFields) }),
  answer: z.object({ id, postId: id }),
})

export const putPerson = contract({
  method: 'PUT',
  path: '/people/:personId',
  title: '变更人员信息',
  may: 'unit.manage',
  params: z.object({ personId: id }),
  body: z.object({ ...personFields }),
  answer: z.object({ id }),
})

export const postPost = contract({
  method: 'POST',
  path: '/people/:personId/posts',
  title: '任职',
  may: 'unit.manage',
  params: z.object({ personId: id }),
  body: z.object({ ...postFields }),
  answer: z.object({ id }),
})

export const putPost = contract({
  method: 'PUT',
  path: '/posts/:postId',
  title: '变更职务信息',
  may: 'unit.manage',
  params: z.object({ postId: id }),
  body: z.object({ title: postFields.title, isLeader: postFields.isLeader, rank: postFields.rank, duties: postFields.duties, validFrom: day }),
  answer: z.object({ id }),
})

export const putPostEnd = contract({
  method: 'PUT',
  path: '/posts/:postId/end',
  title: '免职',
  may: 'unit.manage',
  params: z.object({ postId: id }),
  body: z.object({ lastDay: day }),
  answer: z.object({ id }),
})

export const postLeadingGroup = contract({
  method: 'POST',
  path: '/units/:unitId/leading-groups',
  title: '设立领导小组',
  may: 'unit.manage',
  params: unitParams,
  body: z.object({ name: text.min(1), officeSection: text.default(''), validFrom: day }),
  answer: z.object({ id }),
})

export const putLeadingGroup = contract({
  method: 'PUT',
  path: '/leading-groups/:groupId',
  title: '调整领导小组',
  may: 'unit.manage',
  params: z.object({ groupId: id }),
  body: z.object({ name: text.min(1), officeSection: text.default(''), validFrom: day }),
  answer: z.object({ id }),
})

export const putLeadingGroupEnd = contract({
  method: 'PUT',
  path: '/leading-groups/:groupId/end',
  title: '撤销领导小组',
  may: 'unit.manage',
  params: z.object({ groupId: id }),
  body: z.object({ lastDay: day }),
  answer: z.object({ id }),
})

export const postMember = contract({
  method: 'POST',
  path: '/leading-groups/:groupId/members',
  title: '领导小组成员任职',
  may: 'unit.manage',
  params: z.object({ groupId: id }),
  body: z.object({ personId: id, seat, validFrom: day }),
  answer: z.object({ id }),
})

export const putMemberEnd = contract({
  method: 'PUT',
  path: '/leading-group-members/:memberId/end',
  title: '领导小组成员离任',
  may: 'unit.manage',
  params: z.object({ memberId: id }),
  body: z.object({ lastDay: day }),
  answer: z.object({ id }),
})

export const getResponsiblePeople = contract({
  method: 'GET',
  path: '/responsible-people',
  title: '第一责任人名册',
  may: 'unit.read',
  query: z.object({ ...page, asOf: day.optional(), q: text.optional() }),
  answer: z.object({ rows: z.array(responsiblePerson), total: z.number() }),
})

export const getResponsiblePeopleCsv = contract({
  method: 'GET',
  path: '/responsible-people.csv',
  title: '导出第一责任人名册',
  may: 'unit.read',
  query: z.object({ asOf: day.optional(), q: text.optional() }),
  answer: 'file',
})

/** Whoever stood there before is ended the day before. */
export const putResponsiblePerson = contract({
  method: 'PUT',
  path: '/units/:unitId/responsible-person',
  title: '确定第一责任人和联系人',
  may: 'unit.manage',
  params: unitParams,
  body: z.object({ personId: id, contactId: id.nullable().default(null), contactPhone: text.default(''), validFrom: day }),
  answer: z.object({ unitId: id }),
})
