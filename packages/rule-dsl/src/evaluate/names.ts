import { memberGetter } from '../value/member.ts'
import type { Evaluate, Run } from './run.ts'

/**
 * What a bare name means. In a nested query: the element where the name is its alias, else a member of the element,
 * else the element of a query around it that has the name for its alias. `aliases`: of the queries around it, the outermost first.
 */
export function compileName(name: string, aliases: readonly (string | undefined)[]): Evaluate {
  const get = memberGetter(name)
  const named = aliases.lastIndexOf(name)
  if (named < 0) return (run) => get(run.root)
  const levels = aliases.length - 1 - named
  if (levels === 0) return (run) => run.root
  return (run) => {
    const member = get(run.root)
    return member === undefined ? outerRun(run, levels)?.root : member
  }
}

function outerRun(run: Run, levels: number): Run | undefined {
  let outer: Run | undefined = run
  for (let level = 0; level < levels; level += 1) outer = outer?.outer
  return outer
}
