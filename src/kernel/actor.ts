// Who acts, and how far each of their posts reaches. Resolved once a request, by module `access`.
export interface Grant {
  readonly role: string
  readonly unitId: string
  readonly sectionId: string | null
  /** The unit itself and every unit below it. */
  readonly reach: readonly string[]
  /** The absent account for which this grant is used, where somebody stands in. */
  readonly onBehalfOf: string | null
}

export interface Actor {
  readonly accountId: string
  readonly name: string
  readonly grants: readonly Grant[]
}

/** Where a thing stands: what a scope is compared with. */
export interface Place {
  readonly unitId: string
  readonly sectionId?: string | null
  /** Units asked to do something with just this thing (会签). */
  readonly askedUnitIds?: readonly string[]
}

/** Everything an actor may reach with one action: the predicate of lists, exports and files alike. */
export interface Reach {
  readonly everywhere: boolean
  readonly unitIds: readonly string[]
  readonly sectionIds: readonly string[]
  readonly askedUnitIds: readonly string[]
}
