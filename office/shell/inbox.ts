// How many notices wait unread, for the bell.
import { getUnreadNotices } from '../../src/modules/notices/http/contract.ts'
import { useAnswer } from '../api/hooks.ts'

export const useUnreadNotices = (): number => useAnswer(getUnreadNotices, {}, { every: 60_000 }).data?.unread ?? 0
