// Started once before all journeys: the whole product on the demo town, and a second portal of it below the path of another site.
import type { TestProject } from 'vitest/node'
import { startPortalBelow, startProduct } from './product.ts'

declare module 'vitest' {
  interface ProvidedContext {
    town: Town
  }
}

export interface Town {
  /** Address of the portal, ending with `/`. */
  readonly portal: string
  /** The same town under the path of another site. */
  readonly portalBelowPath: string
  readonly office: string
  readonly folder: string
}

/** With `JOURNEYS_TOWN` (a `Town` as JSON) journeys run on a town that already stands: for writing them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const standing = process.env['JOURNEYS_TOWN']
  if (standing !== undefined) {
    project.provide('town', JSON.parse(standing) as Town)
    return () => Promise.resolve()
  }
  const all = await startProduct()
  const below = await startPortalBelow(all.folder, '/zfxxgk/').catch(async (cause: unknown) => {
    await all.stop()
    throw cause
  })
  project.provide('town', { portal: all.portal, office: all.office, portalBelowPath: below.portal, folder: all.folder })
  return async () => {
    await below.stop()
    await all.stop()
  }
}
