// Seats of a leading group (领导小组) and of its office, in the order in which they are printed.
export const seats = {
  chair: { title: '组长', office: false },
  'vice-chair': { title: '副组长', office: false },
  member: { title: '成员', office: false },
  'office-head': { title: '办公室主任', office: true },
  'office-deputy': { title: '办公室副主任', office: true },
  'office-member': { title: '办公室成员', office: true },
} as const satisfies Record<string, { title: string; office: boolean }>

export type Seat = keyof typeof seats
