import type { GatewayStatus } from '../gateway.ts'

/** The status as a page: text alone, without scripts. */
export function statusPage(status: GatewayStatus): string {
  const { siteId, gatewayId, line, kegs, spool, forwarder, clockOffsetMs, residency } = status
  const waiting = Object.entries(spool.rows).filter(([, rows]) => rows > 0).map(([kind, rows]) => `${rows} ${kind}`).join(', ') || 'nothing'
  const facts: readonly [string, string][] = [
    ['Line', `${line.state}: ${line.reason}`],
    ['Waiting', `${waiting} (${spool.bytes} of ${spool.maxBytes} bytes)`],
    ['Oldest', spool.oldestTakenAtMs === undefined ? '—' : new Date(spool.oldestTakenAtMs).toISOString()],
    ['Batches', `${forwarder.batches.sent} sent, ${forwarder.batches.acknowledged} booked, ${forwarder.batches.resent} sent again`],
    ['Dropped', counts(spool.shed)],
    ['Refused', counts(spool.refused)],
    ['Disk', spool.problem ?? 'good'],
    ...(spool.setAside === undefined ? [] : [['Set aside', `${spool.setAside.file}: ${spool.setAside.reason}`] as [string, string]]),
    ...(residency === undefined ? [] : [['Stays here', `${counts(residency.since)} since the start; ${residency.rows} messages kept (${residency.bytes} of ${residency.maxBytes} bytes)`] as [string, string]]),
    ['Clock', `${clockOffsetMs} ms behind the cloud's`],
  ]
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>${escaped(gatewayId)}</title>
<style>body{font:15px system-ui;margin:2rem;max-width:60rem}th{text-align:left;padding-right:1.5rem;vertical-align:top;font-weight:600}td,th{padding-block:.2rem}</style></head><body>
<h1>${escaped(gatewayId)} <small>${escaped(siteId)}</small></h1>
<table>${facts.map(([name, value]) => `<tr><th scope="row">${name}</th><td>${escaped(value)}</td></tr>`).join('')}</table>
<h2>Kegs</h2>
<table><tr><th scope="col">Keg</th><th scope="col">Connected</th><th scope="col">Wished</th><th scope="col">Reported</th></tr>
${kegs.map(({ kegId, connected, desired, reported }) => `<tr><td>${escaped(kegId)}</td><td>${connected ? 'yes' : 'no'}</td><td>${escaped(text(desired))}</td><td>${escaped(text(reported))}</td></tr>`).join('\n')}
</table></body></html>`
}

const counts = (byKind: Readonly<Record<string, number>>) => Object.entries(byKind).filter(([, count]) => count > 0).map(([kind, count]) => `${count} ${kind}`).join(', ') || 'none'
const text = (value: unknown) => (value === undefined ? '—' : JSON.stringify(value))
const escaped = (value: string) => value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
