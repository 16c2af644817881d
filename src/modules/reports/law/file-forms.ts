// In which kinds of files a report is handed out.
export const reportFileForms = {
  docx: { title: 'Word', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  pdf: { title: 'PDF', mediaType: 'application/pdf' },
  xlsx: { title: 'Excel', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  csv: { title: 'CSV', mediaType: 'text/csv' },
  json: { title: 'JSON', mediaType: 'application/json' },
} as const satisfies Record<string, { title: string; mediaType: string }>

export type ReportFileForm = keyof typeof reportFileForms

export const reportFileFormNames = Object.keys(reportFileForms) as [ReportFileForm, ...ReportFileForm[]]
