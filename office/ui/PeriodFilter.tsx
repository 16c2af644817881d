// The period of a page of figures: the usual ones at a press, any other by its days.
import { DatePicker, Segmented } from 'antd'
import dayjs from 'dayjs'
import type { ReactNode } from 'react'
import { daysOf, type Days, type Period } from './periods.ts'

export function PeriodFilter(props: { readonly periods: readonly Period[]; readonly days: Days; readonly onChange: (days: Partial<Days>) => void }): ReactNode {
  const { periods, days, onChange } = props
  const chosen = periods.find((one) => one.days.from === days.from && one.days.until === days.until)
  return (
    <>
      <Segmented
        aria-label="期间"
        options={periods.map(({ label }) => label)}
        value={chosen?.label ?? ''}
        onChange={(label) => onChange(periods.find((one) => one.label === label)?.days ?? {})}
      />
      <DatePicker.RangePicker
        className="gk-filter-days"
        aria-label="期间"
        allowClear={false}
        value={[dayjs(days.from), dayjs(days.until)]}
        onChange={(both) => both?.[0] && both[1] && onChange(daysOf(both[0], both[1]))}
      />
    </>
  )
}
