// What other modules may ask of the one door.
export type { PublicItem, PublicAttachment, Published, Verdict, PublishRefusal } from './rules/public-item.ts'
