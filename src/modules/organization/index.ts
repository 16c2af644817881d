// What other modules may ask about units and people.
export type { UnitKind } from './law/unit-kinds.ts'
export type { Seat } from './law/seats.ts'
