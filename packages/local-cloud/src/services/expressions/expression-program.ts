/** JSONata, jq and regular expressions in a process of their own. */
import { createHash, randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import { serveEngine } from '../engine-process/serve-engine.ts'
import type { ExpressionQuestion, Language } from './expression-protocol.ts'

/** What jq-web 0.6 exports, a promise of it; it has no types of its own. */
interface Jq {
  raw(json: string, filter: string, flags: readonly string[]): string
}

const languages = {
  jsonata: async () => (await import('jsonata')).default,
  jq: () => createRequire(import.meta.url)('jq-web') as Promise<Jq>,
} satisfies Record<Language, () => Promise<unknown>>

serveEngine(async (ask) => {
  // Only our own process asks.
  const question = ask as ExpressionQuestion
  switch (question.kind) {
    case 'load': return void await languages[question.language]()
    case 'jsonata': return evaluateJsonata(question)
    case 'jq': return (await languages.jq()).raw(question.json, question.filter, ['-c'])
    case 'regularExpression': return matches(question)
  }
})

async function evaluateJsonata({ expression, variables }: Extract<ExpressionQuestion, { kind: 'jsonata' }>): Promise<string | undefined> {
  const jsonata = await languages.jsonata()
  const value: unknown = await jsonata(expression).evaluate(undefined, { ...variables, ...functions })
  // JSONata's lists carry members of its own, which JSON leaves out.
  return value === undefined ? undefined : JSON.stringify(value)
}

/** What Step Functions adds to JSONata's functions. */
const functions: Readonly<Record<string, unknown>> = {
  partition: (list: unknown[], size: number) =>
    Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size)),
  range: (first: number, last: number, step: number) =>
    Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step),
  hash: (text: string, algorithm: string) => createHash(algorithm.replace('-', '').toLowerCase()).update(text).digest('hex'),
  random: () => Math.random(),
  uuid: () => randomUUID(),
  parse: (text: string) => JSON.parse(text) as unknown,
}

function matches({ source, texts }: Extract<ExpressionQuestion, { kind: 'regularExpression' }>): boolean[] {
  const expression = new RegExp(source)
  return texts.map((text) => expression.test(text))
}
