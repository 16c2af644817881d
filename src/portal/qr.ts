// A QR code as SVG, dark on white whatever the page looks like, because cameras need it so.
import { toString } from 'qrcode'

/** One of the eight masks, which every reader takes: trying all of them for the prettiest was a tenth of the making of a page. */
const maskPattern = 3

export const qrSvg = async (text: string): Promise<string> => {
  // an address as it is: to look for parts that another notation packs more closely took longer than all the rest, and found nothing in addresses like ours
  const svg = await toString([{ data: Buffer.from(text), mode: 'byte' }], { type: 'svg', margin: 0, errorCorrectionLevel: 'M', maskPattern })
  return svg.replace('<svg ', '<svg role="img" aria-label="本页网址的二维码" ').trim()
}
