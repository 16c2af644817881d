// The four of the education bureau whose business a text is: who drafts it, reads it, reviews it for secrets and signs it.
import type { Browser, Page } from 'playwright-core'
import { town } from './browser.ts'
import { begin, official, takeStep, type Official } from './official.ts'

export interface FourHands {
  readonly officer: Official
  readonly head: Official
  readonly reviewer: Official
  readonly leader: Official
}

export async function fourHands(browser: Browser): Promise<FourHands> {
  const office = town.office
  const [officer, head, reviewer, leader] = (await Promise.all(
    ['linzhixia', 'songnanzhou', 'yuqinghe', 'jiangyuwei'].map((login) => official(browser, office, login)),
  )) as [Official, Official, Official, Official]
  return { officer, head, reviewer, leader }
}

interface Signed {
  readonly editionId: string
  readonly documentId: string
  /** The leader's, on the sheet of the signed text. */
  readonly page: Page
}

/** Drafted, reviewed and signed by the four; what is left is to publish it. */
export async function signedBy({ officer, head, reviewer, leader }: FourHands, content: Parameters<typeof begin>[1]): Promise<Signed> {
  const made = await begin(officer, { theme: '科技、教育\\教育', ...content })
  const sheet = async ({ page }: Official): Promise<Page> => {
    await page.goto(new URL(`editions/${made.editionId}`, town.office).href)
    await page.getByRole('heading', { level: 1, name: content.title ?? '' }).waitFor()
    return page
  }
  await officer.call('POST', `/editions/${made.editionId}/steps`, { step: 'submit' })
  await head.call('POST', `/editions/${made.editionId}/steps`, { step: 'approve-section', opinion: '同意。' })
  await takeStep(await sheet(reviewer), '保密审查通过', '待签发', async (step) => {
    await step.getByLabel('审查依据').fill('对照定密事项一览表逐项核对，不涉密。')
    await step.getByRole('button', { name: /其余\d项均为“否”/ }).click()
    await step.getByRole('radio', { name: '可以公开' }).check()
  })
  const page = await sheet(leader)
  await takeStep(page, '签发', '待发布', () => Promise.resolve())
  return { ...made, page }
}
