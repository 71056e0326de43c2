import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

/** A normative statement of MQTT 5, by its number in appendix B: how it is with the default broker. */
interface Statement {
  readonly id: string
  /** Tests that fail where it is broken, as `file > title`. */
  readonly heldBy?: readonly string[]
  readonly differs?: string
  /** Why it asks nothing of this broker. */
  readonly notApplicable?: string
}

const root = fileURLToPath(new URL('../', import.meta.url))
const read = (path: string) => readFileSync(`${root}${path}`, 'utf8')
// Checked below.
const statements = JSON.parse(read('conformance/mqtt5-statements.json')) as readonly Statement[]

it('say one thing of each, by numbers of the standard', () => {
  expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length)
  for (const statement of statements) {
    expect(statement.id).toMatch(/^MQTT-\d\.\d{1,2}(\.\d{1,2})?-\d{1,2}$/)
    expect(Object.keys(statement).filter((key) => key !== 'id')).toHaveLength(1)
  }
})

it('name tests that exist', () => {
  const missing = statements.flatMap(({ heldBy = [] }) => heldBy).filter((test) => {
    const [file = '', title = ''] = test.split(' > ')
    return title === '' || !read(file).includes(`'${title}'`)
  })
  expect([...new Set(missing)]).toEqual([])
})

it('are counted in the README', () => {
  const count = (key: keyof Statement) => statements.filter((statement) => key in statement).length
  expect(read('README.md')).toContain(`Of ${statements.length}, ${count('heldBy')} are held by a test, ${count('differs')} differ, ${count('notApplicable')} ask nothing of it`)
})

it('are named in the code by numbers that are in the table', () => {
  const known = new Set(statements.map(({ id }) => id))
  const files = [
    'connect', 'connection', 'publish', 'subscribe', 'session', 'sessions', 'validation', 'wills', 'topic-rules', 'retained-topics',
    'packet-writer', 'broker', 'retained', 'adapters/web-socket-frames',
  ]
  const named = files.flatMap((file) => [...read(`src/${file}.ts`).matchAll(/\[(MQTT-[\d.]+-\d+)\]/g)].map(([, id]) => id ?? ''))
  expect(named.length).toBeGreaterThan(40)
  expect(named.filter((id) => !known.has(id))).toEqual([])
})
