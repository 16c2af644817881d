// Days until something is due, in words.
export const daysLeftText = (days: number | null): string => (days === null ? '' : days < 0 ? `已逾期${-days}天` : days === 0 ? '今天到期' : `还有${days}天`)
