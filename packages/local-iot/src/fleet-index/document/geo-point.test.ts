import { expect, it } from 'vitest'
import { distanceMeters, geoPointOf, type CoordinateOrder } from './geo-point.ts'

const newYork = { latitude: 41.12, longitude: -71.34 }

// location-indexing-geoquery.html#location-indexing-format, then what is no location.
it.each<[value: unknown, order: CoordinateOrder, point: object | undefined]>([
  ['POINT(-71.34 41.12)', 'LatLon', newYork],
  ['41.12,-71.34', 'LatLon', newYork],
  ['-71.34, 41.12', 'LonLat', newYork],
  [{ lat: 41.12, lon: -71.34 }, 'LatLon', newYork],
  [{ latitude: 41.12, longitude: -71.34 }, 'LonLat', newYork],
  [{ lat: 41.12, long: -71.34 }, 'LatLon', newYork],
  [[41.12, -71.34], 'LatLon', newYork],
  [[-71.34, 41.12], 'LonLat', newYork],
  [{ type: 'Point', coordinates: [-71.34, 41.12], properties: { city: 'New York' } }, 'LonLat', newYork],
  ['apple', 'LatLon', undefined],
  ['POINT(a b)', 'LatLon', undefined],
  [[91, 0], 'LatLon', undefined],
  [[1, 2, 3], 'LatLon', undefined],
  [{ lat: 1 }, 'LatLon', undefined],
  [',', 'LatLon', undefined],
  [7, 'LatLon', undefined],
  [null, 'LatLon', undefined],
])('%j in the order %s is %j', (value, order, point) => expect(geoPointOf(value, order)).toEqual(point))

it('measures along the earth', () => {
  const [berlin, munich] = [{ latitude: 52.52, longitude: 13.405 }, { latitude: 48.137, longitude: 11.575 }]
  expect(distanceMeters(berlin, munich) / 1000).toBeCloseTo(504, -1)
  expect(distanceMeters(berlin, berlin)).toBe(0)
})
