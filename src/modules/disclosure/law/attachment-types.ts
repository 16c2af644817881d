// Which files may be attached, by the ending of the name, and what their content must prove to be.
const megabyte = 1024 * 1024

/** What a content can prove: `file-type`'s word for it, or one of ours for text, OFD and compound files of old Office. */
type Proof = 'pdf' | 'ofd' | 'cfb' | 'docx' | 'xlsx' | 'pptx' | 'zip' | 'text' | 'png' | 'jpg' | 'gif' | 'webp' | 'tif'

export interface AttachmentType {
  readonly proofs: readonly Proof[]
  readonly mediaType: string
  readonly largestBytes: number
  readonly picture?: true
}

export const attachmentTypes = {
  pdf: { proofs: ['pdf'], mediaType: 'application/pdf', largestBytes: 100 * megabyte },
  ofd: { proofs: ['ofd'], mediaType: 'application/ofd', largestBytes: 100 * megabyte },
  doc: { proofs: ['cfb', 'docx'], mediaType: 'application/msword', largestBytes: 50 * megabyte },
  docx: { proofs: ['docx'], mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', largestBytes: 50 * megabyte },
  wps: { proofs: ['cfb', 'docx'], mediaType: 'application/vnd.ms-works', largestBytes: 50 * megabyte },
  xls: { proofs: ['cfb', 'xlsx'], mediaType: 'application/vnd.ms-excel', largestBytes: 50 * megabyte },
  xlsx: { proofs: ['xlsx'], mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', largestBytes: 50 * megabyte },
  et: { proofs: ['cfb', 'xlsx'], mediaType: 'application/vnd.ms-excel', largestBytes: 50 * megabyte },
  ppt: { proofs: ['cfb', 'pptx'], mediaType: 'application/vnd.ms-powerpoint', largestBytes: 50 * megabyte },
  pptx: { proofs: ['pptx'], mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', largestBytes: 50 * megabyte },
  txt: { proofs: ['text'], mediaType: 'text/plain', largestBytes: 10 * megabyte },
  csv: { proofs: ['text'], mediaType: 'text/csv', largestBytes: 50 * megabyte },
  zip: { proofs: ['zip', 'docx', 'xlsx', 'pptx', 'ofd'], mediaType: 'application/zip', largestBytes: 200 * megabyte },
  jpg: { proofs: ['jpg'], mediaType: 'image/jpeg', largestBytes: 20 * megabyte, picture: true },
  jpeg: { proofs: ['jpg'], mediaType: 'image/jpeg', largestBytes: 20 * megabyte, picture: true },
  png: { proofs: ['png'], mediaType: 'image/png', largestBytes: 20 * megabyte, picture: true },
  gif: { proofs: ['gif'], mediaType: 'image/gif', largestBytes: 20 * megabyte, picture: true },
  webp: { proofs: ['webp'], mediaType: 'image/webp', largestBytes: 20 * megabyte, picture: true },
  tif: { proofs: ['tif'], mediaType: 'image/tiff', largestBytes: 50 * megabyte },
  tiff: { proofs: ['tif'], mediaType: 'image/tiff', largestBytes: 50 * megabyte },
} as const satisfies Record<string, AttachmentType>
