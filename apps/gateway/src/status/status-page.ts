import type { GatewayStatus } from './gateway-status.ts'
import { escaped } from './escaped.ts'

/** The status as a page: text alone, without scripts; with a way to the page of commands, where there is one. */
export function statusPage(status: GatewayStatus, commandsAt?: string): string {
  const { siteId, gatewayId, line, kegs, spool, sessions, commands, forwarder, clockOffsetMs, residency } = status
  const waiting = Object.entries(spool.rows).filter(([, rows]) => rows > 0).map(([kind, rows]) => `${rows} ${kind}`).join(', ') || 'nothing'
  const facts: readonly [string, string][] = [
    ['Line', `${line.state}: ${line.reason}`],
    ['Waiting', `${waiting} (${spool.bytes} of ${spool.maxBytes} bytes)`],
    ['Oldest', spool.oldestTakenAtMs === undefined ? '—' : new Date(spool.oldestTakenAtMs).toISOString()],
    ['Batches', `${forwarder.batches.sent} sent, ${forwarder.batches.acknowledged} booked, ${forwarder.batches.resent} sent again`],
    ['Dropped', counts(spool.shed)],
    ['Refused', counts(spool.refused)],
    ...(spool.unsendable.rows === 0 ? [] : [['Set aside as unsendable', `${spool.unsendable.rows}${spool.unsendable.lastReason === undefined ? '' : `: ${spool.unsendable.lastReason}`}`] as [string, string]]),
    ['Disk', spool.problem ?? sessions.problem ?? 'good'],
    ...[spool.setAside, sessions.setAside].flatMap((aside): [string, string][] =>
      (aside === undefined ? [] : [['Set aside', `${aside.file}: ${aside.reason}`]])),
    ...(status.kegsProblem === undefined ? [] : [['List of kegs', status.kegsProblem] as [string, string]]),
    ...(residency === undefined ? [] : [['Stays here', `${counts(residency.since)} since the start; ${residency.rows} messages kept (${residency.bytes} of ${residency.maxBytes} bytes)`] as [string, string]]),
    ['Clock', `${clockOffsetMs} ms behind the cloud's`],
  ]
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>${escaped(gatewayId)}</title>
<style>body{font:15px system-ui;margin:2rem;max-width:60rem}th{text-align:left;padding-right:1.5rem;vertical-align:top;font-weight:600}td,th{padding-block:.2rem}</style></head><body>
<h1>${escaped(gatewayId)} <small>${escaped(siteId)}</small></h1>${commandsAt === undefined ? '' : `<p><a href="${commandsAt}">Command a keg</a></p>`}
<table>${facts.map(([name, value]) => `<tr><th scope="row">${name}</th><td>${escaped(value)}</td></tr>`).join('')}</table>
<h2>Kegs</h2>
<table><tr><th scope="col">Keg</th><th scope="col">Connected</th><th scope="col">Wished</th><th scope="col">Reported</th></tr>
${kegs.map(({ kegId, connected, desired, reported }) => `<tr><td>${escaped(kegId)}</td><td>${connected ? 'yes' : 'no'}</td><td>${escaped(text(desired))}</td><td>${escaped(text(reported))}</td></tr>`).join('\n')}
</table>
<h2>Commands</h2>
<table><tr><th scope="col">Keg</th><th scope="col">Command</th><th scope="col">Order</th><th scope="col">From</th><th scope="col">Reply</th></tr>
${commands.map(({ kegId, commandId, order, from, reply }) => `<tr><td>${escaped(kegId)}</td><td>${escaped(commandId)}</td><td>${escaped(text(order))}</td><td>${from}</td><td>${escaped(text(reply))}</td></tr>`).join('\n')}
</table></body></html>`
}

const counts = (byKind: Readonly<Record<string, number>>) =>
  Object.entries(byKind).filter(([, count]) => count > 0).map(([kind, count]) => `${count} ${kind}`).join(', ') || 'none'
const text = (value: unknown) => (value === undefined ? '—' : JSON.stringify(value))
