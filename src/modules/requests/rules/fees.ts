// What the fee for processing information comes to: progressive on the excess.
import { feeMethods, type FeeMethod } from '../law/fees.ts'

/** What the n-th request of the month, or the n-th page of a request, costs. */
export function priceOf(method: FeeMethod, n: number): number {
  const { bands, beyond } = feeMethods[method]
  const band = bands.find(({ to }) => n <= to)
  if (band) return band.yuan
  const last = bands.at(-1)?.to ?? 0
  return beyond.step === 0 ? beyond.first : beyond.first + beyond.step * Math.floor((n - last - 1) / beyond.size)
}

/** Units from the `nth` on, each at the price of its place. Pages are counted from the first, so there the place is not asked. */
export function feeFor({ method, nth, units }: { readonly method: FeeMethod; readonly nth: number; readonly units: number }): number {
  const first = method === 'per-page' ? 1 : nth
  let yuan = 0
  for (let n = first; n < first + units; n += 1) yuan += priceOf(method, n)
  return yuan
}
