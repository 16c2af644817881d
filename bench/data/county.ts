// Who publishes: the units of a city with its counties, as a tree.
import type { Unit } from './texts.ts'
import { countyNames, topics, townNames, villages } from './words.ts'

const unitId = (position: number): string => `0a000000-0000-4000-8000-${String(position).padStart(12, '0')}`
const codeSigns = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** 18 characters in the shape of a unified credit code. */
function frontCodeOf(position: number): string {
  let rest = position
  let code = ''
  for (let at = 0; at < 10; at += 1) {
    code = (codeSigns[rest % codeSigns.length] ?? '0') + code
    rest = Math.floor(rest / codeSigns.length)
  }
  return `11430700${code}`
}

/** The busiest first: the offices of each county, then its departments, its towns, its villages. */
export function unitsOf(count: number): Unit[] {
  const units: Unit[] = [
    {
      id: unitId(0),
      parentId: null,
      kind: 'government',
      name: '青岚市人民政府',
      shortName: '市政府',
      frontCode: frontCodeOf(0),
      topic: undefined,
      sign: '青政',
    },
  ]
  const counties = countyNames.slice(0, Math.max(1, Math.min(countyNames.length, Math.floor(count / 20))))
  const heads = new Map<string, string>()
  for (let row = 0; units.length < count; row += 1)
    for (const county of counties) {
      if (units.length >= count) break
      const id = unitId(units.length)
      const topic = row >= 1 && row <= topics.length ? topics[row - 1] : undefined
      const town = townNames[row - topics.length - 1]
      const beyond = row - topics.length - townNames.length - 1
      const sign = county.slice(0, 1)
      const parentId = row === 0 ? unitId(0) : (heads.get(county) ?? unitId(0))
      const base = { id, parentId, frontCode: frontCodeOf(units.length) }
      if (row === 0) {
        heads.set(county, id)
        units.push({ ...base, kind: 'government', name: `${county}县人民政府`, shortName: `${county}县政府`, topic: undefined, sign: `${sign}政` })
      } else if (topic)
        units.push({ ...base, kind: 'department', name: `${county}县${topic.office}`, shortName: `县${topic.office}`, topic: row - 1, sign: sign + topic.sign })
      else if (town !== undefined)
        units.push({ ...base, kind: 'town', name: `${county}县${town}镇人民政府`, shortName: `${town}镇`, topic: undefined, sign: `${town.slice(0, 1)}政` })
      else {
        const village = `${townNames[beyond % townNames.length] ?? ''}镇${villages[beyond] ?? beyond}`
        units.push({ ...base, kind: 'village', name: `${county}县${village}村民委员会`, shortName: `${village}村`, topic: undefined, sign: '村' })
      }
    }
  return units
}
