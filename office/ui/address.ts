// What a page shows, kept in its address, so that it can be sent to somebody or come back to.
import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/** Sets what is named; an empty value takes it away. */
export type ChangeAddress = (values: Readonly<Record<string, string | undefined | null>>) => void

export function useAddress(): readonly [search: URLSearchParams, change: ChangeAddress] {
  const [search, setSearch] = useSearchParams()
  const change = useCallback<ChangeAddress>(
    (values) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before)
          for (const [name, value] of Object.entries(values)) {
            if (value === undefined || value === null || value === '') next.delete(name)
            else next.set(name, value)
          }
          return next
        },
        { replace: true },
      ),
    [setSearch],
  )
  return [search, change]
}
