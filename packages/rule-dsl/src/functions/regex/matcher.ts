import { RunFailure } from '../../fault/run-failure.ts'
import { isLineTerminator, isWordPart } from './character-set.ts'
import type { Assertion, CharacterSet, ParsedPattern, Pattern } from './pattern.ts'

/** What one search over one text may cost; Java would go on for hours. */
const MAX_STEPS = 5_000_000

/** Where a pattern was found: `groups[0]` is the whole match; a group that took no part is absent. */
export interface Match {
  readonly start: number
  readonly end: number
  readonly groups: readonly (string | undefined)[]
}

/** The steps that searching one text has taken. */
export interface Budget {
  steps: number
}

/** Answers the position behind the rest of the pattern, or -1. */
type Step = (at: number) => number

/** What the steps of one pattern share during a search. */
interface Search {
  text: string
  steps: number
  lastEnd: number
  /** Start and end of each group, -1 where it took no part. */
  bounds: Int32Array
}

const widthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)

function spend(search: Search): void {
  search.steps += 1
  if (search.steps > MAX_STEPS)
    throw new RunFailure('FUNCTION_FAILED', `The regular expression took more than ${MAX_STEPS} steps on this text.`)
}

/**
 * Makes a search function of a pattern: the first match at or after `from`. Backtracks as java.util.regex does, for a bounded number of
 * steps.
 */
export function createMatcher({ pattern, groups }: ParsedPattern): (text: string, from: number, budget: Budget) => Match | undefined {
  const search: Search = { text: '', steps: 0, lastEnd: 0, bounds: new Int32Array(2 * (groups + 1)) }
  const step = compile(pattern, (at) => at, search)
  return (text, from, budget) => {
    Object.assign(search, { text, steps: budget.steps, lastEnd: from })
    try {
      for (let start = from; start <= text.length; start += 1) {
        spend(search)
        search.bounds.fill(-1)
        const end = step(start)
        if (end < 0) continue
        search.bounds.set([start, end])
        return { start, end, groups: Array.from({ length: groups + 1 }, (_, index) => textOf(search, index)) }
      }
      return undefined
    } finally {
      budget.steps = search.steps
      search.text = ''
    }
  }
}

function textOf({ bounds, text }: Search, group: number): string | undefined {
  const start = bounds[2 * group] ?? -1
  return start < 0 ? undefined : text.slice(start, bounds[2 * group + 1])
}

function compile(pattern: Pattern, next: Step, search: Search): Step {
  switch (pattern.kind) {
    case 'set': return one(pattern.has, next, search)
    case 'sequence': return pattern.parts.reduceRight((rest, part) => compile(part, rest, search), next)
    case 'alternatives': return alternatives(pattern.options.map((option) => compile(option, next, search)), search)
    case 'group': return group(pattern, next, search)
    case 'atomic': return atomic(pattern.part, next, search)
    case 'look': return look(pattern, next, search)
    case 'backReference': return backReference(pattern, next, search)
    case 'assertion': return (at) => (holds(pattern.assertion, pattern.unixLines, at, search) ? next(at) : -1)
    case 'repeat': {
      if (pattern.mode === 'possessive') return atomic({ ...pattern, mode: 'greedy' }, next, search)
      if (pattern.part.kind === 'set') return repeatOne(pattern.part.has, pattern, next, search)
      return repeatAny(pattern, next, search)
    }
  }
}

const one = (has: CharacterSet, next: Step, search: Search): Step => (at) => {
  spend(search)
  const code = search.text.codePointAt(at)
  return code !== undefined && has(code) ? next(at + (code > 0xffff ? 2 : 1)) : -1
}

const alternatives = (options: readonly Step[], search: Search): Step => (at) => {
  for (const option of options) {
    spend(search)
    const end = option(at)
    if (end >= 0) return end
  }
  return -1
}

function group({ part, index }: Pattern & { kind: 'group' }, next: Step, search: Search): Step {
  const starts: number[] = []
  const body = compile(
    part,
    (end) => {
      const { bounds } = search
      const start = starts.pop() ?? 0
      const before = [bounds[2 * index] ?? -1, bounds[2 * index + 1] ?? -1]
      bounds.set([start, end], 2 * index)
      const result = next(end)
      if (result < 0) bounds.set(before, 2 * index)
      starts.push(start)
      return result
    },
    search,
  )
  return (at) => {
    const depth = starts.length
    starts.push(at)
    const end = body(at)
    starts.length = depth
    return end
  }
}

function atomic(part: Pattern, next: Step, search: Search): Step {
  const inner = compile(part, (at) => at, search)
  return (at) => {
    const end = inner(at)
    return end < 0 ? -1 : next(end)
  }
}

