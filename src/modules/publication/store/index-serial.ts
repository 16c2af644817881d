// Gives out index numbers: one row a front code and year is the only thing that publishers share.
import { sql } from 'kysely'
import { indexNumberOf, isOwnShape, lastSerial, readIndexNumber } from '../../../kernel/index-number.ts'
import type { Tx } from '../../../platform/database/database.ts'

async function isTaken(tx: Tx, indexNumber: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select exists (select from publication.document where index_number = ${indexNumber})
        or exists (select from publication.tombstone where index_number = ${indexNumber}) as taken`.execute(tx)
  return rows[0]?.taken === true
}

/** The next free number, or undefined where the year's serials are used up. Numbers of old stock are stepped over. */
export async function nextIndexNumber(tx: Tx, frontCode: string, year: number): Promise<string | undefined> {
  for (;;) {
    const { rows } = await sql<{ last_serial: number }>`
      insert into publication.index_serial as serial (front_code, year, last_serial) values (${frontCode}, ${year}, 1)
      on conflict (front_code, year) do update set last_serial = serial.last_serial + 1 where serial.last_serial < ${lastSerial}
      returning last_serial`.execute(tx)
    const [row] = rows
    if (!row) return undefined
    const indexNumber = indexNumberOf(frontCode, year, row.last_serial)
    if (!(await isTaken(tx, indexNumber))) return indexNumber
  }
}

/** Claims a number that old stock brings along; false where somebody has it. Two claims at once fail on the unique key. */
export async function claimIndexNumber(tx: Tx, indexNumber: string): Promise<boolean> {
  const parts = readIndexNumber(indexNumber)
  if (isOwnShape(indexNumber) && parts?.frontCode !== undefined && parts.year !== undefined) {
    // Locks the row of the serial, so that the same number is not given out meanwhile.
    await sql`
      insert into publication.index_serial as serial (front_code, year, last_serial) values (${parts.frontCode}, ${parts.year}, 0)
      on conflict (front_code, year) do update set last_serial = serial.last_serial`.execute(tx)
  }
  return !(await isTaken(tx, indexNumber))
}
