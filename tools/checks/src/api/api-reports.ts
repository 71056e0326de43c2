import { copyFileSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CompilerState, Extractor, ExtractorConfig, ExtractorLogLevel, type IConfigFile } from '@microsoft/api-extractor'
import type { Entry } from './entries.ts'
import { withoutRepeats } from './without-repeats.ts'

/** Where an entry names types that it does not export, they are in its report too, but for these, with the reason. */
const NAMED_ONLY: Readonly<Record<string, string>> = {
  '@keg/local-iot': 'the shapes of all of AWS\'s operations would be in it: 5,000 lines, made from AWS\'s own model',
}

/** What an entry makes public. */
export interface ApiReport {
  /** The page to review. */
  readonly text: string
  /** What the entry exports of its own package. */
  readonly exports: readonly Export[]
}

export interface Export {
  readonly name: string
  /** `Function`, `Class`, `Variable`, `Interface`, `TypeAlias` … */
  readonly kind: string
  /** As it stands in the source, stars and all; empty where there is none. */
  readonly docComment: string
}

/**
 * What each entry makes public, by its report's path. Reads the built declarations.
 * What another package or an earlier entry declares is only named: it is in that one's report.
 *
 * @throws where an entry has not been built
 */
export function apiReports(workspace: string, entries: readonly Entry[]): Map<string, ApiReport> {
  // Outside of the workspace no import of another package is found, and the compiler need not read it: a third of the time.
  const place = mkdtempSync(join(tmpdir(), 'keg-api-'))
  try {
    copyDeclarations(workspace, place, entries)
    const configs = entries.map((entry) => ExtractorConfig.prepare({
      configObject: configOf(place, entry), configObjectFullPath: undefined, packageJsonFullPath: join(place, entry.folder, 'package.json'),
    }))
    const [first] = configs
    if (first === undefined) return new Map()
    // One program for all of them reads the language's own types once.
    const compilerState = CompilerState.create(first, { additionalEntryPoints: entries.map(({ types }) => join(place, types)) })
    const reports = entries.map((entry, index) => ({ ...entry, ...reportOf(entry, configs[index] ?? first, compilerState) }))
    return new Map(reports.map(({ report, folder, text, exports }, index) => {
      const earlier = reports.slice(0, index).filter((other) => other.folder === folder)
      return [report, { text: withoutRepeats(text, earlier.map((other) => other.text)), exports }]
    }))
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

function copyDeclarations(workspace: string, place: string, entries: readonly Entry[]): void {
  for (const { types } of entries) {
    if (!existsSync(join(workspace, types)))
      throw new Error(`${types} is not built. Run "pnpm nx run checks:api-check" or "pnpm api": each builds it first.`)
  }
  for (const folder of new Set(entries.map((entry) => entry.folder))) {
    for (const file of [`${folder}/package.json`, ...globSync(`${folder}/dist/**/*.d.ts`, { cwd: workspace })]) {
      mkdirSync(dirname(join(place, file)), { recursive: true })
      copyFileSync(join(workspace, file), join(place, file))
    }
  }
}

const NONE = { logLevel: ExtractorLogLevel.None }

const configOf = (place: string, { specifier, folder, types, report }: Entry): IConfigFile => ({
  projectFolder: join(place, folder),
  mainEntryPointFilePath: join(place, types),
  newlineKind: 'lf',
  apiReport: {
    enabled: true, reportFolder: dirname(join(place, report)), reportTempFolder: join(place, 'temp'),
    reportFileName: report.slice(report.lastIndexOf('/') + 1), includeForgottenExports: !(specifier in NAMED_ONLY),
  },
  docModel: { enabled: true, apiJsonFilePath: join(place, `${report}.json`) },
  dtsRollup: { enabled: false },
  tsdocMetadata: { enabled: false },
  compiler: { overrideTsconfig: { compilerOptions: COMPILER_OPTIONS, files: [join(place, types)] } },
  messages: {
    compilerMessageReporting: { default: NONE },
    tsdocMessageReporting: { default: NONE },
    extractorMessageReporting: { default: NONE, 'ae-forgotten-export': { ...NONE, addToApiReportFile: true } },
  },
})

const COMPILER_OPTIONS = {
  target: 'es2024', lib: ['es2024', 'esnext.disposable'], module: 'nodenext', moduleResolution: 'nodenext', strict: true,
  skipLibCheck: true,
  // Global names: `Buffer`.
  types: ['node'], typeRoots: [fileURLToPath(new URL('../../../../node_modules/@types', import.meta.url))],
}

function reportOf(entry: Entry, config: ExtractorConfig, compilerState: CompilerState): ApiReport {
  // It writes into no folder that is not there.
  mkdirSync(config.reportFolder, { recursive: true })
  Extractor.invoke(config, { localBuild: true, compilerState, messageCallback: (message) => { message.handled = true } })
  const text = withoutPlaces(readFileSync(config.reportFilePath, 'utf8'))
    .replace(/^## .*\n\n> .*\n/, `## What \`${entry.specifier}\` makes public\n\n> Do not edit this file: \`pnpm api\` writes it, with [API Extractor](https://api-extractor.com/).\n`)
    .replace('// (No @packageDocumentation comment for this package)\n\n', '')
  // Written a moment ago: a package of one entry, whose members are the exports.
  const model = JSON.parse(readFileSync(config.apiJsonFilePath, 'utf8')) as { members: [{ members: Export[] }] }
  return { text, exports: model.members[0].members.map(({ name, kind, docComment }) => ({ name, kind, docComment })) }
}

/** Without the bundle's file names and lines, which change with what is not public. */
function withoutPlaces(report: string): string {
  const placed = /^\/\/ dist\/\S+\.d\.ts:\d+:\d+ - (.*)\n/gm
  const warnings = [...report.matchAll(placed)].map(([, warning = '']) => `// ${warning}\n`)
  return report.replace(/(?:^\/\/ dist\/\S+\.d\.ts:\d+:\d+ - .*\n)+/m, () => warnings.sort().join(''))
}
