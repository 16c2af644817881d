// Random numbers that come again with the same seed, and draws as life makes them: few things often, many seldom.
export interface Random {
  /** At least 0, below 1. */
  next(): number
  /** A whole number from 0 to below `most`. */
  below(most: number): number
  pick<Value>(values: readonly Value[]): Value
  /** As of Zipf: the second half as often as the first, the third a third as often. */
  zipf<Value>(values: readonly Value[]): Value
  /** The place that `zipf` takes among so many. */
  rank(most: number): number
  uuid(): string
}

const mixed = (number: number): number => {
  let z = Math.imul(number ^ (number >>> 16), 0x21f0aaad)
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
  return (z ^ (z >>> 15)) >>> 0
}

/** Its own stream for every seed and number, so that the n-th document is the same whoever makes it. */
export function randomOf(seed: number, number = 0): Random {
  // sfc32: small, fast, and wide enough that no two of ten million documents run alike
  let [a, b, c, counter] = [mixed(number), mixed(seed), number ^ 0x9e3779b9, 1]
  const word = (): number => {
    const drawn = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + drawn
    return drawn >>> 0
  }
  for (let warmed = 0; warmed < 12; warmed += 1) word()
  const next = (): number => word() / 2 ** 32
  const at = <Value>(values: readonly Value[], index: number): Value => {
    const value = values[Math.min(index, values.length - 1)]
    if (value === undefined) throw new RangeError('nothing to choose from')
    return value
  }
  const rank = (most: number): number => Math.min(most, Math.floor(Math.exp(next() * Math.log(most + 1)))) - 1
  const hex = (): string => word().toString(16).padStart(8, '0')
  return {
    next,
    below: (most) => Math.floor(next() * most),
    pick: (values) => at(values, Math.floor(next() * values.length)),
    zipf: (values) => at(values, rank(values.length)),
    rank,
    uuid() {
      const all = hex() + hex() + hex() + hex()
      return `${all.slice(0, 8)}-${all.slice(8, 12)}-4${all.slice(13, 16)}-8${all.slice(17, 20)}-${all.slice(20)}`
    },
  }
}