function look({ part, behind, negative }: Pattern & { kind: 'look' }, next: Step, search: Search): Step {
  let target = -1
  const inner = compile(part, (at) => (behind && at !== target ? -1 : at), search)
  const found = (at: number): boolean => {
    if (!behind) return inner(at) >= 0
    const outer = target
    target = at
    let start = at
    while (start >= 0 && inner(start) < 0) {
      spend(search)
      start -= 1
    }
    target = outer
    return start >= 0
  }
  return (at) => (found(at) === negative ? -1 : next(at))
}

const backReference = ({ index, ignoreCase }: Pattern & { kind: 'backReference' }, next: Step, search: Search): Step => (at) => {
  spend(search)
  const text = textOf(search, index)
  if (text === undefined) return -1
  const there = search.text.slice(at, at + text.length)
  const same = ignoreCase ? there.toLowerCase() === text.toLowerCase() : there === text
  return same ? next(at + text.length) : -1
}

type Repeat = Pattern & { kind: 'repeat' }

/** A repeated set needs no recursion: it steps on, then back. */
function repeatOne(has: CharacterSet, { min, max, mode }: Repeat, next: Step, search: Search): Step {
  const take = (at: number): number => {
    spend(search)
    const code = search.text.codePointAt(at)
    return code !== undefined && has(code) ? at + (code > 0xffff ? 2 : 1) : -1
  }
  const reluctant: Step = (from) => {
    let at = from
    for (let count = 0; at >= 0 && count <= max; count += 1, at = take(at)) {
      const end = count < min ? -1 : next(at)
      if (end >= 0) return end
    }
    return -1
  }
  const greedy: Step = (from) => {
    let at = from
    let count = 0
    for (let after = take(at); count < max && after >= 0; count += 1, after = take(at)) at = after
    for (; count >= min; count -= 1) {
      const end = next(at)
      if (end >= 0 || count === 0) return end
      at -= at >= 2 && at - from >= 2 && widthAt(search.text, at - 2) === 2 ? 2 : 1
      spend(search)
    }
    return -1
  }
  return mode === 'reluctant' ? reluctant : greedy
}

function repeatAny({ part, min, max, mode }: Repeat, next: Step, search: Search): Step {
  let count = 0
  let lastStart = -1
  const again = (at: number): number => {
    const [countBefore, startBefore] = [count, lastStart]
    count += 1
    lastStart = at
    const end = body(at)
    count = countBefore
    lastStart = startBefore
    return end
  }
  const leave = (at: number): number => {
    // The counters belong to this round; what follows may come back into the loop by an outer one.
    const [countBefore, startBefore] = [count, lastStart]
    count = 0
    lastStart = -1
    const end = next(at)
    count = countBefore
    lastStart = startBefore
    return end
  }
  const loop: Step = (at) => {
    spend(search)
    if (count < min) return again(at)
    // A round that took nothing ends the loop.
    if (count >= max || at === lastStart) return leave(at)
    const first = mode === 'reluctant' ? leave(at) : again(at)
    return first >= 0 ? first : mode === 'reluctant' ? again(at) : leave(at)
  }
  const body = compile(part, loop, search)
  return (at) => {
    const [countBefore, startBefore] = [count, lastStart]
    count = 0
    lastStart = -1
    const end = loop(at)
    count = countBefore
    lastStart = startBefore
    return end
  }
}

function holds(assertion: Assertion, unixLines: boolean, at: number, { text, lastEnd }: Search): boolean {
  const ends = (index: number) => {
    const code = text.charCodeAt(index)
    return unixLines ? code === 10 : isLineTerminator(code)
  }
  const inCrLf = !unixLines && text[at - 1] === '\r' && text[at] === '\n'
  switch (assertion) {
    case 'textStart': return at === 0
    case 'textEnd': return at === text.length
    case 'lastMatchEnd': return at === lastEnd
    case 'lineStart': return at < text.length && (at === 0 || (ends(at - 1) && !inCrLf))
    case 'lineEnd': return at === text.length || (ends(at) && !inCrLf)
    case 'beforeFinalTerminator':
      return at === text.length || (!inCrLf && ends(at) && (at === text.length - 1 || (!unixLines && text.slice(at) === '\r\n')))
    case 'wordBoundary': return isWordAt(text, at - 1) !== isWordAt(text, at)
    case 'noWordBoundary': return isWordAt(text, at - 1) === isWordAt(text, at)
  }
}

const isWordAt = (text: string, at: number): boolean => {
  const code = text.codePointAt(at)
  return at >= 0 && code !== undefined && isWordPart(code)
}
