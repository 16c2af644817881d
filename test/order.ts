// The order of a whole run on two cores: a little code first, while the town is built; then the journeys, which wait much; code fills what they leave.
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest begins first, or it ends alone. Seconds, roughly; what is not named is short. */
const long: Readonly<Record<string, number>> = {
  'test/start.test.ts': 900,
  'test/access/route-matrix.test.ts': 700,
  'test/journeys/office-pages.test.ts': 340,
  'test/journeys/portal-pages.test.ts': 180,
  'test/journeys/document.test.ts': 110,
}
const usualJourney = 60

export class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { root } = this.ctx.config
    const weight = ({ moduleId, project }: TestSpecification): number =>
      long[moduleId.slice(root.length + 1)] ?? (project.name === 'journeys' ? usualJourney : 0)
    return Promise.resolve(files.toSorted((a, b) => weight(b) - weight(a)))
  }
}
