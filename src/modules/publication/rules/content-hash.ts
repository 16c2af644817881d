// What a verdict of the gate is bound to: the exact content that asks to go out.
import { canonicalJson, sha256 } from './canonical.ts'
import type { PublicItem } from './public-item.ts'

/** Hex SHA-256 over the canonical form of everything that the item says. */
export const contentHashOf = (item: PublicItem): string => sha256(canonicalJson(item))
