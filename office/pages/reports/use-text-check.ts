// What is found in a text while somebody types: asked again a second after the last letter.
import { useEffect, useState } from 'react'
import { postReportTextCheck, type TextLooked } from '../../../src/modules/reports/http/text-contract.ts'
import { call } from '../../api/client.ts'

const pause = 1000

export interface TextToCheck {
  readonly ordinal: number
  readonly body: string
}

/** `parts` undefined: nothing was changed, `first` holds. */
export function useTextCheck(reportId: string, first: TextLooked, parts: readonly TextToCheck[] | undefined): TextLooked {
  const [looked, setLooked] = useState(first)
  useEffect(() => {
    if (!parts) {
      setLooked(first)
      return undefined
    }
    const stop = new AbortController()
    const timer = setTimeout(() => {
      call(postReportTextCheck, { params: { reportId }, body: { parts: [...parts] } }, { signal: stop.signal, background: true }).then(setLooked, () => {
        // the next letter asks again, and saving tells what is wrong
      })
    }, pause)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [reportId, first, parts])
  return looked
}
