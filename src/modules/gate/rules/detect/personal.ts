// Numbers of persons: identity, telephones at home and in the pocket, bank card. Office telephones and numbers of things are told apart by their shape and what stands before them.
import { before, type Hit, type Subject } from '../subject.ts'
import { birthDate, identityCheckHolds, isUnifiedCode, luhnHolds, regionHolds } from './check-digits.ts'
import { hitIn, linesOf } from './lines.ts'

/** The number is one of a thing, whatever it looks like. */
const ofThings =
  /(?:编号|合同|订单|流水|单号|运单|票号|票据|发票|凭证|缴款码|项目代码|序列号|条码|二维码|资产|批次|卷宗|版本|图号|证书|许可证|备案|设备|车架|发动机)[^，。；、\s]{0,4}[:：]?\s*$/
const ofAmounts = /^\s*(?:[万亿]?元|平方|公里|立方|吨|亩|千瓦|人次|条|件|%|‰)/
/** Head of a column of figures. */
const amountColumn = /[（(][万亿]?元[）)]|金额|价款|数量|面积/
const identityWords = /身份证|公民身份|身份号|证件号|证号/

const eighteen = /(?<![\dA-Za-z*./-])(\d{6})([ -]?)(\d{8})\2(\d{3}[\dXx])(?![\dA-Za-z*]|[./-]\d)/g
const fifteen = /(?<![\dA-Za-z*./-])(\d{6})(\d{6})\d{3}(?![\dA-Za-z*]|[./-]\d)/g

type Code =
  | 'identity-number'
  | 'identity-number-old'
  | 'identity-number-doubtful'
  | 'mobile-number'
  | 'mobile-number-office'
  | 'home-phone'
  | 'bank-card-number'

export function* identityNumbers({ pieces }: Pick<Subject, 'pieces'>): Generator<Hit<Code>> {
  for (const line of linesOf(pieces)) {
    const { piece } = line
    for (const found of piece.plain.matchAll(eighteen)) {
      const [whole, region = '', , birth = '', tail = ''] = found
      const ahead = before(piece, found.index)
      if (!regionHolds(region) || birthDate(birth) === undefined || ofAmounts.test(piece.plain.slice(found.index + whole.length))) continue
      const number = `${region}${birth}${tail.toUpperCase()}`
      const right = identityCheckHolds(number)
      if (!right && (!identityWords.test(ahead) || isUnifiedCode(number))) continue
      if (right && (ofThings.test(ahead) || amountColumn.test(piece.context)) && !identityWords.test(ahead)) continue
      yield* hitIn(line, right ? 'identity-number' : 'identity-number-doubtful', found.index, whole.length)
    }
    for (const found of piece.plain.matchAll(fifteen)) {
      const [whole, region = '', birth = ''] = found
      if (!regionHolds(region) || birthDate(`19${birth}`) === undefined || !identityWords.test(before(piece, found.index))) continue
      yield* hitIn(line, 'identity-number-old', found.index, whole.length)
    }
  }
}

const mobile = /(?<![\dA-Za-z*./-])(\+?86[- ]?)?(1[3-9]\d)([-. ]?)(\d{4})\3(\d{4})(?![\dA-Za-z*]|[./-]\d)/g
const ofOffice = /办公|值班|热线|咨询|监督|投诉电话|举报|传真|公务|服务电话/
const landline = /(?<![\dA-Za-z*./-])(?:[（(]0\d{2,3}[）)] ?|0\d{2,3}[- ]?)?\d{4}[- ]?\d{3,4}(?![\dA-Za-z*]|[./-]\d)/g
const ofHome = /(?:家庭|住宅|家中|家里)(?:固定)?电话|宅电/

export function* mobileNumbers({ pieces }: Pick<Subject, 'pieces'>): Generator<Hit<Code>> {
  for (const line of linesOf(pieces)) {
    const { piece } = line
    for (const found of piece.plain.matchAll(mobile)) {
      const [whole, prefix = ''] = found
      const ahead = before(piece, found.index)
      if (ofThings.test(ahead) || ofAmounts.test(piece.plain.slice(found.index + whole.length))) continue
      yield* hitIn(line, ofOffice.test(ahead) ? 'mobile-number-office' : 'mobile-number', found.index + prefix.length, whole.length - prefix.length)
    }
    if (!ofHome.test(piece.context) && !ofHome.test(piece.plain)) continue
    for (const { 0: whole, index: at } of piece.plain.matchAll(landline))
      if (ofHome.test(before(piece, at, 10))) yield* hitIn(line, 'home-phone', at, whole.length)
  }
}

const card = /(?<![\dA-Za-z*./-])(\d{16,19}|\d{4}(?:([ -])\d{4})(?:\2\d{4}){2}(?:\2\d{1,3})?)(?![\dA-Za-z*]|[./-]\d| \d)/g
const ofBanks = /卡|账号|帐号|账户|帐户|开户|银行|存折/
const ofOffices = /户名[^，。；]{0,20}(?:局|中心|公司|政府|委员会|财政|学校|医院|办事处|大队)/
const otherNetworks = /^(?:4\d|5[1-5]|35|955)/

export function* bankCards({ pieces }: Pick<Subject, 'pieces'>): Generator<Hit<Code>> {
  for (const line of linesOf(pieces)) {
    const { piece } = line
    for (const found of piece.plain.matchAll(card)) {
      const [whole] = found
      const number = whole.replaceAll(/[ -]/g, '')
      const ahead = before(piece, found.index, 20)
      const after = piece.plain.slice(found.index + whole.length)
      if (!luhnHolds(number) || ofThings.test(ahead) || ofAmounts.test(after) || /对公|财政专户|非税|国库/.test(ahead)) continue
      if (amountColumn.test(piece.context) && !ofBanks.test(piece.context)) continue
      if (number.length === 18 && regionHolds(number.slice(0, 6)) && birthDate(number.slice(6, 14)) !== undefined) continue
      if (ofOffices.test(after.slice(0, 30)) || !(number.startsWith('62') || (otherNetworks.test(number) && ofBanks.test(ahead)))) continue
      yield* hitIn(line, 'bank-card-number', found.index, whole.length)
    }
  }
}

const code = /(?<![0-9A-Za-z/])[1-9ANY]\d[ -]?\d{6}[ -]?[0-9A-Z]{8,9}[ -]?[0-9A-Z]{1,2}(?![0-9A-Za-z/])/g

/** Codes of organizations are public; only one that cannot be is told. */
export function* unifiedCodes({ pieces }: Subject): Generator<Hit<'unified-code-wrong'>> {
  for (const [index, piece] of pieces.entries())
    for (const found of piece.plain.matchAll(code)) {
      const [whole] = found
      const number = whole.replaceAll(/[ -]/g, '')
      const ahead = before(piece, found.index)
      if (number.length !== 18 || ((number !== whole || !/[A-Z]/.test(number)) && !/信用代码|机构代码/.test(ahead))) continue
      if (isUnifiedCode(number) || birthDate(number.slice(6, 14)) !== undefined || ofThings.test(ahead)) continue
      yield { code: 'unified-code-wrong', piece: index, at: found.index, match: piece.text.slice(found.index, found.index + whole.length) }
    }
}
