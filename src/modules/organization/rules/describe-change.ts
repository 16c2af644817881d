// Says in Chinese what became of what: kept with each step, read in the change history.
type Value = string | number | boolean | null

const written = (value: Value | undefined): string => {
  if (value === null || value === undefined || value === '') return '（空）'
  if (typeof value === 'boolean') return value ? '是' : '否'
  const text = String(value)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

/** `{ 名称: '县教育局 → 县教育和体育局' }` for each labelled field that differs. */
export function describeChange<Row extends object>(
  before: Row,
  after: Row,
  labels: Readonly<Partial<Record<keyof Row & string, string>>>,
): Record<string, string> {
  const changes: Record<string, string> = {}
  for (const [field, label] of Object.entries(labels) as [keyof Row & string, string][]) {
    const [was, is] = [before[field] as Value, after[field] as Value]
    if (was !== is) changes[label] = `${written(was)} → ${written(is)}`
  }
  return changes
}

export const summaryOf = (detail: Readonly<Record<string, string>>): string =>
  Object.entries(detail)
    .map(([label, words]) => `${label}：${words}`)
    .join('；')
