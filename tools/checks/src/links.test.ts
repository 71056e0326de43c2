import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const workspace = fileURLToPath(new URL('../../../', import.meta.url))
const pages = globSync(['*.md', 'docs/**/*.md', '{apps,packages,tools,examples}/*/*.md'], { cwd: workspace })

/** The files that a page links to, without what stands in a block of code. */
const linksOf = (page: string): string[] => {
  const text = readFileSync(join(workspace, page), 'utf8').replace(/^```[\s\S]*?^```/gm, '')
  return [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link = '']) => link).filter((link) => !/^[a-z]+:/.test(link))
}

it('finds the pages', () => expect(pages).toEqual(expect.arrayContaining(['README.md', 'docs/first-hour.md', 'packages/store/README.md'])))

it.each(pages)('%s links to nothing that is not there', (page) => {
  const missing = linksOf(page).filter((link) => !existsSync(join(workspace, dirname(page), link)))
  expect(missing.map((link) => `${page} → ${link}`)).toEqual([])
})
