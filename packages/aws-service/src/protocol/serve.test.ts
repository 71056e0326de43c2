import { decode, encode } from 'cborg'
import { describe, expect, it } from 'vitest'
import type { Model, Route } from '../model/model.ts'
import { operationsOf } from '../operation/operation.ts'
import { ServiceException } from '../service-exception.ts'
import { cborProtocol } from './cbor.ts'
import { jsonProtocol } from './json.ts'
import type { Protocol } from './protocol.ts'
import { queryProtocol } from './query.ts'
import { restJsonProtocol } from './rest-json.ts'
import { serve } from './serve.ts'

const model: Model = {
  structures: {
    PourInput: {
      Tap: { type: 'string', required: true, constraint: 'TapName' }, Millilitres: { type: 'number', constraint: 'Volume' },
      Foam: { type: 'boolean' }, At: { type: 'timestamp' }, Guests: { type: 'list:string', constraint: 'Guests' },
      Labels: { type: 'map:string' }, Glass: { type: 'struct:Glass' },
    },
    Glass: { Size: { type: 'number', required: true } },
    PourOutput: { Said: { type: 'json' } },
  },
  constraints: { TapName: { min: 2, pattern: '[a-z]+' }, Volume: { max: 1_000 }, Guests: { max: 2, of: 'TapName' } },
  shapesOf: { Pour: { input: 'PourInput', output: 'PourOutput' } },
}
const routes: readonly Route[] = [['Pour', 'taps', 'POST', '/pours']]

interface Types { readonly Pour: { readonly input: Readonly<Record<string, unknown>>; readonly output: object } }
const operation = operationsOf<Types, { readonly open: boolean }>()
const pour = operation('Pour', (input, { open }) => {
  if (!open) throw new ServiceException('BarClosedException', 409, 'The bar is closed.')
  return { Said: JSON.stringify(input) }
})

interface Sent {
  readonly path?: string
  readonly method?: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array<ArrayBuffer>
}

/** How each protocol says a call, and where it says an error. */
const spoken: readonly {
  readonly name: string
  readonly protocol: Protocol
  send(operation: string, input: object): Sent
  readonly noInput: Sent
}[] = [
  {
    name: 'JSON', protocol: jsonProtocol('Taps_20260101'),
    send: (name, input) => ({
      headers: { 'x-amz-target': `Taps_20260101.${name}`, 'content-type': 'application/x-amz-json-1.1' }, body: JSON.stringify(input),
    }),
    noInput: { headers: { 'x-amz-target': 'Taps_20260101.Pour' }, body: 'no JSON' },
  },
  {
    name: 'CBOR', protocol: cborProtocol('Taps'),
    send: (name, input) => ({
      path: `/service/Taps/operation/${name}`, headers: { 'content-type': 'application/cbor' }, body: Uint8Array.from(encode(input)),
    }),
    noInput: { path: '/service/Taps/operation/Pour', headers: {}, body: 'no CBOR' },
  },
  {
    name: 'REST', protocol: restJsonProtocol(model, routes),
    send: (name, input) => ({ path: name === 'Pour' ? '/pours' : `/${name}`, headers: {}, body: JSON.stringify(input) }),
    noInput: { path: '/pours', headers: {}, body: '[]' },
  },
]

const requestOf = ({ path = '/', method = 'POST', headers, body }: Sent) =>
  new Request(`http://taps.test${path}`, { method, headers, body })

async function errorOf(response: Response): Promise<{ status: number; name: unknown; message: unknown }> {
  const said = response.headers.get('content-type') === 'application/cbor'
    ? decode(new Uint8Array(await response.arrayBuffer())) as Record<string, unknown>
    : await response.json() as Record<string, unknown>
  return { status: response.status, name: said['__type'] ?? response.headers.get('x-amzn-errortype'), message: said['message'] }
}

