import { useEffect, useState } from 'react'
import { usePage } from './page-context.ts'

/** How often a part reads the API again: not at all while the page is paused. */
export function useEvery(ms: number): number | false {
  return usePage().paused ? false : ms
}

/** The time by the page's clock, a new one every `everyMs` while the page is not paused. */
export function useNow(everyMs: number): number {
  const { paused } = usePage()
  const [nowMs, setNowMs] = useState(Date.now)
  useEffect(() => {
    if (paused) return undefined
    setNowMs(Date.now())
    const timer = setInterval(() => setNowMs(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs, paused])
  return nowMs
}
