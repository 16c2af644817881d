// What PostgreSQL refuses in JSON does not come there.
import { expect, test } from 'vitest'
import { jsonForDatabase } from './json-for-database.ts'

test.each([
  ['half of a character', { words: ['公园\ud83d', '\udc00'] }, '{"words":["公园\ufffd","\ufffd"]}'],
  ['a whole one', { word: '\u{1f600}' }, '{"word":"\u{1f600}"}'],
  ['what only looks like half of one', { word: '\\ud83d' }, '{"word":"\\\\ud83d"}'],
])('%s', (_what, value, json) => expect(jsonForDatabase(value)).toBe(json))
