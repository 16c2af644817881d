// Answers the office's calls about leading groups.
import { day } from '../../../kernel/day.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { endLeadingGroup } from '../actions/end-leading-group.ts'
import { formLeadingGroup, putLeadingGroup } from '../actions/put-leading-group.ts'
import { seatMember } from '../actions/seat-member.ts'
import { unseatMember } from '../actions/unseat-member.ts'
import { byOf } from './by.ts'
import * as contracts from './contract.ts'

export const groupRoutes: readonly OfficeRoute[] = [
  answer(contracts.postLeadingGroup, async (call) => {
    call.audit({ objectKind: 'unit', objectId: call.params.unitId, unitId: call.params.unitId, detail: { group: call.body.name } })
    return formLeadingGroup(call.tx, byOf(call), call.params.unitId, { ...call.body, validFrom: day(call.body.validFrom) })
  }),

  answer(contracts.putLeadingGroup, async (call) => {
    call.audit({ objectKind: 'leading-group', objectId: call.params.groupId, detail: { group: call.body.name } })
    return putLeadingGroup(call.tx, byOf(call), call.params.groupId, { ...call.body, validFrom: day(call.body.validFrom) })
  }),

  answer(contracts.putLeadingGroupEnd, async (call) => {
    call.audit({ objectKind: 'leading-group', objectId: call.params.groupId, detail: { lastDay: call.body.lastDay } })
    return endLeadingGroup(call.tx, byOf(call), call.params.groupId, day(call.body.lastDay))
  }),

  answer(contracts.postMember, async (call) => {
    call.audit({ objectKind: 'leading-group', objectId: call.params.groupId, detail: { person: call.body.personId, seat: call.body.seat } })
    return seatMember(call.tx, byOf(call), call.params.groupId, { ...call.body, validFrom: day(call.body.validFrom) })
  }),

  answer(contracts.putMemberEnd, async (call) => {
    call.audit({ objectKind: 'leading-group-member', objectId: call.params.memberId, detail: { lastDay: call.body.lastDay } })
    return unseatMember(call.tx, byOf(call), call.params.memberId, day(call.body.lastDay))
  }),
]
