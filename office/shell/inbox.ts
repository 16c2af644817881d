// How many notices wait unread, for the bell.
export function useUnreadNotices(): number {
  return 0
}
