import { isRecord } from '@keg/aws-service'
import type { GeoPoint } from './indexed-document.ts'

/** Which of two coordinates is first: `order` of a geolocation target. */
export type CoordinateOrder = 'LatLon' | 'LonLat'

const EARTH_RADIUS_M = 6_371_008.8
const WELL_KNOWN_TEXT = /^POINT\s*\(\s*(\S+)\s+(\S+)\s*\)$/i

/**
 * The location that a value of a shadow says; `undefined` where it says none: `"41.12,-71.34"`, `"POINT(long lat)"`, `[lat, lon]`,
 * `{ lat, lon }`, GeoJSON's `{ coordinates: […] }`.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/location-indexing-geoquery.html#location-indexing-format
 */
export function geoPointOf(value: unknown, order: CoordinateOrder): GeoPoint | undefined {
  if (typeof value === 'string') {
    const [, longitude, latitude] = WELL_KNOWN_TEXT.exec(value.trim()) ?? []
    return latitude === undefined ? ordered(value.split(','), order) : point(latitude, longitude)
  }
  if (Array.isArray(value)) return ordered(value, order)
  if (!isRecord(value)) return undefined
  const latitude = value['lat'] ?? value['latitude']
  const longitude = value['lon'] ?? value['long'] ?? value['longitude']
  return latitude === undefined ? geoPointOf(value['coordinates'], order) : point(latitude, longitude)
}

function ordered(pair: readonly unknown[], order: CoordinateOrder): GeoPoint | undefined {
  if (pair.length !== 2) return undefined
  const [first, second] = pair
  return order === 'LatLon' ? point(first, second) : point(second, first)
}

function point(latitude: unknown, longitude: unknown): GeoPoint | undefined {
  const [lat, lon] = [numberOf(latitude), numberOf(longitude)]
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { latitude: lat, longitude: lon } : undefined
}

const numberOf = (value: unknown): number =>
  (typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN)

/** Meters between two points of the earth, which is taken for a sphere. */
export function distanceMeters(one: GeoPoint, other: GeoPoint): number {
  const [lat1, lat2] = [radians(one.latitude), radians(other.latitude)]
  const half = (a: number) => Math.sin(a / 2) ** 2
  const h = half(lat2 - lat1) + Math.cos(lat1) * Math.cos(lat2) * half(radians(other.longitude - one.longitude))
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)))
}

const radians = (degrees: number) => (degrees * Math.PI) / 180
