// How the state of an account and of its second factor is said and coloured.
import type { AccountState } from '../../../src/modules/access/law/sessions.ts'
import type { Tone } from '../../theme.ts'

export const accountTones: Readonly<Record<AccountState, Tone>> = { active: 'good', locked: 'bad', disabled: 'neutral' }
export const totpTitles = { off: '没有绑定', owed: '要求绑定，还没有绑', on: '已绑定' } as const
