// The county's economy year by year, from which reports, bulletins and tables are written, so that they agree with one another.
import { between, decimal } from './words.ts'

export interface YearFigures {
  readonly year: number
  /** 亿元. */
  readonly gdp: number
  readonly growth: string
  readonly primary: number
  readonly secondary: number
  readonly tertiary: number
  readonly investmentGrowth: string
  readonly retail: string
  readonly urbanIncome: number
  readonly ruralIncome: number
  /** 万元. */
  readonly revenue: number
  readonly expenditure: number
  readonly grain: string
  readonly people: string
  readonly jobs: number
}

const gdpOf: Readonly<Record<number, readonly [number, string]>> = {
  2018: [68.4, '6.1'], 2019: [73.2, '6.3'], 2020: [75.9, '3.4'], 2021: [83.1, '7.2'], 2022: [87.6, '4.1'], 2023: [93.3, '6.0'], 2024: [98.9, '5.6'], 2025: [104.7, '5.4'], 2026: [110.2, '5.2'],
} // prettier-ignore

export function figuresOf(year: number): YearFigures {
  const [gdp, growth] = gdpOf[year] ?? [100, '5.0']
  const since = year - 2018
  const primary = Number((gdp * (0.246 - since * 0.003)).toFixed(1))
  const secondary = Number((gdp * (0.312 + since * 0.002)).toFixed(1))
  return {
    year, gdp, growth, primary, secondary,
    tertiary: Number((gdp - primary - secondary).toFixed(1)),
    investmentGrowth: decimal(`${year}/inv`, 4.2, 9.8),
    retail: (gdp * 0.247).toFixed(1),
    urbanIncome: 25_860 + since * 1_530 + between(`${year}/ui`, -90, 90),
    ruralIncome: 10_120 + since * 905 + between(`${year}/ri`, -60, 60),
    revenue: 31_260 + since * 1_870 + between(`${year}/re`, -320, 320),
    expenditure: 242_300 + since * 9_640 + between(`${year}/ex`, -1_500, 1_500),
    grain: decimal(`${year}/gr`, 14.2, 15.9, 2),
    people: (21.46 - since * 0.09).toFixed(2),
    jobs: between(`${year}/jo`, 1_620, 2_140),
  } // prettier-ignore
}
