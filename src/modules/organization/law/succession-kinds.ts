// How a unit can end, and whether somebody takes over its people, sub-units and records.
export const successionKinds = {
  merged: { title: '合并', successors: 'one' },
  renamed: { title: '更名', successors: 'one' },
  split: { title: '分设', successors: 'several' },
  abolished: { title: '撤销', successors: 'none' },
} as const satisfies Record<string, { title: string; successors: 'one' | 'several' | 'none' }>

export type SuccessionKind = keyof typeof successionKinds
