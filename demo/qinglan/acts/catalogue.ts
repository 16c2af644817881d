// The county's catalogue of what must be disclosed: laid out at the beginning of the year by its disclosure office.
import { day, yearOf } from '../../../src/kernel/day.ts'
import { putStartingCatalogue } from '../../../src/modules/catalogue/index.ts'
import { by, must, type Stage } from './stage.ts'

export async function layOutCatalogue(stage: Stage): Promise<void> {
  const begins = day(`${yearOf(stage.today)}-01-04`)
  await stage.database.transaction(async (tx) => {
    must(await putStartingCatalogue(tx, await by(stage, tx, 'zhoumubai', begins, '09:30'), begins), 'catalogue')
  })
  stage.actors.clear()
}
