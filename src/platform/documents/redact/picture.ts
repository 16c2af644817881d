// Pictures made anew from their dots: what else the file held does not come along.
import { pictureOf } from '../inspect/inspect-image.ts'
import { Refused } from './redaction.ts'

const mostDots = 40_000_000

export async function copyPicture(bytes: Buffer): Promise<Uint8Array | undefined> {
  const kind = pictureOf(bytes)
  if (kind === undefined) return undefined
  const mupdf = await import('mupdf')
  let image: InstanceType<typeof mupdf.Image> | undefined
  try {
    image = new mupdf.Image(new Uint8Array(bytes))
    if (image.getWidth() * image.getHeight() > mostDots) throw new Refused('too-large')
    const dots = image.toPixmap()
    try {
      return dots.asPNG().slice()
    } finally {
      dots.destroy()
    }
  } catch (error) {
    if (error instanceof Refused) throw error
    // a picture that cannot be read is not taken along
    return undefined
  } finally {
    image?.destroy()
  }
}
