// @vitest-environment happy-dom
import { act, StrictMode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createShadowClient, type LiveShadowClient } from '../index.ts'
import { eventually } from '../testing/eventually.ts'
import { createMemoryShadowService, type MemoryTransport } from '../transports/memory.ts'
import { useShadow } from './index.ts'

interface Settings {
  readonly valve?: 'open' | 'closed'
}

let device: LiveShadowClient<Settings>
let page: LiveShadowClient<Settings>
let transport: MemoryTransport
let root: Root
let element: HTMLElement

function Valve({ client }: { client: LiveShadowClient<Settings> }) {
  const { status, desired, reported, pending, error, setDesired } = useShadow(client)
  return (
    <button onClick={() => void setDesired({ valve: 'closed' })}>
      {[
        status, `desired ${desired?.valve}`, `reported ${reported?.valve}`, `pending ${pending?.valve}`,
        error instanceof Error ? error.message : '',
      ].join('|')}
    </button>
  )
}

beforeEach(() => {
  // React asks for it where acts are tested.
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  const service = createMemoryShadowService({ nowSec: () => 1_700_000_000 })
  transport = service.transport()
  device = createShadowClient({ thingName: 't', transport: service.transport() })
  page = createShadowClient({ thingName: 't', transport })
  element = document.createElement('div')
  root = createRoot(element)
})
afterEach(async () => {
  await act(() => root.unmount())
  await device.close()
  await page.close()
})

const shows = (text: string) =>
  eventually(() => act(() => element.textContent === text), `the page shows ${text}, not ${element.textContent}`)
const show = () => act(() => root.render(<StrictMode><Valve client={page} /></StrictMode>))
const click = () => act(() => element.querySelector('button')?.click())

it('shows what is asked for as pending at once, and as confirmed once it is reported', async () => {
  await device.report({ valve: 'open' })
  await show()
  await shows('confirmed|desired undefined|reported open|pending undefined|')
  await click()
  expect(element.textContent).toBe('pending|desired closed|reported open|pending closed|')
  await shows('pending|desired closed|reported open|pending closed|')
  await device.report({ valve: 'closed' })
  await shows('confirmed|desired closed|reported closed|pending undefined|')
})
it('takes back what was refused, and says why', async () => {
  await device.report({ valve: 'open' })
  await show()
  await shows('confirmed|desired undefined|reported open|pending undefined|')
  transport.setConnected(false)
  await click()
  await shows('confirmed|desired undefined|reported open|pending undefined|The connection was cut.')
  transport.setConnected(true)
  await click()
  await shows('pending|desired closed|reported open|pending closed|')
})
it('shows a shadow that is not there', async () => {
  await show()
  await shows('confirmed|desired undefined|reported undefined|pending undefined|')
})
it('is loading on a server', () => {
  expect(renderToString(<Valve client={page} />)).toContain('loading|')
})
