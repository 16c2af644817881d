// The receipt of an entry of the public register: its number, and the beginning of its hash against a slip of the pen.
export interface ReceiptCode {
  readonly entryId: number
  /** First eight hex digits of the salted hash. */
  readonly start: string
}

/** `GK-128-9F86D081`, printed beside each published text. */
export const receiptCode = (entryId: number, saltedHash: string): string => `GK-${entryId}-${saltedHash.slice(0, 8).toUpperCase()}`

/** What a code says, however it was typed; undefined where it is none. */
export function readReceiptCode(text: string): ReceiptCode | undefined {
  const parts = /^GK[-\s]*(\d{1,15})[-\s]*([0-9A-F]{8})$/i.exec(text.trim().normalize('NFKC'))
  return parts?.[1] && parts[2] ? { entryId: Number(parts[1]), start: parts[2].toLowerCase() } : undefined
}
