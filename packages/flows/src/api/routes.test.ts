import { describe, expect, it } from 'vitest'
import { PROBLEMS, routes, type Route } from '../routes.ts'

const named = routes.map((route: Route) => ({ ...route, name: `${route.method} ${route.path}` }))

describe.each(named)('$name', ({ method, path, params, query, access, handler }) => {
  it('has a schema for what stands in the braces of its path, and for no more', () => {
    expect(Object.keys(params?.shape ?? {})).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
  })

  it('says of which sites it reads or writes, as its request does', () => {
    const parts = { ...params?.shape, ...query?.shape }
    const site = Object.entries({ kegId: 'keg', siteId: 'site' }).find(([name]) => name in parts)
    if (site === undefined) expect(access.of).not.toBe('keg')
    // What is of the fleet is for brewers alone, also where it is about one keg.
    else if (access.of !== 'fleet' || site[1] !== 'keg') expect(access.of).toBe(site[1])
    if (method === 'GET') expect(access.does).toBe('reads')
  })

  it('has a handler of its own', () => {
    expect(named.filter((route) => route.handler === handler)).toHaveLength(1)
  })
})

it('has one type of problem for a status, since the document has one answer for it', () => {
  const statuses = Object.values(PROBLEMS).map(({ status }) => status)
  expect(new Set(statuses).size).toBe(statuses.length)
})
