import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** What a file imports values of, and the files that it names. */
function importsOf(url: URL, seen = new Map<string, string[]>()): Map<string, string[]> {
  if (seen.has(url.href)) return seen
  const statements = readFileSync(url, 'utf8').matchAll(/^import\s+(?!type\s)(?:[^'"]*?\sfrom\s+)?'([^']+)'/gm)
  const names = [...statements].map(([, name = '']) => name)
  seen.set(url.href, names)
  for (const name of names) if (name.startsWith('.')) importsOf(new URL(name, url), seen)
  return seen
}

// It is a process of the user's function: it starts as fast as Node.js, has no condition of ours, and finds no package of ours.
it('the process of a function loads nothing but its own files and Node.js', () => {
  const names = [...importsOf(new URL('worker.ts', import.meta.url)).values()].flat()
  expect(names).toContain('./worker-channel.ts')
  expect(names.filter((name) => !name.startsWith('./') && !name.startsWith('node:'))).toEqual([])
})
