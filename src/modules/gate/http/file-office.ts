// Answers how attachments are treated when they come; the setting is one for the whole site.
import { granted, refused } from '../../../kernel/ruling.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { reachesWholeSite } from '../../publication/index.ts'
import { setFileSetting } from '../actions/set-file-setting.ts'
import { fileSetting } from '../queries/file-setting.ts'
import { getFileSetting, putFileSetting } from './file-contract.ts'

export const gateFileRoutes: readonly OfficeRoute[] = [
  answer(getFileSetting, async ({ tx }) => {
    const { cleanByItself, changedAt } = await fileSetting(tx)
    return granted({ cleanByItself, changedAt: changedAt?.toISOString() ?? null })
  }),
  answer(putFileSetting, async ({ tx, body, reach, actor, clock, audit }) => {
    if (!(await reachesWholeSite(tx, reach))) return refused('not-allowed')
    audit({ objectKind: 'file-setting', detail: body })
    await setFileSetting(tx, body, { accountId: actor.accountId, at: clock.now() })
    return granted(body)
  }),
]
