// The paper way on a real database: a sheet is printed, signed by pen, photographed, and files itself to its edition; and everything that goes wrong.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codesOf, county, layCounty, must, secrecy, type County, type Person } from '../../../../../test/disclosure/cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../../test/database.ts'
import { cleanBytes } from '../../../../platform/documents/clean/clean-file.ts'
import { asJpeg, photographed, printedPage, type Camera } from '../../../../platform/documents/codes/photographs.ts'
import { readCodes } from '../../../../platform/documents/codes/read-codes.ts'
import { proofOf } from '../../../../platform/documents/read/proof.ts'
import { folderStore, type FileStore } from '../../../../platform/files/file-store.ts'
import { reviewSheetOf } from '../../http/pages/review-sheet.ts'
import { attachmentsOf } from '../../queries/attachments.ts'
import { editionById } from '../../queries/edition.ts'
import { owedPaper } from '../../queries/paper/owed.ts'
import { filingTargets, pensOf, photoList, photosOf } from '../../queries/paper/photos.ts'
import { removeAttachment } from '../arrange-attachments.ts'
import { enterPens } from './enter-pens.ts'
import { fileByHand, setAside } from './file-photo.ts'
import { handIn, type HandedIn, type PhotoReading } from './hand-in.ts'
import { codeOfSheet } from './issue-code.ts'

