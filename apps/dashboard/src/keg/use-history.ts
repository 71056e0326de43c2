import { useEffect, useMemo, useState } from 'react'
import { usePage } from '../shell/page-context.ts'
import { HistoryFeed, type ShownHistory } from './history-feed.ts'
import { RANGES, type RangeName } from './ranges.ts'

/** A chart is drawn at most so often. */
const DRAWN_EVERY_MS = 500
/** What is new is read from the API so often, and all of it: what comes late, as from a gateway that was away, is seen then. */
const NEW_EVERY_MS = 30_000
const ALL_EVERY_MS = 600_000
/** And what could not be read. */
const FAILED_EVERY_MS = 5_000

/** What a keg measured in a range, as it comes. While the page is paused it stays as it was, and nothing is lost. */
export function useHistory(kegId: string, name: RangeName): ShownHistory {
  const { api, onMessage, lineState, paused } = usePage()
  const range = RANGES[name]
  const feed = useMemo(() => new HistoryFeed({ api, kegId, range }), [api, kegId, range])
  const [shown, setShown] = useState<{ readonly feed: HistoryFeed; readonly history: ShownHistory }>()

  useEffect(() => onMessage((...message) => feed.receive(...message)), [feed, onMessage])

  // Read as the page opens, and what was missed as the line is there again.
  useEffect(() => void feed.read('new'), [feed, lineState])
  useEffect(() => {
    const timers = [
      setInterval(() => void feed.read('new'), NEW_EVERY_MS), setInterval(() => void feed.read('all'), ALL_EVERY_MS),
      setInterval(() => void (feed.hasFailed && feed.read('new')), FAILED_EVERY_MS),
    ]
    return () => timers.forEach(clearInterval)
  }, [feed])

  useEffect(() => {
    let drawn = { changes: -1, point: 0 }
    const draw = () => {
      const now = { changes: feed.changes, point: Math.floor(Date.now() / range.slotMs) }
      if (now.changes === drawn.changes && now.point === drawn.point) return
      drawn = now
      setShown({ feed, history: feed.shown() })
    }
    draw()
    // Another range that somebody asks for meanwhile is drawn once it is there.
    if (paused && feed.isRead) return undefined
    const timer = setInterval(() => {
      draw()
      if (paused && feed.isRead) clearInterval(timer)
    }, DRAWN_EVERY_MS)
    return () => clearInterval(timer)
  }, [feed, paused, range])

  return useMemo(() => (shown?.feed === feed ? shown.history : feed.shown()), [feed, shown])
}
