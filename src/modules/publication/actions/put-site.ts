// Changes the settings of the site: its name, identifiers, office of application, head and foot.
import type { Tx } from '../../../platform/database/database.ts'
import { siteSettings, type SiteSettings } from '../rules/site.ts'
import { saveSite } from '../store/units.ts'

/** Throws where the settings are not of their shape: the contract has checked what people typed. */
export async function putSite(tx: Tx, settings: SiteSettings, at: Date): Promise<void> {
  await saveSite(tx, siteSettings.parse(settings), at)
}

/** The site of a new installation: named after the unit that runs it until officials set the rest. */
export async function foundSite(tx: Tx, sponsor: string, at: Date): Promise<void> {
  await saveSite(tx, siteSettings.parse({ name: sponsor, sponsor }), at)
}
