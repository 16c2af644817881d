// The sheet on paper: what its code begins with, which photographs are taken, whose pen can stand on it, and why one does not file itself.
import type { ReviewLevel } from './review-levels.ts'

/** What the QR code of a printed sheet begins with; the version of its form is part of it. */
export const codePrefix = 'GKS1:'

const megabyte = 1024 * 1024

/** By the proof of the content, whatever the name says. */
export const photoTypes = {
  jpg: { mediaType: 'image/jpeg', ending: 'jpg' },
  png: { mediaType: 'image/png', ending: 'png' },
  pdf: { mediaType: 'application/pdf', ending: 'pdf' },
} as const satisfies Record<string, { mediaType: string; ending: string }>

export type PhotoType = keyof typeof photoTypes
export const largestPhotoBytes = 40 * megabyte

/** Why a photograph waits in the tray. */
export const photoTroubles = {
  'no-code': '没有识别到审查表编号',
  'unknown-code': '编号不是本系统审查表的编号，或者不在您的办理范围内',
  discarded: '编号对应的信息已作废',
} as const satisfies Record<string, string>

export type PhotoTrouble = keyof typeof photoTroubles

/** Levels at which the paper has a place for a signature; what is answered from outside has none. */
export const penLevels = ['author', 'section', 'secrecy', 'leader', 'main-leader'] as const satisfies readonly ReviewLevel[]

export type PenLevel = (typeof penLevels)[number]

/** How a filed sheet stands to the text that is in work. */
export const sheetStands = {
  current: '本轮审查表',
  'earlier-round': '以前轮次的审查表',
  'earlier-text': '打印后正文又有修改的审查表',
} as const satisfies Record<string, string>

export type SheetStand = keyof typeof sheetStands
