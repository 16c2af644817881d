// The printed layout of each form.
import type { Layout } from './layout.ts'
import { layoutA } from './layout-a.ts'
import { layoutB, layoutC } from './layout-bc.ts'
import type { Generation } from './shape.ts'

const layouts: Readonly<Record<Generation, Layout>> = { A: layoutA, B: layoutB, C: layoutC }

export const layoutFor = (generation: Generation): Layout => layouts[generation]
