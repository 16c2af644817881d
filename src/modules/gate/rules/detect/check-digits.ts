// Check digits of the numbers that identify persons and organizations (GB 11643, GB 32100, ISO/IEC 7812).
import { dayOf, type Day } from '../../../../kernel/day.ts'

const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

export function identityCheckHolds(number: string): boolean {
  const sum = identityWeights.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
  return '10X98765432'[sum % 11] === number[17]
}

const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/
export const regionHolds = (region: string): boolean => provinces.test(region)

/** The day of eight digits, where somebody may have been born on it. */
export function birthDate(digits: string): Day | undefined {
  const year = Number(digits.slice(0, 4))
  return /^\d{8}$/.test(digits) && year >= 1800 && year < 2100 ? dayOf(year, Number(digits.slice(4, 6)), Number(digits.slice(6))) : undefined
}

const unifiedLetters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const unifiedWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

export function isUnifiedCode(code: string): boolean {
  if (![...code].every((letter) => unifiedLetters.includes(letter))) return false
  const sum = unifiedWeights.reduce((total, weight, at) => total + weight * unifiedLetters.indexOf(code[at] ?? ''), 0)
  return unifiedLetters[(31 - (sum % 31)) % 31] === code[17]
}

export function luhnHolds(number: string): boolean {
  const sum = [...number].toReversed().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
