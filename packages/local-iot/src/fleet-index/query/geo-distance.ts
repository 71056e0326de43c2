import { DISTANCE_UNITS, type DistanceUnit, type GeoDistance } from './query.ts'
import type { Scanner } from './scanner.ts'

const NUMBER = '\\s*(-?\\d+(?:\\.\\d+)?)\\s*'
const GEO = new RegExp(`geo_distance,${NUMBER},${NUMBER},${NUMBER.replace('-?', '')}([a-z]*)`, 'y')

/** Reads `geo_distance,47.6204,-122.3491,15.5km`: latitude, longitude, distance. */
export function parseGeoDistance(scanner: Scanner): GeoDistance {
  GEO.lastIndex = scanner.at
  const found = GEO.exec(scanner.text)
  if (found === null) throw scanner.failure('a geo query is written geo_distance,latitude,longitude,15.5km')
  const [whole, ...numbers] = found
  const [latitude = 0, longitude = 0, radius = 0] = numbers.map(Number)
  const unit = found[4] === '' || found[4] === undefined ? 'm' : found[4]
  if (!isUnit(unit)) throw scanner.failure(`${unit} is no unit of distance; there are ${Object.keys(DISTANCE_UNITS).join(', ')}`)
  if (Math.abs(latitude) > 90) throw scanner.failure('a latitude is from -90 to 90')
  if (Math.abs(longitude) > 180) throw scanner.failure('a longitude is from -180 to 180')
  scanner.at += whole.length
  return { kind: 'geoDistance', latitude, longitude, radius, unit }
}

const isUnit = (text: string): text is DistanceUnit => Object.hasOwn(DISTANCE_UNITS, text)
