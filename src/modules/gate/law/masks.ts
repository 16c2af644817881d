// How numbers of persons are shortened: forms to choose from, none of which lets the day of birth be read or the number be rebuilt.
export const maskForms = {
  identity: {
    title: '公民身份号码',
    forms: {
      'first-2-last-3': { title: '保留前2位和后3位', example: '35*************123', keeps: [2, 3] },
      'first-6-last-4': { title: '保留前6位和后4位（隐去出生日期）', example: '350102********1234', keeps: [6, 4] },
      'last-4': { title: '只保留后4位', example: '**************1234', keeps: [0, 4] },
    },
  },
  mobile: {
    title: '个人电话',
    forms: {
      'first-3-last-4': { title: '保留前3位和后4位', example: '138****1234', keeps: [3, 4] },
      'last-4': { title: '只保留后4位', example: '*******1234', keeps: [0, 4] },
    },
  },
  'bank-card': {
    title: '银行卡号',
    forms: {
      'last-4': { title: '只保留后4位', example: '***************1234', keeps: [0, 4] },
      'first-6-last-4': { title: '保留前6位和后4位', example: '622202*********1234', keeps: [6, 4] },
    },
  },
} as const satisfies Record<string, { title: string; forms: Record<string, { title: string; example: string; keeps: readonly [number, number] }> }>

export type MaskKind = keyof typeof maskForms

/** Where nobody has chosen: as the fact sheet's samples (11.7). */
export const usualMasks = { identity: 'first-2-last-3', mobile: 'first-3-last-4', 'bank-card': 'last-4' } as const satisfies Record<MaskKind, string>
