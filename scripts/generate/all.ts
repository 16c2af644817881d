// Every file that is drawn from the tables: compared by the check, rewritten by `npm run generate`.
import { modulesDrawing } from './modules.ts'

export interface GeneratedFile {
  /** Below the root of the project. */
  readonly path: string
  readonly text: string
}

export async function generated(): Promise<readonly GeneratedFile[]> {
  return [modulesDrawing()]
}
