import { describe, expect, it } from 'vitest'
import type { Model } from '../model/model.ts'
import { parseInput, restJsonProtocol, serializeOutput } from './rest-json.ts'

const model: Model = {
  structures: {
    PourInput: { Beer: { type: 'struct:Beer' }, Kegs: { type: 'list:struct:Beer' }, Taps: { type: 'map:blob' }, Note: { type: 'string' } },
    Beer: { Seal: { type: 'blob' }, Name: { type: 'string' } },
    PourOutput: { Code: { type: 'number', in: 'status' }, Said: { type: 'string' } },
  },
  constraints: {},
  shapesOf: { Pour: { input: 'PourInput', output: 'PourOutput' } },
}

describe('bytes', () => {
  it('are read wherever they are in the body', () => {
    const body = { Beer: { Seal: 'AQ==', Name: 'AQ==', Other: 'AQ==' }, Kegs: [{ Seal: 'Ag==' }], Taps: { left: 'Aw==' }, Note: 'AQ==' }
    const input = parseInput(
      model, { name: 'Pour', service: 'taps', labels: {} }, new URL('http://taps.test/'), new Headers(), Buffer.from(JSON.stringify(body)),
    )
    const [one, two, three] = [1, 2, 3].map((byte) => new Uint8Array([byte]))
    expect(input).toEqual({ Beer: { Seal: one, Name: 'AQ==', Other: 'AQ==' }, Kegs: [{ Seal: two }], Taps: { left: three }, Note: 'AQ==' })
  })
})

describe('times', () => {
  const times: Model = {
    structures: { TapInput: {
      From: { type: 'timestamp', in: 'query:from' }, Range: { type: 'struct:Range' },
    }, Range: { To: { type: 'timestamp' } } },
    constraints: {},
    shapesOf: { Tap: { input: 'TapInput', output: 'TapInput' } },
  }
  const read = (from: string, to: unknown) => parseInput(
    times, { name: 'Tap', service: 'taps', labels: {} }, new URL(`http://taps.test/?from=${from}`), new Headers(),
    Buffer.from(JSON.stringify({ Range: { To: to } })),
  )
  it.each([
    ['2026-12-24T18:00:00Z', 1_798_135_200.5, { From: new Date('2026-12-24T18:00:00Z'), Range: { To: new Date(1_798_135_200_500) } }],
    ['late', 'later', { From: 'late', Range: { To: 'later' } }],
  ])('%s in the address and %s in the body', (from, to, input) => expect(read(from, to)).toEqual(input))
  it('are seconds for operations that are served', async () => {
    const request = new Request('http://taps.test/?from=2026-12-24T18:00:00Z', { method: 'POST', body: '{"Range":{"To":1798135200.5}}' })
    const call = await restJsonProtocol(times, [['Tap', 'taps', 'POST', '/']]).read(request)
    expect(call?.input).toEqual({ From: 1_798_135_200, Range: { To: 1_798_135_200.5 } })
  })
})

describe('a member of the status', () => {
  const decoded = (output: object) => {
    const { body, statusCode } = serializeOutput(model, 'Pour', output)
    return { statusCode, body: new TextDecoder().decode(body) }
  }
  it.each([
    [{ Said: 'x' }, { statusCode: 200, body: '{"Said":"x"}' }],
    [{ Code: 202, Said: 'x' }, { statusCode: 202, body: '{"Said":"x"}' }],
    [{ Code: 204 }, { statusCode: 204, body: '' }],
  ])('of %j', (output, answer) => expect(decoded(output)).toEqual(answer))
  it('is the status of the response', async () => {
    const call = await restJsonProtocol(model, [['Pour', 'taps', 'POST', '/']])
      .read(new Request('http://taps.test/', { method: 'POST', body: '{}' }))
    expect([call?.answer({ Code: 204 }).status, call?.answer({}).status]).toEqual([204, 200])
  })
})
