// What a list shows (view, filters, order, page), kept in the address so that it can be sent to somebody or come back to.
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'

export interface ListState {
  readonly page: number
  readonly size: number
  readonly sort: string
  /** A filter's value, or the empty string. */
  readonly value: (name: string) => string
  /** Sets filters and goes back to the first page; an empty value takes the filter away. */
  readonly set: (values: Readonly<Record<string, string | undefined | null>>) => void
  readonly turn: (page: number, size: number) => void
  /** True where any of the named filters is set. */
  readonly filtered: (...names: readonly string[]) => boolean
}

export function useListState(defaults: { readonly sort: string; readonly size?: number }): ListState {
  const [search, setSearch] = useSearchParams()
  const { sort, size } = defaults
  return useMemo<ListState>(
    () => ({
      page: Number(search.get('page') ?? 1),
      size: Number(search.get('size') ?? size ?? 20),
      sort: search.get('sort') ?? sort,
      value: (name) => search.get(name) ?? '',
      filtered: (...names) => names.some((name) => (search.get(name) ?? '') !== ''),
      set: (values) =>
        setSearch(
          (before) => {
            const next = new URLSearchParams(before)
            for (const [name, value] of Object.entries(values)) {
              if (value === undefined || value === null || value === '') next.delete(name)
              else next.set(name, value)
            }
            next.delete('page')
            return next
          },
          { replace: true },
        ),
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
    [search, setSearch, sort, size],
  )
}
