// What a list shows (view, filters, order, page), kept in the address so that it can be sent to somebody or come back to.
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { useAddress, type ChangeAddress } from './address.ts'

export interface ListState {
  readonly page: number
  readonly size: number
  readonly sort: string
  /** A filter's value, or the empty string. */
  readonly value: (name: string) => string
  /** Sets filters and goes back to the first page; an empty value takes the filter away. */
  readonly set: ChangeAddress
  readonly turn: (page: number, size: number) => void
  /** True where any of the named filters is set. */
  readonly filtered: (...names: readonly string[]) => boolean
}

export function useListState(defaults: { readonly sort: string; readonly size?: number }): ListState {
  const [, setSearch] = useSearchParams()
  const [search, change] = useAddress()
  const { sort, size } = defaults
  return useMemo<ListState>(
    () => ({
      page: Number(search.get('page') ?? 1),
      size: Number(search.get('size') ?? size ?? 20),
      sort: search.get('sort') ?? sort,
      value: (name) => search.get(name) ?? '',
      filtered: (...names) => names.some((name) => (search.get(name) ?? '') !== ''),
      set: (values) => change({ ...values, page: undefined }),
      turn: (page, wanted) =>
        setSearch(
          (before) => {
            const next = new URLSearchParams(before)
            next.set('page', String(page))
            next.set('size', String(wanted))
            return next
          },
          { replace: false },
        ),
    }),
    [search, setSearch, change, sort, size],
  )
}
