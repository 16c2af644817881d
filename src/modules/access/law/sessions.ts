// Words for where a sign-in stands and for what an account is.

/** What a session still owes before work can begin, in this order. */
export const sessionStages = ['nobody', 'second-factor', 'change-password', 'set-up-totp', 'complete'] as const
export type SessionStage = (typeof sessionStages)[number]

export const accountStates = ['active', 'locked', 'disabled'] as const
export type AccountState = (typeof accountStates)[number]

export const accountStateTitles: Readonly<Record<AccountState, string>> = { active: '在用', locked: '已锁定', disabled: '已停用' }
