import { escaped } from './escaped.ts'

/** The page from which kegs are commanded. The token is typed in, and kept nowhere. */
export function adminPage(gatewayId: string, kegIds: readonly string[]): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Command ${escaped(gatewayId)}</title>
<style>body{font:15px system-ui;margin:2rem;max-width:40rem}label{display:block;margin-block:.6rem}fieldset{margin-block:1rem}output{white-space:pre-wrap}</style></head><body>
<h1>${escaped(gatewayId)}</h1>
<p><a href="/">Status</a></p>
<label>Token <input type="password" id="token" autocomplete="off" required></label>
<label>Keg <select id="keg">${kegIds.map((kegId) => `<option>${escaped(kegId)}</option>`).join('')}</select></label>
<form id="command"><fieldset><legend>Command</legend>
<label>Order <select name="kind"><option value="pour">pour</option><option value="reboot">reboot</option></select></label>
<label>Millilitres <input name="volumeMl" type="number" min="1" value="250"></label>
<button>Send</button></fieldset></form>
<form id="settings"><fieldset><legend>Settings</legend>
<label>Target, °C <input name="targetCelsius" type="number" step="0.1"></label>
<label>Valve <select name="valve"><option value="">as it is</option><option>open</option><option>closed</option></select></label>
<button>Set</button></fieldset></form>
<output id="outcome" aria-live="polite"></output>
<script src="/admin.js"></script></body></html>`
}

/** What the page does in the browser. */
export const ADMIN_SCRIPT = `'use strict'
const by = (id) => document.getElementById(id)
const say = (text) => { by('outcome').textContent = text }
async function post(path, body) {
  const headers = { authorization: 'Bearer ' + by('token').value.trim(), 'content-type': 'application/json' }
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify({ kegId: by('keg').value, ...body }) })
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.error)
  return answer
}
async function follow(commandId) {
  const { commands } = await (await fetch('/status.json')).json()
  const reply = commands.find((command) => command.commandId === commandId)?.reply
  say(commandId + ': ' + (reply === undefined ? 'no reply yet' : reply.status + ' ' + (reply.statusReason?.reasonCode ?? '')))
  if (reply === undefined || reply.status === 'IN_PROGRESS') setTimeout(() => void follow(commandId), 500)
}
const onSubmit = (id, act) => by(id).addEventListener('submit', (event) => {
  event.preventDefault()
  act(new FormData(event.target)).catch((error) => say(error.message))
})
onSubmit('command', async (form) => {
  const order = form.get('kind') === 'pour' ? { kind: 'pour', volumeMl: Number(form.get('volumeMl')) } : { kind: 'reboot' }
  const { commandId } = await post('/commands', { order })
  await follow(commandId)
})
onSubmit('settings', async (form) => {
  const desired = {}
  if (form.get('targetCelsius') !== '') desired.targetCelsius = Number(form.get('targetCelsius'))
  if (form.get('valve') !== '') desired.valve = form.get('valve')
  await post('/settings', { desired })
  say('wished for')
})
`
