import { MAX_POUR_ML } from '@keg/message-schemas/keg'
import { ApiError } from '@keg/flows/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useRef, type FormEvent } from 'react'
import type { CommandAsked } from '../api/keg-api.ts'
import { usePage } from '../shell/page-context.ts'
import { requestProblems } from './request-problems.ts'

/** The longest that a command waits for its keg. */
const MAX_EXPIRY_SEC = 43_200

/** Forms to tell a keg to do something once. */
export function CommandForms({ kegId }: { readonly kegId: string }) {
  return (
    <div className="wishes">
      <PourForm kegId={kegId} />
      <Reboot kegId={kegId} />
    </div>
  )
}

/**
 * Gives a command. Each submit is a request of its own, under a key of its own; where no answer came the next one of the same is the same
 * request, so that it is done once.
 */
function useCommand(kegId: string) {
  const { api } = usePage()
  const queries = useQueryClient()
  const open = useRef<{ readonly key: string; readonly text: string }>(undefined)
  return useMutation({
    mutationFn: (asked: CommandAsked) => {
      const text = JSON.stringify(asked)
      if (open.current?.text !== text) open.current = { key: crypto.randomUUID(), text }
      return api.command(kegId, asked, open.current.key)
    },
    onSettled: (_, error) => {
      // What the API answered is over; what it did not may have been done.
      if (!(error instanceof ApiError && error.code !== 'REFUSED')) open.current = undefined
      return queries.invalidateQueries({ queryKey: ['commands', kegId] })
    },
  })
}

function PourForm({ kegId }: { readonly kegId: string }) {
  const id = useId()
  const { mutate, error, isPending } = useCommand(kegId)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    mutate({ order: { kind: 'pour', volumeMl: Number(form.get('volumeMl')) }, expiresInSec: Number(form.get('expiresInSec')) })
  }
  const { fields, others } = requestProblems(error, { '#/body/order/volumeMl': 'volume', '#/body/expiresInSec': 'expires' })
  const field = (name: 'volume' | 'expires') => (
    { id: `${id}-${name}`, 'aria-invalid': fields[name] !== undefined, 'aria-describedby': `${id}-problem` }
  )
  const problem = [fields.volume, fields.expires, ...others].filter((text) => text !== undefined).join('; ')
  return (
    <form className="wish-form" onSubmit={submit}>
      <span className="pair">
        <label htmlFor={`${id}-volume`}>Pour, ml</label>
        <input {...field('volume')} name="volumeMl" type="number" min={1} max={MAX_POUR_ML} step={1} defaultValue={300} required />
      </span>
      <span className="pair">
        <label htmlFor={`${id}-expires`}>within, s</label>
        <input {...field('expires')} name="expiresInSec" type="number" min={1} max={MAX_EXPIRY_SEC} step={1} defaultValue={60} required />
      </span>
      <button type="submit" disabled={isPending}>Pour</button>
      <p className="problem" id={`${id}-problem`} role={problem === '' ? undefined : 'alert'}><bdi>{problem}</bdi></p>
    </form>
  )
}

const REBOOT: CommandAsked = { order: { kind: 'reboot' }, expiresInSec: 60 }

/** A reboot, after a question. */
function Reboot({ kegId }: { readonly kegId: string }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  const { mutate, error, isPending } = useCommand(kegId)
  return (
    <div className="wish-form">
      <button type="button" className="quiet" disabled={isPending} onClick={() => dialog.current?.showModal()}>Reboot …</button>
      <p className="problem" role={error === null ? undefined : 'alert'}><bdi>{error?.message}</bdi></p>
      <dialog ref={dialog} aria-labelledby={title}>
        <h3 id={title}>Reboot {kegId}?</h3>
        <p>Its program starts anew within a few seconds. Pours are kept.</p>
        <form method="dialog" className="choice">
          <button type="submit" onClick={() => mutate(REBOOT)}>Reboot</button>
          <button type="button" className="quiet" onClick={() => dialog.current?.close()}>Leave it</button>
        </form>
      </dialog>
    </div>
  )
}
