// The office's own days before the day for the reply: until when an answer is drafted, reviewed and sent. Of which one it is, the state says.
import type { State } from './states.ts'

interface Stage {
  readonly title: string
  /** Of these the later counts as told, too. */
  readonly order: number
  readonly states: readonly State[]
  readonly words: string
}

export const internalStages = {
  draft: { title: '拟稿', order: 1, states: ['in-progress', 'reasons-asked', 'consulting'], words: '内部拟稿期限已到' },
  review: { title: '审核签发', order: 2, states: ['reviewing', 'secrecy-reviewing', 'legality-reviewing', 'signing'], words: '内部审核期限已到' },
  send: { title: '送达', order: 3, states: ['signed', 'sealed'], words: '内部送达期限已到' },
} as const satisfies Record<string, Stage>

export type InternalStage = keyof typeof internalStages

export const internalStageNames = Object.keys(internalStages) as [InternalStage, ...InternalStage[]]

/** The rows under their common shape, for code that walks them. */
export const internalStageRows: Readonly<Record<InternalStage, Stage>> = { ...internalStages }

/** No unit may keep itself more working days before the end. */
export const mostInternalDays = 20
