import type { Tree } from '@nx/devkit'

/** Writes a file that is not there yet. One that is there, edited or not, stays as it is: generators run twice. */
export function writeNew(tree: Tree, path: string, content: string): void {
  if (!tree.exists(path)) tree.write(path, content)
}

/**
 * Adds `line` in front of the first line that `before` matches, unless the file has it. Throws where there is no such line:
 * the file has another shape than the generator knows, and a person has to look.
 */
export function addLine(tree: Tree, path: string, line: string, before: RegExp): void {
  const lines = read(tree, path).split('\n')
  if (lines.includes(line)) return
  const at = lines.findIndex((text) => before.test(text))
  if (at === -1) throw new Error(`${path} has no line like ${before}: add this by hand: ${line.trim()}`)
  tree.write(path, lines.toSpliced(at, 0, line).join('\n'))
}

/**
 * Adds `line` among the lines that `pattern` matches, in the order of what its group captures, unless the file has it.
 * Throws where no line matches, or the pattern does not match `line`.
 */
export function addSorted(tree: Tree, path: string, line: string, pattern: RegExp): void {
  const lines = read(tree, path).split('\n')
  if (lines.includes(line)) return
  const key = pattern.exec(line)?.[1]
  const alike = lines.flatMap((text, index) => (pattern.test(text) ? [{ key: pattern.exec(text)?.[1] ?? '', index }] : []))
  const last = alike.at(-1)
  if (key === undefined || last === undefined)
    throw new Error(`${path} has no lines like ${String(pattern)}: add this by hand: ${line.trim()}`)
  const at = alike.find((each) => each.key > key)?.index ?? last.index + 1
  tree.write(path, lines.toSpliced(at, 0, line).join('\n'))
}

/** Puts `line` in the place of the first line that `pattern` matches; where none does, somebody has changed it already. */
export function replaceLine(tree: Tree, path: string, pattern: RegExp, line: string): void {
  const lines = read(tree, path).split('\n')
  const at = lines.findIndex((text) => pattern.test(text))
  if (at !== -1) tree.write(path, lines.toSpliced(at, 1, line).join('\n'))
}

/**
 * Adds `item` to the array that follows `opening`, at the end of its line or in a line of its own, unless it is there:
 * `registry([pour, state])`.
 */
export function addItem(tree: Tree, path: string, opening: string, item: string): void {
  const text = read(tree, path)
  const { start, end, items } = arrayOf(text, opening) ?? fail(`${path} has no ${opening}…]: add ${item} by hand.`)
  if (items.includes(item)) return
  const isInLines = text.slice(start, end).endsWith('\n')
  tree.write(path, isInLines
    ? `${text.slice(0, end)}  ${item},\n${text.slice(end)}`
    : text.slice(0, start + opening.length) + [...items, item].join(', ') + text.slice(end))
}

/** The items of the array that follows `opening`. Throws where there is none. */
export function itemsOf(tree: Tree, path: string, opening: string): readonly string[] {
  return (arrayOf(read(tree, path), opening) ?? fail(`${path} has no ${opening}…].`)).items
}

function arrayOf(
  text: string, opening: string,
): { readonly start: number; readonly end: number; readonly items: readonly string[] } | undefined {
  const start = text.indexOf(opening)
  const end = text.indexOf(']', start)
  if (start === -1 || end === -1) return undefined
  return { start, end, items: text.slice(start + opening.length, end).split(',').map((part) => part.trim()).filter((part) => part !== '') }
}

function fail(message: string): never {
  throw new Error(message)
}

function read(tree: Tree, path: string): string {
  const text = tree.read(path, 'utf8')
  if (text === null) throw new Error(`${path} is not there.`)
  return text
}

/** A name of AWS's as a file's: `PurgeQueue` → `purge-queue`. */
export const kebabOf = (name: string): string => name.replaceAll(/(?<!^)([A-Z])/g, '-$1').toLowerCase()

/** The names that one word goes by: `site-summary` → `siteSummary`, `SiteSummary`. Throws for what is not kebab-case. */
export function namesOf(name: string): { readonly file: string; readonly camel: string; readonly pascal: string; readonly snake: string } {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) throw new Error(`${JSON.stringify(name)} is not kebab-case.`)
  const pascal = name.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  return { file: name, pascal, camel: pascal.charAt(0).toLowerCase() + pascal.slice(1), snake: name.replaceAll('-', '_') }
}
