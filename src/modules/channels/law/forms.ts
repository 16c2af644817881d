// What the forms of a published text are bounded by. Limits of services and screens, known from practice: the official chooses among them.
export const blogLimits = [140, 500, 2000] as const
export const screens = [
  { columns: 12, title: '条屏（12字）' },
  { columns: 16, title: '小屏（16字）' },
  { columns: 24, title: '中屏（24字）' },
  { columns: 32, title: '大屏（32字）' },
] as const
/** Characters that pass in one showing of a screen. */
export const showings = [60, 120, 240] as const
export const wallPapers = { a3: 'A3', a2: 'A2' } as const satisfies Record<string, string>
