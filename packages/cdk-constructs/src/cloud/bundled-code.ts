import { AssetHashType, DockerImage } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'
import type { BuildOptions, BuildResult } from 'esbuild'
import { existsSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

/** How a handler is bundled. */
export interface HandlerBundling {
  /** @default 'cjs' */
  readonly format?: 'cjs' | 'esm'
  /** @default true */
  readonly minify?: boolean
  /**
   * Beside the bundle, without the sources' text.
   *
   * @default true
   */
  readonly sourceMap?: boolean
  /**
   * Packages that stay out of the bundle, as those of a layer.
   *
   * @default - none: the SDK is bundled, too, so that what is tested is what runs
   */
  readonly externalModules?: readonly string[]
  /**
   * Identifiers that are replaced by constant expressions.
   *
   * @default - none
   */
  readonly define?: Readonly<Record<string, string>>
  /**
   * Names of package exports that are taken before `import` and `require`.
   *
   * @default ['@keg/source']
   */
  readonly conditions?: readonly string[]
}

/** Code to deploy, and what is wrong with it; known once a function has been made of it. */
export interface BundledCode {
  readonly code: Code
  readonly problems: readonly string[]
}

interface Esbuild {
  buildSync(options: BuildOptions & { write: false }): BuildResult<{ write: false }>
}

// Packages such as those of the SDK come as CommonJS that calls `require`, which modules do not have.
const REQUIRE_IN_MODULES = "import{createRequire as kegRequire}from'node:module';const require=kegRequire(import.meta.url);"

/**
 * One file and all that it imports, in one file: by esbuild in this process, since a process (a package manager's, too) for each function
 * would be most of the time of a synthesis. What fails is told in `problems`, and a placeholder takes the code's place, so that all
 * problems of an app can be told at once.
 */
export function bundledCode(entry: string, bundling: HandlerBundling = {}): BundledCode {
  const problems: string[] = []
  if (!existsSync(entry)) {
    const problem = `entry: there is no file ${entry}; write it, with an export \`handler\`, or correct the path`
    return { code: Code.fromInline('exports.handler = undefined'), problems: [problem] }
  }
  const options = esbuildOptions(entry, bundling)
  const local = {
    tryBundle(folder: string): true {
      for (const { name, contents } of bundle(options, problems)) writeFileSync(join(folder, name), contents)
      return true
    },
  }
  // CDK keeps bundles apart by folder and options: the command, which is not run, tells two handlers of a folder apart.
  const command = [entry, JSON.stringify(options)]
  return {
    code: Code.fromAsset(dirname(entry), {
      assetHashType: AssetHashType.OUTPUT, bundling: { image: DockerImage.fromRegistry('esbuild'), command, local },
    }),
    problems,
  }
}

function esbuildOptions(
  entry: string,
  { format = 'cjs', minify = true, sourceMap = true, externalModules = [], define = {}, conditions = ['@keg/source'] }: HandlerBundling,
) {
  return {
    entryPoints: [resolve(entry)],
    // Where CDK puts bundles unless it is told otherwise: a source map says the same wherever the assembly is written to.
    outfile: resolve('cdk.out', 'asset', format === 'esm' ? 'index.mjs' : 'index.js'),
    bundle: true, platform: 'node', target: 'node24', write: false, format, minify, sourcemap: sourceMap, sourcesContent: false,
    external: [...externalModules], define: { ...define }, conditions: [...conditions],
    // Modules before CommonJS: what is not used is left out.
    mainFields: ['module', 'main'],
    logLevel: 'silent',
    ...(format === 'esm' ? { banner: { js: REQUIRE_IN_MODULES } } : {}),
  } satisfies BuildOptions
}

interface BundledFile {
  readonly name: string
  readonly contents: Uint8Array | string
}

function bundle(options: ReturnType<typeof esbuildOptions>, problems: string[]): BundledFile[] {
  const placeholder = [{ name: 'index.js', contents: '' }]
  try {
    const { outputFiles } = esbuild(options.entryPoints).buildSync(options)
    return outputFiles.map(({ path, contents }) => ({ name: path.slice(dirname(options.outfile).length + 1), contents }))
  } catch (error) {
    problems.push(`entry: ${error instanceof Error ? error.message : String(error)}`)
    return placeholder
  }
}

/** The project's own esbuild: that of the app's folder, else of the handler's. */
function esbuild(entryPoints: readonly string[]): Esbuild {
  for (const from of [resolve('package.json'), ...entryPoints]) {
    try {
      return createRequire(from)('esbuild') as Esbuild // The one function that is called of it.
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')) throw error
    }
  }
  throw new Error('esbuild, which bundles handlers, is not installed: npm install --save-dev esbuild')
}
