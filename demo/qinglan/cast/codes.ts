// Invented codes with right check characters: `MBQL09xx` of the region 620990, which there is not.
import { checkCreditCode, checkOrganizationCode } from '../../../src/kernel/index-number.ts'

const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** The one last character that fits. */
const completed = (start: string, check: (code: string) => string): string => {
  for (const last of characters) if (check(start + last) === 'right') return start + last
  throw new Error(`no check character fits ${start}`)
}

export const organizationCodeOf = (number: number): string => completed(`MBQL09${String(number).padStart(2, '0')}`, checkOrganizationCode)

/** `11`: an organ of the state; `54`: a village committee. */
export const creditCodeOf = (number: number, village: boolean): string =>
  completed(`${village ? '54' : '11'}620990${organizationCodeOf(number)}`, checkCreditCode)
