// What kinds of unit there are, and below which kinds each may stand.
export const unitKinds = {
  government: { title: '人民政府', below: ['government'], root: true },
  department: { title: '部门', below: ['government'], root: true },
  section: { title: '内设机构', below: ['department', 'town', 'street', 'institution', 'party'], root: false },
  town: { title: '乡镇', below: ['government'], root: true },
  street: { title: '街道', below: ['government'], root: true },
  village: { title: '村', below: ['town', 'street'], root: false },
  community: { title: '社区', below: ['street', 'town'], root: false },
  institution: { title: '事业单位', below: ['government', 'department', 'town', 'street'], root: true },
  /** 党的机构: 党委, its office and departments, 党组 of an agency. They stand in the line of the party (law/lines.ts). */
  party: { title: '党的机构', below: ['party'], root: true },
} as const satisfies Record<string, { title: string; below: readonly string[]; root: boolean }>

export type UnitKind = keyof typeof unitKinds
