// How is the site set up?
import type { Tx } from '../../../platform/database/database.ts'
import { readSiteSettings, type SiteSettings } from '../rules/site.ts'
import { publicationOf } from '../store/tables.ts'

export async function readSite(tx: Tx): Promise<SiteSettings> {
  const row = await publicationOf(tx).selectFrom('publication.site').select('settings').executeTakeFirst()
  return readSiteSettings(row?.settings)
}
