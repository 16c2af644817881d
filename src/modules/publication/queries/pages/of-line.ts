// Whose documents: those of agencies, or those of organs of the party. The latter are few, and read once.
import { sql, type RawBuilder } from 'kysely'
import { partyKind, type Line } from '../../../../law/lines.ts'

export const ofLine = (unitId: RawBuilder<unknown>, line: Line): RawBuilder<unknown> =>
  sql`${line === 'party' ? sql`` : sql`not`} ${unitId} = any(array(select id from publication.unit where kind = ${partyKind}))`
