// The whole corpus. It was committed before the reader it tries; a mistake that is met in use becomes a further paper.
import { cleanA } from './clean-a.ts'
import { cleanB } from './clean-b.ts'
import { cleanC } from './clean-c.ts'
import { cleanFurther } from './clean-further.ts'
import { faultyA } from './faulty-a.ts'
import { faultyB } from './faulty-b.ts'
import { faultyC } from './faulty-c.ts'
import type { Paper } from './shape.ts'

export const corpus: readonly Paper[] = [...cleanA, ...cleanB, ...cleanC, ...cleanFurther, ...faultyA, ...faultyB, ...faultyC]
