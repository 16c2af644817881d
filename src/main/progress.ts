// How far long work is, at which rate, and how long it will still take: one line on the terminal that is written over.
export interface Progress {
  readonly done: number
  readonly total: number
  /** Since the work began, and what of it was done before that: it says nothing of the rate. */
  readonly seconds: number
  readonly before: number
}

const inWords = (seconds: number): string => {
  if (seconds < 90) return `${Math.ceil(seconds)} 秒`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 90 ? `${minutes} 分钟` : `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分钟`
}

/** `已完成 1200/100000（1.2%），每秒 85.3 件，还需 20 分钟`. */
export function progressLine({ done, total, seconds, before }: Progress): string {
  const share = total === 0 ? 100 : Math.floor((done * 1000) / total) / 10
  const rate = seconds > 0 ? (done - before) / seconds : 0
  const left = done >= total || rate === 0 ? '' : `，还需 ${inWords((total - done) / rate)}`
  return `已完成 ${done}/${total}（${share}%）${rate === 0 ? '' : `，每秒 ${rate.toFixed(1)} 件${left}`}`
}

const pauseSeconds = { terminal: 0.5, file: 10 } as const

export interface ProgressTeller {
  /** Takes the line away, so that something else can be written. */
  clear(): void
  tell(work: Omit<Progress, 'seconds'>): void
  end(): void
}

/** Written to the error output, so that the reports can go into a file. */
export function tellProgress(output: NodeJS.WriteStream = process.stderr): ProgressTeller {
  const began = performance.now()
  const pause = output.isTTY ? pauseSeconds.terminal : pauseSeconds.file
  let last = 0
  let line = ''
  const clear = (): void => {
    if (output.isTTY && line !== '') output.write('\r\u001B[K')
  }
  return {
    clear,
    tell(work) {
      const seconds = (performance.now() - began) / 1000
      line = progressLine({ ...work, seconds })
      if (seconds - last < pause) return
      last = seconds
      clear()
      output.write(output.isTTY ? line : `${line}\n`)
    },
    end() {
      clear()
      if (line !== '') output.write(`${line}\n`)
    },
  }
}
