// Times, sizes and numbers as officials write them.
const clockOf = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})

/** `2026-11-22 14:05`, at the office's place. */
export function whenText(instant: string | null | undefined): string {
  if (!instant) return '—'
  const parts = Object.fromEntries(clockOf.formatToParts(new Date(instant)).map((part) => [part.type, part.value]))
  return `${parts['year']}-${parts['month']}-${parts['day']} ${parts['hour'] === '24' ? '00' : parts['hour']}:${parts['minute']}`
}

/** `2026-11-22` of an instant, at the office's place. */
export const dayText = (instant: string | null | undefined): string => (instant ? whenText(instant).slice(0, 10) : '—')

/** Today at the office, `2026-11-22`. */
export const todayText = (): string => dayText(new Date().toISOString())

export function bytesText(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

export const countText = (count: number): string => count.toLocaleString('zh-CN')

/** How many a list has, for a place that has no room for a sentence: `12`, or `2,000+` where it is not counted to its end. */
export const shortTotal = ({ total, totalIsExact }: { readonly total: number; readonly totalIsExact: boolean }): number | string =>
  totalIsExact ? total : `${countText(total)}+`
