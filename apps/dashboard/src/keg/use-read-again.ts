import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'

/** What came live is in the store so soon, and surely so. */
const STORED_AFTER_MS = [400, 2_500]

/** Has parts of a keg's page read again what is on its way to the store; once for all that comes meanwhile. */
export function useReadAgain(kegId: string, parts: readonly string[]): () => void {
  const queries = useQueryClient()
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>())
  const names = useRef(parts)
  useEffect(() => () => timers.current.forEach(clearTimeout), [kegId])
  return useCallback(() => {
    if (timers.current.size > 0) return
    for (const ms of STORED_AFTER_MS) {
      const timer = setTimeout(() => {
        timers.current.delete(timer)
        for (const part of names.current) void queries.invalidateQueries({ queryKey: [part, kegId] })
      }, ms)
      timers.current.add(timer)
    }
  }, [kegId, queries])
}
