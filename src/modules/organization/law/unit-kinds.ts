// What kinds of unit there are, and below which kinds each may stand.
export const unitKinds = {
  government: { title: '人民政府', below: ['government'], root: true },
  department: { title: '部门', below: ['government'], root: true },
  section: { title: '内设机构', below: ['department', 'town', 'street', 'institution'], root: false },
  town: { title: '乡镇', below: ['government'], root: true },
  street: { title: '街道', below: ['government'], root: true },
  village: { title: '村', below: ['town', 'street'], root: false },
  community: { title: '社区', below: ['street', 'town'], root: false },
  institution: { title: '事业单位', below: ['government', 'department', 'town', 'street'], root: true },
} as const satisfies Record<string, { title: string; below: readonly string[]; root: boolean }>

export type UnitKind = keyof typeof unitKinds
