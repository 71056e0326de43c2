import { expect, it } from 'vitest'
import { matchRoute } from './route.ts'

const keys = [
  '$default', 'ANY /{proxy+}', 'GET /kegs', 'GET /kegs/{kegId}', 'GET /kegs/new', 'ANY /kegs/{kegId}', 'POST /kegs/{kegId}/commands',
  'GET /pets/{proxy+}', 'GET /pets/{kind}/{name}', 'GET /',
]
const route = (routeKey: string) => ({ routeKey, target: `integrations/${routeKey}`, constructPath: 'p' })

// Priorities: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html#http-api-develop-routes.evaluation
it.each([
  ['GET', '/kegs', 'GET /kegs', undefined],
  ['GET', '/kegs/k-1', 'GET /kegs/{kegId}', { kegId: 'k-1' }],
  ['GET', '/kegs/new', 'GET /kegs/new', undefined],
  ['PUT', '/kegs/new', 'ANY /kegs/{kegId}', { kegId: 'new' }],
  ['POST', '/kegs/k-1/commands', 'POST /kegs/{kegId}/commands', { kegId: 'k-1' }],
  ['GET', '/kegs/k-1/commands', 'ANY /{proxy+}', { proxy: 'kegs/k-1/commands' }],
  ['GET', '/pets/dog', 'GET /pets/{proxy+}', { proxy: 'dog' }],
  ['GET', '/pets/dog/rex', 'GET /pets/{kind}/{name}', { kind: 'dog', name: 'rex' }],
  ['GET', '/pets/dog/rex/food', 'GET /pets/{proxy+}', { proxy: 'dog/rex/food' }],
  ['GET', '/kegs/K%C3%B6lsch%201', 'GET /kegs/{kegId}', { kegId: 'Kölsch 1' }],
  ['GET', '/kegs/100%', 'GET /kegs/{kegId}', { kegId: '100%' }],
  ['GET', '/', 'GET /', undefined],
])('%s %s takes %s', (method, path, expected, pathParameters) => {
  const match = matchRoute(keys.map(route), method, path)
  expect([match?.route.routeKey, match?.pathParameters]).toEqual([expected, pathParameters])
})

it('falls back to $default, else to nothing', () => {
  expect(matchRoute([route('GET /kegs'), route('$default')], 'DELETE', '/x')?.route.routeKey).toBe('$default')
  expect(matchRoute([route('GET /kegs')], 'DELETE', '/kegs')).toBeUndefined()
})
