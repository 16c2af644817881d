// A column of the database that holds sealed bytes: what must be sealed anew when the key of the installation changes.
export interface SealedColumn {
  /** With its schema. */
  readonly table: string
  readonly column: string
  /** The column that names the row. */
  readonly key: string
  /** What its bytes are bound to, by the name of the row. */
  readonly purpose: (id: string) => string
}
