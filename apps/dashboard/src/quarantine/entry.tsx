import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { QuarantineEntry } from '../api/client.ts'
import { usePage } from '../shell/page-context.ts'
import { asOf } from '../shell/words.ts'
import { readPayload } from './payload.ts'

const LOOK_EVERY_MS = 1_000

interface EntryProps {
  readonly entry: QuarantineEntry
  /** Told as a replay is asked for. */
  readonly onReplay: (entry: QuarantineEntry) => void
}

/** One message in quarantine. A replay is followed until the flow has done it, or has failed with it again. */
export function Entry({ entry, onReplay }: EntryProps) {
  const [isOpen, setOpen] = useState(false)
  const { flow, reason, failures = 1, topic, clientId, batchTopic, receivedAtMs, volumeMl } = entry
  return (
    <article aria-label={`${flow}: ${reason}`}>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <strong><bdi>{reason}</bdi></strong>{' '}
          <span className="empty"><bdi>{flow}</bdi> · {asOf(receivedAtMs, Date.now())}{volumeMl === undefined ? '' : ` · ${volumeMl} ml`}</span>
        </summary>
        {isOpen && (
          <>
            <dl>
              <div><dt>topic</dt><dd><bdi>{topic}</bdi></dd></div>
              {clientId !== undefined && <div><dt>client</dt><dd><bdi>{clientId}</bdi></dd></div>}
              {batchTopic !== undefined && <div><dt>came in</dt><dd><bdi>{batchTopic}</bdi></dd></div>}
              <div><dt>failed</dt><dd>{failures === 1 ? 'once' : `${failures} times`}</dd></div>
            </dl>
            <Payload base64={entry.payloadBase64} />
          </>
        )}
      </details>
      <Replay entry={entry} onReplay={onReplay} />
    </article>
  )
}

function Payload({ base64 }: { base64: string }) {
  const { kind, text } = useMemo(() => readPayload(base64), [base64])
  return (
    <figure>
      <figcaption>{kind === 'JSON' ? 'the message' : kind === 'text' ? 'the message: text that is no JSON' : 'the message: bytes that are no text'}</figcaption>
      <pre tabIndex={0}><bdi>{text}</bdi></pre>
    </figure>
  )
}

function Replay({ entry, onReplay }: EntryProps) {
  const { quarantineId, failures = 1 } = entry
  const { api, announce } = usePage()
  const [failedBefore, setFailedBefore] = useState(failures)
  const replay = useMutation({
    mutationFn: () => {
      setFailedBefore(failures)
      onReplay(entry)
      return api.replay(quarantineId, crypto.randomUUID())
    },
  })
  const now = useQuery({
    queryKey: ['quarantine', 'entry', quarantineId], enabled: replay.isSuccess,
    queryFn: async () => {
      const found = await api.quarantinedEntry(quarantineId)
      if (found.state === 'replayed') announce('The replay has gone through.')
      return found
    },
    refetchInterval: ({ state: { data } }) => (isSettled(data, failedBefore) ? false : LOOK_EVERY_MS),
  })
  const isDone = now.data?.state === 'replayed'
  const hasFailed = !isDone && isSettled(now.data, failedBefore)
  const error = replay.error ?? now.error
  return (
    <p className="replay" role="status">
      {!isDone && (
        <button type="button" disabled={replay.isPending || (replay.isSuccess && !hasFailed)} onClick={() => replay.mutate()}>Replay</button>
      )}
      {replay.isSuccess && !isDone && !hasFailed && ' on its way …'}
      {isDone && `✓ replayed${now.data?.bookedAs === undefined ? '' : `, in the ledger as ${now.data.bookedAs}`}`}
      {hasFailed && ' failed again'}
      {error !== null && <span className="problem" role="alert"> {error.message}</span>}
    </p>
  )
}

/** Whether a replay has gone through, or failed. */
const isSettled = (entry: QuarantineEntry | undefined, failedBefore: number): boolean =>
  entry !== undefined && (entry.state === 'replayed' || (entry.failures ?? 1) > failedBefore)
