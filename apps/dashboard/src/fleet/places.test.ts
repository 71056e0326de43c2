import { expect, it } from 'vitest'
import { placesOf, spread } from './places.ts'

it.each<[unknown, object]>([
  [{ berlin: [13.4, 52.5] }, { berlin: [13.4, 52.5] }],
  [{ berlin: [13.4], munich: 'here', oslo: [10.7, 59.9], north: [0, 90], far: [181, 0], text: ['1', '2'] }, { oslo: [10.7, 59.9] }],
  [null, {}],
  ['places', {}],
  [[], {}],
])('reads the places of %j', (value, places) => expect(placesOf(value)).toEqual(places))

it('shows some land around each place, within the world', () => {
  expect(spread([[13, 52]]).coordinates).toEqual([[9, 48], [17, 56]])
  expect(spread([[0, 84]]).coordinates).toEqual([[-4, 80], [4, 85]])
  expect(spread([]).coordinates).toHaveLength(2)
})
