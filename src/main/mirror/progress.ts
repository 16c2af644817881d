// How far a long piece of work has come: a bar with its rate and the time left, on one line of a terminal, or a line now and then in a log.
const width = 24

export const timeLeft = (seconds: number): string => {
  const whole = Math.ceil(seconds)
  if (whole < 60) return `${whole} 秒`
  if (whole < 3600) return `${Math.floor(whole / 60)} 分 ${whole % 60} 秒`
  return `${Math.floor(whole / 3600)} 小时 ${Math.floor((whole % 3600) / 60)} 分`
}

/** `done` and `of` count what the work consists of; the rate is that since the beginning. */
export function progressLine({ done, of, seconds, unit }: { done: number; of: number; seconds: number; unit: string }): string {
  const share = of === 0 ? 1 : Math.min(done / of, 1)
  const filled = Math.round(share * width)
  const rate = seconds > 0 ? done / seconds : 0
  const left = rate > 0 && share < 1 ? `，还需 ${timeLeft((of - done) / rate)}` : ''
  return `[${'#'.repeat(filled)}${'-'.repeat(width - filled)}] ${done}/${of} ${unit}，每秒 ${rate >= 10 ? Math.round(rate) : rate.toFixed(1)} ${unit}${left}`
}

/** Writes lines over one another on a terminal; elsewhere only one a minute. */
export function progressTeller(): { tell(line: string): void; end(): void } {
  const terminal = process.stdout.isTTY
  let last = Number.NEGATIVE_INFINITY
  let open = false
  return {
    tell(line) {
      if (terminal) {
        process.stdout.write(`\r\u001b[2K${line}`)
        open = true
      } else if (performance.now() - last > 60_000) {
        last = performance.now()
        console.log(line)
      }
    },
    end() {
      if (open) process.stdout.write('\n')
      open = false
    },
  }
}
