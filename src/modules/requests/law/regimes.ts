// Which Regulation governs an application: the one in force on the day it was received (fact sheet 1.10).
import { day, type Day } from '../../../kernel/day.ts'

export const regimes = {
  'ogi-2008': { title: '2008年施行的条例', inForceFrom: day('2008-05-01') },
  'ogi-2019': { title: '2019年修订的条例', inForceFrom: day('2019-05-15') },
} as const satisfies Record<string, { title: string; inForceFrom: Day }>

export type Regime = keyof typeof regimes

export const regimeOn = (received: Day): Regime => (received >= regimes['ogi-2019'].inForceFrom ? 'ogi-2019' : 'ogi-2008')
