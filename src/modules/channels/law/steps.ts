// What can be done in the ledger, as its history names it.
export const ledgerSteps = {
  enter: '登记',
  correct: '更正',
  strike: '作废',
  'add-evidence': '补充佐证',
  'remove-evidence': '撤去佐证',
  'say-same': '认定为同一信息',
  'say-different': '认定为不同信息',
} as const satisfies Record<string, string>

export type LedgerStep = keyof typeof ledgerSteps
