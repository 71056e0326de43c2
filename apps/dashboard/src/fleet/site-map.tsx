import { useQuery } from '@tanstack/react-query'
import { geoMercator, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { useMemo } from 'react'
import landUrl from 'world-atlas/countries-110m.json?url'
import { hrefOf } from '../shell/location.ts'
import type { SiteCount } from './fleet-view.ts'
import { placesOf, spread, type Places } from './places.ts'

const [WIDTH, HEIGHT, EDGE] = [640, 260, 60]

/** A world of countries, as world-atlas has it. */
type World = Topology<{ readonly countries: GeometryCollection }>

interface SiteMapProps {
  readonly sites: ReadonlyMap<string, SiteCount>
  /** The one that is looked at. */
  readonly siteId: string | undefined
}

/** Where the sites are, and where somebody is needed: an outline without tiles of anybody else, and a list that says the same. */
export function SiteMap({ sites, siteId }: SiteMapProps) {
  const places = useQuery({ queryKey: ['places'], queryFn: () => askJson('places.json').then(placesOf), staleTime: Infinity })
  const world = useQuery({ queryKey: ['world'], queryFn: () => askJson(landUrl) as Promise<World>, staleTime: Infinity })
  const listed = [...sites].sort(([one], [other]) => one.localeCompare(other))
  return (
    <section className="map" aria-label="sites">
      {places.data !== undefined && hasPlace(listed, places.data) && (
        <Outline places={places.data} world={world.data} sites={sites} siteId={siteId} />
      )}
      <ul>
        {listed.map(([id, { kegs, attention, alerts }]) => (
          <li key={id}>
            <a href={hrefOf('/', { site: id === siteId ? undefined : id })} aria-current={id === siteId ? 'true' : undefined}><bdi>{id}</bdi></a>
            {' '}{kegs} {kegs === 1 ? 'keg' : 'kegs'}
            {alerts > 0 && <span className="sign bad">{alerts} {alerts === 1 ? 'alert' : 'alerts'}</span>}
            {attention > alerts && <span className="sign warn">{attention - alerts} to look at</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

const hasPlace = (sites: readonly (readonly [string, SiteCount])[], places: Places): boolean =>
  sites.some(([id]) => Object.hasOwn(places, id))

interface OutlineProps extends SiteMapProps {
  readonly places: Places
  readonly world: World | undefined
}

/** For the eye alone: the list beside it has the words and the links. */
function Outline({ places, world, sites, siteId }: OutlineProps) {
  const known = useMemo(() => Object.entries(places).filter(([id]) => sites.has(id)), [places, sites])
  const key = known.map(([id]) => id).join()
  const { land, projected } = useMemo(() => {
    const projection = geoMercator().fitExtent([[EDGE, EDGE], [WIDTH - EDGE, HEIGHT - EDGE]], spread(known.map(([, place]) => place)))
    const path = geoPath(projection)
    return {
      land: world === undefined ? undefined : path(feature(world, world.objects.countries)) ?? undefined,
      projected: known.map(([id, place]) => ({ id, at: projection([...place]) })),
    }
    // By the names of the sites, since their counts change all the time.
  }, [key, places, world])
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path className="land" d={land} />
      {projected.map(({ id, at }) => {
        const { kegs = 0, alerts = 0, attention = 0 } = sites.get(id) ?? {}
        return at !== null && (
          <g key={id} transform={`translate(${at[0]} ${at[1]})`} className={alerts > 0 ? 'bad' : attention > 0 ? 'warn' : 'good'}>
            <circle r={6 + 2 * Math.log2(1 + kegs)} className={id === siteId ? 'chosen' : undefined} />
            <text y={-10 - 2 * Math.log2(1 + kegs)}>{id}</text>
          </g>
        )
      })}
    </svg>
  )
}

const askJson = async (url: string): Promise<unknown> => {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
  return answer.json()
}
