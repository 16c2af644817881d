// Pictures: what cameras and programs write beside the dots.
import { chunk, exif, gps, jpeg, png, segment, tiffOf, webp, xmpSegment } from './build-images.ts'
import { negative, positive, type InspectionCase } from './shape.ts'
import { deflateSync } from 'node:zlib'

const jpg = '现场照片.jpg'
const xmpOf = (inside: string): string =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"${inside}</rdf:Description></rdf:RDF></x:xmpmeta>`
const comment = (text: string): Buffer => Buffer.concat([Buffer.from('ASCII\0\0\0', 'latin1'), Buffer.from(text, 'latin1')])

export const imageCases: readonly InspectionCase[] = [
  positive('property-place', jpg, 'the camera wrote where it stood', () => jpeg([exif(tiffOf([gps]))])),
  positive('property-person', jpg, 'the camera knows its owner', () => jpeg([exif(tiffOf([{ tag: 0x8769, inside: [{ tag: 0xa430, text: '王建国' }] }]))])),
  positive('property-device', jpg, 'the camera wrote its serial number', () =>
    jpeg([exif(tiffOf([{ tag: 0x8769, inside: [{ tag: 0xa431, text: 'SN20260017' }] }]))]),
  ),
  positive('property-person', jpg, 'the artist is named', () => jpeg([exif(tiffOf([{ tag: 0x013b, text: '王建国' }]))])),
  positive('property-person', jpg, 'Windows wrote the author', () => jpeg([exif(tiffOf([{ tag: 0x9c9d, bytes: Buffer.from('王建国\0', 'utf16le') }]))])),
  positive('property-note', jpg, 'a description was written into the picture', () => jpeg([exif(tiffOf([{ tag: 0x010e, text: '赵小梅家中，低保核查' }]))])),
  positive(['property-note', 'identity-number'], jpg, 'an identity number stands in the comment of the picture', () =>
    jpeg([exif(tiffOf([{ tag: 0x8769, inside: [{ tag: 0x9286, bytes: comment('ID 11010519491231002X') }] }]))]),
  ),
  positive('property-note', jpg, 'a comment segment', () => jpeg([segment(0xfe, Buffer.from('入户核查 赵小梅', 'utf8'))])),
  positive('property-person', jpg, 'XMP names the author', () =>
    jpeg([xmpSegment(xmpOf('><dc:creator><rdf:Seq><rdf:li>王建国</rdf:li></rdf:Seq></dc:creator>'))]),
  ),
  positive('property-place', jpg, 'XMP tells the place', () => jpeg([xmpSegment(xmpOf(' exif:GPSLatitude="28,12.5N" exif:GPSLongitude="112,59.1E">'))])),
  positive('thumbnail', jpg, 'a small picture that may show what was cut off', () => jpeg([exif(tiffOf([{ tag: 0x010f, text: 'Canon' }], jpeg()))])),
  positive('property-person', jpg, 'the news fields name the author', () =>
    jpeg([
      segment(
        0xed,
        Buffer.concat([
          Buffer.from('Photoshop 3.0\x008BIM', 'latin1'),
          Buffer.from([4, 4, 0, 0, 0, 0, 0, 14, 0x1c, 2, 80, 0, 9]),
          Buffer.from('王建国', 'utf8'),
        ]),
      ),
    ]),
  ),
  positive('property-person', '图.png', 'a text chunk names the author', () => png([chunk('tEXt', Buffer.from('Author\0Wang Jianguo', 'latin1'))])),
  positive('property-note', '图.png', 'an international text chunk holds a remark', () =>
    png([chunk('iTXt', Buffer.from('Comment\0\0\0\0\0内部使用', 'utf8'))]),
  ),
  positive('property-note', '图.png', 'a packed text chunk holds a remark', () =>
    png([chunk('zTXt', Buffer.concat([Buffer.from('Description\0\0', 'latin1'), deflateSync(Buffer.from('for Li only'))]))]),
  ),
  positive('property-place', '图.png', 'a chunk of the camera tells the place', () => png([chunk('eXIf', tiffOf([gps]))])),
  positive('property-place', '图.webp', 'a chunk of the camera tells the place', () => webp(tiffOf([gps]))),
  positive('property-person', '图.webp', 'XMP names the author', () =>
    webp(undefined, xmpOf('><dc:creator><rdf:Seq><rdf:li>王建国</rdf:li></rdf:Seq></dc:creator>')),
  ),
  positive('property-person', '扫描.tif', 'the artist is named', () =>
    tiffOf([
      { tag: 0x0100, short: 1 },
      { tag: 0x0101, short: 1 },
      { tag: 0x013b, text: '王建国' },
    ]),
  ),

  negative(jpg, 'a bare picture', () => jpeg()),
  negative(jpg, 'make, model and orientation of a camera', () =>
    jpeg([
      exif(
        tiffOf([
          { tag: 0x010f, text: 'HUAWEI' },
          { tag: 0x0110, text: 'Mate' },
          { tag: 0x0112, short: 6 },
        ]),
      ),
    ]),
  ),
  negative(jpg, 'a comment of a program', () => jpeg([segment(0xfe, Buffer.from('CREATOR: gd-jpeg v1.0 (using IJG JPEG v62), quality = 90', 'latin1'))])),
  negative(jpg, 'a colour profile', () => jpeg([segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01profile', 'latin1'))])),
  negative(jpg, 'a directory of places without a place', () => jpeg([exif(tiffOf([{ tag: 0x8825, inside: [{ tag: 0, bytes: Buffer.from([2, 3, 0, 0]) }] }]))])),
  negative(jpg, 'an empty comment field', () => jpeg([exif(tiffOf([{ tag: 0x8769, inside: [{ tag: 0x9286, bytes: comment('                ') }] }]))])),
  negative(jpg, 'XMP of a program without names', () => jpeg([xmpSegment(xmpOf(' xmp:CreatorTool="Adobe Photoshop 25">'))])),
  negative('图.png', 'a bare picture', () => png()),
  negative('图.png', 'the name of a program and its time', () =>
    png([chunk('tEXt', Buffer.from('Software\0Adobe ImageReady', 'latin1')), chunk('tIME', Buffer.from([7, 0xea, 3, 2, 9, 0, 0]))]),
  ),
  negative('图.png', 'size and colours', () => png([chunk('pHYs', Buffer.alloc(9, 1)), chunk('gAMA', Buffer.alloc(4, 1))])),
  negative('图.webp', 'a bare picture', () => webp()),
  negative('扫描.tif', 'a bare scan', () =>
    tiffOf([
      { tag: 0x0100, short: 1 },
      { tag: 0x0101, short: 1 },
    ]),
  ),
]
