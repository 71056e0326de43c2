import { ApiError } from '@keg/flows/client'
import { expect, it } from 'vitest'
import { requestProblems } from './request-problems.ts'

const refused = (...errors: { pointer: string; detail: string }[]) => new ApiError('REFUSED', 'This is not what the route takes.', {
  status: 400, problem: { type: 't', title: 'Bad Request', status: 400, detail: 'd', ...(errors.length === 0 ? {} : { errors }) },
})
const volume = { pointer: '#/body/order/volumeMl', detail: 'too much' }

it.each<[string, Error | null, unknown]>([
  ['nothing', null, { fields: {}, others: [] }],
  ['a field', refused(volume), { fields: { volume: 'too much' }, others: [] }],
  ['a field twice', refused(volume, { ...volume, detail: 'no whole number' }), { fields: { volume: 'too much; no whole number' }, others: [] }],
  ['something else', refused(volume, { pointer: '#/body', detail: 'unknown' }), { fields: { volume: 'too much' }, others: ['unknown'] }],
  ['all of it', refused(), { fields: {}, others: ['This is not what the route takes.'] }],
  ['the way there', new ApiError('UNREACHABLE', 'No API answers.'), { fields: {}, others: ['No API answers.'] }],
])('puts what is wrong with %s where it belongs', (_, error, expected) => {
  expect(requestProblems(error, { '#/body/order/volumeMl': 'volume' })).toEqual(expected)
})
