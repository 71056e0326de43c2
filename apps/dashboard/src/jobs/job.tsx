import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { FleetJob } from '../api/operations-api.ts'
import { usePage } from '../shell/page-context.ts'
import { Problem } from '../shell/problem.tsx'
import { timeText } from '../shell/words.ts'
import { abortWords, isOpen, progressOf, rolloutWords } from './job-words.ts'

const STATES = ['queued', 'inProgress', 'succeeded', 'failed', 'rejected', 'timedOut', 'canceled', 'removed'] as const
const NAMES: Record<(typeof STATES)[number], string> = {
  queued: 'queued', inProgress: 'in progress', succeeded: 'succeeded', failed: 'failed', rejected: 'rejected', timedOut: 'timed out',
  canceled: 'canceled', removed: 'removed',
}

/** One job. */
export function Job({ job }: { job: FleetJob }) {
  const { jobId, status, description, comment, continuous, targets, createdAtMs, completedAtMs, counts } = job
  const { all, ended, bad } = progressOf(job)
  const shown = STATES.filter((state) => counts[state] > 0)
  return (
    <article aria-label={jobId}>
      <header>
        <h2><bdi>{jobId}</bdi></h2>
        <span className={`sign ${isOpen(job) ? 'warn' : status === 'COMPLETED' ? 'good' : ''}`}>{status}</span>
        {continuous && <span className="sign quiet">continuous</span>}
      </header>
      {description !== undefined && <p><bdi>{description}</bdi></p>}
      <progress max={Math.max(1, all)} value={ended} aria-label={`${jobId}: ended`} />
      <p className="counts">
        {ended} of {all} kegs{bad > 0 && `, ${bad} without success`}
        {shown.length > 0 && `: ${shown.map((state) => `${counts[state]} ${NAMES[state]}`).join(', ')}`}
      </p>
      <dl>
        <div><dt>for</dt><dd><bdi>{targets.map(({ kind, name }) => `${kind} ${name}`).join(', ')}</bdi></dd></div>
        <div><dt>made</dt><dd>{timeText(createdAtMs)}{completedAtMs === undefined ? '' : `, ended ${timeText(completedAtMs)}`}</dd></div>
        <div><dt>rollout</dt><dd>{rolloutWords(job.rollout)}</dd></div>
        {abortWords(job.abort).map((words) => <div key={words}><dt>abort</dt><dd>{words}</dd></div>)}
        {comment !== undefined && <div><dt>why it ended</dt><dd><bdi>{comment}</bdi></dd></div>}
      </dl>
      {isOpen(job) && <Cancel jobId={jobId} waiting={counts.queued} />}
    </article>
  )
}

function Cancel({ jobId, waiting }: { jobId: string; waiting: number }) {
  const { api, announce } = usePage()
  const queries = useQueryClient()
  const dialog = useRef<HTMLDialogElement>(null)
  const cancel = useMutation({
    mutationFn: () => api.cancelJob(jobId, crypto.randomUUID()),
    onSuccess: async () => {
      announce(`${jobId} is canceled.`)
      dialog.current?.close()
      await queries.invalidateQueries({ queryKey: ['jobs'] })
    },
  })
  return (
    <>
      <button type="button" className="quiet" onClick={() => dialog.current?.showModal()}>Cancel …</button>
      <dialog ref={dialog} aria-label={`Cancel ${jobId}?`}>
        <p>Take <bdi>{jobId}</bdi> back from the {waiting} {waiting === 1 ? 'keg that has' : 'kegs that have'} not begun it? Those that are at it go on.</p>
        {cancel.error !== null && <Problem what="It was not canceled" error={cancel.error} />}
        <button type="button" disabled={cancel.isPending} onClick={() => cancel.mutate()}>Cancel the job</button>{' '}
        <button type="button" className="quiet" onClick={() => dialog.current?.close()}>Keep it</button>
      </dialog>
    </>
  )
}
