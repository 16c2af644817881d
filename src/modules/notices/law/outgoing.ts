// What leaves by mail or text message, how often it is tried, and how long a code holds. House rules, not law: changed here, in one place.
export const outgoingKinds = {
  digest: '每日提醒',
  code: '确认邮箱',
  trial: '测试邮件',
  applicant: '告知申请人',
} as const satisfies Record<string, string>

export type OutgoingKind = keyof typeof outgoingKinds

export const outgoingChannels = { mail: '邮件', text: '短信' } as const satisfies Record<string, string>

export type OutgoingChannel = keyof typeof outgoingChannels

/** Minutes to wait after the first, second, … failure; after the last one it is given up. */
export const pausesInMinutes: readonly number[] = [1, 5, 15, 60, 240, 720, 1440]

/** A code that proves an address. */
export const codeRules = { minutes: 30, tries: 5, secondsBetween: 60 } as const

/** Days that the trace of a message is kept, its text being gone. */
export const traceDays = 180
