// A written text as it is read aloud: numbers, dates, document numbers, telephones and units in words. One row a habit; the order matters.
import { digitByDigit, spokenNumber, spokenWhole } from './numerals.ts'

const number = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?'
const until = '\\s*(?:[-–—~～－至到])\\s*'

/** Units that are written as signs, as they are said. Longest first. */
const units: readonly (readonly [string, string])[] = [
  ['μg/m³', '微克每立方米'],
  ['mg/m³', '毫克每立方米'],
  ['mg/L', '毫克每升'],
  ['mg/kg', '毫克每千克'],
  ['km/h', '公里每小时'],
  ['km²', '平方公里'],
  ['kWh', '千瓦时'],
  ['m²', '平方米'],
  ['㎡', '平方米'],
  ['m³', '立方米'],
  ['㎥', '立方米'],
  ['hm²', '公顷'],
  ['km', '公里'],
  ['mm', '毫米'],
  ['cm', '厘米'],
  ['kg', '千克'],
  ['mg', '毫克'],
  ['kW', '千瓦'],
  ['MW', '兆瓦'],
  ['kV', '千伏'],
  ['mL', '毫升'],
  ['ha', '公顷'],
  ['m', '米'],
  ['g', '克'],
  ['t', '吨'],
  ['L', '升'],
]
const unitOf = new Map(units)
const unitSigns = units.map(([sign]) => sign).join('|')

/** Two of these is 两. */
const counted = '个|名|人|件|项|次|天|周|家|户|所|座|台|辆|条|份|位|公里|米|吨|亩|元|年|小时|分钟|栋|处|类|批|套|村|镇|平方米|公顷|千克|期间|倍'

const years = (text: string): string => digitByDigit(text)
const clock = (hour: string, minute: string): string =>
  `${spokenWhole(hour)}点${Number(minute) === 0 ? '整' : `${minute.startsWith('0') ? '零' : ''}${spokenWhole(minute)}分`}`
const dayOf = (year: string, month: string, date: string): string => `${years(year)}年${spokenWhole(month)}月${spokenWhole(date)}日`
const codeOf = (text: string): string => digitByDigit(text.replaceAll(/[^\dA-Za-z]/g, ''), '幺')

type Habit = readonly [pattern: RegExp, said: (...found: string[]) => string]