describe.each(spoken)('$name', ({ protocol, send, noInput }) => {
  const served = { name: 'Taps', model, protocols: [protocol], operations: [pour] }
  const ask = serve(served, { open: true })

  it('answers', async () => {
    const response = await ask(requestOf(send('Pour', { Tap: 'left', Millilitres: 300 })))
    expect(response.status).toBe(200)
    expect(new TextDecoder().decode(await response.arrayBuffer())).toContain('left')
  })
  it('says an error of the operation', async () => {
    expect(await errorOf(await serve(served, { open: false })(requestOf(send('Pour', { Tap: 'left' }))))).toEqual({
      status: 409, name: 'BarClosedException', message: 'The bar is closed.',
    })
  })
  it.each([
    [{}, 'ValidationException', "1 validation error detected: Value null at 'tap' failed to satisfy constraint: Member must not be null"],
    [
      { Tap: null }, 'ValidationException',
      "1 validation error detected: Value null at 'tap' failed to satisfy constraint: Member must not be null",
    ],
    [{ Tap: 'A' }, 'ValidationException', "2 validation errors detected: Value 'A' at 'tap' failed to satisfy constraint: Member must have length greater than or equal to 2; Value 'A' at 'tap' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-z]+"],
    [{ Tap: 'left', Millilitres: 1_001 }, 'ValidationException', "1 validation error detected: Value '1001' at 'millilitres' failed to satisfy constraint: Member must have value less than or equal to 1000"],
    [{ Tap: 'left', Guests: ['x'] }, 'ValidationException', "1 validation error detected: Value 'x' at 'guests.1.member' failed to satisfy constraint: Member must have length greater than or equal to 2"],
    [
      { Tap: 'left', Glass: {} }, 'ValidationException',
      "1 validation error detected: Value null at 'glass.size' failed to satisfy constraint: Member must not be null",
    ],
    [{ Tap: 5 }, 'SerializationException', "'tap' must be a string."],
    [{ Tap: 'left', Millilitres: '300' }, 'SerializationException', "'millilitres' must be a number."],
    [{ Tap: 'left', Guests: {} }, 'SerializationException', "'guests' must be a list."],
    [{ Tap: 'left', Labels: [] }, 'SerializationException', "'labels' must be a map."],
    [{ Tap: 'left', Glass: 'big' }, 'SerializationException', "'glass' must be an object."],
  ])('refuses %j', async (input, name, message) => {
    expect(await errorOf(await ask(requestOf(send('Pour', input))))).toEqual({ status: 400, name, message })
  })
  it('refuses a body that is none of its own', async () => {
    await expect(ask(requestOf(noInput))).rejects.toMatchObject({ name: 'SerializationException', statusCode: 400 })
  })
  it('refuses by the sentence that the service has for it', async () => {
    const invalid = (text: string) => new ServiceException('InvalidParameterException', 400, text)
    expect(await errorOf(await serve({ ...served, invalid }, { open: true })(requestOf(send('Pour', {})))))
      .toMatchObject({ name: 'InvalidParameterException' })
  })
})

it.each(spoken.filter(({ name }) => name !== 'REST'))('$name: names an operation that is not there', async ({ protocol, send }) => {
  const ask = serve({ name: 'Taps', model, protocols: [protocol], operations: [pour] }, { open: true })
  expect(await errorOf(await ask(requestOf(send('Wash', {}))))).toEqual({
    status: 400, name: 'UnknownOperationException', message: 'Taps\'s Wash is not emulated.',
  })
})

describe('a form', () => {
  const ask = serve({
    name: 'Taps', model, protocols: [queryProtocol('https://taps.test/', { ValidationException: 'ValidationError' })], operations: [pour],
  }, { open: true })
  const send = (form: string) => ask(requestOf({ headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: form }))

  it('gives numbers, flags, times, lists and structures their types', async () => {
    const response = await send('Action=Pour&Tap=left&Millilitres=300&Foam=true&At=2026-01-01T00:00:00Z&Guests.member.1=ann&Glass.Size=5')
    const text = await response.text()
    expect(JSON.parse(/<Said>(.*)<\/Said>/.exec(text)?.[1] ?? '')).toEqual({
      Tap: 'left', Millilitres: 300, Foam: true, At: 1_767_225_600, Guests: ['ann'], Glass: { Size: 5 },
    })
  })
  it.each([
    'Labels.entry.1.key=a&Labels.entry.1.value=x&Labels.entry.2.key=b&Labels.entry.2.value=y',
    'Labels.entry.1.Name=a&Labels.entry.1.Value=x&Labels.entry.2.Name=b&Labels.entry.2.Value=y',
  ])('has maps: %s', async (labels) => {
    const text = await (await send(`Action=Pour&Tap=left&${labels}`)).text()
    expect(JSON.parse(/<Said>(.*)<\/Said>/.exec(text)?.[1] ?? '')).toEqual({ Tap: 'left', Labels: { a: 'x', b: 'y' } })
  })
  it.each([
    ['Action=Pour', 'ValidationError', "Value null at 'tap'"],
    ['Action=Pour&Tap=left&Millilitres=much', 'SerializationException', "'millilitres' must be a number."],
    ['Action=Pour&Tap=left&Foam=perhaps', 'SerializationException', "'foam' must be a boolean."],
    ['Action=Wash', 'InvalidAction', 'Wash is not emulated'],
  ])('is refused: %s', async (form, code, message) => {
    const response = await send(form)
    expect(response.status).toBe(400)
    expect(await response.text()).toMatch(new RegExp(`<Code>${code}</Code><Message>.*${message}`))
  })
})

it('sends what an engine has answered as it is, once the input has been checked', async () => {
  const ofEngine = operation('Pour', () => new Response('poured', { status: 201 }))
  const ask = serve({ name: 'Taps', model, protocols: [jsonProtocol('Taps_20260101')], operations: [ofEngine] }, { open: true })
  const send = (input: object) => ask(new Request('http://taps.test/', {
    method: 'POST', headers: { 'x-amz-target': 'Taps_20260101.Pour' }, body: JSON.stringify(input),
  }))
  const answer = await send({ Tap: 'left' })
  expect([answer.status, await answer.text()]).toEqual([201, 'poured'])
  expect((await send({})).status).toBe(400)
})

it('refuses a request that no protocol of the service speaks', async () => {
  const ask = serve({ name: 'Taps', model, protocols: [jsonProtocol('Taps_20260101')], operations: [pour] }, { open: true })
  await expect(ask(new Request('http://taps.test/'))).rejects.toMatchObject({
    name: 'UnknownOperationException', message: 'The request is in no protocol that Taps is spoken to by here.',
  })
})
