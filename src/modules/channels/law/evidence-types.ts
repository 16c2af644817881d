// What may prove that something was shown: photographs, scans and screen pictures, by what their content proves to be.
const megabyte = 1024 * 1024

export const evidenceTypes = {
  jpg: { mediaType: 'image/jpeg', largestBytes: 20 * megabyte },
  png: { mediaType: 'image/png', largestBytes: 20 * megabyte },
  webp: { mediaType: 'image/webp', largestBytes: 20 * megabyte },
  tif: { mediaType: 'image/tiff', largestBytes: 50 * megabyte },
  pdf: { mediaType: 'application/pdf', largestBytes: 50 * megabyte },
  ofd: { mediaType: 'application/ofd', largestBytes: 50 * megabyte },
} as const satisfies Record<string, { mediaType: string; largestBytes: number }>

export type EvidenceProof = keyof typeof evidenceTypes

/** Files that one entry may carry. */
export const mostEvidence = 20
