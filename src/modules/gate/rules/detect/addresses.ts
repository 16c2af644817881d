// Where somebody lives, down to the door. Offices, firms, sites and buildings that are dealt with have addresses, too, and theirs are public.
import type { Hit, Subject } from '../subject.ts'

/** What says that somebody lives there. */
const ofHome = /(?:家庭|居住|户籍|户口|现)(?:所在地|住址|地址|住地)|现居住地|居住地|(?<!住)住址|家住|现住(?!房)|户籍地(?!址)/g
/** 住 alone says so after a person. */
const livesAt = /(?<=[，,）)\p{Script=Han}])住(?=[\p{Script=Han}])(?![所院宅房建户宿址在地])/gu
/** An address of whoever asks or is dealt with. */
const ofPerson = /(?:申请人|当事人|被处罚人|患者|信访人|举报人|投诉人|户主|家属|本人)(?:的)?(?:联系|通讯|送达)?地址/g
const door = /\d{1,5} ?(?:号楼?|室|幢|栋|组|弄|户|单元|座)/
/** As far as an address goes: letters, digits, and what stands between numbers of doors. */
const run = /^(?:为|是|系|在|于|:|：|\s)*([\p{Script=Han}A-Za-z0-9#-]{3,60})/u
/** The address with its last door; of what follows only numbers belong to it. */
const upToDoor = /^.*\d{1,5} ?(?:号楼?|室|幢|栋|组|弄|户|单元|座)(?:\d{1,5}室?)?/

function addressAt(plain: string, from: number): { at: number; length: number } | undefined {
  const found = run.exec(plain.slice(from, from + 80))
  const written = found?.[1]
  if (!found || written === undefined || !door.test(written)) return undefined
  const address = upToDoor.exec(written)?.[0]
  return address === undefined ? undefined : { at: from + found[0].length - written.length, length: address.length }
}

export function* homeAddresses({ pieces }: Pick<Subject, 'pieces'>): Generator<Hit<'home-address'>> {
  for (const [index, { plain, text, context }] of pieces.entries()) {
    if (!/\d/.test(plain)) continue
    const starts = [ofHome, livesAt, ofPerson].flatMap((label) => [...plain.matchAll(label)].map(({ 0: whole, index: at }) => at + whole.length))
    // a cell below such a heading is the address itself
    if (/(?:家庭|居住|户籍)(?:住址|地址|地)|住址/.test(context)) starts.push(0)
    let taken = -1
    for (const start of starts.toSorted((a, b) => a - b)) {
      const met = addressAt(plain, start)
      if (!met || met.at < taken) continue
      taken = met.at + met.length
      yield { code: 'home-address', piece: index, at: met.at, match: text.slice(met.at, taken) }
    }
  }
}