const habits: readonly Habit[] = [
  // 青政办发〔2026〕3号
  [/[〔[（(【［]((?:19|20)\d{2})[〕\]）)】］]\s*第?(\d+)号/g, (_all, year = '', serial = '') => `${years(year)}年第${spokenWhole(serial)}号`],
  // MBQL09012/2026-00007
  [
    /(?<![A-Za-z0-9])([A-Z0-9]{9})\/((?:19|20)\d{2})-(\d{5})(?!\d)/g,
    (_all, code = '', year = '', serial = '') => `${codeOf(code)}，${years(year)}，${codeOf(serial)}`,
  ],
  // 0960-5021086, 13800000000, 拨打12345
  [/(?<!\d)(0\d{2,3})[-—－](\d{7,8})(?!\d)/g, (_all, area = '', rest = '') => `${codeOf(area)}，${codeOf(rest)}`],
  [/(?<!\d)1[3-9]\d{9}(?!\d)/g, (all) => codeOf(all)],
  [
    /(电话|热线|拨打|致电|传真|短信)(号码)?([：:为是]?\s*)(\d{3,12})(?!\d|\.\d|年|月)/g,
    (_all, word = '', more = '', mark = '', code = '') => `${word}${more}${mark}${codeOf(code)}`,
  ],
  [/(?<!\d)(\d{3,5})(?=(?:政务服务)?(?:便民)?(?:服务)?(?:热线|电话))/g, (all) => codeOf(all)],
  // 2026-03-09, 2026.3.9, 2026/3/9
  [/(?<!\d)((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g, (_all, year = '', month = '', date = '') => dayOf(year, month, date)],
  [new RegExp(`(?<!\\d)((?:19|20)\\d{2})年?${until}((?:19|20)\\d{2})(?=年)`, 'g'), (_all, from = '', to = '') => `${years(from)}至${years(to)}`],
  [/(?<!\d)((?:19|20)\d{2})(?=年|学年)/g, (all) => years(all)],
  // 8:30-12:00
  [
    new RegExp(`(?<![\\d:])([01]?\\d|2[0-4])[:：]([0-5]\\d)${until}([01]?\\d|2[0-4])[:：]([0-5]\\d)(?!\\d)`, 'g'),
    (_all, h = '', m = '', hh = '', mm = '') => `${clock(h, m)}至${clock(hh, mm)}`,
  ],
  [/(?<![\d:])([01]?\d|2[0-4])[:：]([0-5]\d)(?![\d:])/g, (_all, hour = '', minute = '') => clock(hour, minute)],
  // 5%-8%, 12.5%
  [new RegExp(`(${number})%?${until}(${number})%`, 'g'), (_all, from = '', to = '') => `百分之${spokenNumber(from)}至百分之${spokenNumber(to)}`],
  [new RegExp(`([-−－]?)(${number})\\s*[%％]`, 'g'), (_all, sign = '', value = '') => `百分之${sign === '' ? '' : '负'}${spokenNumber(value)}`],
  [new RegExp(`(${number})\\s*‰`, 'g'), (_all, value = '') => `千分之${spokenNumber(value)}`],
  // -5℃
  [new RegExp(`([-−－]?)(${number})\\s*(?:℃|°C)`, 'g'), (_all, sign = '', value = '') => `${sign === '' ? '' : '零下'}${spokenNumber(value)}摄氏度`],
  [new RegExp(`[￥¥]\\s*(${number})`, 'g'), (_all, value = '') => `${spokenNumber(value)}元`],
  // 3~5km, 3km
  [
    new RegExp(`(${number})${until}(${number})\\s*(${unitSigns})(?![A-Za-z])`, 'g'),
    (_all, from = '', to = '', unit = '') => `${spokenNumber(from)}至${spokenNumber(to)}${unitOf.get(unit) ?? unit}`,
  ],
  [
    new RegExp(`(${number})\\s*(${unitSigns})(?![A-Za-z²³])`, 'g'),
    (_all, value = '', unit = '') => `${value === '2' ? '两' : spokenNumber(value)}${unitOf.get(unit) ?? unit}`,
  ],
  // 1/3
  [/(?<![\d/])(\d{1,2})\/(\d{1,3})(?![\d/])/g, (_all, part = '', whole = '') => `${spokenWhole(whole)}分之${spokenWhole(part)}`],
  // （1）… and 1．… at the beginning of a point
  [/^[（(](\d{1,2})[）)]\s*/g, (_all, serial = '') => `第${spokenWhole(serial)}，`],
  [/^(\d{1,2})[．.、]\s*(?!\d)/g, (_all, serial = '') => `第${spokenWhole(serial)}，`],
  // PM2.5, G30, A4
  [
    /([A-Za-z]+)[-—]?(\d+)(?:\.(\d+))?/g,
    (_all, letters = '', whole = '', part = '') => `${letters}${digitByDigit(whole)}${part === '' ? '' : `点${digitByDigit(part)}`}`,
  ],
  // codes: long, or with a zero in front
  [/(?<![\d.,])(?:0\d+|\d{9,})(?![\d.])/g, (all) => codeOf(all)],
  // 3至5个, 1.5～2万元
  [new RegExp(`(?<![\\d.])(${number})${until}(${number})(?![\\d.])`, 'g'), (_all, from = '', to = '') => `${spokenNumber(from)}至${spokenNumber(to)}`],
  [new RegExp(`(?<![\\d.第])2(?=(?:余|多)?(?:${counted}|万|亿))`, 'g'), () => '两'],
  [new RegExp(`(?<=[零下为达至：:，（(\\s])[-−－](${number})`, 'g'), (_all, value = '') => `负${spokenNumber(value)}`],
  [new RegExp(`(${number})\\s*×\\s*(${number})`, 'g'), (_all, one = '', other = '') => `${spokenNumber(one)}乘以${spokenNumber(other)}`],
  [new RegExp(number, 'g'), (all) => spokenNumber(all)],
  [/≥/g, () => '大于等于'],
  [/≤/g, () => '小于等于'],
  [/＞|>/g, () => '大于'],
  [/＜|</g, () => '小于'],
  [/±/g, () => '正负'],
  [/〔|〕|【|】/g, () => ''],
]

/** The text as it is said; what is not a number, a unit or a sign stays as it is. */
export const spoken = (written: string): string =>
  habits.reduce(
    (text, [pattern, said]) =>
      text.replaceAll(pattern, (...found) =>
        said(
          ...found
            .slice(0, -2)
            .map((one) => (typeof one === 'string' ? one : undefined))
            .map((one) => one ?? ''),
        ),
      ),
    written.normalize('NFC').replaceAll(/[０-９．％]/g, (wide) => (wide === '．' ? '．' : wide.normalize('NFKC'))),
  )
