// Contracts as TanStack queries and mutations.
import { keepPreviousData, useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { AnswerOf, Contract } from '../../src/kernel/contract.ts'
import { isAttended } from '../ui/activity.ts'
import { call, type AskOf } from './client.ts'

/** The cache key of a question: its path first, so that a write can name what it made stale. */
export const keyOf = (contract: Contract, ask: unknown): readonly unknown[] => [contract.path, ask]

export interface AnswerOptions {
  readonly enabled?: boolean
  /** Asks again every so many milliseconds while somebody is at the screen. */
  readonly every?: number
  /** Shows the last answer while another page of a list loads. */
  readonly keep?: boolean
}

/** Reads through a contract. */
export function useAnswer<C extends Contract>(contract: C, ask: AskOf<C>, options: AnswerOptions = {}): UseQueryResult<AnswerOf<C>> {
  const { every } = options
  const result = useQuery<AnswerOf<C>>({
    queryKey: keyOf(contract, ask),
    queryFn: ({ signal }) => call(contract, ask, { signal, background: every !== undefined }),
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  })
  const { refetch } = result
  useEffect(() => {
    if (every === undefined) return
    const timer = setInterval(() => {
      if (isAttended()) void refetch()
    }, every)
    return () => clearInterval(timer)
  }, [every, refetch])
  return result
}

export interface SendOptions {
  /** Nothing is asked again. */
  readonly quiet?: boolean
  /** Done as soon as this is known anew; the rest of the page, which may be slow, follows by itself. */
  readonly until?: Contract
}

/** Writes through a contract; everything shown is asked again afterwards, unless `quiet`. */
export function useSend<C extends Contract>(contract: C, options: SendOptions = {}): UseMutationResult<AnswerOf<C>, Error, AskOf<C>> {
  const client = useQueryClient()
  return useMutation<AnswerOf<C>, Error, AskOf<C>>({
    mutationFn: (ask) => call(contract, ask),
    onSuccess: async () => {
      if (options.quiet) return
      const { until } = options
      if (!until) return client.invalidateQueries()
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== until.path })
      await client.invalidateQueries({ queryKey: [until.path] })
    },
  })
}
