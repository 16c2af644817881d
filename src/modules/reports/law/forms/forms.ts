// All forms of the yearly report, the newest first.
import { formA } from './form-a.ts'
import { formB } from './form-b.ts'
import { formC } from './form-c.ts'
import type { Form, Generation } from './shape.ts'

export const forms: readonly Form[] = [formC, formB, formA]

/** The form in which the year is reported. */
export const formOfYear = (year: number): Form | undefined => forms.find(({ years: [first, last] }) => year >= first && year <= last)

const byGeneration: Readonly<Record<Generation, Form>> = { A: formA, B: formB, C: formC }

export const formOfGeneration = (generation: Generation): Form => byGeneration[generation]
