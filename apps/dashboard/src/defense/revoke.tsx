import { useMutation } from '@tanstack/react-query'
import { useRef, useState, type FormEvent } from 'react'
import { usePage } from '../shell/page-context.ts'
import { Problem } from '../shell/problem.tsx'

/** Shuts out a keg that was lost or stolen: after its name was typed a second time, since there is no way back. */
export function Revoke() {
  const { api, announce } = usePage()
  const dialog = useRef<HTMLDialogElement>(null)
  const [kegId, setKegId] = useState('')
  const [again, setAgain] = useState('')
  const [reason, setReason] = useState('')
  const revoke = useMutation({
    mutationFn: () => api.revoke(kegId, reason.trim(), crypto.randomUUID()),
    onSuccess: () => {
      announce(`${kegId} is shut out.`)
      dialog.current?.close()
    },
  })
  const ask = (event: FormEvent) => {
    event.preventDefault()
    setAgain('')
    revoke.reset()
    dialog.current?.showModal()
  }
  const confirm = (event: FormEvent) => {
    event.preventDefault()
    revoke.mutate()
  }
  const done = revoke.data
  return (
    <section aria-labelledby="revoke-title">
      <h2 id="revoke-title">Shut a keg out</h2>
      <p className="empty">For a keg that was lost: it is blocked, its certificates are revoked, and its connection ends. There is no way back from here.</p>
      <form onSubmit={ask}>
        <label>keg <input value={kegId} required spellCheck={false} onChange={({ currentTarget }) => setKegId(currentTarget.value)} /></label>
        <label>why <input value={reason} maxLength={500} onChange={({ currentTarget }) => setReason(currentTarget.value)} /></label>
        <button type="submit">Shut out …</button>
      </form>
      <dialog ref={dialog} aria-labelledby="revoke-again">
        <form onSubmit={confirm}>
          <h2 id="revoke-again">Shut <bdi>{kegId}</bdi> out for good?</h2>
          <label>its name again <input value={again} spellCheck={false} onChange={({ currentTarget }) => setAgain(currentTarget.value)} /></label>
          {revoke.error !== null && <Problem what="It was not shut out" error={revoke.error} />}
          <button type="submit" disabled={again !== kegId || revoke.isPending}>Shut out</button>
          <button type="button" className="quiet" onClick={() => dialog.current?.close()}>Let it be</button>
        </form>
      </dialog>
      {done !== undefined && (
        <p role="status">
          ✓ <bdi>{done.kegId}</bdi> is shut out: {done.certificates.length} {done.certificates.length === 1 ? 'certificate' : 'certificates'} revoked,
          {done.blocked ? ' blocked on the allow list' : ' not on the allow list: it was let in by hand, and may be again'},
          {done.disconnected ? ' its connection was ended.' : ' it had no connection.'}
        </p>
      )}
    </section>
  )
}
