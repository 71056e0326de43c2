import { useEffect, useRef } from 'react'

/** Says texts to who listens to the page; made once, above what may go. */
export interface Announcer {
  announce(text: string): void
  onText(listener: (text: string) => void): () => void
}

/** Texts are told to whoever shows them; without one, to nobody. */
export function createAnnouncer(): Announcer {
  const listeners = new Set<(text: string) => void>()
  return {
    announce: (text) => listeners.forEach((listener) => listener(text)),
    onText: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** A polite live region, there before its texts are. */
export function LiveRegion({ announcer }: { announcer: Announcer }) {
  const region = useRef<HTMLParagraphElement>(null)
  useEffect(() => announcer.onText((text) => {
    if (region.current !== null) region.current.textContent = text
  }), [announcer])
  return <p ref={region} className="unseen" aria-live="polite" />
}
