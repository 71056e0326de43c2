import type { KegCommand } from '@keg/flows/routes'
import { reply } from '@keg/message-schemas/keg'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { usePage } from '../shell/page-context.ts'
import { CommandForms } from './command-forms.tsx'
import { repliedTo, withReply, type CommandReplies } from './command-replies.ts'
import { orderText, reasonText, statusText } from './command-words.ts'
import { Problem } from '../shell/problem.tsx'
import { usePages } from '../shell/use-pages.ts'
import { useReadAgain } from './use-read-again.ts'
import { Time } from '../shell/time.tsx'
import { timeText } from '../shell/words.ts'

const EVERY_MS = 10_000

/** The commands of a keg and how far they have come, and forms to give it others. */
export function CommandsPanel({ kegId, mayCommand }: { readonly kegId: string; readonly mayCommand: boolean }) {
  const { api } = usePage()
  const commands = usePages(['commands', kegId], (cursor) => api.commandPage(kegId, cursor), EVERY_MS)
  const replies = useReplies(kegId)
  const items = useMemo(() => repliedTo(commands.items, replies), [commands.items, replies])
  useSaidEnds(items)
  return (
    <section className="card" aria-labelledby="commands">
      <h2 id="commands">Commands</h2>
      {mayCommand && <CommandForms kegId={kegId} />}
      {commands.error && <Problem what="The commands can’t be read" error={commands.error} />}
      {commands.isRead && items.length === 0 && <p className="empty">None in the last 30 days.</p>}
      {items.length > 0 && (
        <div className="sideways">
          <table>
            <caption>Commands of the last 30 days, newest first</caption>
            <thead><tr><th scope="col">given</th><th scope="col">order</th><th scope="col">state</th>{mayCommand && <td />}</tr></thead>
            <tbody>{items.map((command) => <CommandRow key={command.commandId} command={command} mayCommand={mayCommand} />)}</tbody>
          </table>
        </div>
      )}
      {commands.more && <button type="button" className="quiet" onClick={commands.more}>More commands</button>}
    </section>
  )
}

function CommandRow({ command, mayCommand }: { readonly command: KegCommand; readonly mayCommand: boolean }) {
  const { api } = usePage()
  const queries = useQueryClient()
  const { kegId, commandId, status } = command
  const cancel = useMutation({
    mutationFn: () => api.cancelCommand(kegId, commandId),
    onSettled: () => queries.invalidateQueries({ queryKey: ['commands', kegId] }),
  })
  const reason = reasonText(command.statusReason)
  return (
    <tr data-command-id={commandId}>
      <th scope="row"><Time atMs={command.createdAtMs}>{timeText(command.createdAtMs)}</Time></th>
      <td>{orderText(command.order)}</td>
      <td>
        <span className={`status status-${status}`}>{statusText(status)}</span>
        {reason !== undefined && <>: <bdi>{reason}</bdi></>}{' '}
        <span className="when">{status === 'CREATED' ? `until ${timeText(command.expiresAtMs)}` : timeText(command.updatedAtMs)}</span>
        {cancel.error && <Problem what="It can’t be cancelled" error={cancel.error} />}
      </td>
      {mayCommand && (
        <td>
          {status === 'CREATED' && (
            <button type="button" className="quiet" disabled={cancel.isPending} onClick={() => cancel.mutate()}
              aria-label={`Cancel: ${orderText(command.order)} of ${timeText(command.createdAtMs)}`}>Cancel</button>
          )}
        </td>
      )}
    </tr>
  )
}

/** What the keg says to its commands live, upon which they are read again. */
function useReplies(kegId: string): CommandReplies {
  const { onMessage, paused } = usePage()
  const readAgain = useReadAgain(kegId, ['commands'])
  const [replies, setReplies] = useState<CommandReplies>(new Map())
  useEffect(() => {
    if (paused) return undefined
    return onMessage((topic, payload) => {
      if (reply.topic.parse(topic)?.kegId !== kegId) return
      setReplies((known) => withReply(known, kegId, topic, payload))
      readAgain()
    })
  }, [kegId, onMessage, paused, readAgain])
  return replies
}

/** Says it as a command that was seen under way has ended. */
function useSaidEnds(commands: readonly KegCommand[]): void {
  const { announce } = usePage()
  const seen = useRef(new Map<string, KegCommand['status']>())
  useEffect(() => {
    for (const { commandId, status, order } of commands) {
      const before = seen.current.get(commandId)
      if (before !== undefined && before !== status) announce(`${orderText(order)}: ${statusText(status)}`)
      seen.current.set(commandId, status)
    }
  }, [announce, commands])
}
