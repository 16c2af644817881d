// Whom an uncertain case is referred to (Article 17): the competent department, or the secrecy administration.
export const referralAddressees = {
  'competent-department': '业务主管部门',
  'secrecy-administration': '保密行政管理部门',
} as const satisfies Record<string, string>

export type ReferralAddressee = keyof typeof referralAddressees
