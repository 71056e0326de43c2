import { PROBLEMS, routes } from '@keg/flows/routes'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

it('tells of every route, and of no other', () => {
  const list = readme.slice(0, readme.indexOf('## Who may'))
  const told = [...list.matchAll(/^\| `([A-Z]+ \/[^`]*)` \|/gm)].map(([, name]) => name)
  expect(told.sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort())
})

it('tells of every problem, with its status', () => {
  const told = [...readme.matchAll(/^\| `([a-z-]+)` \| (\d{3}) \|/gm)].map(([, kind, status]) => [kind, Number(status)])
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(Object.entries(PROBLEMS).map(([kind, { status }]) => [kind, status])))
})
