// One log row as a line that a person can read.
const levels: Readonly<Record<number, string>> = { 10: 'trace', 20: 'debug', 30: 'info', 40: 'warn', 50: 'ERROR', 60: 'FATAL' }

interface Row {
  readonly level: number
  readonly time: string
  readonly msg?: string
  readonly reqId?: string
  readonly part?: string
  readonly req?: { method?: string; url?: string }
  readonly res?: { statusCode?: number }
  readonly responseTime?: number
  readonly err?: { message?: string; stack?: string }
}

/** Turns a JSON line of the log into `time level part [request] message …`; what is not JSON stays as it is. */
export function shortLine(json: string): string {
  let row: Row
  try {
    row = JSON.parse(json) as Row
  } catch {
    return json
  }
  const { level, time, msg, reqId, part, req, res, responseTime, err, ...rest } = row
  const words = [time, (levels[level] ?? String(level)).padEnd(5), part, reqId === undefined ? undefined : `[${reqId}]`]
  if (req) words.push(`${req.method ?? ''} ${req.url ?? ''}`)
  if (res) words.push(`${res.statusCode ?? ''}`)
  if (responseTime !== undefined) words.push(`${responseTime.toFixed(1)} ms`)
  words.push(msg)
  const others = Object.entries(rest)
  if (others.length > 0) words.push(others.map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`).join(' '))
  if (err) words.push(err.stack ?? err.message)
  return `${words.filter((word) => word !== undefined && word !== '').join(' ')}\n`
}
