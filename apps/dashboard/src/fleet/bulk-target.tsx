import { TARGET_CELSIUS } from '@keg/message-schemas/keg'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { usePage } from '../shell/page-context.ts'
import type { KegRow } from './keg-row.ts'
import { setOfMany, type ManyOutcome } from './set-of-many.ts'

/** Of so many kegs the preview names each. */
const NAMED = 8

interface BulkTargetProps {
  readonly shown: readonly KegRow[]
  readonly selection: ReadonlySet<string>
  readonly setSelection: (selection: ReadonlySet<string>) => void
}

/** Picks kegs, and wishes one target temperature of all of them: after a look at which they are. */
export function BulkTarget({ shown, selection, setSelection }: BulkTargetProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  // What somebody was asked about stays what it is, whatever the table shows meanwhile.
  const [asked, setAsked] = useState<readonly string[]>()
  const picked = shown.filter(({ kegId }) => selection.has(kegId))
  const allPicked = shown.length > 0 && picked.length === shown.length
  return (
    <div className="bulk" role="group" aria-label="many kegs at once">
      <button
        type="button" className="quiet" disabled={shown.length === 0}
        onClick={() => setSelection(allPicked ? new Set() : new Set(shown.map(({ kegId }) => kegId)))}
      >{allPicked ? 'Select none' : `Select all ${shown.length}`}</button>
      <button type="button" disabled={picked.length === 0} onClick={() => {
        setAsked(picked.map(({ kegId }) => kegId))
        dialog.current?.showModal()
      }}>
        Set target of {picked.length} {picked.length === 1 ? 'keg' : 'kegs'} …
      </button>
      {/* The Escape key closes it, too. */}
      <dialog ref={dialog} aria-labelledby="bulk-title" onClose={() => setAsked(undefined)}>
        {asked !== undefined && <TargetOfMany kegIds={asked} close={() => dialog.current?.close()} />}
      </dialog>
    </div>
  )
}

/** Stands for as long as the dialog is open: what it has not asked for then, it does not ask for any more. */
function TargetOfMany({ kegIds, close }: { kegIds: readonly string[]; close: () => void }) {
  const { api, announce } = usePage()
  const [outcome, setOutcome] = useState<ManyOutcome>()
  const [isRunning, setRunning] = useState(false)
  const closed = useRef(new AbortController())
  useEffect(() => {
    const open = new AbortController()
    closed.current = open
    return () => open.abort()
  }, [])
  const wish = async (these: readonly string[], targetCelsius: number) => {
    const { signal } = closed.current
    setRunning(true)
    const step = (now: ManyOutcome) => signal.aborted || setOutcome(now)
    const { done, failed } = await setOfMany(these, (kegId) => api.setSettings(kegId, { targetCelsius }), step, signal)
    setRunning(false)
    announce(`${done.length} asked, ${failed.size} refused.`)
  }
  const { done = [], failed = new Map<string, string>() } = outcome ?? {}
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void wish(failed.size > 0 ? [...failed.keys()] : kegIds, Number(new FormData(event.currentTarget).get('targetCelsius')))
  }
  return (
    <form onSubmit={submit}>
      <h2 id="bulk-title">Set the target of {kegIds.length} {kegIds.length === 1 ? 'keg' : 'kegs'}</h2>
      <p className="names">{kegIds.slice(0, NAMED).join(', ')}{kegIds.length > NAMED && ` and ${kegIds.length - NAMED} more`}</p>
      <label>
        target, {TARGET_CELSIUS.min} to {TARGET_CELSIUS.max} °C
        <input name="targetCelsius" type="number" min={TARGET_CELSIUS.min} max={TARGET_CELSIUS.max} step="0.5" defaultValue={4} required />
      </label>
      <p role="status">{outcome && `${done.length} asked, ${failed.size} refused, of ${kegIds.length}.`}</p>
      {failed.size > 0 && (
        <ul className="problem">
          {[...failed].slice(0, NAMED).map(([kegId, why]) => <li key={kegId}><bdi>{kegId}</bdi>: {why}</li>)}
        </ul>
      )}
      <button type="submit" disabled={isRunning}>{failed.size > 0 ? 'Ask the refused again' : 'Set'}</button>
      <button type="button" className="quiet" onClick={close}>{outcome === undefined ? 'Cancel' : 'Close'}</button>
    </form>
  )
}
