// What the inbox of the public side may hold.
export const errorReportKind = 'error-report'
