/** A target of `exports` in a package.json: a path, or a target for each condition. */
export type Target = string | { readonly [condition: string]: Target }

/** The part of a package.json that is read here. */
export interface Manifest {
  readonly exports: Readonly<Record<string, Target>>
  readonly publishConfig: Readonly<Record<string, unknown>>
  readonly files?: readonly string[]
}

/** The condition under which this workspace takes the source. npm never gets it. */
const SOURCE = '@keg/source'

/**
 * The `exports` that npm gets, which follow from the `exports` of the workspace: the same, without the source.
 * An entry that has nothing but its source is left out: it is for this workspace alone.
 *
 * @example
 * publishedExports({ '.': { '@keg/source': './src/index.ts', import: './dist/index.js' } })  // { '.': { import: './dist/index.js' } }
 */
export function publishedExports(exports: Manifest['exports']): Record<string, Target> {
  return Object.fromEntries(Object.entries(exports).flatMap(([entry, target]) => {
    const published = withoutSource(target)
    return published === undefined ? [] : [[entry, published] as const]
  }))
}

/** Whether the `publishConfig.exports` of a package.json follow from its `exports`, the order of conditions included. */
export function publishesItsExports({ exports, publishConfig }: Manifest): boolean {
  return JSON.stringify(publishConfig['exports']) === JSON.stringify(publishedExports(exports))
}

/** The text of a package.json whose `publishConfig.exports` are those that follow from its `exports`; all else stays as it is. */
export function withPublishedExports(manifest: Manifest): string {
  const publishConfig = { ...manifest.publishConfig, exports: publishedExports(manifest.exports) }
  return `${JSON.stringify({ ...manifest, publishConfig }, undefined, 2)}\n`
}

function withoutSource(target: Target): Target | undefined {
  if (typeof target === 'string') return target
  const conditions = Object.entries(target).flatMap(([condition, inner]) => {
    const published = condition === SOURCE ? undefined : withoutSource(inner)
    return published === undefined ? [] : [[condition, published] as const]
  })
  return conditions.length === 0 ? undefined : Object.fromEntries(conditions)
}
