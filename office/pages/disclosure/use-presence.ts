// Says every 15 seconds that I have a draft open, and hears who else has, and whether somebody saved.
import { useEffect, useRef, useState } from 'react'
import { deletePresence, putPresence } from '../../../src/modules/disclosure/http/contract.ts'
import { call } from '../../api/client.ts'

const interval = 15_000

export function usePresence(editionId: string, onVersion: (version: number) => void): readonly string[] {
  const [others, setOthers] = useState<readonly string[]>([])
  const heard = useRef(onVersion)
  useEffect(() => {
    heard.current = onVersion
  })
  useEffect(() => {
    let here = true
    const tell = (): void => {
      if (document.visibilityState !== 'visible') return
      call(putPresence, { params: { editionId } }, { background: true }).then(
        (answer) => {
          if (!here) return
          setOthers(answer.viewers.map((viewer) => viewer.name))
          heard.current(answer.version)
        },
        () => undefined,
      )
    }
    tell()
    const timer = setInterval(tell, interval)
    const leave = (): void => void call(deletePresence, { params: { editionId } }, { background: true, outlivesPage: true }).catch(() => undefined)
    document.addEventListener('visibilitychange', tell)
    window.addEventListener('pagehide', leave)
    window.addEventListener('pageshow', tell)
    return () => {
      here = false
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tell)
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('pageshow', tell)
      leave()
    }
  }, [editionId])
  return others
}