let database: FreshDatabase
let folder: string
let store: FileStore
let town: County
beforeAll(async () => {
  database = await freshDatabase()
  await layCounty(database)
  folder = await mkdtemp(join(tmpdir(), 'gongkai-paper-'))
  store = folderStore(folder)
  town = county(database)
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const reading: PhotoReading = { proofOf, codes: (file, prefix) => readCodes(file.bytes, prefix), clean: cleanBytes }
const slice = { limit: 50, offset: 0 }

async function printed(login: Person, editionId: string): Promise<string> {
  const by = await town.by(login)
  return database.transaction(async (tx) => {
    const edition = await editionById(tx, editionId)
    if (!edition) throw new Error('no such edition')
    return codeOfSheet(tx, edition, by.at)
  })
}
const photoOf = (code: string | null, camera: Camera = {}): Buffer =>
  asJpeg(photographed(printedPage(code === null ? [] : [{ text: `GKS1:${code}`, x: 970, y: 120 }]), { side: 800, turned: 5, ...camera }))
async function give(login: Person, name: string, bytes: Buffer): Promise<HandedIn> {
  const by = await town.by(login)
  const [row] = must(await database.transaction((tx) => handIn(tx, by, [{ name, bytes }], store, reading)))
  if (!row) throw new Error('nothing was said of the photograph')
  return row
}
const tray = async (login: Person, place: 'unfiled' | 'filed' | 'aside' = 'unfiled') =>
  (await photoList(database.db, (await town.by(login)).actor, { place }, slice)).rows
const urgent = { urgent: { reason: '石泉镇突发山洪', orderedBy: '县长 江愉' } }

async function toSigning(): Promise<string> {
  const editionId = await town.draft()
  must(await town.step('lin', 'submit', editionId))
  must(await town.step('he', 'approve-section', editionId))
  must(await town.step('bao', 'pass-secrecy', editionId, secrecy))
  return editionId
}

describe('an urgent release', () => {
  it('is owed its paper until the photograph of this very sheet has filed itself and somebody says that it is signed', async () => {
    const editionId = await town.draft()
    must(await town.step('lin', 'submit-urgent', editionId, urgent))
    must(await town.step('bao', 'pass-secrecy', editionId, secrecy))
    must(await town.step('fen', 'sign', editionId))
    must(await town.step('fen', 'publish', editionId))
    const { actor, today } = await town.by('lin')
    // three working days after Friday, 20 November
    expect((await owedPaper(database.db, actor, {}, today, slice)).rows.map(({ dueOn, orderedBy }) => [dueOn, orderedBy])).toEqual([
      ['2026-11-25', '县长 江愉'],
    ])
    expect((await owedPaper(database.db, actor, { overdue: true }, today, slice)).total).toBe(0)

    const code = await printed('lin', editionId)
    expect(await printed('he', editionId)).toBe(code)
    const row = await give('lin', 'IMG_2041.JPG', photoOf(code))
    expect(row).toMatchObject({ as: 'filed', filed: { editionId, stand: 'current', next: 'complete-paper' } })
    // filing alone settles nothing: a picture does not tell whether it was signed
    expect((await owedPaper(database.db, actor, {}, today, slice)).total).toBe(1)
    const [photo] = await photosOf(database.db, editionId)
    must(await town.step('lin', 'complete-paper', editionId, { sheet: { attachmentId: photo!.attachmentId } }))
    expect((await owedPaper(database.db, actor, {}, today, slice)).total).toBe(0)
    const { rows } = await sql`select count(*)::int as papers from disclosure.urgent_paper where edition_id = ${editionId}`.execute(database.db)
    expect(rows).toEqual([{ papers: 1 }])
  })
})

describe('the ordinary way', () => {
  it('the photograph stands for the leader’s signature; the levels signed by pen are entered from it and printed', async () => {
    const editionId = await toSigning()
    const row = await give('lin', '签批单.jpg', photoOf(await printed('lin', editionId), { turned: 90 }))
    expect(row).toMatchObject({ as: 'filed', filed: { next: 'record-paper-signature' } })
    const [photo] = await photosOf(database.db, editionId)
    const by = await town.by('lin')
    const entering = { editionId, attachmentId: photo!.attachmentId, pens: [{ level: 'section', signer: '何若川', day: '2026-11-19' }] as const }
    must(await database.transaction((tx) => enterPens(tx, by, entering)))
    must(await database.transaction((tx) => enterPens(tx, by, { ...entering, pens: [{ level: 'section', signer: '何若川（补签）', day: '2026-11-20' }] })))
    // nothing is overwritten: both stand, the newest holds, and no step was taken
    expect((await pensOf(database.db, editionId, 1)).map(({ signer }) => signer)).toEqual(['何若川', '何若川（补签）'])
    expect(await town.stateOf(editionId)).toBe('signing')
    const stranger = await town.by('cai')
    expect(codesOf(await database.transaction((tx) => enterPens(tx, stranger, entering)))).toEqual(['not-found'])
    const page = (await database.transaction((tx) => reviewSheetOf(tx, editionId, by))) ?? ''
    expect(page).toContain('何若川（补签）')
    expect(page).not.toContain('何若川　2026-11-19')
    expect(page).toContain(photo!.originalSha256)
    expect(codesOf(await database.transaction((tx) => removeAttachment(tx, by, { editionId, attachmentId: photo!.attachmentId })))).toEqual(['sheet-filed'])
  })

  it('a sheet printed before the text was changed is filed where it belongs, said to be old, and moves nothing', async () => {
    const editionId = await toSigning()
    const code = await printed('lin', editionId)
    must(await town.step('fen', 'return-from-signing', editionId, { opinion: '请补充附件。' }))
    must(await town.step('lin', 'submit', editionId))
    must(await town.step('he', 'approve-section', editionId))
    must(await town.step('bao', 'pass-secrecy', editionId, secrecy))
    expect(await printed('lin', editionId)).not.toBe(code)
    const row = await give('lin', '旧表.jpg', photoOf(code))
    expect(row).toMatchObject({ as: 'filed', filed: { editionId, stand: 'earlier-round', next: null } })
    const [photo] = await photosOf(database.db, editionId)
    const { accountId } = (await town.by('fen')).actor
    const paper = { attachmentId: photo!.attachmentId, day: '2026-11-20', signerId: accountId }
    expect(codesOf(await town.step('lin', 'record-paper-signature', editionId, { paper }))).toContain('signed-sheet-missing')
    const by = await town.by('lin')
    const pens = [{ level: 'leader', signer: '冯晓', day: '2026-11-20' }] as const
    expect(codesOf(await database.transaction((tx) => enterPens(tx, by, { editionId, attachmentId: photo!.attachmentId, pens })))).toEqual(['pen-on-old-sheet'])
  })
})

describe('what does not file itself', () => {
  it('waits in the tray, is found by its title or the typed code, and is filed by hand once', async () => {
    const editionId = await toSigning()
    const code = await printed('lin', editionId)
    const row = await give('lin', '没拍到编号.jpg', photoOf(null, { seed: 2, grain: 1 }))
    expect(row).toMatchObject({ as: 'unfiled', trouble: 'no-code' })
    const photoId = row.as === 'unfiled' ? row.photoId : ''
    expect((await tray('lin')).map((one) => one.photoId)).toContain(photoId)
    expect((await tray('cai')).map((one) => one.photoId)).not.toContain(photoId)
    const by = await town.by('lin')
    const found = await filingTargets(database.db, by.actor, code.toLowerCase().replaceAll(/(.{5})/g, '$1-'), 20)
    expect(found.map((one) => one.editionId)).toEqual([editionId])
    expect((await filingTargets(database.db, (await town.by('cai')).actor, code, 20)).length).toBe(0)
    const draft = await town.draft()
    expect(codesOf(await database.transaction((tx) => fileByHand(tx, by, { photoId, editionId: draft })))).toEqual(['photo-before-submission'])
    expect(must(await database.transaction((tx) => fileByHand(tx, by, { photoId, editionId })))).toMatchObject({
      stand: 'current',
      next: 'record-paper-signature',
    })
    expect(codesOf(await database.transaction((tx) => fileByHand(tx, by, { photoId, editionId })))).toEqual(['photo-filed'])
    expect((await tray('lin', 'filed')).find((one) => one.photoId === photoId)?.how).toBe('hand')
  })

  it('with a code of another unit’s sheet tells nothing of it', async () => {
    const editionId = await toSigning()
    const row = await give('cai', '别家的.jpg', photoOf(await printed('lin', editionId), { turned: 2 }))
    expect(row).toMatchObject({ as: 'unfiled', trouble: 'unknown-code' })
    expect(await photosOf(database.db, editionId)).toEqual([])
    const photoId = row.as === 'unfiled' ? row.photoId : ''
    const by = await town.by('cai')
    expect(codesOf(await database.transaction((tx) => fileByHand(tx, by, { photoId, editionId })))).toEqual(['not-found'])
    expect(codesOf(await database.transaction((tx) => setAside(tx, by, { photoId, reason: ' ' })))).toEqual(['aside-reason-missing'])
    must(await database.transaction((tx) => setAside(tx, by, { photoId, reason: '误传' })))
    expect((await tray('cai', 'aside')).map((one) => one.asideReason)).toEqual(['误传'])
  })

  it('twice is said, not doubled', async () => {
    const editionId = await toSigning()
    const bytes = photoOf(await printed('lin', editionId), { turned: 8 })
    expect((await give('lin', '第一次.jpg', bytes)).as).toBe('filed')
    const again = await give('he', '第二次.jpg', bytes)
    expect(again).toMatchObject({ as: 'twice', before: { editionId, addedByName: '林知夏' } })
    expect((await attachmentsOf(database.db, editionId)).filter((one) => one.role === 'signed-sheet')).toHaveLength(1)
  })

  it('is refused where it is no photograph, whatever its name says', async () => {
    const said = await give('lin', '审查表.jpg', Buffer.from('PK 这不是照片'))
    expect(said).toMatchObject({ as: 'refused', refusal: { code: 'photo-type' } })
    expect(await give('lin', '空.pdf', Buffer.alloc(0))).toMatchObject({ as: 'refused', refusal: { code: 'attachment-empty' } })
  })
})

it('shows a copy without the place where the picture was taken, and keeps the evidence as it came', async () => {
  const editionId = await toSigning()
  const plain = photoOf(await printed('lin', editionId), { turned: 3 })
  const words = Buffer.from('Exif\0\0 GPS 28.2282N 112.9388E')
  const head = Buffer.from([0xff, 0xe1, 0, words.length + 2])
  const tagged = Buffer.concat([plain.subarray(0, 2), head, words, plain.subarray(2)])
  const row = await give('lin', '带位置.jpg', tagged)
  expect(row.as).toBe('filed')
  const [file] = (await attachmentsOf(database.db, editionId)).filter((one) => one.role === 'signed-sheet')
  expect((await store.read(file!.sha256)).includes('112.9388E')).toBe(false)
  expect((await store.read(file!.originalSha256!)).equals(tagged)).toBe(true)
})

it('cannot be undone by the office’s login', async () => {
  const { openDatabase } = await import('../../../../platform/database/database.ts')
  const office = openDatabase({ url: database.officeUrl, name: 'office', poolSize: 1 })
  for (const table of ['printed_sheet', 'sheet_filing', 'sheet_photo_aside', 'pen_signature']) {
    await expect(sql`delete from disclosure.${sql.raw(table)}`.execute(office.db)).rejects.toThrow('permission denied')
  }
  await office.close()
})
