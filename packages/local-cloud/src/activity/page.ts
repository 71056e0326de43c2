/**
 * The page of a run: it asks for `state` now and then, and follows `events`. One file without anything from outside, so that it works
 * wherever the run does.
 */
export const page = String.raw`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Keg · this cloud</title>
<style>
  :root { color-scheme: light dark; --line: light-dark(#d9dde3, #333a44); --soft: light-dark(#f4f6f8, #1a1f26); --dim: light-dark(#5c6672, #98a3b0); --bad: light-dark(#b3261e, #ff8a80); --good: light-dark(#1a7f37, #6fdd8b) }
  body { font: 14px/1.45 system-ui, sans-serif; margin: 0; background: light-dark(#fff, #12161b); color: light-dark(#1b2027, #e6e9ed) }
  header { padding: 14px 24px; border-bottom: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: 4px 20px; align-items: baseline }
  h1 { font-size: 18px; margin: 0 } h2 { font-size: 15px; margin: 22px 0 8px }
  main { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 0 32px; padding: 0 24px 32px }
  @media (max-width: 900px) { main { grid-template-columns: minmax(0, 1fr) } }
  .dim { color: var(--dim) } .bad { color: var(--bad) } .good { color: var(--good) }
  code, pre, .mono { font: 12px/1.5 ui-monospace, monospace }
  table { border-collapse: collapse; width: 100% } td { padding: 4px 10px 4px 0; border-top: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere }
  td.status { text-align: right; white-space: nowrap } td:nth-child(2) { overflow-wrap: normal; word-break: normal; hyphens: auto }
  details { border-top: 1px solid var(--line) } summary { padding: 5px 0; cursor: pointer; display: flex; gap: 12px } summary .name { flex: 1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
  pre { background: var(--soft); padding: 8px 10px; margin: 0 0 8px; border-radius: 6px; white-space: pre-wrap; overflow-wrap: anywhere; max-height: 260px; overflow: auto }
  #invocations { max-height: 460px; overflow: auto }
  #live { height: 420px; overflow: auto; background: var(--soft); border-radius: 6px; padding: 8px 10px } #live div { overflow-wrap: anywhere }
  label { margin-right: 14px }
</style>
<header><h1>Keg</h1><span id="where" class="dim">…</span><span id="state" class="dim" role="status"></span></header>
<main>
  <section>
    <h2>Resources</h2><table><tbody id="resources"></tbody></table>
    <h2>Outputs</h2><table><tbody id="outputs"></tbody></table>
  </section>
  <section>
    <h2>Last invocations</h2><div id="invocations" class="dim">None yet.</div>
    <h2>Live</h2>
    <p><label><input type="checkbox" value="log" checked> log</label><label><input type="checkbox" value="message" checked> messages</label><label><input type="checkbox" value="invocation" checked> invocations</label></p>
    <div id="live" class="mono" aria-label="What happens, the latest last"></div>
  </section>
</main>
<script>
  const byId = (id) => document.getElementById(id)
  const element = (tag, text = '', className = '') => Object.assign(document.createElement(tag), { textContent: text, className })
  const time = (ms) => new Date(ms).toLocaleTimeString()
  const pretty = (text) => { try { return JSON.stringify(JSON.parse(text), null, 2) } catch { return text } }
  const row = (...cells) => { const tr = element('tr'); tr.append(...cells); return tr }
  const statusOf = (status) => Object.entries(status).filter(([, value], index) => index === 0 || value !== 0).map(([name, value]) => (typeof value === 'number' ? value + ' ' + name : value)).join(', ')

  function resourceRow({ constructPath, type, ref, status }) {
    const name = element('td', constructPath.replace(/\/Resource$/, ''))
    name.append(element('br'), element('span', ref, 'dim mono'))
    return row(name, element('td', type.replace('AWS::', '').replaceAll('::', ' '), 'dim'), element('td', statusOf(status), 'status'))
  }
  // What a person may want to look at first: what holds or does something.
  const quiet = /^AWS::(IAM|CDK|Logs::LogGroup|Lambda::(Permission|Version)|ApiGatewayV2::(Integration|Route|Stage|Authorizer))|Policy$|not run/
  function invocationOf({ functionName, atMs, durationMs, failed, input, output, lines, requestId }) {
    const details = element('details')
    details.dataset.id = requestId
    const summary = element('summary')
    summary.append(element('span', time(atMs), 'dim'), element('span', functionName, 'name'), element('span', durationMs + ' ms', 'dim'), element('span', failed ? 'failed' : 'ok', failed ? 'bad' : 'good'))
    details.append(summary, element('div', 'Input', 'dim'), element('pre', pretty(input)), element('div', 'Output', 'dim'), element('pre', pretty(output)))
    if (lines.length > 0) details.append(element('div', 'Log', 'dim'), element('pre', lines.join('\n')))
    details.append(element('div', 'Request ' + requestId, 'dim mono'))
    return details
  }

  async function refresh() {
    const { endpoint, region, accountId, resources, outputs, invocations } = await (await fetch('/__keg/state')).json()
    byId('where').textContent = endpoint + ' · ' + region + ' · ' + accountId
    const ordered = [...resources].sort((a, b) => quiet.test(a.type) - quiet.test(b.type))
    byId('resources').replaceChildren(...ordered.map(resourceRow))
    byId('outputs').replaceChildren(...Object.entries(outputs).flatMap(([stack, values]) => Object.entries(values).map(([name, value]) => row(element('td', stack + '.' + name), element('td', value, 'mono')))))
    const open = new Set([...document.querySelectorAll('details[open]')].map(({ dataset }) => dataset.id))
    if (invocations.length > 0) byId('invocations').replaceChildren(...invocations.slice(0, 50).map(invocationOf))
    for (const details of document.querySelectorAll('details')) details.open = open.has(details.dataset.id)
  }

  const shown = (kind) => document.querySelector('input[value=' + kind + ']').checked
  function line(happening) {
    const { kind, atMs } = happening
    if (kind === 'message') return [time(atMs) + ' ' + happening.topic + ' ' + (happening.payload ?? happening.payloadBase64), '']
    if (kind === 'invocation') return [time(atMs) + ' ' + happening.functionName + ' ' + (happening.failed ? 'failed' : 'ok') + ' in ' + happening.durationMs + ' ms', happening.failed ? 'bad' : 'good']
    return [time(atMs) + ' ' + [happening.level, happening.source, happening.functionName, happening.message].filter(Boolean).join(' '), happening.level === 'info' ? 'dim' : 'bad']
  }
  const live = byId('live')
  const events = new EventSource('/__keg/events')
  let due
  events.onopen = () => { byId('state').textContent = 'live'; void refresh() }
  events.onerror = () => { byId('state').textContent = 'not running'; byId('state').className = 'bad' }
  events.onmessage = ({ data }) => {
    const happening = JSON.parse(data)
    clearTimeout(due)
    due = setTimeout(refresh, 300)
    if (!shown(happening.kind)) return
    const atEnd = live.scrollHeight - live.scrollTop - live.clientHeight < 40
    live.append(element('div', ...line(happening)))
    while (live.childElementCount > 500) live.firstChild.remove()
    if (atEnd) live.scrollTop = live.scrollHeight
  }
  setInterval(refresh, 3000)
</script>
</html>
`
