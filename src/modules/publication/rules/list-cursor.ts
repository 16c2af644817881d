// Where a page of a list ended: the instant and the id of its last row, as one word of an address.
export interface ListCursor {
  readonly at: Date
  readonly id: string
}

const shape = /^(\d{1,15})_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/

export const writeCursor = (cursor: ListCursor): string => `${cursor.at.getTime()}_${cursor.id}`

/** The cursor that `text` tells, or undefined where it tells none: a broken address begins at the beginning. */
export function readCursor(text: string | undefined): ListCursor | undefined {
  const parts = shape.exec(text ?? '')
  return parts?.[1] && parts[2] ? { at: new Date(Number(parts[1])), id: parts[2] } : undefined
}
