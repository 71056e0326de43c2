import { compileRule, parseRule, type RuleMessage } from '@keg/rule-dsl'
import jsonata from 'jsonata'
import { compare } from '../compare.ts'
import { row, type Row } from '../row.ts'
import { bytes, context, matching, matchingSql, notMatching, text, topic } from './telemetry.ts'

const RULES = 100
const JSONATA_TIMES = 5000
const JSONATA_ROUNDS = 7
const NS_PER_MS = 1e6
const NS_PER_S = 1e9
const plain = () => JSON.stringify(JSON.parse(text))
// A message of its own each time: what was read of the last one is not used again.
const fresh = (): RuleMessage => ({ topic, payload: bytes })

/** Parse, WHERE, SELECT and serialize, against parsing and serializing the same payload. */
export function evaluateRow(): Row {
  const { subjectNs, referenceNs } = compare(() => matching.evaluate(fresh(), context), plain)
  return row('rule/evaluate', 'ns', subjectNs, referenceNs, '<= 2')
}

/** A rule whose WHERE fails, against parsing and serializing: it must not serialize. */
export function notMatchingRow(): Row {
  const { subjectNs, referenceNs } = compare(() => notMatching.evaluate(fresh(), context), plain)
  return row('rule/not-matching', 'ns', subjectNs, referenceNs, '<= 1.2')
}

/** The evaluations per second of 100 rules of which none matches, one message after the other. */
export function manyRulesRow(): Row {
  const rules = Array.from({ length: RULES }, (_, index) =>
    compileRule(parseRule(`SELECT * FROM 'keg/+/+/telemetry' WHERE celsius > ${8 + index}`)))
  const { subjectNs } = compare(() => {
    const message = fresh()
    for (const rule of rules) rule.evaluate(message, context)
  }, plain)
  return row('rule/not-matching-per-second', '1/s', (NS_PER_S * RULES) / subjectNs, 100_000, '>= 1')
}

/** 100 rules on one message, against parsing it once for each. */
export function oneParseRow(): Row {
  const { subjectNs, referenceNs } = compare(
    () => {
      const message = fresh()
      for (let index = 0; index < RULES; index += 1) notMatching.evaluate(message, context)
    },
    () => {
      for (let index = 0; index < RULES; index += 1) JSON.parse(text)
    },
  )
  return row('rule/one-parse-for-100-rules', 'ns', subjectNs, referenceNs, '<= 0.5')
}

/** The same work on integers of 20 digits, against those that a double holds. */
export function exactRow(): Row {
  const rule = compileRule(parseRule("SELECT a + b AS sum, a * 2 AS twice, c FROM 'a' WHERE a > b"))
  const encoded = (payload: string) => new TextEncoder().encode(payload)
  const exact = encoded('{"a":98765432109876543210,"b":12345678901234567890,"c":"text","d":[1,2,3],"e":{"f":true}}')
  const fast = encoded('{"a":9876543210,"b":1234567890,"c":"text","d":[1,2,3],"e":{"f":true}}')
  const on = (payload: Uint8Array) => () => rule.evaluate({ topic: 'a', payload }, context)
  const { subjectNs, referenceNs } = compare(on(exact), on(fast))
  return row('rule/exact-path', 'ns', subjectNs, referenceNs, '<= 10')
}

/** One more rule on a message that is parsed already, against an equivalent JSONata expression on a parsed payload; both serialize. */
export async function jsonataRow(): Promise<Row> {
  const expression = jsonata(
    `(celsius > 4 and valve = 'closed') ? {'kegId': kegId, 'siteId': siteId, 'seq': seq, 'takenAtMs': takenAtMs, 'celsius': celsius, 'bar': bar, 'totaliserMl': totaliserMl, 'receivedAtMs': $now}`,
  )
  const parsed: unknown = JSON.parse(text)
  const rounds: number[] = []
  for (let round = 0; round < JSONATA_ROUNDS; round += 1) {
    const start = performance.now()
    for (let index = 0; index < JSONATA_TIMES; index += 1) JSON.stringify(await expression.evaluate(parsed, { now: context.nowMs }))
    rounds.push((performance.now() - start) * (NS_PER_MS / JSONATA_TIMES))
  }
  const jsonataNs = rounds.sort((a, b) => a - b)[Math.floor(JSONATA_ROUNDS / 2)] ?? 0
  const message = fresh()
  const { subjectNs } = compare(() => matching.evaluate(message, context), plain)
  return row('rule/against-jsonata', '1/s', NS_PER_S / subjectNs, NS_PER_S / jsonataNs, '>= 10')
}

/** From SQL to a function, against node's own compiler on an equal body. */
export function compileRow(): Row {
  // A new number each time, so that no cache knows the body.
  let salt = 0
  const { subjectNs, referenceNs } = compare(
    () => compileRule(parseRule(matchingSql.replace('> 4', `> ${(salt += 1)}`))),
    () =>
      new Function('m', 'topic', 'nowMs', `if (!/^keg\\/[^/]*\\/[^/]*\\/telemetry$/.test(topic)) return undefined
        if (!(m.celsius > ${(salt += 1)} && m.valve === 'closed')) return undefined
        return { kegId: m.kegId, siteId: m.siteId, seq: m.seq, takenAtMs: m.takenAtMs, celsius: m.celsius, bar: m.bar, totaliserMl: m.totaliserMl, receivedAtMs: nowMs }`),
  )
  return row('rule/compile', 'ns', subjectNs, referenceNs, '<= 5')
}
