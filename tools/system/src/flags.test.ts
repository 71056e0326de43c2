import { expect, it } from 'vitest'
import { explained, FlagError, gatewayHost, readFlags, systemOptions, wholeNumber } from './flags.ts'

it.each([['0'], ['-1'], ['1.5'], ['many'], [''], ['Infinity']])('refuses %j as a number of kegs', (text) => {
  expect(() => wholeNumber('kegs', text)).toThrow(FlagError)
})

it.each([['1', 1], ['20', 20]])('takes %j as a number of kegs', (text, value) => {
  expect(wholeNumber('kegs', text)).toBe(value)
})

it('reads flags, and names one that it does not know', () => {
  expect(readFlags({ kegs: { type: 'string', default: '5' } }, ['--dynamodb', 'dynalite'])).toEqual({
    kegs: '5', dynamodb: 'dynalite', verbose: false,
  })
  expect(() => readFlags({}, ['--kegz', '3'])).toThrow(/--kegz/)
})

it('knows two DynamoDBs', () => {
  expect(systemOptions({ dynamodb: 'dynalite' })).toEqual({ dynamodb: 'dynalite' })
  expect(systemOptions({})).toEqual({})
  expect(() => systemOptions({ dynamodb: 'postgres' })).toThrow(/dynoxide or dynalite/)
})

it.each<[string, unknown, string]>([
  [
    'with what it was caused by', new Error('fetch failed', { cause: new Error('too many open files') }),
    'fetch failed: too many open files',
  ],
  [
    'of several attempts', new TypeError('fetch failed', { cause: new AggregateError([new Error('::1'), new Error('127.0.0.1')]) }),
    'fetch failed: AggregateError: ::1: 127.0.0.1',
  ],
  ['that is no error', 'gone', 'gone'],
])('explains an error %s', (_, error, sentence) => {
  expect(explained(error)).toBe(sentence)
})

it('knows two hosts of gateways', () => {
  expect([gatewayHost(undefined), gatewayHost('standalone'), gatewayHost('greengrass')]).toEqual(['standalone', 'standalone', 'greengrass'])
  expect(() => gatewayHost('balena')).toThrow(FlagError)
})
